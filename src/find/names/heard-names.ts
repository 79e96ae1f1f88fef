import { type Document, type HeardSpan, tokenAt } from '../../model/document.js'
import type { NameContext } from './name-context.js'
import { LABEL_COUNT, NAME_LABELS, type NameLabel } from './name-labels.js'
import { type NameKind, type ScoredName, scoreNames } from './name-scorer.js'

/** A name with its rule: what the reader heard, or what the words alone said against it. */
export interface FoundName extends ScoredName {
  readonly rule: string
}

const BEGINS: Readonly<Record<NameKind, NameLabel>> = {
  person: 'B-PER',
  organization: 'B-ORG',
  place: 'B-LOC',
  other: 'B-MISC',
}

/**
 * What the reader's word weighs beside the learned weights, in their measure. Chosen on the mean of six development
 * sets: from 50 to 110 it makes half a point of difference; the reader alone, and the weights alone, are worse on each.
 */
const WEIGHT = 80
/** A name whose mean probability is no more than this weighs nothing. */
const LEAST = 0.4

/**
 * The names of an article: the learned weights and what was heard decide together, token by token, so that lists of
 * known names and the rest of the article can outvote a reader that is unsure. Without a reader, the weights alone.
 */
export function foundNames(document: Document, context: NameContext): FoundName[] {
  const { heard } = document
  if (heard === null) return scoreNames(context).map((name) => ({ ...name, rule: `${name.kind}/learned` }))
  const labels = new Uint8Array(document.tokens.length)
  const weights = new Float64Array(document.tokens.length).fill(WEIGHT)
  const kinds = new Map<string, NameKind>()
  for (const name of heard.names) {
    const [first, last] = tokensOf(document, name)
    const begin = NAME_LABELS.indexOf(BEGINS[name.kind])
    kinds.set(`${first} ${last}`, name.kind)
    for (let at = first; at < last; at += 1) {
      labels[at] = at === first ? begin : begin + 1
      weights[at] = (WEIGHT * Math.max(0, name.score - LEAST)) / (1 - LEAST)
    }
  }
  const names = scoreNames(context, (zone, sums) => {
    for (let at = zone.first; at < zone.last; at += 1) {
      const slot = (at - zone.first) * LABEL_COUNT + (labels[at] ?? 0)
      sums[slot] = (sums[slot] ?? 0) + (weights[at] ?? 0)
    }
  })
  return names.map((name) => {
    const isHeard = kinds.get(`${name.first} ${name.last}`) === name.kind
    return { ...name, rule: `${name.kind}/${isHeard ? 'heard' : 'learned'}` }
  })
}

function tokensOf({ tokens }: Document, { start, end }: HeardSpan): readonly [first: number, last: number] {
  return [tokenAt(tokens, start), tokenAt(tokens, end - 1) + 1]
}
