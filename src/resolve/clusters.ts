import type { Judgement } from '../model/entity.js'
import { byCodeUnit } from './normal.js'
import { areNicknames, type PersonName } from './person-names.js'

/** What a cluster is checked by when another one is to join it. */
export interface Member {
  readonly id: string
  readonly article: string
  readonly kind: 'person' | 'body' | 'place'
  readonly normal: string
  readonly registryId: string | null
  readonly person: PersonName | null
}

/** A judgement of at least this score may join two clusters of several members each; a weaker one only a single profile. */
const STRONG = 0.93
/** A bare name that fits two people about as well is neither's. */
const MARGIN = 0.05

interface Cluster {
  readonly members: Set<number>
  readonly articles: Map<string, Set<string>>
  readonly registryIds: Set<string>
  readonly suffixes: Set<string>
  readonly givens: Set<string>
}

/**
 * Groups profiles by what was judged. A person's "different" always parts, a person's "same" joins whatever the rules
 * say; a registry id joins; then the rules' "same" joins, surest first, where the two clusters agree as a whole:
 * given names, suffix, registry id, no article that tells them apart, no "different" between them.
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
  for (const { left, right, judgement } of withoutRivals(known, sorted)) {
    if (judgement.score >= STRONG) joining.join(left, right, 'strong')
    else joining.join(left, right, 'weak')
  }
  return joining.result()
}

interface Placed {
  readonly left: number
  readonly right: number
  readonly judgement: Judgement
}

/** The judgements on known profiles, one for each pair (a person's above all, the later of two), surest first. */
function settle(judgements: readonly Judgement[], places: ReadonlyMap<string, number>): Placed[] {
  const settled = new Map<number, Placed>()
  for (const judgement of judgements) {
    const [one, other] = [places.get(judgement.left), places.get(judgement.right)]
    if (one === undefined || other === undefined || one === other) continue
    const [left, right] = one < other ? [one, other] : [other, one]
    const key = left * places.size + right
    const before = settled.get(key)
    if (before === undefined || judgement.by === 'person' || before.judgement.by !== 'person')
      settled.set(key, { left, right, judgement })
  }
  return [...settled.values()].sort(
    (a, b) => b.judgement.score - a.judgement.score || a.left - b.left || a.right - b.right,
  )
}

/** The rules' "same" judgements without those in which a bare name fits two people of different given names alike. */
function withoutRivals(known: readonly Placed[], members: readonly Member[]): Placed[] {
  const same = known.filter(({ judgement }) => judgement.by !== 'person' && judgement.verdict === 'same')
  const offers = new Map<number, { given: string; score: number }[]>()
  for (const { left, right, judgement } of same) {
    for (const [bare, full] of [
      [left, right],
      [right, left],
    ] as const) {
      const given = givenOf(members[full])
      if (!members[bare]?.person?.isBare || given === null) continue
      const list = offers.get(bare) ?? []
      list.push({ given, score: judgement.score })
      offers.set(bare, list)
    }
  }
  const torn = new Set<number>()
  for (const [bare, list] of offers) {
    const best = Math.max(...list.map((offer) => offer.score))
    const near = list.filter((offer) => offer.score >= best - MARGIN)
    if (near.some((offer) => near.some((other) => !areCompatible(offer.given, other.given)))) torn.add(bare)
  }
  return same.filter(({ left, right }) => {
    const isTorn = (bare: number, full: number): boolean => torn.has(bare) && givenOf(members[full]) !== null
    return !isTorn(left, right) && !isTorn(right, left)
  })
}

function givenOf(member: Member | undefined): string | null {
  const person = member?.person
  return person && !person.isBare ? (person.words[0] ?? null) : null
}

/** Whether two given names can be one person's: equal, an initial, a nickname, or one word a misspelling long. */
function areCompatible(left: string, right: string): boolean {
  if (left === right || areNicknames(left, right)) return true
  if (left.length === 1 || right.length === 1) return left.charAt(0) === right.charAt(0)
  return left.charAt(0) === right.charAt(0) && left.slice(0, 3) === right.slice(0, 3)
}

/** Union of clusters with what each is checked by: lives as long as one call of `clustersOf`. */
class Joining {
  readonly #members: readonly Member[]
  readonly #clusters: Cluster[]
  readonly #clusterOf: number[]
  /** Profiles that were judged different from each profile; the value says whether a person said so. */
  readonly #parted = new Map<number, Map<number, boolean>>()

