import { ENTITIES_SCHEMA, type Entities, type Entity } from '../model/entity.js'
import { type ArticleRecord, type Profile, profilesOf } from '../model/record.js'
import type { AllStage, RunData } from '../pipeline/pipeline.js'
import { clustersOf } from './clusters.js'
import { featuresOf } from './features.js'
import type { Member } from './joining.js'
import { byCodeUnit } from './normal.js'

interface Placed {
  readonly profile: Profile
  readonly record: ArticleRecord
}

/** The stage that makes `entities` of records and judgements, sorted by id. */
export const resolveEntities: AllStage<Entities> = {
  name: 'resolve-entities',
  makes: 'entities',
  run: (data: RunData): Entities => ({ schema: ENTITIES_SCHEMA, entities: entitiesOf(data) }),
}

function entitiesOf({ records, judgements }: RunData): Entity[] {
  const placed = new Map<string, Placed>()
  for (const record of records) for (const profile of profilesOf(record)) placed.set(profile.id, { profile, record })
  const clusters = clustersOf([...placed.values()].map(memberOf), judgements).map((members) =>
    members.flatMap(({ id }) => placed.get(id) ?? []),
  )
  const ids = new Map<string, string>()
  const taken = new Set<string>()
  const identified = clusters.map((cluster) => {
    const id = idOf(cluster, taken)
    for (const { profile } of cluster) ids.set(profile.id, id)
    return { id, cluster }
  })
  return identified.map(({ id, cluster }) => entityOf(id, cluster, ids)).sort((a, b) => byCodeUnit(a.id, b.id))
}

function memberOf({ profile, record }: Placed): Member {
  const { id } = record.article
  const { kind, key, registryId, people, bodies, acronyms, suffix } = featuresOf({
    profile,
    article: id,
    published: null,
    neighbours: [],
  })
  const [person] = people
  const [body] = bodies
  return {
    id: profile.id,
    article: id,
    kind,
    key,
    registryId,
    person: person ? { ...person, suffix } : null,
    body: body ? { name: body, acronyms } : null,
  }
}

/**
 * The registry id, else the smallest profile id. Where a person parted two profiles of one registry id, the first keeps
 * it and the other has its profile's.
 */
function idOf(cluster: readonly Placed[], taken: Set<string>): string {
  const registryId = mostFrequent(cluster.flatMap(({ profile }) => profile.registryId ?? []))
  const id = registryId !== null && !taken.has(registryId) ? registryId : (cluster[0]?.profile.id ?? '')
  taken.add(id)
  return id
}

function entityOf(id: string, cluster: readonly Placed[], ids: ReadonlyMap<string, string>): Entity {
  const profiles = cluster.map(({ profile }) => profile)
  const name = canonicalName(profiles)
  const counted = cluster.filter(({ record }) => record.article.duplicateOf === null)
  const mentions = (counted.length > 0 ? counted : cluster).reduce(
    (sum, { profile }) => sum + profile.mentions.length,
    0,
  )
  return {
    id,
    kind: kindOf(profiles),
    name,
    aliases: sortedSet(profiles.flatMap((profile) => [profile.name, ...profile.aliases])).filter(
      (form) => form !== name,
    ),
    acronym: mostFrequent(profiles.flatMap((profile) => profile.acronym ?? [])),
    registryId: mostFrequent(profiles.flatMap((profile) => profile.registryId ?? [])),
    sameAs: sortedSet(profiles.flatMap((profile) => profile.sameAs)),
    parent: mostFrequent(profiles.flatMap((profile) => profile.parent ?? [])),
    roles: rolesOf(profiles, ids),
    profiles: profiles.map((profile) => profile.id),
    articles: sortedSet(cluster.map(({ record }) => record.article.id)),
    mentions,
  }
}

/** The kind that the registry gave; else the most frequent one. */
function kindOf(profiles: readonly Profile[]): Entity['kind'] {
  const registered = profiles.filter((profile) => profile.registryId !== null)
  return mostFrequent((registered.length > 0 ? registered : profiles).map((profile) => profile.kind)) ?? 'person'
}

/** The name that the registry gave; else the fullest and most frequent one. */
function canonicalName(profiles: readonly Profile[]): string {
  const registered = profiles.filter((profile) => profile.registryId !== null)
  if (registered.length > 0) return mostFrequent(registered.map((profile) => profile.name)) ?? ''
  const counts = new Map<string, number>()
  for (const { name, mentions } of profiles) counts.set(name, (counts.get(name) ?? 0) + 1 + mentions.length / 1000)
  const all = [...counts].map(([name, count]) => ({ name, count, fullness: fullness(name) }))
  const fullest = Math.max(...all.map((form) => form.fullness))
  // A name that one paper in ten writes out is fuller; one that a single paper of many does is that paper's whim.
  const enough = profiles.length / 10
  const full = all.filter((form) => form.fullness === fullest && form.count >= enough)
  const best = (full.length > 0 ? full : all).sort(
    (a, b) => b.count - a.count || b.fullness - a.fullness || byCodeUnit(a.name, b.name),
  )
  return best[0]?.name ?? ''
}

/** Words that are no initials, up to three: "Robert S. Mueller" is no fuller than "Robert Mueller", "Mueller" less full. */
function fullness(name: string): number {
  return Math.min(3, name.split(/[\s-]+/).filter((word) => word.replace(/\W/g, '').length > 1).length)
}

function rolesOf(profiles: readonly Profile[], ids: ReadonlyMap<string, string>): Entity['roles'] {
  const roles = new Map<string, Entity['roles'][number]>()
  for (const role of profiles.flatMap((profile) => profile.roles)) {
    const organization = role.organization === null ? null : (ids.get(role.organization) ?? null)
    const key = `${role.title.toLowerCase()}\n${organization ?? ''}`
    const known = roles.get(key)
    if (known === undefined || byCodeUnit(role.title, known.title) < 0)
      roles.set(key, { title: role.title, organization })
  }
  return [...roles].sort(([a], [b]) => byCodeUnit(a, b)).map(([, role]) => role)
}

/** The value that occurs most, the smallest of those that occur as often; `null` for none. */
function mostFrequent<Value extends string>(values: readonly Value[]): Value | null {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || byCodeUnit(a, b))
  return best?.[0] ?? null
}

function sortedSet(values: readonly string[]): string[] {
  return [...new Set(values)].sort(byCodeUnit)
}
