import type { ProfileInContext } from '../pipeline/stage.js'
import { type BodyName, readBodyName } from './body-names.js'
import { byCodeUnit, joinedWordsOf, wordsOf } from './normal.js'
import { type PersonName, readPersonName } from './person-names.js'

/** A profile made ready to compare: its names in plain words, and what stands round it. */
export interface Features {
  readonly id: string
  readonly article: string
  readonly kind: 'person' | 'body' | 'place'
  /** The kind as the record has it. */
  readonly profileKind: ProfileInContext['profile']['kind']
  readonly name: string
  readonly normal: string
  /** The name without spaces, of bodies without legal form: profiles of one key may be one even in one article. */
  readonly key: string
  readonly registryId: string | null
  readonly sameAs: readonly string[]
  /** People: the name and its fuller variants among the aliases, the fullest first; at most four. */
  readonly people: readonly PersonName[]
  /** People: words that stand for the whole name by themselves ("Noem"), and the last word of the name. */
  readonly families: readonly string[]
  readonly suffix: string | null
  readonly gender: 'female' | 'male' | null
  /** Bodies: the name and those of its aliases that are whole names; at most four. */
  readonly bodies: readonly BodyName[]
  /** Acronyms that the article gives or the name is, lower case. */
  readonly acronyms: readonly string[]
  readonly roles: readonly (readonly string[])[]
  /** Names round it in plain form, its own left out; the value is how much the name tells: one word little, two more. */
  readonly neighbours: ReadonlyMap<string, number>
  /** Days since 1970, `null` where unknown. */
  readonly day: number | null
}

const MOST_VARIANTS = 4
const DAY_MS = 86_400_000
const ACRONYM = /^[\p{Lu}\p{N}]{2,8}$/u

/** Reads the features of a profile. */
export function featuresOf(item: ProfileInContext): Features {
  const { profile } = item
  const kind = profile.kind === 'person' ? 'person' : profile.kind === 'place' ? 'place' : 'body'
  const written = [profile.name, ...profile.aliases.filter((alias) => alias !== profile.name)]
  const people = kind === 'person' ? peopleOf(written) : []
  const bodies = kind === 'body' ? bodiesOf(written) : []
  const main = bodies[0]
  const normal = kind === 'person' ? (people[0]?.words.join(' ') ?? '') : (main?.normal ?? placeNormal(profile.name))
  const own = new Set(written.map((name) => wordsOf(name).join(' ')))
  return {
    id: profile.id,
    article: item.article,
    kind,
    profileKind: profile.kind,
    name: profile.name,
    normal,
    key: people[0]?.joined ?? main?.core.join('') ?? normal,
    registryId: profile.registryId,
    sameAs: profile.sameAs,
    people,
    families: kind === 'person' ? familiesOf(people, written) : [],
    suffix: people.find((name) => name.suffix !== null)?.suffix ?? null,
    gender: kind === 'person' ? genderOf(written) : null,
    bodies,
    acronyms: kind === 'body' ? acronymsOf(profile.acronym, written) : [],
    roles: profile.roles.map((role) => wordsOf(role.title)).filter((words) => words.length > 0),
    neighbours: neighboursOf(item.neighbours, own),
    day: item.published === null ? null : dayOf(item.published),
  }
}

function peopleOf(written: readonly string[]): PersonName[] {
  const seen = new Set<string>()
  const [first, ...rest] = written.map(readPersonName)
  if (first === undefined) return []
  const fuller = rest.filter((name) => name.words.length > 1).sort((a, b) => b.words.length - a.words.length)
  return [first, ...fuller]
    .filter((name) => !seen.has(name.words.join(' ')) && seen.add(name.words.join(' ')))
    .slice(0, MOST_VARIANTS)
}

function familiesOf(people: readonly PersonName[], written: readonly string[]): string[] {
  const families = new Set<string>()
  for (const person of people) if (person.family !== null) families.add(person.family)
  for (const name of written.slice(1)) {
    const { words } = readPersonName(name)
    if (words.length === 1 && words[0] !== undefined && words[0].length > 1) families.add(words[0])
  }
  return [...families].sort(byCodeUnit)
}

function genderOf(written: readonly string[]): 'female' | 'male' | null {
  const genders = new Set(written.map((name) => readPersonName(name).gender).filter((gender) => gender !== null))
  return genders.size === 1 ? ([...genders][0] ?? null) : null
}

function bodiesOf(written: readonly string[]): BodyName[] {
  const seen = new Set<string>()
  return written
    .filter((name, at) => at === 0 || !ACRONYM.test(name.replaceAll('.', '')))
    .map(readBodyName)
    .filter((name) => !seen.has(name.normal) && seen.add(name.normal))
    .slice(0, MOST_VARIANTS)
}

function acronymsOf(acronym: string | null, written: readonly string[]): string[] {
  const bare = written.map((name) => name.replaceAll('.', '')).filter((name) => ACRONYM.test(name))
  return [...new Set([...(acronym === null ? [] : [acronym.replaceAll('.', '')]), ...bare])]
    .map((form) => form.toLowerCase())
    .sort(byCodeUnit)
}

function placeNormal(name: string): string {
  const words = joinedWordsOf(name)
  return (words[0] === 'the' && words.length > 1 ? words.slice(1) : words).join(' ')
}

function neighboursOf(names: readonly string[], own: ReadonlySet<string>): ReadonlyMap<string, number> {
  const neighbours = new Map<string, number>()
  for (const name of names) {
    const words = wordsOf(name)
    const normal = words.join(' ')
    // A single word ("Congress", "Iran") is everywhere; a full name is not.
    if (words.length > 0 && !own.has(normal)) neighbours.set(normal, words.length === 1 ? 0.3 : 1)
  }
  return neighbours
}

function dayOf(published: string): number | null {
  const time = Date.parse(published.slice(0, 10))
  return Number.isNaN(time) ? null : Math.floor(time / DAY_MS)
}
