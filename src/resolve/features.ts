import { givenNameByForm } from '../lexicons/given-names.js'
import type { ProfileInContext } from '../pipeline/stage.js'
import { type BodyName, readBodyName } from './body-names.js'
import { byCodeUnit, joinedWordsOf, wordsOf } from './normal.js'
import { type PersonName, readPersonName } from './person-names.js'
import { readTitle, type Title } from './titles.js'

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
  readonly titles: readonly Title[]
  /** Its own names in plain form, which are no neighbours of it. */
  readonly own: readonly string[]
  /** Names of its article in plain form; the value is how much the name tells: one word little, two more. */
  readonly neighbours: ReadonlyMap<string, number>
  /** Days since 1970, `null` where unknown. */
  readonly day: number | null
}

const MOST_VARIANTS = 4
const DAY_MS = 86_400_000
const ACRONYM = /^[\p{Lu}\p{N}]{2,8}$/u

/** What was read of a name or title is kept: the same few are written again and again, and memory holds them once. */
function remembered<Read>(read: (written: string) => Read): (written: string) => Read {
  const known = new Map<string, Read>()
  return (written) => {
    const before = known.get(written)
    if (before !== undefined) return before
    const made = read(written)
    if (known.size < MOST_REMEMBERED) known.set(written, made)
    return made
  }
}

const MOST_REMEMBERED = 100_000
const titleOf = remembered(readTitle)
const plainNameOf = remembered((name) => wordsOf(name).join(' '))

type NameFeatures = Pick<
  Features,
  'kind' | 'normal' | 'key' | 'people' | 'families' | 'suffix' | 'gender' | 'bodies' | 'acronyms' | 'own'
>

/** Reads the features of a profile. */
export function featuresOf(item: ProfileInContext): Features {
  const { profile } = item
  const kind = profile.kind === 'person' ? 'person' : profile.kind === 'place' ? 'place' : 'body'
  return {
    id: profile.id,
    article: item.article,
    profileKind: profile.kind,
    name: profile.name,
    registryId: profile.registryId,
    sameAs: profile.sameAs,
    ...nameFeaturesOf(JSON.stringify([kind, profile.acronym, profile.name, ...profile.aliases])),
    titles: profile.roles.length === 0 ? NO_TITLES : profile.roles.map((role) => titleOf(role.title)),
    neighbours: neighboursOf(item.neighbours),
    day: item.published === null ? null : dayOf(item.published),
  }
}

const NO_TITLES: readonly Title[] = []

/** What the names of a profile say: kind, acronym, name and aliases, as JSON. Profiles that are named alike share it. */
const nameFeaturesOf = remembered((named: string): NameFeatures => {
  // Written by `featuresOf`.
  const [kind, acronym, name, ...aliases] = JSON.parse(named) as [Features['kind'], string | null, string, ...string[]]
  const written = [name, ...aliases.filter((alias) => alias !== name)]
  const names = kind === 'person' ? written.map(readPersonName) : []
  const people = peopleOf(names)
  const bodies = kind === 'body' ? bodiesOf(written) : []
  const main = bodies[0]
  const normal = kind === 'person' ? (people[0]?.words.join(' ') ?? '') : (main?.normal ?? placeNormal(name))
  return {
    kind,
    normal,
    key: people[0]?.joined ?? main?.core.join('') ?? normal,
    people,
    families: familiesOf(people, names),
    suffix: people.find((person) => person.suffix !== null)?.suffix ?? null,
    gender: genderOf(names),
    bodies,
    acronyms: kind === 'body' ? acronymsOf(acronym, written, bodies) : [],
    own: written.map(plainNameOf),
  }
})

function peopleOf([first, ...rest]: readonly PersonName[]): PersonName[] {
  if (first === undefined) return []
  const fuller = rest.filter((name) => name.words.length > 1).sort((a, b) => b.words.length - a.words.length)
  const seen = new Set<string>()
  return [first, ...fuller]
    .filter((name) => !seen.has(name.words.join(' ')) && seen.add(name.words.join(' ')))
    .slice(0, MOST_VARIANTS)
}

function familiesOf(people: readonly PersonName[], names: readonly PersonName[]): readonly string[] {
  if (people.length === 0) return []
  const families = new Set<string>()
  for (const person of people) if (person.family !== null) families.add(person.family)
  for (const { words } of names.slice(1)) {
    if (words.length === 1 && words[0] !== undefined && words[0].length > 1) families.add(words[0])
  }
  return [...families].sort(byCodeUnit)
}

/** By the honorifics, else by a given name that men alone bear: "Mrs. Karl Estrin" is not Karl Estrin. */
function genderOf(names: readonly PersonName[]): 'female' | 'male' | null {
  const genders = new Set(names.map(({ gender }) => gender).filter((gender) => gender !== null))
  if (genders.size > 0) return genders.size === 1 ? ([...genders][0] ?? null) : null
  const [first] = names
  const given = first === undefined || first.isBare ? undefined : givenNameByForm.get(first.words[0] ?? '')
  return given?.gender === 'male' && given.weight > 1 ? 'male' : null
}

function bodiesOf(written: readonly string[]): BodyName[] {
  const seen = new Set<string>()
  return written
    .filter((name, at) => at === 0 || !ACRONYM.test(name.replaceAll('.', '')))
    .map(readBodyName)
    .filter((name) => !seen.has(name.normal) && seen.add(name.normal))
    .slice(0, MOST_VARIANTS)
}

/** The letters that the article gives, those that are a name, and those that stand inside one after their own words. */
function acronymsOf(acronym: string | null, written: readonly string[], bodies: readonly BodyName[]): string[] {
  const bare = written.map((name) => name.replaceAll('.', '')).filter((name) => ACRONYM.test(name))
  const inside = bodies.flatMap((name) => name.ownAcronym ?? [])
  return [...new Set([...(acronym === null ? [] : [acronym.replaceAll('.', '')]), ...bare, ...inside])]
    .map((form) => form.toLowerCase())
    .sort(byCodeUnit)
}

function placeNormal(name: string): string {
  const words = joinedWordsOf(name)
  return (words[0] === 'the' && words.length > 1 ? words.slice(1) : words).join(' ')
}

/** The names round the profiles of one article, read once: all its profiles hold one list. */
const neighboursByList = new WeakMap<readonly string[], ReadonlyMap<string, number>>()

function neighboursOf(names: readonly string[]): ReadonlyMap<string, number> {
  const known = neighboursByList.get(names)
  if (known !== undefined) return known
  const neighbours = new Map<string, number>()
  for (const name of names) {
    const words = plainNameOf(name)
    // A single word ("Congress", "Iran") is everywhere; a full name is not.
    if (words !== '') neighbours.set(words, words.includes(' ') ? 1 : 0.3)
  }
  neighboursByList.set(names, neighbours)
  return neighbours
}

function dayOf(published: string): number | null {
  const time = Date.parse(published.slice(0, 10))
  return Number.isNaN(time) ? null : Math.floor(time / DAY_MS)
}
