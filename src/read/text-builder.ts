import type { Block, BlockKind, OriginRange } from '../model/article.js'
import type { Span } from '../model/span.js'

/** A line or block of text before the article is put together; `ranges` map offsets in `text` to the decoded file. */
export interface Draft {
  readonly kind: BlockKind
  readonly text: string
  readonly ranges: readonly OriginRange[]
}

/** What stands between two blocks of `Article.text`. */
export const BLOCK_GAP = '\n\n'

const PLAIN = 0
const SPACE = 1
const DROPPED = 2

/** Marks that no reader sees: soft hyphen, zero-width space and word joiner, BOM, direction marks. */
const INVISIBLE = [0x00ad, 0x200b, 0x200e, 0x200f, 0x2060, 0xfeff]
const CLASS_OF_UNIT = classOfUnit()

function classOfUnit(): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (let unit = 0; unit < 0x20; unit += 1) table[unit] = DROPPED
  for (let unit = 0x7f; unit < 0xa0; unit += 1) table[unit] = DROPPED
  for (let unit = 0x202a; unit <= 0x202e; unit += 1) table[unit] = DROPPED
  for (let unit = 0x2066; unit <= 0x2069; unit += 1) table[unit] = DROPPED
  for (const unit of INVISIBLE) table[unit] = DROPPED
  for (let unit = 0; unit < 0x10000; unit += 1) {
    if (unit !== 0xfeff && /\s/.test(String.fromCharCode(unit))) table[unit] = SPACE
  }
  table[0x85] = SPACE
  return table
}

function isPlain(unit: number): boolean {
  return CLASS_OF_UNIT[unit] === PLAIN
}

/**
 * Builds one block: text is appended together with the range it came from, white space collapses to single spaces,
 * control characters and invisible marks are dropped. A space that is not a lone U+0020 in the file has no range.
 */
export class DraftBuilder {
  readonly kind: BlockKind
  readonly #ranges: OriginRange[] = []
  #text = ''
  /** The one-to-one range still growing at the text's end. */
  #open: { text: number; origin: number; length: number } | null = null
  /** A space held back until a word follows, so that none stands at an end: its range in the file, if it has one. */
  #gap: Span | 'unmapped' | null = null

  constructor(kind: BlockKind) {
    this.kind = kind
  }

  /** Appends `raw.slice(start, end)`, unit by unit. */
  literal(raw: string, start: number, end: number): void {
    let at = start
    while (at < end) {
      const kind = CLASS_OF_UNIT[raw.charCodeAt(at)]
      if (kind === PLAIN) {
        const runEnd = plainRunEnd(raw, at, end)
        this.#append(raw.slice(at, runEnd), at)
        at = runEnd
        continue
      }
      if (kind === SPACE) this.#hold(raw.charCodeAt(at) === 0x20 ? { start: at, end: at + 1 } : 'unmapped')
      at += 1
    }
  }

  /** Appends `text` that stands for the whole of `[start, end)` (a character reference, an escape). */
  unit(text: string, start: number, end: number): void {
    const kind = CLASS_OF_UNIT[text.charCodeAt(0)]
    if (kind === SPACE) this.#hold({ start, end })
    if (kind !== PLAIN) return
    this.#flushGap()
    this.#close()
    if (text.length !== end - start && start < end) this.#ranges.push(range(this.#text.length, text.length, start, end))
    this.#text += text
  }

  /** Puts a mark that is not in the file between two parts ("|" between the cells of a table). */
  insert(mark: string): void {
    if (this.#text === '') return
    this.#hold('unmapped')
    this.#flushGap()
    this.#close()
    this.#text += mark
    this.#hold('unmapped')
  }

  /** A space, where the file has none of its own (a line break, a closed element). */
  space(): void {
    this.#hold('unmapped')
  }

  /** The block, or `null` when nothing but white space was appended. */
  done(): Draft | null {
    this.#close()
    return this.#text === '' ? null : { kind: this.kind, text: this.#text, ranges: this.#ranges }
  }

  #hold(gap: Span | 'unmapped'): void {
    this.#gap = this.#gap === null ? gap : 'unmapped'
  }

