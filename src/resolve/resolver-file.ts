import { z } from 'zod'
import type { Judgement, Verdict } from '../model/entity.js'

/** What nomenklatura calls a verdict. */
const VERDICTS: Readonly<Record<string, Verdict>> = { positive: 'same', negative: 'different', unsure: 'unsure' }
const NAMES: Readonly<Record<Verdict, string>> = { same: 'positive', different: 'negative', unsure: 'unsure' }
const UNDECIDED = 'no_judgement'
/** An id of nomenklatura's own, or one of Wikidata: stands for a cluster, and is no profile of ours. */
const CANONICAL = /^(?:NK-.+|Q\d+)$/
/** A profile id as the `ftm` export writes it. */
const FTM_PROFILE = /^([0-9a-f]{12})\.(person|agency|organization|place)\.(\d+-\d+)$/

/** One line of nomenklatura's resolver file: `[left, right, judgement, score, user, time]`. */
const Line = z.tuple([z.string(), z.string(), z.string()], z.unknown())

/** A line of a resolver file that says something of two ids; `null` for a suggestion without a decision. */
export interface ResolverEdge {
  readonly left: string
  readonly right: string
  readonly verdict: Verdict | null
  readonly score: number
}

/**
 * Reads a line of nomenklatura's resolver file, ids as in a record; `null` when it is none.
 * @see https://github.com/opensanctions/nomenklatura
 */
export function resolverEdgeOf(value: unknown): ResolverEdge | null {
  const line = Line.safeParse(value)
  if (!line.success) return null
  const [left, right, decision, given] = line.data
  const verdict = VERDICTS[decision] ?? null
  if (verdict === null && decision !== UNDECIDED) return null
  const sure = verdict === 'same' ? 1 : verdict === 'different' ? 0 : 0.5
  const score = typeof given === 'number' && given >= 0 && given <= 1 ? given : sure
  return { left: ownId(left), right: ownId(right), verdict, score }
}

function ownId(id: string): string {
  return id.replace(FTM_PROFILE, '$1:$2:$3')
}

/**
 * The judgements of a resolver file, on ids of ours alone. nomenklatura joins two ids by a third, its own ("NK-…" or a
 * Wikidata id): those that share one are the same, and what is said of it is said of each.
 */
export function judgementsOfEdges(edges: readonly ResolverEdge[]): Judgement[] {
  const clusters = clustersOf(edges)
  const membersOf = (id: string): readonly string[] => (CANONICAL.test(id) ? (clusters.get(id) ?? []) : [id])
  const judgements: Judgement[] = []
  for (const cluster of new Set(clusters.values())) {
    const [first, ...others] = cluster
    for (const other of others) if (first !== undefined) judgements.push(by(first, other, 'same', 1))
  }
  for (const { left, right, verdict, score } of edges) {
    const isOwn = !CANONICAL.test(left) && !CANONICAL.test(right)
    if (verdict === null || (verdict === 'same' && !isOwn)) continue
    for (const one of membersOf(left)) {
      for (const other of membersOf(right)) if (one !== other) judgements.push(by(one, other, verdict, score))
    }
  }
  return judgements
}

/** The own ids that each canonical id stands for, sorted, through other canonical ids too; one list for a whole cluster. */
function clustersOf(edges: readonly ResolverEdge[]): ReadonlyMap<string, readonly string[]> {
  const joined = edges.filter(({ verdict, left, right }) => verdict === 'same' && hasCanonical(left, right))
  const beside = new Map<string, string[]>()
  for (const { left, right } of joined) {
    beside.set(left, [...(beside.get(left) ?? []), right])
    beside.set(right, [...(beside.get(right) ?? []), left])
  }
  const clusters = new Map<string, readonly string[]>()
  for (const start of [...beside.keys()].filter((id) => CANONICAL.test(id))) {
    if (clusters.has(start)) continue
    const reached = new Set([start])
    // A set that grows while it is walked gives what was added, too.
    for (const id of reached) for (const next of beside.get(id) ?? []) reached.add(next)
    const members = [...reached].filter((id) => !CANONICAL.test(id)).sort()
    for (const id of reached) if (CANONICAL.test(id)) clusters.set(id, members)
  }
  return clusters
}

function hasCanonical(left: string, right: string): boolean {
  return CANONICAL.test(left) || CANONICAL.test(right)
}

function by(one: string, other: string, verdict: Verdict, score: number): Judgement {
  const [left, right] = one < other ? [one, other] : [other, one]
  return { left, right, verdict, score, by: 'person', comparisons: [] }
}

/**
 * Writes judgements as nomenklatura's resolver file, ids as the `ftm` export has them: what people decided as decisions,
 * what the rules are unsure of as suggestions with their score. `user` and `time` (ISO 8601) say who decided and when:
 * given from outside, since no stage has a clock.
 */
export function printResolver(judgements: Iterable<Judgement>, { user, time }: { user: string; time: string }): string {
  let file = ''
  for (const { left, right, verdict, score, by } of judgements) {
    const [target, source] = [right, left].map((id) => id.replaceAll(':', '.'))
    const isDecided = by === 'person' || verdict !== 'unsure'
    const decision = isDecided ? [NAMES[verdict], null] : [UNDECIDED, score]
    file += `${JSON.stringify([target, source, ...decision, user, time])}\n`
  }
  return file
}
