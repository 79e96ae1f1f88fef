import { cueWeight } from '../../lexicons/cue-weights.js'
import type { QuoteMention } from '../../model/mention.js'
import type { Span } from '../../model/span.js'
import { explain, type Why } from '../../model/why.js'
import { featuresOf, probabilityOf } from './quote-features.js'
import { endOf, type Frame, isQuotation, quotationAt, quotationIndex, startOf } from './quote-frame.js'
import type { Part, Proposal } from './quote-proposals.js'

/** A quote before its speaker is known. `quotations` are those that it is made of, whole, in order. */
export interface Draft {
  readonly rule: string
  readonly type: QuoteMention['type']
  readonly act: QuoteMention['act']
  readonly content: readonly Span[]
  readonly quotations: readonly number[]
  readonly block: number
  readonly cue: Span | null
  readonly source: Span | null
  /** The noun phrase that names the speaker: the source without appositions, or what "who" stands for. */
  readonly head: Span | null
  readonly addressee: Span | null
  readonly score: number
  /** Whether "that" opens what is said. */
  readonly hasThat: boolean
  /** The quotation that it stands in, or null. */
  readonly inside: number | null
}

/** Forms that the training articles mark under the outer cue only, so that their weights say nothing. */
const SURE_BY_FORM: ReadonlyMap<string, number> = new Map([['quote/as-saying', 0.7]])

/** A proposal as a draft, with its probability for a score. */
export function draftOf(proposal: Proposal): Draft {
  const { frame, source, parts } = proposal
  const quotations = parts.flatMap((part) => quotationsIn(frame, part))
  const isDirect = parts.every((part) => isAllQuotation(frame, part))
  const features = featuresOf(proposal)
  explain(() => whyProposed(proposal, features))
  return {
    rule: proposal.rule,
    type: isDirect ? 'direct' : quotations.length > 0 ? 'mixed' : 'indirect',
    act: proposal.act,
    content: parts.flatMap((part) => (isDirect ? wholeQuotations(frame, part) : [spanOfPart(frame, part)])),
    quotations: isDirect ? quotations : [],
    block: frame.block,
    cue: proposal.cueSpan,
    source: source === null ? null : { start: startOf(frame, source.start), end: endOf(frame, source.end - 1) },
    head: source === null ? null : { start: startOf(frame, source.headStart), end: endOf(frame, source.headEnd - 1) },
    addressee: proposal.addressee,
    score: Math.max(probabilityOf(features), SURE_BY_FORM.get(proposal.rule) ?? 0),
    hasThat: proposal.opening === 'that',
    inside: frame.within,
  }
}

/** Why a proposal of the rules is a quote, or is not one. */
function whyProposed({ frame, parts, rule }: Proposal, features: readonly string[]): Why {
  const chance = probabilityOf(features)
  return {
    start: startOf(frame, parts[0]?.[0] ?? 0),
    end: endOf(frame, (parts.at(-1)?.[1] ?? 1) - 1),
    question: `whether this is a quote, by ${rule}`,
    choices: [
      { answer: 'a quote', chance },
      { answer: 'none', chance: 1 - chance },
    ],
    reasons: features.map((name) => ({ name, weight: cueWeight(name) })),
  }
}

function quotationsIn(frame: Frame, [start, end]: Part): number[] {
  const found: number[] = []
  for (let at = start; at < end; at += 1) if (isQuotation(frame, at)) found.push(quotationIndex(frame, at))
  return found
}

function isAllQuotation(frame: Frame, [start, end]: Part): boolean {
  for (let at = start; at < end; at += 1) if (!isQuotation(frame, at)) return false
  return true
}

function wholeQuotations(frame: Frame, [start, end]: Part): Span[] {
  const spans: Span[] = []
  for (let at = start; at < end; at += 1) {
    const quotation = quotationAt(frame.document, quotationIndex(frame, at))
    spans.push({ start: quotation.start, end: quotation.end })
  }
  return spans
}

function spanOfPart(frame: Frame, [start, end]: Part): Span {
  return { start: startOf(frame, start), end: endOf(frame, end - 1) }
}
