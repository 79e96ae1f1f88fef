import { ArticleRecord, type Profile } from '../../model/record.js'
import type { RegistryEntry, RegistryTables } from '../../model/registry.js'
import type { Stage } from '../../pipeline/stage.js'
import { byCodeUnit } from '../normal.js'
import { readPersonName } from '../person-names.js'
import { type ArticleTopic, topicOf } from './article-topic.js'
import { bodyCandidates, builtInOf, countryOfBuiltIn } from './body-candidates.js'
import { OfficialRoll } from './official-roll.js'
import { personCandidates } from './person-candidates.js'
import { Registry } from './registry.js'
import { type Decision, decide, type Scored, scored } from './scored.js'

/**
 * ArticleRecord → ArticleRecord: profiles that are sure to be an entry of the registry files get its id and what it is the
 * same as; those that may be several get `candidates` and no id. What the article alone says decides, so that a record
 * never depends on another.
 * @example new Pipeline<Origin>('mine').each(readArticle) … .each(toRecord).each(identify(tables))
 */
export function identify(tables: RegistryTables): Stage<ArticleRecord, ArticleRecord> {
  const registry = new Registry(tables)
  const roll = new OfficialRoll(registry)
  return {
    name: 'identify',
    output: ArticleRecord,
    run: (record) => identified(record, registry, roll),
  }
}

function identified(record: ArticleRecord, registry: Registry, roll: OfficialRoll): ArticleRecord {
  let known: ArticleTopic | null = null
  const topic = (): ArticleTopic => (known ??= topicOf(record, countryOfBuiltIn))
  const renamed = new Map<string, string>()
  const all = record.people.map((profile) => personCandidates(profile, { registry, roll, record, topic }))
  const people = decidePeople(all)
  const person = (profile: Profile, place: number): Profile => {
    const made = withDecision(profile, people[place] ?? UNKNOWN)
    if (made.name !== profile.name) renamed.set(profile.id, made.name)
    return made
  }
  const body = (profile: Profile): Profile => {
    const { certain, all } = bodyCandidates(profile, { registry, topic })
    return withDecision(profile, certain === null ? decide(all) : { entry: certain, candidates: [] })
  }
  const made = {
    ...record,
    people: record.people.map(person),
    agencies: record.agencies.map(body),
    organizations: record.organizations.map(body),
    places: record.places.map(body),
  }
  return renamed.size === 0 ? made : { ...made, quotes: made.quotes.map((quote) => renameSpeaker(quote, renamed)) }
}

const UNKNOWN: Decision = { entry: null, candidates: [] }
/** Log odds for each official whom the article surely names, besides the one in question. */
const COMPANY = 0.5
const COMPANY_MOST = 1

/** Decides on all people of an article; officials whom it surely names speak for the others. */
function decidePeople(all: readonly (readonly Scored[])[]): Decision[] {
  const first = all.map(decide)
  const sure = new Set(first.flatMap(({ entry }) => (entry !== null && entry.offices.length > 0 ? [entry.id] : [])))
  const company = { name: 'company', score: Math.min(COMPANY_MOST, COMPANY * sure.size) }
  return first.map((decision, place) => {
    if (decision.entry !== null || sure.size === 0) return decision
    const reasons = (all[place] ?? []).map((one) =>
      one.entry.offices.length > 0 ? scored(one.entry, [...one.reasons, company]) : one,
    )
    return decide(reasons)
  })
}

/** A speaker goes by the profile's name. */
function renameSpeaker(quote: ArticleRecord['quotes'][number], renamed: ReadonlyMap<string, string>): typeof quote {
  const name = renamed.get(quote.speaker?.profile ?? '')
  return name === undefined || quote.speaker === null ? quote : { ...quote, speaker: { ...quote.speaker, name } }
}

function withDecision(profile: Profile, { entry, candidates }: Decision): Profile {
  if (entry === null) return candidates.length === 0 ? profile : { ...profile, candidates: [...candidates] }
  const builtIn = builtInOf(profile)
  const ids = [...profile.sameAs, ...entry.sameAs, ...(builtIn === null ? [] : [entry.id])]
  const made = { ...profile, registryId: builtIn?.id ?? entry.id, sameAs: [...new Set(ids)].sort(byCodeUnit) }
  return isFuller(profile, entry) ? { ...made, ...calledAs(profile, entry) } : made
}

/** A surname, or a form of the name that news has less often, gives way to the name that the registry shows. */
function isFuller(profile: Profile, entry: RegistryEntry): boolean {
  return profile.kind === 'person' && readPersonName(profile.name).isBare && !readPersonName(entry.name).isBare
}

function calledAs({ name, aliases }: Profile, entry: RegistryEntry): Pick<Profile, 'name' | 'aliases'> {
  const forms = new Set([...aliases, name].filter((form) => form !== entry.name))
  return { name: entry.name, aliases: [...forms].sort() }
}