  #append(text: string, origin: number): void {
    this.#flushGap()
    const open = this.#open
    if (open !== null && open.origin + open.length === origin) {
      open.length += text.length
    } else {
      this.#close()
      this.#open = { text: this.#text.length, origin, length: text.length }
    }
    this.#text += text
  }

  #flushGap(): void {
    const gap = this.#gap
    this.#gap = null
    if (gap === null || this.#text === '') return
    if (gap !== 'unmapped' && gap.end - gap.start === 1) {
      this.#append(' ', gap.start)
      return
    }
    this.#close()
    if (gap !== 'unmapped' && gap.start < gap.end) {
      this.#ranges.push(range(this.#text.length, 1, gap.start, gap.end))
    }
    this.#text += ' '
  }

  #close(): void {
    const open = this.#open
    if (open !== null) this.#ranges.push(range(open.text, open.length, open.origin, open.origin + open.length))
    this.#open = null
  }
}

/** End of the run of plain units from `start`; a lone U+0020 between two plain units belongs to the run. */
function plainRunEnd(raw: string, start: number, end: number): number {
  let at = start + 1
  while (at < end) {
    const unit = raw.charCodeAt(at)
    if (isPlain(unit)) at += 1
    else if (unit === 0x20 && at + 1 < end && isPlain(raw.charCodeAt(at + 1))) at += 2
    else break
  }
  return at
}

function range(text: number, length: number, start: number, end: number): OriginRange {
  return { text: { start: text, end: text + length }, origin: { start, end } }
}

/** Two lines as one block: a space between them, the first one's kind. */
export function joinDrafts(drafts: readonly Draft[], kind: BlockKind): Draft {
  const { text, ranges } = concatenate(drafts, ' ')
  return { kind, text, ranges }
}

/** The article's text, blocks and origin map from its blocks in order. */
export function assemble(drafts: readonly Draft[]): { text: string; blocks: Block[]; originMap: OriginRange[] } {
  const { text, ranges, starts } = concatenate(drafts, BLOCK_GAP)
  const blocks = drafts.map((draft, index) => {
    const start = starts[index] ?? 0
    return { start, end: start + draft.text.length, kind: draft.kind }
  })
  return { text, blocks, originMap: ranges }
}

function concatenate(drafts: readonly Draft[], gap: string): { text: string; ranges: OriginRange[]; starts: number[] } {
  const ranges: OriginRange[] = []
  const starts: number[] = []
  let start = 0
  for (const draft of drafts) {
    starts.push(start)
    for (const { text, origin } of draft.ranges) {
      ranges.push({ text: { start: text.start + start, end: text.end + start }, origin })
    }
    start += draft.text.length + gap.length
  }
  return { text: drafts.map((draft) => draft.text).join(gap), ranges, starts }
}

/** The part `[start, end)` of a draft's text, with its ranges; a unit that is cut loses its range. */
export function sliceDraft(draft: Draft, start: number, end: number): Draft {
  const ranges: OriginRange[] = []
  for (const { text, origin } of draft.ranges) {
    const from = Math.max(text.start, start)
    const to = Math.min(text.end, end)
    if (from >= to) continue
    const isUnit = text.end - text.start !== origin.end - origin.start
    const isCut = from > text.start || to < text.end
    if (isUnit && isCut) continue
    const span = isUnit ? origin : { start: origin.start + from - text.start, end: origin.end - (text.end - to) }
    ranges.push({ text: { start: from - start, end: to - start }, origin: span })
  }
  return { kind: draft.kind, text: draft.text.slice(start, end), ranges }
}

/** A draft without the parts of its text that `pattern` (global) matches; `null` when nothing is left. */
export function withoutMatches(draft: Draft, pattern: RegExp): Draft | null {
  const parts: Draft[] = []
  let at = 0
  for (const match of draft.text.matchAll(pattern)) {
    parts.push(sliceDraft(draft, at, match.index))
    at = match.index + match[0].length
  }
  parts.push(sliceDraft(draft, at, draft.text.length))
  const { text, ranges } = concatenate(parts, '')
  return trimDraft({ kind: draft.kind, text, ranges })
}

/** A draft without white space at its ends; `null` when nothing is left. */
export function trimDraft(draft: Draft): Draft | null {
  const text = draft.text.trim()
  if (text === '') return null
  const start = draft.text.indexOf(text)
  return text.length === draft.text.length ? draft : sliceDraft(draft, start, start + text.length)
}
