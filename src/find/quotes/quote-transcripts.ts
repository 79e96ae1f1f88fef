import { roleByForm } from '../../lexicons/roles.js'
import { type Document, type Token, tokenAt } from '../../model/document.js'
import { firstNot, overlaps, textAt } from '../../model/span.js'
import { intervieweeOf, isInFirstPerson } from './interviews.js'
import type { Draft } from './quote-drafts.js'
import { type Frame, isQuotation, quotationAt, tokenOf } from './quote-frame.js'

/** The share that was right on PolNeAR's training articles. */
const TRANSCRIPT_SCORE = 0.85
const LONGEST_LABEL = 5
/** After an answer of more paragraphs than these the article goes on. */
const LONGEST_ANSWER = 6
/** "A: Never."; "Q. Is it enough?" has no colon. */
const ANSWER = /^A\.?$/

/** A paragraph that begins with who speaks. */
interface Labelled {
  readonly label: string
  /** Whether it is in capitals, as transcripts have it; in small letters it may be any word and a colon. */
  readonly isUpper: boolean
  readonly draft: Draft
}

/**
 * Paragraphs that begin with the speaker's name in capitals: "SMITH: …", where two or more do; and "Q:", "A:", of which
 * the answers are the interviewee's. Names in small letters ("Lee: …") count where they come again beside such, or two of
 * them do. Paragraphs between them that speak of themselves go on.
 */
export function transcriptDrafts(document: Document, frames: readonly Frame[]): Draft[] {
  const openers = frames.filter((frame, at) => frame.within === null && frames[at - 1]?.block !== frame.block)
  const labels = openers.flatMap((frame) => labelled(frame) ?? [])
  const counts = new Map<string, number>()
  for (const { label } of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  const upper = labels.filter(({ isUpper }) => isUpper)
  const repeated = labels.filter(({ isUpper, label }) => !isUpper && (counts.get(label) ?? 0) > 1)
  const isTalk = upper.length > 0 ? repeated.length > 0 : new Set(repeated.map(({ label }) => label)).size > 1
  const talk = labels.filter((one) => one.isUpper || (isTalk && repeated.includes(one)))
  const isSpoken = upper.length > 1 || talk.some((one) => isSpeaker(document, one))
  return talk.length < 2 || !isSpoken ? [] : withSequels(document, answered(document, talk))
}

/** "Pro: …", "Con: …" are nobody's labels: one of them at least asks, answers, or is named or told of as somebody. */
function isSpeaker({ mentions, tokens }: Document, { label, draft: { head } }: Labelled): boolean {
  if (/^[QA]\.?$/.test(label)) return true
  if (head === null) return false
  if (roleByForm.has(tokens[tokenAt(tokens, head.end - 1)]?.normal ?? '')) return true
  return mentions.some(
    (mention) =>
      (mention.kind === 'person' || mention.kind === 'agency' || mention.kind === 'organization') &&
      overlaps(mention, head),
  )
}

/** The drafts, those of "A" given to the interviewee. */
function answered(document: Document, talk: readonly Labelled[]): Draft[] {
  const [first] = talk
  const isAsked = talk.some(({ label }) => ANSWER.test(label))
  const interviewee = isAsked && first !== undefined ? intervieweeOf(document, first.draft.block) : null
  return talk.map(({ label, draft }) =>
    ANSWER.test(label) && interviewee !== null ? { ...draft, head: interviewee } : draft,
  )
}

/** The drafts with the paragraphs between them, and after the last, in which the one who speaks goes on. */
function withSequels(document: Document, drafts: readonly Draft[]): Draft[] {
  const { blocks } = document.article
  return drafts.flatMap((draft, at) => {
    const sequels: Draft[] = []
    const next = Math.min(drafts[at + 1]?.block ?? blocks.length, draft.block + LONGEST_ANSWER)
    for (let index = draft.block + 1; index < next; index += 1) {
      const block = blocks[index]
      if (block?.kind !== 'paragraph' || !isInFirstPerson(document, block)) break
      const { start, end } = block
      sequels.push({ ...draft, content: [{ start, end }], quotations: [], block: index })
    }
    return [draft, ...sequels]
  })
}

function labelled(frame: Frame): Labelled | null {
  const { document } = frame
  const { article, tokens } = document
  const block = article.blocks[frame.block]
  if (block === undefined || block.kind === 'title') return null
  const first = isQuotation(frame, 0)
    ? firstInside(frame)
    : tokenOf(frame, 0) === undefined
      ? -1
      : (frame.items[0] ?? -1)
  const from = tokens[first]
  if (from === undefined) return null
  const end = labelEnd(tokens, first)
  const span = { start: from.start, end: tokens[end - 1]?.end ?? from.end }
  const label = textAt(article.text, span)
  const hasColon = tokens[end]?.normal === ':'
  if (end === first || !(hasColon || (end - first === 1 && /^[QA]\.$/.test(label)))) return null
  const next = tokens[hasColon ? end + 1 : end]
  if (next === undefined || next.start >= block.end) return null
  return {
    label,
    isUpper: tokens.slice(first, end).every(({ casing }) => casing === 'upper' || casing === 'initial'),
    draft: {
      rule: 'quote/transcript',
      type: 'direct',
      act: 'speech',
      content: [{ start: next.start, end: block.end }],
      quotations: isQuotation(frame, 0) ? [~(frame.items[0] ?? -1)] : [],
      block: frame.block,
      cue: null,
      source: span,
      head: span,
      addressee: null,
      score: TRANSCRIPT_SCORE,
      hasThat: false,
      inside: null,
    },
  }
}

/** Where a label that begins at `first` ends: "SMITH", "CBC News", "Smith-Jones", "Q." alone. */
function labelEnd(tokens: readonly Token[], first: number): number {
  let at = first
  while (at - first < LONGEST_LABEL && isLabelWord(tokens, at, first)) at += 1
  const only = tokens[first]
  return only?.casing === 'initial' && /^[qa]$/.test(only.normal) && tokens[at]?.normal !== ':' ? first + 1 : at
}

/** A capital letter; what any word begins a sentence with is one too. */
function isLabelWord(tokens: readonly Token[], at: number, first: number): boolean {
  const { casing, normal } = tokens[at] ?? {}
  if (normal === '-') return at > first
  return casing === 'upper' || casing === 'initial' || casing === 'title' || casing === 'mixed'
}

/** The first token inside the quotation that a frame begins with. */
function firstInside(frame: Frame): number {
  const { inner } = quotationAt(frame.document, ~(frame.items[0] ?? -1))
  return firstNot(frame.document.tokens, ({ start }) => start < inner.start)
}
