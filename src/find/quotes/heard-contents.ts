import { type Document, type HeardSpan, type Quotation, sentenceAt } from '../../model/document.js'
import { overlaps, type Span } from '../../model/span.js'
import { wholeEnd } from './heard-ends.js'

/** A content as it was heard, its borders set right. */
export interface HeardContent extends Span {
  readonly score: number
  /** Indexes of the quotations that it is made of, whole, where it is nothing but direct speech. */
  readonly quotations: readonly number[]
  /** Whether a quotation is part of it. */
  readonly hasMarks: boolean
  /** The quotation that it lies in without being all of it, or null. */
  readonly inside: number | null
}

/** How much of a quotation has to be heard for all of it to count. */
const ENOUGH = 0.5
/** A border that is no further from a mark than this means the mark: "“" and a word. */
const NEAR = 12

/**
 * What was heard as content, at least `least` sure, with borders that quotation marks and words set: direct speech goes from mark
 * to mark; "that", commas and stops at the edges are out. Sorted; none lies over another's edge.
 */
export function heardContents(document: Document, least: number): HeardContent[] {
  const found: HeardContent[] = []
  const contents = (document.heard?.contents ?? []).flatMap((content) => byBlock(document, content))
  for (const heard of contents.flatMap((content) => bySpeech(document, content))) {
    if (heard.score < least) continue
    const span = trimmed(document, wholeEnd(document, cutAtComma(document, snapped(document, heard))))
    if (isEmpty(document, span)) continue
    const last = found.at(-1)
    if (last !== undefined && span.start < last.end) {
      // Two stretches of one quotation, now the same.
      if (span.end > last.end) found[found.length - 1] = contentOf(document, { ...last, end: span.end }, last.score)
      continue
    }
    found.push(contentOf(document, span, heard.score))
  }
  return found
}

/** A content cut where a heading ends: nobody's words run from a headline into the story. */
function byBlock({ article }: Document, content: HeardSpan): HeardSpan[] {
  const parts: HeardSpan[] = []
  let { start } = content
  for (const block of article.blocks) {
    if (block.end <= start || (block.kind !== 'title' && block.kind !== 'heading')) continue
    if (block.start >= content.end) break
    if (block.end < content.end) {
      parts.push({ ...content, start, end: block.end })
      start = block.end
    }
  }
  return [...parts, { ...content, start }]
}

/** “It's a thought.” Having met, they were likely to talk, officials said: what direct speech says ends with its sentence. */
function bySpeech(document: Document, content: HeardSpan): HeardSpan[] {
  const { article, quotations, sentences } = document
  const opening = quotations.find(
    ({ start, end, style }) => style !== 'block' && start <= content.start && end > content.start,
  )
  if (opening === undefined || opening.end >= content.end) return [content]
  const isStopped = /[.?!]$/.test(article.text.slice(opening.inner.start, opening.inner.end).trimEnd())
  const isNext = sentenceAt(sentences, opening.inner.end - 1) < sentenceAt(sentences, opening.end + 1)
  const isClosed = opening.inner.end < opening.end
  // Another quotation, and the next paragraph, go on with it.
  const rest = article.text.slice(opening.end, content.end)
  if (!isStopped || !isClosed || !isNext || !/^[^\S\n]+\p{L}/u.test(rest)) return [content]
  return [
    { ...content, end: opening.end },
    { ...content, start: opening.end },
  ]
}

/** "However", "it": a word alone says nothing, unless it stands between marks. */
function isEmpty({ article }: Document, { start, end }: Span): boolean {
  return !/\s|[“”‘"«]/.test(article.text.slice(start, Math.max(start, end)).trim())
}

function marked(document: Document, span: Span): readonly (readonly [Quotation, number])[] {
  return document.quotations.flatMap((quotation, index) =>
    quotation.style !== 'block' && overlaps(quotation, span) ? [[quotation, index] as const] : [],
  )
}

/** Borders moved to the marks of the quotations that they stand in, or just beside. */
function snapped(document: Document, span: Span): Span {
  let { start, end } = span
  for (const [quotation] of marked(document, span)) {
    const shared = Math.min(end, quotation.end) - Math.max(start, quotation.start)
    const isMost = shared >= ENOUGH * (quotation.end - quotation.start)
    if (start > quotation.start && start < quotation.end && (isMost || start - quotation.inner.start < NEAR))
      start = quotation.start
    if (end < quotation.end && end > quotation.start && (isMost || quotation.inner.end - end < NEAR))
      end = quotation.end
  }
  return { start, end }
}

/** “We are ready,” Lee said: a comma before the closing mark ends what a quotation of some words began. */
function cutAtComma({ article, quotations }: Document, { start, end }: Span): Span {
  const opening = quotations.find((quotation) => quotation.start === start && quotation.style !== 'block')
  if (opening === undefined || opening.end >= end) return { start, end }
  const words = article.text.slice(opening.inner.start, opening.inner.end).trimEnd()
  return words.endsWith(',') && words.split(/\s+/).length >= FEWEST_WORDS ? { start, end: opening.end } : { start, end }
}

/** One word between marks may stand in a list: “lean,” “mean” and hungry. */
const FEWEST_WORDS = 2

const LEADING = /^(?:[\s,;:–—-]|that\s)+/i
const TRAILING = /[\s,;:–—-]+$/

function trimmed({ article }: Document, { start, end }: Span): Span {
  const text = article.text.slice(start, end)
  const lead = LEADING.exec(text)?.[0].length ?? 0
  const tail = TRAILING.exec(text.slice(lead))?.[0].length ?? 0
  return { start: start + lead, end: end - tail }
}

function contentOf(document: Document, { start, end }: Span, score: number): HeardContent {
  const span = { start, end }
  const near = marked(document, span)
  const whole = near.filter(([quotation]) => quotation.start >= start && quotation.end <= end)
  const outer = near.findLast(
    ([quotation]) =>
      quotation.start <= start && quotation.end >= end && (quotation.start < start || quotation.end > end),
  )
  const top = whole.filter(
    ([quotation]) =>
      !whole.some(([other]) => other !== quotation && other.start <= quotation.start && other.end >= quotation.end),
  )
  return {
    ...span,
    score,
    quotations: isCovered(document, span, top) ? top.map(([, index]) => index) : [],
    hasMarks: top.length > 0,
    inside: outer?.[1] ?? null,
  }
}

/** Whether nothing but marks and white space stands outside of the quotations. */
function isCovered(
  { article }: Document,
  { start, end }: Span,
  quotations: readonly (readonly [Quotation, number])[],
): boolean {
  if (quotations.length === 0) return false
  let at = start
  for (const [quotation] of quotations) {
    if (/[\p{L}\p{N}]/u.test(article.text.slice(at, quotation.start))) return false
    at = quotation.end
  }
  return !/[\p{L}\p{N}]/u.test(article.text.slice(at, end))
}
