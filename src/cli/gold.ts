import { MARK_KINDS, type MarkKind } from '../model/mark-record.js'
import { type Mark, parseMarks } from '../model/marks.js'
import type { Span } from '../model/span.js'

/** An article marked by a person: `kinds` are those that are marked everywhere in it. */
export interface GoldArticle {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly kinds: readonly MarkKind[]
}

/**
 * Reads a gold file: an article in the notation of `marks.ts`. Lines that begin with `#` before the article are
 * remarks; `# kinds: person agency` names the kinds that are marked, all if left out.
 * @throws {SyntaxError} when a mark is not closed
 */
export function parseGold(file: string): GoldArticle {
  const [header = ''] = /^(?:#[^\n]*\n|\s*\n)*/.exec(file.replaceAll('\r\n', '\n')) ?? []
  const named = /^# kinds:(.*)$/m
    .exec(header)?.[1]
    ?.trim()
    .split(/[\s,]+/)
  const asked = named?.flatMap((kind) => (kind === 'quote' ? ['content', 'cue', 'source'] : [kind]))
  const kinds = MARK_KINDS.filter((kind) => asked === undefined || asked.includes(kind))
  return { ...parseMarks(file.replaceAll('\r\n', '\n').slice(header.length)), kinds }
}

/**
 * The marks of a gold text where they stand in the text that was read from it, in which white space is collapsed and
 * lines may be missing (page furniture). Marks on a missing line are left out.
 */
export function alignMarks({ text, marks }: Pick<GoldArticle, 'text' | 'marks'>, read: string): Mark[] {
  const places = placesIn(text, read)
  return marks.flatMap((mark) => {
    const span = alignSpan(mark, places)
    return span ? [{ ...mark, ...span }] : []
  })
}

function alignSpan(span: Span, places: Int32Array): Span | null {
  const start = places[span.start] ?? -1
  const last = places[span.end - 1] ?? -1
  return start === -1 || last === -1 || span.end <= span.start ? null : { start, end: last + 1 }
}

/** For each unit of `text` its place in `read`, -1 where it has none. */
function placesIn(text: string, read: string): Int32Array {
  const places = new Int32Array(text.length).fill(-1)
  let after = 0
  for (const line of text.matchAll(/[^\n]+/g)) {
    const at = read.indexOf(line[0].trim().replace(/\s+/g, ' '), after)
    if (at === -1) continue
    after = at
    for (let index = 0; index < line[0].length; index += 1) {
      const isSpace = /\s/.test(line[0].charAt(index))
      if (!isSpace) after += /\s/.test(read.charAt(after)) ? 1 : 0
      places[line.index + index] = isSpace ? -1 : after
      after += isSpace ? 0 : 1
    }
  }
  return places
}
