import type { Judgement } from '../model/entity.js'
import { joinBareNames } from './bare-names.js'
import { Joining, type Member } from './joining.js'
import { oddsOf } from './judge.js'
import { byCodeUnit } from './normal.js'
import { personLikeness } from './pair.js'

/** A judgement of at least this score may join two clusters of several members each; a weaker one only a single profile. */
const STRONG = 0.93
/** A bare name belongs to the person for whom judgements weigh so many times more than for any other; else to nobody. */
const MARGIN = 2

/**
 * Groups profiles by what was judged. A person's "different" always parts, a person's "same" joins whatever the rules
 * say; a registry id joins; then the rules' "same" joins, surest first, where the two clusters agree as a whole:
 * given names, suffix, registry id, no article that tells them apart, no "different" between them; last, bare names join
 * the one who bears them in the run.
 * Members come sorted in each cluster, clusters by their first member, whatever the order of the input.
 */
export function clustersOf(members: readonly Member[], judgements: readonly Judgement[]): Member[][] {
  const sorted = [...members].sort((a, b) => byCodeUnit(a.id, b.id))
  const places = new Map(sorted.map((member, place) => [member.id, place]))
  const joining = new Joining(sorted)
  const known = settle(judgements, places)
  for (const { left, right, judgement } of known) {
    if (judgement.verdict === 'different') joining.part(left, right, judgement.by === 'person')
  }
  for (const { left, right, judgement } of known) {
    if (judgement.by === 'person' && judgement.verdict === 'same') joining.join(left, right, 'person')
  }
  joining.joinRegistry()
  const same = withoutRivals(known, sorted)
  for (const { left, right } of same) joining.favour(left, right)
  for (const { left, right, judgement } of same) {
    if (judgement.score >= STRONG) joining.join(left, right, 'strong')
    else joining.join(left, right, 'weak')
  }
  for (const kind of ['person', 'body'] as const) joinBareNames(joining, known, kind)
  return joining.result()
}

/** A judgement with the places of its profiles. */
export interface Placed {
  readonly left: number
  readonly right: number
  readonly judgement: Judgement
}

/** The judgements on known profiles, one for each pair (a person's above all, the later of two), surest first. */
function settle(judgements: readonly Judgement[], places: ReadonlyMap<string, number>): Placed[] {
  const placed: Placed[] = []
  for (const judgement of judgements) {
    const [one, other] = [places.get(judgement.left), places.get(judgement.right)]
    if (one === undefined || other === undefined || one === other) continue
    placed.push(one < other ? { left: one, right: other, judgement } : { left: other, right: one, judgement })
  }
  // The sort is stable: of several judgements on a pair by the same kind of judge the later one stays the later.
  placed.sort((a, b) => a.left - b.left || a.right - b.right || rankOf(a) - rankOf(b))
  const settled = placed.filter(
    ({ left, right }, at) => left !== placed[at + 1]?.left || right !== placed[at + 1]?.right,
  )
  return settled.sort((a, b) => b.judgement.score - a.judgement.score || a.left - b.left || a.right - b.right)
}

function rankOf({ judgement }: Placed): number {
  return judgement.by === 'person' ? 1 : 0
}

/** The rules' "same" judgements without those that give a bare name to another person than most of them do. */
function withoutRivals(known: readonly Placed[], members: readonly Member[]): Placed[] {
  const same = known.filter(({ judgement }) => judgement.by !== 'person' && judgement.verdict === 'same')
  const offers = new Map<number, Map<string, number>>()
  for (const { left, right, judgement } of same) {
    for (const [bare, full] of bothWays(left, right)) {
      const given = givenOf(members[full])
      if (!members[bare]?.person?.isBare || given === null) continue
      const counts = offers.get(bare) ?? new Map<string, number>()
      counts.set(given, (counts.get(given) ?? 0) + oddsOf(judgement.score))
      offers.set(bare, counts)
    }
  }
  const owners = new Map([...offers].map(([bare, counts]) => [bare, ownerOf(counts)]))
  return same.filter(({ left, right }) =>
    bothWays(left, right).every(([bare, full]) => {
      const owner = owners.get(bare)
      const given = givenOf(members[full])
      return owner === undefined || given === null || (owner !== null && areCompatible(owner, given))
    }),
  )
}

/** The given name that the offers weigh most for; `null` where another one has half their weight or more. */
function ownerOf(counts: ReadonlyMap<string, number>): string | null {
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || byCodeUnit(a, b))
  if (first === undefined) return null
  let agreeing = 0
  let others = 0
  for (const [given, count] of counts) {
    if (areCompatible(given, first[0])) agreeing += count
    else others += count
  }
  return agreeing >= MARGIN * others ? first[0] : null
}

function bothWays(left: number, right: number): readonly (readonly [number, number])[] {
  return [
    [left, right],
    [right, left],
  ]
}

function givenOf(member: Member | undefined): string | null {
  const person = member?.person
  return person && !person.isBare ? (person.words[0] ?? null) : null
}

/** Whether two given names can be one person's. */
function areCompatible(left: string, right: string): boolean {
  return left === right || personLikeness(left, right) > 0
}
