import { bySpan, type Span } from './span.js'

/**
 * A mark in a text: `{kind=ref|note:words}`. `ref` ties marks together (the parts of one quote), `note` says what the
 * words were read as (a speaker's name, a figure's value). Both may be missing.
 */
export interface Mark extends Span {
  readonly kind: string
  readonly ref: string | null
  readonly note: string | null
}

export interface MarkedText {
  readonly text: string
  readonly marks: readonly Mark[]
}

const OPENING = /\{([a-z]+)(?:=([a-z0-9]+))?(?:\|((?:[^:\\]|\\.)*))?:/y

/**
 * Reads marked text. A literal brace is written `\{` or `\}`; in a note, a colon is written `\:`.
 * @throws {SyntaxError} when a mark is not closed or a closing brace has no mark.
 * @example parseMarks('{cue=q1:said} {person:Ann Lee}').marks
 */
export function parseMarks(marked: string): MarkedText {
  const marks: Mark[] = []
  const open: { kind: string; ref: string | null; note: string | null; start: number; at: number }[] = []
  let text = ''
  for (let at = 0; at < marked.length; ) {
    const character = marked.charAt(at)
    OPENING.lastIndex = at
    const opening = character === '{' ? OPENING.exec(marked) : null
    if (opening) {
      const note = opening[3]?.replace(/\\(.)/g, '$1') ?? null
      open.push({ kind: opening[1] ?? '', ref: opening[2] ?? null, note, start: text.length, at })
      at = OPENING.lastIndex
    } else if (character === '}') {
      const mark = open.pop()
      if (!mark)
        throw new SyntaxError(`Expected a mark before "}", got none at ${at}; write "\\}" for a literal brace.`)
      marks.push({ kind: mark.kind, ref: mark.ref, note: mark.note, start: mark.start, end: text.length })
      at += 1
    } else {
      const isEscape = character === '\\' && /[{}\\]/.test(marked.charAt(at + 1))
      text += isEscape ? marked.charAt(at + 1) : character
      at += isEscape ? 2 : 1
    }
  }
  const left = open.at(-1)
  if (left)
    throw new SyntaxError(`Expected "}" for the mark {${left.kind}:, got the end of the text; it opens at ${left.at}.`)
  return { text, marks: marks.sort(byMark) }
}

/** Writes marked text: what `parseMarks` reads. Marks that cross each other cannot be written; the later one is left out. */
export function printMarks({ text, marks }: MarkedText): string {
  let printed = ''
  let at = 0
  const closing: number[] = []
  const copyTo = (offset: number): void => {
    printed += text.slice(at, offset).replace(/[{}\\]/g, '\\$&')
    at = offset
  }
  const closeTo = (offset: number): void => {
    for (let end = closing.at(-1); end !== undefined && end <= offset; end = closing.at(-1)) {
      copyTo(end)
      printed += '}'
      closing.pop()
    }
  }
  for (const mark of [...marks].sort(byMark)) {
    closeTo(mark.start)
    const around = closing.at(-1)
    if (around !== undefined && mark.end > around) continue
    copyTo(mark.start)
    const note = mark.note === null ? '' : `|${mark.note.replace(/[:\\]/g, '\\$&')}`
    printed += `{${mark.kind}${mark.ref === null ? '' : `=${mark.ref}`}${note}:`
    closing.push(mark.end)
  }
  closeTo(text.length)
  copyTo(text.length)
  return printed
}

/** Outer before inner; on the same span by kind, then by ref, so that the notation has one way to say a thing. */
function byMark(a: Mark, b: Mark): number {
  if (a.start !== b.start || a.end !== b.end) return bySpan(a, b)
  return rank(a.kind) - rank(b.kind) || byText(a.kind, b.kind) || byRef(a.ref ?? '', b.ref ?? '')
}

/** q2 before q10. */
function byRef(a: string, b: string): number {
  return a.length - b.length || byText(a, b)
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A source or content is written round the name or figure that it is made of. */
function rank(kind: string): number {
  const order = ['content', 'source', 'cue', 'role']
  const at = order.indexOf(kind)
  return at === -1 ? order.length : at
}
