import type { Block } from '../model/article.js'
import { contains, type Span } from '../model/span.js'
import { isDigit, isLetterOrDigit, isSpace } from './characters.js'
import type { FoundQuotation } from './quotations.js'

/** Words that begin with an apostrophe, which opens nothing. */
const ELISIONS = /^['’](?:em|til|tis|twas|cause|bout|round|n|till|kay|nuff)\b/i

/**
 * Pairs of single marks in a block, inside its double quotations or on their own. An apostrophe is no mark: a single
 * mark opens only before a word and after a space or another mark, and only if its partner stands in the same frame.
 */
export function pairSingles(text: string, block: Block, doubles: readonly FoundQuotation[]): FoundQuotation[] {
  const found: FoundQuotation[] = []
  const doubleEnds = new Map(doubles.map((double) => [double.start, double.end]))
  let at = block.start
  while (at < block.end) {
    const start = nextOpening(text, at, block)
    if (start === -1) break
    const frame = frameOf(doubles, block, start)
    const end = closingOf(text, start, frame, doubleEnds)
    if (end === -1) {
      at = start + 1
      continue
    }
    found.push({ start, end: end + 1, inner: { start: start + 1, end }, style: 'single', closed: true, goesOn: false })
    at = end + 1
  }
  return found
}

/**
 * The speech of a block that begins with a single mark and closes none, where the next one begins with the mark again;
 * null where it is no such block.
 */
export function openSingle(
  text: string,
  block: Block,
  next: Block | undefined,
  doubles: readonly FoundQuotation[],
): FoundQuotation | null {
  if (next === undefined || nextOpening(text, block.start, block) !== block.start) return null
  if (nextOpening(text, next.start, next) !== next.start || text.charAt(next.start) !== text.charAt(block.start))
    return null
  const doubleEnds = new Map(doubles.map((double) => [double.start, double.end]))
  if (closingOf(text, block.start, block, doubleEnds) !== -1) return null
  const { start, end } = block
  return { start, end, inner: { start: start + 1, end }, style: 'single', closed: false, goesOn: false }
}

function nextOpening(text: string, from: number, block: Block): number {
  for (let at = from; at < block.end; at += 1) {
    const mark = text.charAt(at)
    if (mark !== '‘' && mark !== "'" && mark !== '`') continue
    if (mark === '`' && (text.charAt(at + 1) === '`' || text.charAt(at - 1) === '`')) continue
    const isAfterSpace = at === block.start || isSpace(text, at - 1) || '([“"—–-«'.includes(text.charAt(at - 1))
    if (!isAfterSpace || !isLetterOrDigit(text, at + 1)) continue
    // '90s and 'em are elisions; a curly opening mark before them is a typist's.
    if (mark !== '‘' && (isDigit(text, at + 1) || ELISIONS.test(text.slice(at, at + 8)))) continue
    return at
  }
  return -1
}

/** The innermost double quotation round `at`, or the block: a single pair never crosses it. */
function frameOf(doubles: readonly FoundQuotation[], block: Block, at: number): Span {
  let frame: Span = block
  for (const { inner } of doubles)
    if (contains(inner, { start: at, end: at + 1 }) && contains(frame, inner)) frame = inner
  return frame
}

/** Where the partner of the mark at `start` is, or -1. "workers’ rights" is passed over when a later mark can close. */
function closingOf(text: string, start: number, frame: Span, doubleEnds: ReadonlyMap<number, number>): number {
  let plural = -1
  for (let at = start + 2; at < frame.end; at += 1) {
    const doubleEnd = doubleEnds.get(at)
    if (doubleEnd !== undefined) {
      at = doubleEnd - 1
      continue
    }
    const mark = text.charAt(at)
    if (mark === '‘' && isSpace(text, at - 1)) break
    if (mark !== '’' && mark !== "'") continue
    if (isLetterOrDigit(text, at + 1) || isSpace(text, at - 1)) continue
    const isPlural = text.charAt(at - 1) === 's' && isSpace(text, at + 1) && /[a-z]/.test(text.charAt(at + 2))
    if (!isPlural) return at
    if (plural === -1) plural = at
  }
  return plural
}
