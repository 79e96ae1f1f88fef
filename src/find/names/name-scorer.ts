import { nameWeights } from '../../lexicons/name-weights.js'
import type { NameContext } from './name-context.js'
import { featuresOf } from './name-features.js'
import { bestLabels, emissionsOf, LABEL_COUNT, NAME_LABELS, type NameWeights } from './name-labels.js'
import { votesOf } from './name-votes.js'
import type { Zone } from './name-zones.js'

/** What a name is a name of; `other` is a nationality, an event, a law, a product … */
export type NameKind = 'person' | 'organization' | 'place' | 'other'

/** A name at tokens `[first, last)`. */
export interface ScoredName {
  readonly first: number
  readonly last: number
  readonly kind: NameKind
  /** By how much the kind beats the next best at the least sure token, in the scorer's own measure. */
  readonly margin: number
}

/** Adds what others say of a zone's tokens to the sums, `LABEL_COUNT` numbers for each token. */
export type OtherEvidence = (zone: Zone, sums: Float64Array) => void

const KINDS: readonly NameKind[] = ['person', 'organization', 'place', 'other']
const WEIGHTS: NameWeights = learnedWeights()

function learnedWeights(): NameWeights {
  const rows = new Map<string, number>()
  const values = new Float32Array(nameWeights.length * LABEL_COUNT)
  const steps = new Float32Array(LABEL_COUNT * LABEL_COUNT)
  let next = 0
  for (const { evidence, weights } of nameWeights) {
    const from = evidence.startsWith('step=') ? NAME_LABELS.findIndex((label) => evidence === `step=${label}`) : -1
    const target = from === -1 ? values : steps
    const base = from === -1 ? next : from * LABEL_COUNT
    for (let at = 0; at + 1 < weights.length; at += 2) target[base + (weights[at] ?? 0)] = weights[at + 1] ?? 0
    if (from !== -1) continue
    rows.set(evidence, next)
    next += LABEL_COUNT
  }
  return { rows, values, steps }
}

/**
 * The names of an article, in order, as the learned weights see them. It is read twice: the second reading knows what
 * the first found, so that the same words are read one way where the words round them say nothing.
 */
export function scoreNames(context: NameContext, others?: OtherEvidence): ScoredName[] {
  const emissions = context.zones.map((zone) => {
    const sums = zoneEmissions(context, zone)
    others?.(zone, sums)
    return sums
  })
  const once = context.zones.flatMap((zone, index) => bestNames(zone, emissions[index]))
  const votes = votesOf(context, once)
  context.zones.forEach((zone, index) => {
    const sums = emissions[index]
    if (sums === undefined) return
    for (let at = zone.first; at < zone.last; at += 1) emissionsOf(WEIGHTS, votes(at), sums, at - zone.first)
  })
  return context.zones.flatMap((zone, index) => bestNames(zone, emissions[index]))
}

function zoneEmissions(context: NameContext, zone: Zone): Float64Array {
  const emissions = new Float64Array((zone.last - zone.first) * LABEL_COUNT)
  for (let at = zone.first; at < zone.last; at += 1)
    emissionsOf(WEIGHTS, featuresOf(context, zone, at), emissions, at - zone.first)
  return emissions
}

function bestNames(zone: Zone, emissions: Float64Array | undefined): ScoredName[] {
  if (emissions === undefined) return []
  const length = zone.last - zone.first
  const labels = bestLabels(WEIGHTS.steps, emissions, length)
  const names: ScoredName[] = []
  for (let at = 0; at < length; at += 1) {
    const label = labels[at] ?? 0
    if (label % 2 === 0) continue
    let last = at + 1
    while (labels[last] === label + 1) last += 1
    const kind = KINDS[(label - 1) >> 1] ?? 'other'
    names.push({ first: zone.first + at, last: zone.first + last, kind, margin: marginOf(emissions, labels, at, last) })
  }
  return names
}

function marginOf(emissions: Float64Array, labels: readonly number[], first: number, last: number): number {
  let margin = Number.POSITIVE_INFINITY
  for (let at = first; at < last; at += 1) {
    const label = labels[at] ?? 0
    const own = emissions[at * LABEL_COUNT + label] ?? 0
    for (let other = 0; other < LABEL_COUNT; other += 1) {
      const isSameKind = other !== 0 && (other - 1) >> 1 === (label - 1) >> 1
      if (!isSameKind) margin = Math.min(margin, own - (emissions[at * LABEL_COUNT + other] ?? 0))
    }
  }
  return margin
}
