import type { BlockKind } from '../model/article.js'
import type { Draft } from './text-builder.js'

/** A paragraph as it stands in the file: its lines, not yet joined or parted. */
export interface Paragraph {
  readonly kind: BlockKind
  readonly lines: readonly Draft[]
  /** Whether the lines are one paragraph that was broken to fit a width; else each line stands for itself. */
  readonly isWrapped: boolean
}

/** Longest line of a file that can count as broken to fit a width. */
const WIDEST_WRAP = 120
/** A line this much shorter than the widest was ended on purpose. */
const FULL_SHARE = 0.7
const FINAL_MARK = /[.?!…:]["'”’)\]]*$/

/**
 * Whether a file's lines were broken to fit a width: most lines that another follows are full (the next word would
 * not have fitted), and many of the next ones begin with a small letter.
 * `chunks`: the lines between blank lines.
 */
export function isHardWrapped(chunks: readonly (readonly string[])[]): boolean {
  const width = widest(chunks)
  if (width > WIDEST_WRAP || width < 30) return false
  let inner = 0
  let full = 0
  let runsOn = 0
  for (const lines of chunks) {
    for (let index = 0; index + 1 < lines.length; index += 1) {
      inner += 1
      if (isFull(lines[index] ?? '', lines[index + 1] ?? '', width)) full += 1
      if (/^\p{Ll}/u.test(lines[index + 1] ?? '')) runsOn += 1
    }
  }
  return inner > 0 && full >= inner * 0.6 && runsOn >= inner * 0.4
}

/** Length of the longest line. */
export function widest(chunks: readonly (readonly string[])[]): number {
  return chunks.reduce((most, lines) => lines.reduce((width, line) => Math.max(width, line.length), most), 0)
}

/** Whether the next line's first word would not have fitted behind this line. */
export function isFull(line: string, next: string, width: number): boolean {
  const space = next.indexOf(' ')
  const word = space === -1 ? next.length : space
  return line.length + 1 + word > width * FULL_SHARE
}

/** Whether a line ends a sentence. */
export function endsSentence(line: string): boolean {
  return FINAL_MARK.test(line)
}
