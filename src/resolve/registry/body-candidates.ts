import { agencyById } from '../../lexicons/agencies.js'
import { organizationById } from '../../lexicons/organizations.js'
import { placeById } from '../../lexicons/places.js'
import type { Profile } from '../../model/record.js'
import type { RegistryEntry } from '../../model/registry.js'
import type { ArticleTopic } from './article-topic.js'
import { listedReasons } from './listed-evidence.js'
import { bodyKeys } from './name-keys.js'
import type { Registry } from './registry.js'
import { type Reason, type Scored, scored } from './scored.js'

/** What the built-in registry knows of a body or place. */
export interface BuiltIn {
  readonly id: string
  readonly name: string
  readonly country: string | null
  readonly sameAs: readonly string[]
  readonly forms: readonly string[]
}

/** Log odds of the names of bodies and places. */
const WEIGHTS = {
  whole: 0.5,
  oneWord: -1.2,
  acronym: -2.5,
  builtInPlace: 2,
  // Every country has a Labour Party and a Foreign Office: its country must be told, or that it is well known.
  builtInBody: 0.6,
  country: 3,
  otherCountry: -6,
  otherKind: -1,
} as const
/** What a newsroom lists itself, it means. */
const OWN_LIST: Reason = { name: 'own-list', score: 0.8 }
const ACRONYM = /^(?:\p{Lu}\.?){2,6}$/u

/** The built-in entry of a profile, if its registry id is one's. */
export function builtInOf({ registryId }: Pick<Profile, 'registryId'>): BuiltIn | null {
  if (registryId === null) return null
  const agency = agencyById.get(registryId)
  if (agency !== undefined) return { ...agency, forms: [agency.name, ...agency.aliases] }
  const other = organizationById.get(registryId) ?? placeById.get(registryId)
  return other === undefined ? null : { ...other, forms: [other.name, ...other.aliases] }
}

/** The country of an entry of the built-in registry. */
export function countryOfBuiltIn(registryId: string): string | null {
  return builtInOf({ registryId })?.country ?? null
}

/**
 * The entries that a body or a place may be, each with its reasons. An identifier that the built-in registry and an
 * entry share settles it.
 */
export function bodyCandidates(
  profile: Profile,
  { registry, topic }: { readonly registry: Registry; readonly topic: () => ArticleTopic },
): { readonly certain: RegistryEntry | null; readonly all: readonly Scored[] } {
  const builtIn = builtInOf(profile)
  for (const id of builtIn?.sameAs ?? []) {
    const [number] = registry.find(`i${id}`).numbers
    if (number !== undefined) return { certain: registry.entry(number), all: [] }
  }
  const names = [...new Set([profile.name, ...(builtIn?.forms ?? []), ...profile.aliases])]
  const found = new Map<number, Reason>()
  for (const name of names) {
    const reason = nameReason(name, profile.kind, builtIn)
    for (const key of bodyKeys(profile.kind, name)) {
      for (const number of registry.find(key).numbers) {
        const known = found.get(number)
        if (known === undefined || reason.score > known.score) found.set(number, reason)
      }
    }
  }
  const all = [...found].flatMap(([number, reason]) => {
    const entry = registry.entry(number)
    if ((entry.kind === 'place') !== (profile.kind === 'place') || entry.kind === 'person') return []
    if (contradicts(entry, builtIn)) return []
    const own = entry.prior === null && reason.name === 'name' ? OWN_LIST : null
    const reasons = [reason, own, kindReason(entry, profile), countryReason(entry, builtIn)]
    return [scored(entry, [...reasons, ...listedReasons(entry, { topic: topic(), titles: [] })])]
  })
  return { certain: null, all }
}

function nameReason(name: string, kind: Profile['kind'], builtIn: BuiltIn | null): Reason {
  if (builtIn?.forms.includes(name))
    return { name: 'built-in-name', score: kind === 'place' ? WEIGHTS.builtInPlace : WEIGHTS.builtInBody }
  if (ACRONYM.test(name)) return { name: 'acronym', score: WEIGHTS.acronym }
  return name.includes(' ') ? { name: 'name', score: WEIGHTS.whole } : { name: 'one-word', score: WEIGHTS.oneWord }
}

function kindReason(entry: RegistryEntry, profile: Profile): Reason | null {
  return entry.kind === profile.kind ? null : { name: 'kind', score: WEIGHTS.otherKind }
}

function countryReason({ country }: RegistryEntry, builtIn: BuiltIn | null): Reason | null {
  if (country === null || builtIn === null || builtIn.country === null) return null
  return country === builtIn.country
    ? { name: 'own-country', score: WEIGHTS.country }
    : { name: 'own-country', score: WEIGHTS.otherCountry }
}

/** Two identifiers of one scheme that differ are two things. */
function contradicts(entry: RegistryEntry, builtIn: BuiltIn | null): boolean {
  const known = new Map((builtIn?.sameAs ?? []).map((id) => [schemeOf(id), id]))
  return [entry.id, ...entry.sameAs].some((id) => (known.get(schemeOf(id)) ?? id) !== id)
}

function schemeOf(id: string): string {
  return id.slice(0, id.indexOf(':'))
}
