import { familyNameByForm } from '../../src/lexicons/family-names.js'
import { nameFrequencies } from '../../src/lexicons/name-frequencies.js'
import { namesByNickname } from '../../src/lexicons/nicknames.js'
import { places } from '../../src/lexicons/places.js'
import { type ArticleRecord, type Profile, RECORD_SCHEMA } from '../../src/model/record.js'

/** A record of a made-up article, and whose each of its profiles is (profile id → who or what). */
export interface MadeRecord {
  readonly record: ArticleRecord
  readonly truth: ReadonlyMap<string, string>
}

interface Being {
  readonly id: string
  readonly kind: Profile['kind']
  readonly name: string
  readonly given: string
  readonly family: string
  readonly middle: string
  readonly acronym: string | null
  readonly registryId: string | null
  readonly title: string | null
}

/** Ten mentions an article: what the figures of the scale test are stated for. */
export const MENTIONS_AN_ARTICLE = 10
const PEOPLE_AN_ARTICLE = 4
const BODIES_AN_ARTICLE = 1
const PLACES_AN_ARTICLE = 1
/** People grow with the articles, as news goes on finding new ones. */
const PEOPLE_PER_ARTICLE = 0.5
const BODIES_PER_ARTICLE = 0.15
const ARTICLES_A_BEAT = 60
const TITLES = 'senator,mayor,attorney,spokeswoman,coach,chief executive,professor,minister,police chief,actor,striker,analyst,judge,governor,director,economist'.split(',')
const SORTS = 'Bank,Institute,Council,University,Foundation,Motors,Airlines,Police Department,Association,Hospital,Energy,Partners,Committee,Times'.split(',')
const FORMS = ['', '', '', ' Inc.', ' Corp.', ' Ltd.', ' AG', ' LLC']

/** Numbers from 0 to 1 by a seed: the same on every machine (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Draws names as often as people bear them. */
class Names {
  readonly #sums: readonly number[]
  readonly #names: readonly string[]
  constructor(sort: 'family' | 'given') {
    const ofSort = nameFrequencies.filter((entry) => entry.sort === sort)
    let sum = 0
    this.#sums = ofSort.map((entry) => (sum += entry.perHundredThousand))
    this.#names = ofSort.map((entry) => capital(entry.name))
  }
  draw(roll: number): string {
    const at = roll * (this.#sums.at(-1) ?? 0)
    let [low, high] = [0, this.#sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#sums[middle] ?? 0) < at) low = middle + 1
      else high = middle
    }
    return this.#names[low] ?? ''
  }
}

/** The people, bodies and places of a world of so many articles, as news has them: a few everywhere, most seldom. */
class World {
  readonly people: readonly Being[]
  readonly bodies: readonly Being[]
  readonly places: readonly Being[]
  constructor(articles: number, roll: () => number) {
    const given = new Names('given')
    const family = new Names('family')
    const rare = [...familyNameByForm.keys()].filter((name) => /^[a-z]{4,12}$/.test(name)).map(capital)
    // Half of the people in the news bear a name that the table of common names does not hold.
    const familyName = (): string => (roll() < 0.5 ? family.draw(roll()) : (rare[Math.floor(roll() * rare.length)] ?? ''))
    this.people = Array.from({ length: Math.ceil(articles * PEOPLE_PER_ARTICLE) + 50 }, (_, at) => {
      const [first, last] = [given.draw(roll()), familyName()]
      const middle = capital('abcdefghjklmrstw'.charAt(Math.floor(roll() * 16)))
      const title = roll() < 0.7 ? (TITLES[Math.floor(roll() * TITLES.length)] ?? null) : null
      return { id: `person ${at}`, kind: 'person' as const, name: `${first} ${last}`, given: first, family: last, middle, acronym: null, registryId: null, title }
    })
    this.bodies = Array.from({ length: Math.ceil(articles * BODIES_PER_ARTICLE) + 20 }, (_, at) => {
      const words = [familyName(), ...(roll() < 0.5 ? [familyName()] : []), SORTS[Math.floor(roll() * SORTS.length)] ?? '']
      const name = words.join(' ') + (FORMS[Math.floor(roll() * FORMS.length)] ?? '')
      const acronym = words.length > 2 ? words.join(' ').split(' ').map((word) => word.charAt(0)).join('') : null
      const registryId = at % 20 === 0 ? `made-${at}` : null
      return { id: `body ${at}`, kind: 'organization' as const, name, given: '', family: '', middle: '', acronym, registryId, title: null }
    })
    this.places = places.map(({ id, name }) => ({ id: `place ${id}`, kind: 'place' as const, name, given: '', family: '', middle: '', acronym: null, registryId: id, title: null }))
  }
}

/**
 * Makes `articles` records one after the other. An article belongs to a beat, whose people and bodies stand together
 * again and again, the first ones most; one person in ten comes from anywhere. A person stands in full, by a nickname,
 * with a middle initial or an initial, misspelt, or by the family name alone.
 */
export function* makeRecords(articles: number, seed = 1): Generator<MadeRecord> {
  const roll = dice(seed)
  const world = new World(articles, roll)
  const beats = Math.max(1, Math.ceil(articles / ARTICLES_A_BEAT))
  const nicknames = nicknamesByName()
  const pick = (from: readonly Being[], beat: number): Being => {
    const own = Math.ceil(from.length / beats)
    // Steep towards the first of the beat; one in ten from the whole world, the famous first.
    const at = roll() < 0.1 ? Math.floor(from.length * roll() ** 6) : beat * own + Math.floor(own * roll() ** 2.5)
    return from[Math.min(from.length - 1, at)] as Being
  }
  for (let article = 0; article < articles; article += 1) {
    const beat = Math.floor(roll() * beats)
    const beings = new Set<Being>()
    while (beings.size < PEOPLE_AN_ARTICLE) beings.add(pick(world.people, beat))
    while (beings.size < PEOPLE_AN_ARTICLE + BODIES_AN_ARTICLE) beings.add(pick(world.bodies, beat))
    while (beings.size < PEOPLE_AN_ARTICLE + BODIES_AN_ARTICLE + PLACES_AN_ARTICLE) beings.add(pick(world.places, beat))
    yield recordOf(article, [...beings], { roll, nicknames, day: Math.floor((beat * 37) % 900) + Math.floor(roll() * 120) })
  }
}

function nicknamesByName(): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>()
  for (const [nickname, names] of namesByNickname) for (const name of names) byName.set(name, [...(byName.get(name) ?? []), nickname])
  return byName
}

