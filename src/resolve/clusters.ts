import type { Judgement } from '../model/entity.js'
import { joinBareNames } from './bare-names.js'
import { Joining, type Member } from './joining.js'
import { oddsOf } from './judge.js'
import { byCodeUnit } from './normal.js'
import { personLikeness } from './pair.js'
import { Settled } from './settled.js'

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
  const known = Settled.of(judgements, places)
  const same = withoutRivals(known, sorted)
  known.each((left, right, { verdict, by }) => {
    if (verdict === 'different') joining.part(left, right, by === 'person')
  })
  same.each((left, right) => joining.favour(left, right))
  known.each((left, right, { verdict, by }) => {
    if (by === 'person' && verdict === 'same') joining.join(left, right, 'person')
  })
  joining.joinRegistry()
  same.each((left, right, { score }) => joining.join(left, right, score >= STRONG ? 'strong' : 'weak'))
  for (const kind of ['person', 'body'] as const) joinBareNames(joining, known, kind)
  return joining.result()
}

/** The rules' "same" judgements without those that give a bare name to another person than most of them do. */
function withoutRivals(known: Settled, members: readonly Member[]): Settled {
  const same = known.filter((_left, _right, { by, verdict }) => by !== 'person' && verdict === 'same')
  const offers = new Map<number, Map<string, number>>()
  same.each((left, right, { score }) => {
    for (const [bare, full] of bothWays(left, right)) {
      const given = givenOf(members[full])
      if (!members[bare]?.person?.isBare || given === null) continue
      const counts = offers.get(bare) ?? new Map<string, number>()
      counts.set(given, (counts.get(given) ?? 0) + oddsOf(score))
      offers.set(bare, counts)
    }
  })
  const owners = new Map([...offers].map(([bare, counts]) => [bare, ownerOf(counts)]))
  return same.filter((left, right) =>
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
