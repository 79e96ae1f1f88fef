import type { Span } from '../../model/span.js'
import { type Attribution, attributionsOf, endsClause } from './quote-attributions.js'
import { contentAfter, type Following, hasVerb } from './quote-content.js'
import type { Cue } from './quote-cues.js'
import {
  bitsAt,
  endOf,
  type Frame,
  isBreak,
  isQuotation,
  quotationAt,
  quotationIndex,
  startOf,
  tokenOf,
  wordAt,
} from './quote-frame.js'
import type { Source } from './quote-source.js'
import { sourceAfter } from './quote-source-after.js'
import { Word } from './quote-words.js'

/** Items `[start, end)` of a frame that are said. */
export type Part = readonly [start: number, end: number]

/** A quote as one rule reads it, before it is weighed against the others. */
export interface Proposal {
  readonly rule: string
  readonly frame: Frame
  readonly cue: Cue | null
  /** The phrase or noun that takes the place of a verb. */
  readonly phrase: string | null
  readonly cueSpan: Span | null
  readonly source: Source | null
  readonly parts: readonly Part[]
  readonly opening: string
  readonly addressee: Span | null
  readonly act: 'speech' | 'thought'
  /** Whether the source is taken over from another verb of the sentence. */
  readonly isShared: boolean
}

/** Every quote that the cues of a frame can make. */
export function proposalsOf(frame: Frame): Proposal[] {
  const attributions = attributionsOf(frame)
  const proposals: Proposal[] = []
  attributions.forEach((attribution, index) => {
    const before = partBefore(frame, attribution)
    const after = partAfter(frame, attributions, index)
    const proposal = proposalFrom(frame, attribution, before, after)
    if (proposal !== null) proposals.push(proposal)
  })
  return proposals
}

/** What is said before the cue and its source, or null. */
function partBefore(frame: Frame, { cue, source, isInverted, isShared }: Attribution): Part | null {
  if (isShared || source?.isRelative || (!isInverted && source === null)) return null
  let last = (isInverted || source === null ? cue.start : source.start) - 1
  if (last < 0) return null
  const hasComma = (bitsAt(frame, last) & Word.comma) !== 0
  if (hasComma) last -= 1
  if (isQuotation(frame, last)) {
    if (!hasComma && !endsClause(frame, last)) return null
    return [clauseStart(frame, last), last + 1]
  }
  if (!hasComma || last < 1) return null
  const start = clauseStart(frame, last)
  const isAside = (bitsAt(frame, cue.end) & Word.comma) !== 0 && !isInverted
  // "The new rules look different, she said." needs no verb that is nothing but a verb: the attribution ends the sentence.
  const isLast = !isInverted && last - start >= FEWEST_BEFORE && isSentenceEnd(frame, cue.end)
  return isAside || isLast || hasVerb(frame, start, last + 1) ? [start, last + 1] : null
}

/** Fewer words than these before ", she said." are a phrase of time or place. */
const FEWEST_BEFORE = 3

function isSentenceEnd(frame: Frame, at: number): boolean {
  return at >= frame.items.length || (bitsAt(frame, at) & Word.stop) !== 0
}

/** Back from `last` to where its clause begins: the start of the frame or a semicolon, dash or full stop. */
export function clauseStart(frame: Frame, last: number): number {
  let start = last
  while (start > 0 && !(bitsAt(frame, start - 1) & (Word.semicolon | Word.stop | Word.colon))) {
    // A quotation that ends a clause before a quotation: “A.” “B,” he said.
    if (isQuotation(frame, start - 1) && isQuotation(frame, start)) break
    if (bitsAt(frame, start - 1) & Word.dash && isDateline(frame, start - 1)) break
    start -= 1
  }
  if (start < last && bitsAt(frame, start) & Word.coordinator) start += 1
  if (start < last && bitsAt(frame, start) & Word.comma) start += 1
  return start
}

/** "MANILA, Philippines (AP) —": nothing in small letters stands before the dash. */
function isDateline(frame: Frame, dash: number): boolean {
  for (let at = 0; at < dash; at += 1)
    if (isQuotation(frame, at) || tokenOf(frame, at)?.casing === 'lower') return false
  return dash > 0
}

