import type { Article, Block } from '../model/article.js'
import type { Quotation } from '../model/document.js'
import { bySpan, type Span } from '../model/span.js'
import { isLetterOrDigit, isSpace } from './characters.js'
import { openSingle, pairSingles } from './single-quotations.js'

/** A quotation before its parent is known. */
export interface FoundQuotation extends Span {
  readonly inner: Span
  readonly style: Quotation['style']
  readonly closed: boolean
  /** Whether it goes on from the quotation that the block before left open. */
  readonly goesOn: boolean
}

interface Opening {
  readonly start: number
  readonly width: number
  readonly mark: string
  /** Whether it goes on with what the mark before it opened. */
  readonly goesOn: boolean
}

/** What a block leaves open for the next one. */
interface Unclosed {
  readonly opening: Opening
}

/** Marks that open, and the marks that close them. Straight marks and the German pair are settled by their neighbours. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '‹': '›',
  '"': '"',
  '``': "''",
  '‟': '”',
  "''": "''",
  '‘‘': '’’',
}
const DOUBLE_MARK = /[“”„‟"«»‹›]|``|''|‘‘|’’/g

/**
 * Pairs of quotation marks, sorted, the outer before the inner. Marks of every style; a single pair may stand in a
 * double one; an odd mark is passed over unless the next paragraph shows that the quotation runs on.
 */
export function findQuotations(article: Pick<Article, 'text' | 'blocks'>): Quotation[] {
  const found: FoundQuotation[] = []
  let left: Unclosed | null = null
  let isOpen = false
  article.blocks.forEach((block, index) => {
    const pass = pairDoubles(article.text, block, left)
    const runsOn: boolean = pass.left !== null && isContinued(article, pass.left.opening, index)
    const own =
      pass.left !== null && runsOn ? [...pass.found, openEnded(block, pass.left.opening, pass.startsOpen)] : pass.found
    const doubles = own.length === 0 && block.kind === 'quote' ? [wholeBlock(block)] : own
    const singles = pairSingles(article.text, block, doubles)
    const open = doubles.length === 0 ? openSingle(article.text, block, article.blocks[index + 1], doubles) : null
    const all = open === null ? singles : [open, ...singles]
    // The speech that the paragraph before left open goes on.
    found.push(...doubles, ...all.map((one) => (isOpen && one.start === block.start ? { ...one, goesOn: true } : one)))
    isOpen = open !== null
    left = runsOn ? pass.left : null
  })
  return linked(found)
}

function pairDoubles(
  text: string,
  block: Block,
  before: Unclosed | null,
): { found: FoundQuotation[]; left: Unclosed | null; startsOpen: boolean } {
  const found: FoundQuotation[] = []
  const stack: Opening[] = []
  let goesOn = before !== null
  const reopened = before !== null && startsWithMark(text, block, before.opening.mark)
  // No mark opens the paragraph, but the one before it was left open: the quotation goes on from the first word.
  if (before !== null && !reopened)
    stack.push({ start: block.start, width: 0, mark: before.opening.mark, goesOn: false })
  for (const { mark, start } of marksIn(text, block)) {
    const open = stack.at(-1)
    if (open !== undefined && closes(text, block, open, mark, start)) {
      stack.pop()
      const end = start + mark.length
      const isFirst = goesOn && stack.length === 0
      found.push({
        start: open.start,
        end,
        inner: { start: open.start + open.width, end: start },
        style: styleOf(open.mark),
        closed: true,
        goesOn: isFirst || open.goesOn,
      })
      if (isFirst) goesOn = false
    } else if (opens(text, block, mark, start)) {
      // The same mark twice: the first has lost its partner, unless two closing marks follow.
      const isSecond = open !== undefined && open.mark === mark && !isNested(text, block, start + mark.length, mark)
      const before = isSecond ? paragraphOf(text, open, start) : null
      if (isSecond) stack.pop()
      if (before !== null && open !== undefined) {
        const isFirst = goesOn && stack.length === 0
        found.push({ ...before, style: styleOf(mark), closed: false, goesOn: isFirst || open.goesOn })
        if (isFirst) goesOn = false
      }
      stack.push({ start, width: mark.length, mark, goesOn: before !== null })
    }
  }
  const opening = stack[0]
  const startsOpen = goesOn && opening !== undefined && opening.start === block.start
  return { found, left: opening === undefined ? null : { opening }, startsOpen }
}

/** A reporting clause after a pause: "We won, said Ann." */
const REPORT = /[,?!] (?:[\p{L}.]+ ){0,3}(?:added|asked|said|says|told|wrote)\b/u

/**
 * What an opening mark opens up to the next one at `end`, where it is a paragraph of a speech whose break the text has
 * lost: "We won. "And again," said Ann. Null where the mark lost its partner instead: "We won, said Ann. "And again".
 */
function paragraphOf(text: string, { start, width }: Opening, end: number): (Span & { inner: Span }) | null {
  const words = text.slice(start + width, end).trimEnd()
  if (!/[.?!…]$/.test(words) || REPORT.test(words)) return null
  const inner = { start: start + width, end: start + width + words.length }
  return { start, end: inner.end, inner }
}

function* marksIn(text: string, block: Block): Generator<{ mark: string; start: number }> {
  DOUBLE_MARK.lastIndex = block.start
  for (let match = DOUBLE_MARK.exec(text); match !== null && match.index < block.end; match = DOUBLE_MARK.exec(text)) {
    const next = match.index + match[0].length
    yield { mark: isReversed(text, block, match.index) ? '“' : match[0], start: match.index }
    DOUBLE_MARK.lastIndex = next
  }
}

