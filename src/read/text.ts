import { abbreviationByForm } from '../lexicons/abbreviations.js'
import type { BlockKind } from '../model/article.js'
import { type Swept, sweep } from './furniture.js'
import { endsSentence, isFull, isHardWrapped, type Paragraph, widest } from './lines.js'
import { NO_META } from './meta.js'
import { type Draft, DraftBuilder, joinDrafts } from './text-builder.js'

interface Line {
  readonly text: string
  readonly start: number
  readonly end: number
}

const LINE_END = /\r\n?|\n|\u2028|\u2029/g
/** "- ", "* ", "• " before a list item. */
const BULLET = /^[-*•‣▪●·]\s+(?=\S)/
const NUMBER = /^(\d{1,2})[.)]\s+(?=\S)/
/** A line that breaks off: no mark at its end, or a word that needs the next one. */
const BROKEN_OFF = /[\p{L}\p{N},]$/u
const NEEDS_MORE = /\s(?:the|of|and)$/
/** Goes on in the middle of a sentence; "de Blasio" and "iPhone" begin one. */
const RUNS_ON = /^(?!(?:de|del|van|von|al|el|bin)[ -])\p{Ll}+(?![\p{Lu}])/u
const LONGEST_HEADING = 90
const LONGEST_TITLE = 150

/**
 * Plain text → paragraphs. Where lines were broken to fit a width, blank lines part paragraphs; else every line is
 * one. Short lines without a final mark before a longer one are headings, the first of them the title.
 */
export function readText(raw: string): Swept {
  const chunks = chunksOf(raw)
  const texts = chunks.map((lines) => lines.map((line) => line.text))
  const width = isHardWrapped(texts) ? widest(texts) : null
  const groups = chunks.flatMap((lines) => (width === null ? lines.map((line) => [line]) : unwrap(lines, width)))
  const swept = sweep(
    groups.flatMap((lines, index) => paragraphOf(raw, lines, groups, index)),
    NO_META,
  )
  const drafts = markHeadings(mendBroken(swept.drafts))
  const title = drafts[0]?.kind === 'title' ? drafts[0].text : null
  return { drafts, removed: swept.removed, meta: { ...swept.meta, title } }
}

/** Lines between blank lines; a line's text is trimmed, its offsets are those of the trimmed text. */
function chunksOf(raw: string): Line[][] {
  const chunks: Line[][] = [[]]
  let start = 0
  const add = (lineStart: number, lineEnd: number): void => {
    const line = raw.slice(lineStart, lineEnd)
    const text = line.trim()
    if (text === '') {
      if (chunks.at(-1)?.length !== 0) chunks.push([])
      return
    }
    const from = lineStart + line.indexOf(text)
    chunks.at(-1)?.push({ text, start: from, end: from + text.length })
  }
  for (const match of raw.matchAll(LINE_END)) {
    add(start, match.index)
    start = match.index + match[0].length
  }
  add(start, raw.length)
  return chunks.filter((lines) => lines.length > 0)
}

/** The paragraphs of a chunk of broken lines: a line that is not full, or a list mark after it, ends one. */
function unwrap(lines: readonly Line[], width: number): Line[][] {
  const groups: Line[][] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const joins = before !== undefined && isFull(before.text, line.text, width) && !BULLET.test(line.text)
    if (joins) groups.at(-1)?.push(line)
    else groups.push([line])
  }
  return groups
}

function paragraphOf(raw: string, lines: readonly Line[], groups: readonly Line[][], index: number): Paragraph[] {
  const first = lines[0]
  if (first === undefined) return []
  const marker = listMarker(first.text, groups[index - 1]?.[0]?.text, groups[index + 1]?.[0]?.text)
  const kind: BlockKind = marker > 0 ? 'list-item' : 'paragraph'
  const drafts = lines
    .map((line, position) => draftOf(raw, kind, position === 0 ? line.start + marker : line.start, line.end))
    .filter((draft) => draft !== null)
  return drafts.length === 0 ? [] : [{ kind, lines: drafts, isWrapped: true }]
}

/** Length of a list mark; a number is one only beside its neighbour ("1." before "2."). */
function listMarker(line: string, before: string | undefined, after: string | undefined): number {
  const bullet = BULLET.exec(line)
  if (bullet !== null) return bullet[0].length
  const number = NUMBER.exec(line)
  if (number === null) return 0
  const value = Number(number[1])
  const isNumbered = (text: string | undefined, wanted: number): boolean =>
    text !== undefined && Number(NUMBER.exec(text)?.[1] ?? Number.NaN) === wanted
  return isNumbered(before, value - 1) || isNumbered(after, value + 1) ? number[0].length : 0
}

function draftOf(raw: string, kind: BlockKind, start: number, end: number): Draft | null {
  const builder = new DraftBuilder(kind)
  builder.literal(raw, start, end)
  return builder.done()
}

/** Joins lines that break off in the middle of a sentence, where a link or a picture stood in the page they are from. */
function mendBroken(drafts: readonly Draft[]): Draft[] {
  const mended: Draft[] = []
  for (const [index, draft] of drafts.entries()) {
    const before = mended.at(-1)
    const canJoin = before?.kind === 'paragraph' && draft.kind === 'paragraph' && index > 1
    if (canJoin && isBroken(before.text, draft.text))
      mended[mended.length - 1] = joinDrafts([before, draft], 'paragraph')
    else mended.push(draft)
  }
  return mended
}

function isBroken(line: string, next: string): boolean {
  return (BROKEN_OFF.test(line) && RUNS_ON.test(next)) || NEEDS_MORE.test(line)
}

/** Kinds of unmarked text: the title first, short lines before longer ones as headings. */
export function markHeadings(drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, index) => {
    const next = drafts[index + 1]
    if (draft.kind !== 'paragraph' || next === undefined) return draft
    if (index === 0 && isTitleLike(draft.text)) return { ...draft, kind: 'title' }
    return index > 0 && isHeadingLike(draft.text, next.text) ? { ...draft, kind: 'heading' } : draft
  })
}

function isTitleLike(line: string): boolean {
  if (line.length > LONGEST_TITLE || !/\p{L}/u.test(line)) return false
  // "Will rents fall?" and "Fire near Clinton, B.C." are titles; a line that ends in another "." or in ":" is not.
  const last = abbreviationByForm.get(/\S+$/.exec(line)?.[0] ?? '')
  return last?.kind === 'state' || last?.kind === 'country' || !/[.…:;,]["'”’)\]]*$/.test(line)
}

function isHeadingLike(line: string, next: string): boolean {
  if (line.length > LONGEST_HEADING || next.length <= line.length) return false
  if (endsSentence(line) || /[,;"”—–-]$/.test(line)) return false
  return /^[\p{Lu}\p{N}"'“‘¿]/u.test(line) && /\p{L}/u.test(line)
}
