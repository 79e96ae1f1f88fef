import type { Judgement } from '../model/entity.js'
import { byCodeUnit } from './normal.js'
import { areNicknames, type PersonName } from './person-names.js'

/** What a cluster is checked by when another one is to join it. */
export interface Member {
  readonly id: string
  readonly article: string
  readonly kind: 'person' | 'body' | 'place'
  /** The name without spaces, and of bodies without legal form: equal names of one article are no two things. */
  readonly key: string
  readonly registryId: string | null
  readonly person: PersonName | null
}

/** A judgement of at least this score may join two clusters of several members each; a weaker one only a single profile. */
const STRONG = 0.93
/** A bare name belongs to the person for whom judgements weigh so many times more than for any other; else to nobody. */
const MARGIN = 2
/** An article that has a bare name beside a full one without joining them may have missed it: so many others outvote it. */
const OUTVOTED = 2

interface Cluster {
  readonly members: Set<number>
  readonly articles: Map<string, number[]>
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
  const same = withoutRivals(known, sorted)
  for (const { left, right } of same) joining.favour(left, right)
  for (const { left, right, judgement } of same) {
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

/** Log odds: two sure judgements weigh more than three doubtful ones. */
function oddsOf(score: number): number {
  const bounded = Math.min(0.999, score)
  return Math.log(bounded / (1 - bounded))
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

  /** Profiles that the rules judged the same as each profile. */
  readonly #favoured = new Map<number, number[]>()

  constructor(members: readonly Member[]) {
    this.#members = members
    this.#clusters = members.map((member, place) => clusterOf(member, place))
    this.#clusterOf = members.map((_, place) => place)
  }

  /** Keeps two profiles apart. */
  part(left: number, right: number, byPerson: boolean): void {
    for (const [one, other] of bothWays(left, right)) {
      const parted = this.#parted.get(one) ?? new Map<number, boolean>()
      parted.set(other, byPerson || (parted.get(other) ?? false))
      this.#parted.set(one, parted)
    }
  }

  /** Notes a judgement for two profiles: what outvotes an article that missed that they are one. */
  favour(left: number, right: number): void {
    for (const [one, other] of bothWays(left, right)) {
      const list = this.#favoured.get(one)
      if (list === undefined) this.#favoured.set(one, [other])
      else list.push(other)
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
    for (const [article, places] of from.articles) {
      const known = into.articles.get(article)
      if (known === undefined) into.articles.set(article, places)
      else known.push(...places)
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
    return this.#articlesAgree(a, b)
  }

  /** No article tells them apart, or those that leave a bare name unjoined are outvoted. */
  #articlesAgree(a: Cluster, b: Cluster): boolean {
    const [fewer, more] = a.articles.size <= b.articles.size ? [a, b] : [b, a]
    let missed = 0
    for (const [article, places] of fewer.articles) {
      const others = more.articles.get(article) ?? []
      for (const place of places) {
        for (const other of others) {
          const apart = areApart(this.#members[place], this.#members[other])
          if (apart === 'told') return false
          if (apart === 'missed') missed += 1
        }
      }
    }
    return missed === 0 || this.#favours(a, b) >= OUTVOTED * missed
  }

  /** How many judgements favour that two clusters are one. */
  #favours(a: Cluster, b: Cluster): number {
    const [fewer, more] = a.members.size <= b.members.size ? [a, b] : [b, a]
    let count = 0
    for (const place of fewer.members) {
      for (const other of this.#favoured.get(place) ?? []) if (more.members.has(other)) count += 1
    }
    return count
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

/** Whether one article tells two of its profiles apart, or may have missed that they are one. */
function areApart(left: Member | undefined, right: Member | undefined): 'told' | 'missed' | null {
  if (left === undefined || right === undefined || left.key === right.key) return null
  const [one, other] = [left.person, right.person]
  if (one === null || other === null || one.isBare === other.isBare) return 'told'
  const [bare, full] = one.isBare ? [one, other] : [other, one]
  return full.family === bare.family ? 'missed' : 'told'
}

function clusterOf(member: Member, place: number): Cluster {
  const given = givenOf(member)
  return {
    members: new Set([place]),
    articles: new Map([[member.article, [place]]]),
    registryIds: new Set(member.registryId === null ? [] : [member.registryId]),
    suffixes: new Set(member.person?.suffix ? [member.person.suffix] : []),
    givens: new Set(given === null ? [] : [given]),
  }
}

function shareOne(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const value of a) if (b.has(value)) return true
  return false
}
