import { type BodyName, weightOf } from './body-names.js'
import { byCodeUnit } from './normal.js'
import { PackedPairs } from './packed-numbers.js'
import { alignBodies, alignPeople } from './pair.js'
import type { PersonName } from './person-names.js'

/** What a cluster is checked by when another one is to join it. */
export interface Member {
  readonly id: string
  readonly article: string
  readonly kind: 'person' | 'body' | 'place'
  /** The name without spaces, and of bodies without legal form: equal names of one article are no two things. */
  readonly key: string
  readonly registryId: string | null
  readonly person: PersonName | null
  /** Of agencies and organisations: the name, and the letters that the article gives. */
  readonly body: { readonly name: BodyName; readonly acronyms: readonly string[] } | null
}

/** An article that has a bare name beside a full one without joining them may have missed it: so many others outvote it. */
const OUTVOTED = 2
/** So many judgements for one overrule a judgement against it: an article that misread a title parts nobody. */
const OVERRULED = 4

interface Cluster {
  readonly members: Set<number>
  readonly articles: Map<string, number[]>
  registryIds: ReadonlySet<string>
  suffixes: ReadonlySet<string>
  /** Full names of people in it, by all their words. */
  readonly names: Map<string, PersonName>
}

/** A cluster, in how many articles it stands, and what its first profile is called, in plain words. */
export interface Bearer {
  readonly word: string
  readonly members: ReadonlySet<number>
  readonly articles: number
}

/** Whether two full names can be one person's: given names that fit, no middle names that each has and the other lacks. */
function canBeOne(left: PersonName, right: PersonName): boolean {
  if (left.joined === right.joined || sorted(left) === sorted(right)) return true
  const { leftOver, rightOver, pairs } = alignPeople(left, right)
  if (leftOver.length > 0 && rightOver.length > 0) return false
  const [first] = left.words
  const [other] = right.words
  return pairs.some((pair) => pair.left === first || pair.right === other)
}

function sorted({ words }: PersonName): string {
  return [...words].sort(byCodeUnit).join(' ')
}

/** Union of clusters with what each is checked by: lives as long as one call of `clustersOf`. */
export class Joining {
  readonly #members: readonly Member[]
  /** Of the profiles that were joined, by the place that stands for the cluster; one that is alone has none, to spare memory. */
  readonly #clusters = new Map<number, Cluster>()
  /** Pairs of clusters that could not be joined, with their size then: not tried again before they grow. */
  readonly #refused = new Map<number, number>()
  readonly #clusterOf: number[]
  /** Profiles that were judged different from each profile; and those of which a person said so. */
  readonly #parted: PackedPairs
  readonly #partedByPerson: PackedPairs
  /** Profiles that the rules judged the same as each profile. */
  readonly #favoured: PackedPairs

  constructor(members: readonly Member[]) {
    this.#members = members
    this.#clusterOf = members.map((_, place) => place)
    this.#parted = new PackedPairs(members.length)
    this.#partedByPerson = new PackedPairs(members.length)
    this.#favoured = new PackedPairs(members.length)
  }

  /** Keeps two profiles apart; to be told before any are joined. */
  part(left: number, right: number, byPerson: boolean): void {
    this.#parted.add(left, right)
    if (byPerson) this.#partedByPerson.add(left, right)
  }

  /** Notes a judgement for two profiles: what outvotes an article that missed that they are one. */
  favour(left: number, right: number): void {
    this.#favoured.add(left, right)
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
    if (one === other) return
    const [a, b] = [this.#clusterAt(one), this.#clusterAt(other)]
    const key = Math.min(one, other) * this.#members.length + Math.max(one, other)
    const size = a.members.size + b.members.size
    if (how !== 'person' && this.#refused.get(key) === size) return
    if (!this.#mayJoin(a, b, how)) {
      if (how === 'strong') this.#refused.set(key, size)
      return
    }
    const [into, from, id] = a.members.size >= b.members.size ? [a, b, one] : [b, a, other]
    this.#clusters.set(id, into)
    this.#clusters.delete(id === one ? other : one)
    for (const place of from.members) {
      into.members.add(place)
      this.#clusterOf[place] = id
    }
    for (const [article, places] of from.articles) {
      const known = into.articles.get(article)
      if (known === undefined) into.articles.set(article, places)
      else known.push(...places)
    }
    into.registryIds = union(into.registryIds, from.registryIds)
    into.suffixes = union(into.suffixes, from.suffixes)
    for (const [words, name] of from.names) into.names.set(words, name)
  }

  #clusterAt(place: number): Cluster {
    return this.#clusters.get(place) ?? clusterOf(this.#members[place], place)
  }

  #mayJoin(a: Cluster, b: Cluster, how: 'person' | 'strong' | 'weak'): boolean {
    if (how === 'weak' && a.members.size > 2 && b.members.size > 2) return false
    return !this.#areParted(a, b, how === 'person') && (how === 'person' || this.#agree(a, b))
  }

