import { type Document, type Quotation, type Token, tokenAt } from '../../model/document.js'
import { Word } from './quote-words.js'

/**
 * A sentence as quotes are looked for in it: its tokens in order, each quotation taken together as one item.
 * An item is a token's index, or `~index` of a quotation. `within` is the quotation that the frame is the inside of.
 */
export interface Frame {
  readonly document: Document
  readonly bits: Int32Array
  readonly items: readonly number[]
  readonly block: number
  readonly within: number | null
}

/** The frames of a document: one for each sentence, then one for each quotation that holds another. */
export function framesOf(document: Document, bits: Int32Array): Frame[] {
  const frames: Frame[] = []
  const top = topQuotations(document)
  let next = 0
  for (const sentence of document.sentences) {
    while (next < top.length && quotationAt(document, top[next]).end <= sentence.start) next += 1
    const items = itemsBetween(document, sentence.firstToken, sentence.lastToken, top.slice(next, next + 12))
    const before = frames.at(-1)
    if (before !== undefined && before.block === sentence.block && goesOn(before, items))
      frames[frames.length - 1] = { ...before, items: [...before.items, ...items] }
    else frames.push({ document, bits, items, block: sentence.block, within: null })
  }
  frames.push(...innerFrames(document, bits))
  return frames
}

/** A quotation by its index; a missing one is empty and stands before the text. */
export function quotationAt(document: Document, index: number | undefined): Quotation {
  const found = index === undefined ? undefined : document.quotations[index]
  return found ?? NONE
}

const NONE: Quotation = {
  start: 0,
  end: 0,
  inner: { start: 0, end: 0 },
  style: 'double',
  parent: null,
  continues: null,
  closed: true,
}

function topQuotations(document: Document): number[] {
  const top: number[] = []
  document.quotations.forEach((quotation, index) => {
    if (quotation.parent === null && quotation.style !== 'block') top.push(index)
  })
  return top
}

function itemsBetween(document: Document, first: number, last: number, quotations: readonly number[]): number[] {
  const items: number[] = []
  let next = 0
  for (let at = first; at < last; at += 1) {
    const token = document.tokens[at]
    if (token === undefined) break
    while (next < quotations.length && quotationAt(document, quotations[next]).end <= token.start) next += 1
    const index = quotations[next]
    const quotation = quotationAt(document, index)
    if (index !== undefined && quotation.start <= token.start) {
      items.push(~index)
      at = tokenAt(document.tokens, quotation.end - 1)
      next += 1
    } else items.push(at)
  }
  return items
}

/** Whether a sentence belongs to the one before it: what ended there was a quotation. */
function goesOn(before: Frame, items: readonly number[]): boolean {
  const first = items[0]
  const last = before.items.at(-1)
  if (first === undefined || last === undefined || last >= 0) return false
  // “…” — Ann Lee
  if (first >= 0 && (before.bits[first] ?? 0) & Word.dash) return true
  return first >= 0 && endsOpen(before)
}

/** “Why?” he asked. and “Stop!” cried Ann. are one frame: the mark inside ends the quotation, not the sentence. */
function endsOpen(frame: Frame): boolean {
  const last = frame.items.at(-1)
  if (last === undefined || last >= 0) return false
  const { inner } = quotationAt(frame.document, ~last)
  const mark = frame.document.article.text.charAt(inner.end - 1)
  return mark === '?' || mark === '!' || mark === '…' || mark === '—'
}

function innerFrames(document: Document, bits: Int32Array): Frame[] {
  const children = new Map<number, number[]>()
  document.quotations.forEach(({ parent }, index) => {
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), index])
  })
  return [...children].map(([parent, inside]) => {
    const { inner } = quotationAt(document, parent)
    const items = itemsBetween(
      document,
      tokenAt(document.tokens, inner.start),
      tokenAt(document.tokens, inner.end),
      inside,
    )
    return { document, bits, items, block: -1, within: parent }
  })
}

/** The bits of an item; a quotation and what lies outside have none. */
export function bitsAt(frame: Frame, at: number): number {
  const item = frame.items[at]
  return item === undefined || item < 0 ? 0 : (frame.bits[item] ?? 0)
}

/** The token of an item, if it is one. */
export function tokenOf(frame: Frame, at: number): Token | undefined {
  const item = frame.items[at]
  return item === undefined || item < 0 ? undefined : frame.document.tokens[item]
}

/** The word of an item; empty for a quotation and outside the frame. */
export function wordAt(frame: Frame, at: number): string {
  return tokenOf(frame, at)?.normal ?? ''
}

/** Whether an item is a quotation. */
export function isQuotation(frame: Frame, at: number): boolean {
  const item = frame.items[at]
  return item !== undefined && item < 0
}

/** The index of the quotation that an item is, or -1. */
export function quotationIndex(frame: Frame, at: number): number {
  const item = frame.items[at]
  return item !== undefined && item < 0 ? ~item : -1
}

/** Where an item starts in the text. */
export function startOf(frame: Frame, at: number): number {
  const item = frame.items[at]
  if (item === undefined) return 0
  return item < 0 ? quotationAt(frame.document, ~item).start : (frame.document.tokens[item]?.start ?? 0)
}

/** Where an item ends in the text. */
export function endOf(frame: Frame, at: number): number {
  const item = frame.items[at]
  if (item === undefined) return 0
  return item < 0 ? quotationAt(frame.document, ~item).end : (frame.document.tokens[item]?.end ?? 0)
}

/** Whether an item parts clauses: a comma, colon, dash, full stop, semicolon or bracket. */
export function isBreak(frame: Frame, at: number): boolean {
  return (bitsAt(frame, at) & BREAKS) !== 0
}

const BREAKS = Word.comma | Word.colon | Word.dash | Word.stop | Word.semicolon | Word.opening | Word.closing