interface After extends Following {
  readonly end: number
}

function partAfter(frame: Frame, attributions: readonly Attribution[], index: number): After | null {
  const attribution = attributions[index]
  if (attribution === undefined) return null
  const { cue, source, isInverted } = attribution
  const from = isInverted && source !== null ? source.end : cue.end
  const following = contentAfter(frame, cue, from)
  if (following === null) return null
  const end = contentEnd(frame, attributions, index, following.start)
  return end > following.start ? { ...following, end } : null
}

/** Where what is said ends: at the sentence's end, a semicolon, or where the next attribution begins. */
function contentEnd(frame: Frame, attributions: readonly Attribution[], index: number, start: number): number {
  if (isQuotation(frame, start) && standsAlone(frame, start)) return start + 1
  let end = frame.items.length
  for (let at = start; at < end; at += 1) {
    const bits = bitsAt(frame, at)
    if (bits & (Word.semicolon | Word.stop)) end = at
    if (bits & Word.closing && !hasOpening(frame, start, at)) end = at
    if (bits & Word.comma && wordAt(frame, at + 1) === 'according') end = at
  }
  if (attributions[index]?.source?.isRelative) end = Math.min(end, mainClauseResumes(frame, start, end))
  for (const next of attributions.slice(index + 1)) {
    const cut = Math.max(cutBefore(frame, next), cutBeforeDirect(frame, next, start))
    if (cut > start && cut < end) {
      end = cut
      break
    }
  }
  while (end > start && isBreak(frame, end - 1) && !(bitsAt(frame, end - 1) & Word.closing)) end -= 1
  return end
}

/** Whether a quotation is all that is said: it is a sentence of its own, or the clause does not go on through it. */
function standsAlone(frame: Frame, at: number): boolean {
  if (at + 1 >= frame.items.length || isQuotation(frame, at + 1)) return false
  const { inner } = quotationAt(frame.document, quotationIndex(frame, at))
  const text = frame.document.article.text
  if (!/\p{Lu}/u.test(text.charAt(inner.start))) return false
  return ',.?!'.includes(text.charAt(inner.end - 1)) || (bitsAt(frame, at + 1) & (Word.comma | Word.subordinator)) !== 0
}

/** "Lee, who said it was over, left": the comma after which the main clause goes on, or `end`. */
function mainClauseResumes(frame: Frame, start: number, end: number): number {
  for (let at = start + 1; at + 1 < end; at += 1) {
    if (!(bitsAt(frame, at) & Word.comma)) continue
    const next = bitsAt(frame, at + 1)
    const isVerb = (next & (Word.verb | Word.past | Word.be | Word.have | Word.modal)) !== 0
    if (isVerb && !(next & (Word.noun | Word.name | Word.subject))) return at
  }
  return end
}

function hasOpening(frame: Frame, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (bitsAt(frame, at) & Word.opening) return true
  return false
}

/** Where an attribution that is no part of the content before it begins, or -1. */
function cutBefore(frame: Frame, { cue, source, isShared, isInverted }: Attribution): number {
  const start = isShared || isInverted || source === null ? cue.start : source.start
  const before = bitsAt(frame, start - 1)
  if (cue.form === 'gerund') return before & Word.comma ? start - 1 : -1
  if (isShared) return start - 1
  if (before & Word.coordinator || before & Word.subordinator) {
    const outer = bitsAt(frame, start - 2)
    return outer & Word.comma ? start - 2 : -1
  }
  return -1
}

/** "She said the tax would go, and when pressed, the aide replied, “…”": the last ", and" before a direct quote's source. */
function cutBeforeDirect(frame: Frame, { cue, source, isInverted }: Attribution, floor: number): number {
  const isDirect = isQuotation(frame, cue.end + 1) && (bitsAt(frame, cue.end) & (Word.comma | Word.colon)) !== 0
  if (!isDirect || source === null || isInverted) return -1
  for (let at = source.start - 1; at > floor; at -= 1)
    if (bitsAt(frame, at) & (Word.coordinator | Word.subordinator) && bitsAt(frame, at - 1) & Word.comma) return at - 1
  return -1
}