  /** Whether what was judged different keeps two clusters apart: a person's word always, the rules' until it is outvoted. */
  #areParted(a: Cluster, b: Cluster, onlyByPerson: boolean): boolean {
    const [fewer, more] = a.members.size <= b.members.size ? [a, b] : [b, a]
    let parted = 0
    for (const place of fewer.members) {
      for (const other of this.#parted.of(place)) if (more.members.has(other)) parted += 1
      for (const other of this.#partedByPerson.of(place)) if (more.members.has(other)) return true
    }
    return !onlyByPerson && parted > 0 && this.#favours(a, b) < OVERRULED * parted
  }

  /** Whether two clusters can be one as a whole. */
  #agree(a: Cluster, b: Cluster): boolean {
    if (a.registryIds.size > 0 && b.registryIds.size > 0 && !shareOne(a.registryIds, b.registryIds)) return false
    if (a.suffixes.size > 0 && b.suffixes.size > 0 && !shareOne(a.suffixes, b.suffixes)) return false
    for (const [words, name] of a.names)
      if (!b.names.has(words)) for (const other of b.names.values()) if (!canBeOne(name, other)) return false
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
      for (const other of this.#favoured.of(place)) if (more.members.has(other)) count += 1
    }
    return count
  }

  /**
   * The clusters by what they may be called for short: people by the family name of their full names, bodies by the words
   * that their names of several words begin and end with; and those that are called by nothing but such a short form.
   */
  bearers(kind: 'person' | 'body'): {
    readonly full: ReadonlyMap<string, readonly Bearer[]>
    readonly bare: readonly Bearer[]
  } {
    const full = new Map<string, Bearer[]>()
    const bare: Bearer[] = []
    for (const [place, member] of this.#members.entries()) {
      if (this.#clusterOf[place] !== place || member.kind !== kind) continue
      const cluster = this.#clusterAt(place)
      const { members, articles } = cluster
      const word = kind === 'person' ? (member.person?.words[0] ?? '') : (member.body?.name.core.join(' ') ?? '')
      const bearer: Bearer = { members, articles: articles.size, word }
      const isBare = kind === 'person' ? cluster.names.size === 0 : this.#isShort(cluster)
      if (isBare) bare.push(bearer)
      for (const form of kind === 'person' ? familiesOf(cluster) : this.#shortFormsOf(cluster)) {
        const bearers = full.get(form)
        if (bearers === undefined) full.set(form, [bearer])
        else bearers.push(bearer)
      }
    }
    return { full, bare }
  }

  /** Whether a cluster of bodies has names of at most two words only, and no registry id. */
  #isShort({ members, registryIds }: Cluster): boolean {
    if (registryIds.size > 0) return false
    for (const place of members) if ((this.#members[place]?.body?.name.core.length ?? 0) > 2) return false
    return true
  }

  /** "Boston Red Sox" gives "boston", "boston red", "sox" and "red sox". */
  #shortFormsOf({ members }: Cluster): ReadonlySet<string> {
    const forms = new Set<string>()
    for (const place of members) {
      const core = this.#members[place]?.body?.name.core ?? []
      for (let length = 1; length <= 2 && length < core.length; length += 1) {
        forms.add(core.slice(0, length).join(' '))
        forms.add(core.slice(-length).join(' '))
      }
    }
    return forms
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
  if (one === null || other === null) return mayBeOneBody(left, right) ? 'missed' : 'told'
  if (!one.isBare && !other.isBare) return canBeOne(one, other) ? 'missed' : 'told'
  return one.family === other.family && one.isBare !== other.isBare ? 'missed' : 'told'
}

/** Whether two bodies of one article may be one: one name is the other with a word more, or letters of it. */
function mayBeOneBody(left: Member, right: Member): boolean {
  if (left.body === null || right.body === null) return false
  const [one, other] = [left.body.acronyms, right.body.acronyms]
  if (one.some((letters) => other.includes(letters) || right.body?.name.initials === letters)) return true
  if (other.some((letters) => left.body?.name.initials === letters)) return true
  const { pairs, leftOver, rightOver } = alignBodies(left.body.name, right.body.name)
  return pairs.some((pair) => weightOf(pair.left) === 1) && (leftOver.length === 0 || rightOver.length === 0)
}

function familiesOf({ names }: Cluster): ReadonlySet<string> {
  return new Set([...names.values()].map((name) => name.family ?? ''))
}

function clusterOf(member: Member | undefined, place: number): Cluster {
  const person = member?.person ?? null
  return {
    members: new Set([place]),
    articles: new Map([[member?.article ?? '', [place]]]),
    registryIds: member === undefined || member.registryId === null ? NONE : new Set([member.registryId]),
    suffixes: person?.suffix ? new Set([person.suffix]) : NONE,
    names: new Map(person === null || person.isBare ? [] : [[person.words.join(' '), person]]),
  }
}

/** Shared by all clusters that have none, which most are. */
const NONE: ReadonlySet<string> = new Set()

function union(into: ReadonlySet<string>, from: ReadonlySet<string>): ReadonlySet<string> {
  if (from.size === 0) return into
  return into.size === 0 ? from : new Set([...into, ...from])
}

function shareOne(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const value of a) if (b.has(value)) return true
  return false
}