interface Telling {
  readonly roll: () => number
  readonly nicknames: ReadonlyMap<string, readonly string[]>
  readonly day: number
}

function recordOf(number: number, beings: readonly Being[], telling: Telling): MadeRecord {
  const id = number.toString(16).padStart(12, '0')
  const truth = new Map<string, string>()
  let at = 0
  const profiles = beings.map((being, place) => {
    const { name, aliases } = formsOf(being, telling)
    const count = place < MENTIONS_AN_ARTICLE - beings.length ? 2 : 1
    const mentions = Array.from({ length: count }, (_, index) => {
      const text = index === 0 ? name : (aliases[0] ?? name)
      const start = at
      at += text.length + 40
      return { start, end: start + text.length, text, form: 'name' as const, rule: 'made/name', score: 0.9 }
    })
    const start = mentions[0]?.start ?? 0
    const profile: Profile = {
      id: `${id}:${being.kind}:${start}-${start + name.length}`,
      kind: being.kind,
      name,
      aliases,
      acronym: being.acronym,
      registryId: being.registryId,
      sameAs: [],
      roles: being.title === null || telling.roll() < 0.4 ? [] : [{ title: being.title, organization: null, start, end: start + name.length, text: name }],
      parent: null,
      mentions,
      score: 0.9,
    }
    truth.set(profile.id, being.id)
    return profile
  })
  const of = (kind: Profile['kind']): Profile[] => profiles.filter((profile) => profile.kind === kind)
  const published = new Date(Date.UTC(2022, 0, 1) + telling.day * 86_400_000).toISOString().slice(0, 10)
  const article = { id, path: `${String(number % 1000).padStart(3, '0')}/${number}.md`, mediaType: 'text/markdown', sha256: '0'.repeat(64), title: `Story ${number}`, byline: [], publisher: null, published, url: null, language: 'en', status: 'ok' as const, text: '', removed: [], duplicateOf: null }
  return { truth, record: { schema: RECORD_SCHEMA, article, people: of('person'), agencies: of('agency'), organizations: of('organization'), places: of('place'), figures: [], dates: [], quotes: [] } }
}

function formsOf(being: Being, { roll, nicknames }: Telling): { name: string; aliases: string[] } {
  const { kind, name, given, family, middle, acronym } = being
  if (kind === 'place') return { name, aliases: [] }
  if (kind !== 'person') return roll() < 0.2 ? { name: name.replace(/ (?:Inc\.|Corp\.|Ltd\.|AG|LLC)$/, ''), aliases: [] } : { name, aliases: acronym === null ? [] : [acronym] }
  const chance = roll()
  if (chance < 0.06) return { name: family, aliases: [] }
  if (chance < 0.08) return { name: `${given.charAt(0)}. ${family}`, aliases: [family] }
  if (chance < 0.14) return { name: `${given} ${middle}. ${family}`, aliases: [family] }
  const [nickname] = nicknames.get(given.toLowerCase()) ?? []
  if (chance < 0.18 && nickname !== undefined) return { name: `${capital(nickname)} ${family}`, aliases: [family] }
  if (chance < 0.19 && family.length > 6) return { name: `${given} ${family.slice(0, 3)}${family.slice(4)}`, aliases: [] }
  return { name, aliases: [family] }
}