  constructor(members: readonly Member[]) {
    this.#members = members
    this.#clusters = members.map((member, place) => clusterOf(member, place))
    this.#clusterOf = members.map((_, place) => place)
  }

  /** Keeps two profiles apart. */
  part(left: number, right: number, byPerson: boolean): void {
    for (const [one, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const parted = this.#parted.get(one) ?? new Map<number, boolean>()
      parted.set(other, byPerson || (parted.get(other) ?? false))
      this.#parted.set(one, parted)
    }
  }

  /** Joins the clusters of all profiles of one registry id, unless a person parted them. */
  joinRegistry(): void {
    const first = new Map<string, number>()
    for (const [place, { registryId, kind }] of this.#members.entries()) {
      if (registryId === null) continue
      const key = `${kind} ${registryId}`
      const known = first.get(key)
      if (known === undefined) first.set(key, place)
      else this.join(known, place, 'person')
    }
  }

  /** Joins the clusters of two profiles if nothing speaks against it; a person's word asks no more than another person's. */
  join(left: number, right: number, how: 'person' | 'strong' | 'weak'): void {
    const [one, other] = [this.#clusterOf[left] ?? left, this.#clusterOf[right] ?? right]
    const [a, b] = [this.#clusters[one], this.#clusters[other]]
    if (one === other || a === undefined || b === undefined) return
    if (this.#areParted(a, b, how === 'person')) return
    if (how !== 'person' && !this.#agree(a, b)) return
    if (how === 'weak' && a.members.size > 2 && b.members.size > 2) return
    const [into, from, id] = a.members.size >= b.members.size ? [a, b, one] : [b, a, other]
    for (const place of from.members) {
      into.members.add(place)
      this.#clusterOf[place] = id
    }
    for (const [article, names] of from.articles) {
      const known = into.articles.get(article)
      if (known === undefined) into.articles.set(article, names)
      else for (const name of names) known.add(name)
    }
    for (const key of ['registryIds', 'suffixes', 'givens'] as const)
      for (const value of from[key]) into[key].add(value)
  }

  #areParted(a: Cluster, b: Cluster, onlyByPerson: boolean): boolean {
    const [fewer, more] = a.members.size <= b.members.size ? [a, b] : [b, a]
    for (const place of fewer.members) {
      for (const [other, byPerson] of this.#parted.get(place) ?? []) {
        if (more.members.has(other) && (byPerson || !onlyByPerson)) return true
      }
    }
    return false
  }

  /** Whether two clusters can be one as a whole. */
  #agree(a: Cluster, b: Cluster): boolean {
    if (a.registryIds.size > 0 && b.registryIds.size > 0 && !shareOne(a.registryIds, b.registryIds)) return false
    if (a.suffixes.size > 0 && b.suffixes.size > 0 && !shareOne(a.suffixes, b.suffixes)) return false
    for (const given of a.givens) for (const other of b.givens) if (!areCompatible(given, other)) return false
    const [fewer, more] = a.articles.size <= b.articles.size ? [a, b] : [b, a]
    for (const [article, names] of fewer.articles) {
      const known = more.articles.get(article)
      // One article with both: its record told them apart, unless they bear the very same name.
      if (known !== undefined && !shareOne(known, names)) return false
    }
    return true
  }

  /** The clusters, each sorted. */
  result(): Member[][] {
    const groups = new Map<number, Member[]>()
    for (const [place, member] of this.#members.entries()) {
      const id = this.#clusterOf[place] ?? place
      const group = groups.get(id)
      if (group === undefined) groups.set(id, [member])
      else group.push(member)
    }
    return [...groups.values()].sort((a, b) => byCodeUnit(a[0]?.id ?? '', b[0]?.id ?? ''))
  }
}

function clusterOf(member: Member, place: number): Cluster {
  const given = givenOf(member)
  return {
    members: new Set([place]),
    articles: new Map([[member.article, new Set([member.normal])]]),
    registryIds: new Set(member.registryId === null ? [] : [member.registryId]),
    suffixes: new Set(member.person?.suffix ? [member.person.suffix] : []),
    givens: new Set(given === null ? [] : [given]),
  }
}

function shareOne(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const value of a) if (b.has(value)) return true
  return false
}
