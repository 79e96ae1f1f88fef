import { firstNot, type Span } from '../../model/span.js'
import { attributionsOf, mainSubject } from './quote-attributions.js'
import type { Draft } from './quote-drafts.js'
import { bitsAt, endOf, type Frame, isQuotation, quotationAt, startOf, tokenOf } from './quote-frame.js'
import type { Source } from './quote-source.js'
import { phraseEnd } from './quote-source-after.js'
import { Word } from './quote-words.js'

/** Shares that were right on PolNeAR's training articles. */
const LEAD_IN_SCORE = 0.85
const TRANSCRIPT_SCORE = 0.85
const LONGEST_LABEL = 5

/** Who speaks and by which cue, where a sentence only leads in to a quotation in the next paragraph: "Smith wrote:". */
export interface LeadIn {
  readonly cue: Span | null
  readonly source: Span | null
  readonly head: Span | null
  readonly score: number
}

/** What a frame that ends in a colon leads in with, or null. */
export function leadInOf(frame: Frame | undefined): LeadIn | null {
  if (frame === undefined || frame.items.length < 2) return null
  const last = frame.items.length - 1
  if (!(bitsAt(frame, last) & Word.colon)) return null
  const attribution = attributionsOf(frame).findLast(({ source }) => source !== null)
  const source = attribution?.source ?? mainSubject(frame, last) ?? wholeAsSource(frame, last)
  if (source === null) return null
  const cue = attribution?.cue
  return {
    cue: cue === undefined ? null : { start: startOf(frame, cue.start), end: endOf(frame, cue.verb) },
    source: { start: startOf(frame, source.start), end: endOf(frame, source.end - 1) },
    head: { start: startOf(frame, source.headStart), end: endOf(frame, source.headEnd - 1) },
    score: LEAD_IN_SCORE,
  }
}

/** "And from Chairwoman Ann Lee:" */
function wholeAsSource(frame: Frame, end: number): Source | null {
  for (let at = 0; at < end; at += 1) {
    if (!(bitsAt(frame, at) & Word.name)) continue
    const close = phraseEnd(frame, at)
    return { start: at, end: close, headStart: at, headEnd: close, isRelative: false }
  }
  return null
}

/**
 * Paragraphs that begin with the speaker's name in capitals: "SMITH: …", where two or more do; and "Q:", "A:". Names in
 * small letters ("Lee: …") count where they come again beside such, or two of them do.
 */
export function transcriptDrafts(frames: readonly Frame[]): Draft[] {
  const openers = frames.filter((frame, at) => frame.within === null && frames[at - 1]?.block !== frame.block)
  const drafts = openers.flatMap((frame) => labelled(frame, isLabelWord) ?? [])
  const names = openers.flatMap((frame) => labelled(frame, isNameWord) ?? [])
  const counts = new Map<string, number>()
  for (const { label } of names) counts.set(label, (counts.get(label) ?? 0) + 1)
  const repeated = names.filter(({ label }) => (counts.get(label) ?? 0) > 1)
  const isTalk = drafts.length > 0 ? repeated.length > 0 : new Set(repeated.map(({ label }) => label)).size > 1
  const all = isTalk ? [...drafts, ...repeated] : drafts
  return all.length < 2 ? [] : all.map(({ draft }) => draft).sort((a, b) => a.block - b.block)
}

interface Labelled {
  readonly label: string
  readonly draft: Draft
}

function labelled(frame: Frame, isWord: (casing: string | undefined) => boolean): Labelled | null {
  const { document } = frame
  const block = document.article.blocks[frame.block]
  if (block === undefined) return null
  const first = isQuotation(frame, 0)
    ? firstInside(frame)
    : tokenOf(frame, 0) === undefined
      ? -1
      : (frame.items[0] ?? -1)
  let at = first
  while (at >= 0 && at - first < LONGEST_LABEL && isWord(document.tokens[at]?.casing)) at += 1
  const colon = document.tokens[at]
  const from = document.tokens[first]
  const next = document.tokens[at + 1]
  if (at <= first || colon?.normal !== ':' || from === undefined || next === undefined || next.start >= block.end)
    return null
  const label = { start: from.start, end: document.tokens[at - 1]?.end ?? from.end }
  const draft: Draft = {
    rule: 'quote/transcript',
    type: 'direct',
    act: 'speech',
    content: [{ start: next.start, end: block.end }],
    quotations: isQuotation(frame, 0) ? [~(frame.items[0] ?? -1)] : [],
    block: frame.block,
    cue: null,
    source: label,
    head: label,
    addressee: null,
    score: TRANSCRIPT_SCORE,
    hasThat: false,
    inside: null,
  }
  return { label: document.article.text.slice(label.start, label.end), draft }
}

function isLabelWord(casing: string | undefined): boolean {
  return casing === 'upper' || casing === 'initial'
}

/** A name in small letters; what any word begins a sentence with is one too. */
function isNameWord(casing: string | undefined): boolean {
  return casing === 'title' || casing === 'mixed'
}

/** The first token inside the quotation that a frame begins with. */
function firstInside(frame: Frame): number {
  const { inner } = quotationAt(frame.document, ~(frame.items[0] ?? -1))
  return firstNot(frame.document.tokens, ({ start }) => start < inner.start)
}