function proposalFrom(
  frame: Frame,
  attribution: Attribution,
  before: Part | null,
  after: After | null,
): Proposal | null {
  const { cue, source, isInverted } = attribution
  const isSaidBefore = before !== null && isSayBefore(frame, attribution, before, after)
  const addressee = after?.addressee ?? addresseeAlone(frame, cue, isInverted)
  const base = {
    frame,
    cue,
    phrase: null,
    cueSpan: { start: startOf(frame, cue.start), end: endOf(frame, Math.max(cue.verb, cue.start)) },
    source,
    addressee: addressee === null ? null : { start: startOf(frame, addressee[0]), end: endOf(frame, addressee[1] - 1) },
    act: cue.entry.act,
    isShared: attribution.isShared,
  }
  if (isSaidBefore && before !== null) {
    const goesOn = after !== null && goesOnAfter(frame, before, after)
    const isQuoted = isQuotation(frame, before[1] - 1)
    const rest = isQuoted ? null : clauseAfter(frame, attribution)
    const parts: Part[] =
      goesOn && after !== null ? [before, [after.start, after.end]] : rest === null ? [before] : [before, rest]
    const rule = isInverted ? 'cue-inverted' : 'cue-after'
    return {
      ...base,
      rule: isQuoted ? `quote/${rule}` : 'quote/indirect-after',
      parts,
      opening: isQuoted ? 'quotation' : 'clause',
    }
  }
  if (after === null || (isInverted && after.opening !== 'colon')) return null
  const isQuoted = isQuotation(frame, after.start)
  const plain = after.opening === 'colon' ? 'quote/colon' : isQuoted ? 'quote/cue-before' : 'quote/indirect'
  // "quoting the director as saying that “…”"
  const isAsSaying = cue.form === 'gerund' && wordAt(frame, cue.start - 1) === 'as' && isQuoted
  return {
    ...base,
    rule: isAsSaying ? 'quote/as-saying' : plain,
    parts: [[after.start, after.end]],
    opening: after.opening,
  }
}

function addresseeAlone(frame: Frame, cue: Cue, isInverted: boolean): Part | null {
  if (isInverted || !cue.entry.addressee) return null
  const following = sourceAfter(frame, cue.end)
  return following === null ? null : [following.headStart, following.headEnd]
}

/** Whether what stands before the attribution is what is said, rather than what stands after it. */
function isSayBefore(frame: Frame, { isInverted }: Attribution, before: Part, after: After | null): boolean {
  if (isInverted) return true
  if (after === null) return true
  const isWhole = isQuotation(frame, before[1] - 1) && before[1] - before[0] === 1
  if (isWhole) return true
  if (after.opening === 'that' || after.opening === 'question') return false
  // "The tax is “a joke,” Lee said, “and …”"
  if (isQuotation(frame, before[1] - 1)) return after.hasComma || after.opening === 'preposition'
  return false
}

/** Whether what is said goes on after the attribution: “A,” he said, “B.” */
function goesOnAfter(frame: Frame, before: Part, after: After): boolean {
  return isQuotation(frame, before[1] - 1) && isQuotation(frame, after.start)
}

/** "The museum, Mr. Bush said, celebrated …": what goes on after an attribution between two commas, or null. */
function clauseAfter(frame: Frame, { cue, source, isInverted }: Attribution): Part | null {
  const from = isInverted && source !== null ? source.end : cue.end
  if (!(bitsAt(frame, from) & Word.comma) || from + 2 >= frame.items.length) return null
  const bits = bitsAt(frame, from + 1)
  if (isQuotation(frame, from + 1) || bits & (Word.gerund | Word.coordinator)) return null
  let end = from + 1
  while (end < frame.items.length && !(bitsAt(frame, end) & (Word.stop | Word.semicolon))) end += 1
  return end - from > 2 ? [from + 1, end] : null
}
