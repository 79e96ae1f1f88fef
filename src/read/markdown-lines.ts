import type { BlockKind } from '../model/article.js'
import { endsSentence, isFull, isHardWrapped, type Paragraph, widest } from './lines.js'
import { type Draft, sliceDraft, trimDraft, withoutMatches } from './text-builder.js'

/** How the lines of a markdown file were broken: `width` where to fit a width, else `null`. */
export interface Wrapping {
  readonly width: number | null
}

/** A line this long was not broken; a paragraph of such lines is several, one a line. */
const LONG_LINE = 160
const TABLE_RULE = /^\|?\s?:?-{2,}:?\s?(?:\|\s?:?-{2,}:?\s?){0,60}\|?$/
const FOOTNOTE_MARK = /\[\^[^\]\s]{1,30}\]:?/g

/** Whether a file's lines were broken to fit a width, and which. */
export function wrappingOf(raw: string): Wrapping {
  const chunks = raw
    .split(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/)
    .map((chunk) => chunk.split(/\r\n?|\n/))
    .filter((lines) => lines.length > 1 && !lines.some((line) => /^\s*(?:[-*+|#>]|\d+[.)])/.test(line)))
  return { width: isHardWrapped(chunks) ? widest(chunks) : null }
}

/**
 * A paragraph's lines as one paragraph or several: a table's rows; one a line where the lines are long ones (articles
 * pasted without blank lines); else one, as markdown has it.
 */
export function partParagraph(raw: string, drafts: readonly Draft[], kind: BlockKind, wrapping: Wrapping): Paragraph[] {
  const lines = drafts
    .map((draft) => (draft.text.includes('[^') ? withoutMatches(draft, FOOTNOTE_MARK) : draft))
    .filter((draft) => draft !== null)
  if (lines.length === 0) return []
  const rule = lines[1]?.text ?? ''
  if (rule.includes('-') && rule.includes('|') && TABLE_RULE.test(rule)) return rowsOf(lines)
  if (isOneALine(lines, wrapping)) return lines.map((line) => ({ kind, lines: [line], isWrapped: true }))
  const { width } = wrapping
  const isWrapped = width !== null && lines.some((line, index) => isFullInFile(raw, line, lines[index + 1], width))
  return [{ kind, lines, isWrapped }]
}

function rowsOf(lines: readonly Draft[]): Paragraph[] {
  const rows: Paragraph[] = []
  for (const [index, line] of lines.entries()) {
    const start = /^[|\s]*/.exec(line.text)?.[0].length ?? 0
    const end = line.text.length - (/[|\s]*$/.exec(line.text)?.[0].length ?? 0)
    const row = index === 1 || end <= start ? null : trimDraft(sliceDraft(line, start, end))
    if (row !== null) rows.push({ kind: 'table', lines: [{ ...row, kind: 'table' }], isWrapped: true })
  }
  return rows
}

function isOneALine(lines: readonly Draft[], wrapping: Wrapping): boolean {
  if (wrapping.width !== null || lines.length < 3) return false
  const long = lines.filter((line) => line.text.length >= LONG_LINE)
  return long.length * 4 >= lines.length && long.filter((line) => endsSentence(line.text)).length * 4 >= long.length * 3
}

/** Whether a line is full as it stands in the file, with the marks of links and emphasis. */
function isFullInFile(raw: string, line: Draft, next: Draft | undefined, width: number): boolean {
  if (next === undefined) return false
  return isFull(fileLine(raw, line), fileLine(raw, next), width)
}

function fileLine(raw: string, draft: Draft): string {
  const at = draft.ranges[0]?.origin.start ?? 0
  const start = raw.lastIndexOf('\n', at - 1) + 1
  const end = raw.indexOf('\n', at)
  return raw.slice(start, end === -1 ? raw.length : end).trim()
}