/** ”It is over,” she said: a closing mark before a paragraph's first word was meant to open. */
function isReversed(text: string, block: Block, at: number): boolean {
  return at === block.start && text.charAt(at) === '”' && isLetterOrDigit(text, at + 1)
}

function closes(text: string, block: Block, open: Opening, mark: string, at: number): boolean {
  if (!(CLOSERS[open.mark] ?? '').includes(mark)) return false
  if (!isStraight(open.mark)) return true
  // A straight mark after a space and before a word opens again: the one before has lost its partner.
  const isOpening = isOpeningPlace(text, block, at) && !isClosingPlace(text, block, at + mark.length)
  return !isOpening || isMisplaced(text, block, mark, at)
}

/** `It is warm, "she said. "I like it."`: a straight mark with its space on the wrong side closes if the others pair up. */
function isMisplaced(text: string, block: Block, mark: string, at: number): boolean {
  const before = text.slice(Math.max(block.start, at - 2), at)
  if (!/[,.?!…—] ?$/.test(before)) return false
  // `It was lost. "We started well`: a sentence that begins behind the mark is what it opens.
  if (/[.?!…] $/.test(before) && /^\p{Lu}/u.test(text.slice(at + mark.length, at + mark.length + 2))) return false
  let others = 0
  for (const next of marksIn(text, { ...block, start: at + mark.length })) if (next.mark === mark) others += 1
  return others % 2 === 0
}

function opens(text: string, block: Block, mark: string, at: number): boolean {
  if (!isStraight(mark)) return CLOSERS[mark] !== undefined
  const next = at + mark.length
  return isOpeningPlace(text, block, at) && next < block.end && !isSpace(text, next)
}

/** Marks that open and close alike: their neighbours tell which. */
function isStraight(mark: string): boolean {
  return mark === '"' || mark === "''"
}

/** Whether a mark at `at` stands where one can open: at the start, after a space, a bracket, a dash or another mark. */
function isOpeningPlace(text: string, block: Block, at: number): boolean {
  return at === block.start || isSpace(text, at - 1) || "([{—–-/‘'“".includes(text.charAt(at - 1))
}

/** Whether what follows a mark lets it close: the end, a space, or punctuation. */
function isClosingPlace(text: string, block: Block, next: number): boolean {
  return next >= block.end || !isLetterOrDigit(text, next)
}

/** Whether of the marks that follow, two close before another opens. */
function isNested(text: string, block: Block, from: number, mark: string): boolean {
  if (isStraight(mark)) return false
  let closing = 0
  for (const next of marksIn(text, { ...block, start: from })) {
    if ((CLOSERS[mark] ?? '').includes(next.mark)) closing += 1
    else if (next.mark === mark) return false
    if (closing === 2) return true
  }
  return false
}

function startsWithMark(text: string, block: Block, mark: string): boolean {
  return text.startsWith(mark, block.start) || (mark === '“' && text.startsWith('"', block.start))
}

/** A paragraph without a mark may stand inside a quotation; this many in a row do not. */
const MOST_PLAIN = 4

/** Whether the next paragraph carries on a quotation that this one leaves open. */
function isContinued(article: Pick<Article, 'text' | 'blocks'>, opening: Opening, index: number): boolean {
  const next = article.blocks[index + 1]
  if (next === undefined || next.kind === 'heading') return false
  if (startsWithMark(article.text, next, opening.mark)) return true
  // Without a mark of its own the next paragraph goes on only if the first mark from there on is a closing one.
  for (const block of article.blocks.slice(index + 1, index + 1 + MOST_PLAIN)) {
    if (block.kind === 'heading') return false
    for (const { mark, start } of marksIn(article.text, block))
      return isClosing(article.text, block, opening, { mark, start })
  }
  return false
}

function isClosing(
  text: string,
  block: Block,
  opening: Opening,
  { mark, start }: { mark: string; start: number },
): boolean {
  if (!(CLOSERS[opening.mark] ?? '').includes(mark)) return false
  return !isStraight(mark) || !isOpeningPlace(text, block, start) || isMisplaced(text, block, mark, start)
}

function openEnded(block: Block, opening: Opening, goesOn: boolean): FoundQuotation {
  return {
    start: opening.start,
    end: block.end,
    inner: { start: opening.start + opening.width, end: block.end },
    style: styleOf(opening.mark),
    closed: false,
    goesOn,
  }
}

function wholeBlock(block: Block): FoundQuotation {
  const { start, end } = block
  return { start, end, inner: { start, end }, style: 'block', closed: true, goesOn: false }
}

function styleOf(mark: string): Quotation['style'] {
  return '«‹'.includes(mark) ? 'guillemet' : 'double'
}

/** Sorts, and gives each quotation its parent and the one that it continues. */
function linked(found: readonly FoundQuotation[]): Quotation[] {
  const sorted = [...found].sort(bySpan)
  const around: number[] = []
  let lastOpen: number | null = null
  return sorted.map(({ goesOn, ...quotation }, index) => {
    for (let top = around.at(-1); top !== undefined && (sorted[top]?.end ?? 0) <= quotation.start; top = around.at(-1))
      around.pop()
    const parent = around.at(-1) ?? null
    around.push(index)
    const continues = goesOn ? lastOpen : null
    if (parent === null) lastOpen = quotation.closed ? null : index
    return { ...quotation, parent, continues }
  })
}
