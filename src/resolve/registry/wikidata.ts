import { EntityKind } from '../../model/mention.js'
import {
  entryWith,
  isLatin,
  isObject,
  jsonObject,
  type LineReader,
  type Parsed,
  shown,
  stringsOf,
  wikidataId,
} from './line.js'

/** Words that a slice may have for a kind, besides the four of the record. */
const KIND_WORDS: Readonly<Record<string, EntityKind>> = {
  ...Object.fromEntries(EntityKind.options.map((kind) => [kind, kind])),
  per: 'person',
  human: 'person',
  org: 'organization',
  organisation: 'organization',
  company: 'organization',
  government: 'agency',
  public_body: 'agency',
  loc: 'place',
  location: 'place',
  country: 'place',
  city: 'place',
}

/** What a thing is an instance of (P31), for a dump's own lines; people and the commonest classes of bodies and places. */
const CLASSES: Readonly<Record<string, EntityKind>> = {
  Q5: 'person',
  Q327333: 'agency',
  Q20857065: 'agency',
  Q192350: 'agency',
  Q2659904: 'agency',
  Q35657: 'place',
  Q6256: 'place',
  Q3624078: 'place',
  Q515: 'place',
  Q1549591: 'place',
  Q1093829: 'place',
  Q484170: 'place',
  Q3957: 'place',
  Q532: 'place',
  Q43229: 'organization',
  Q4830453: 'organization',
  Q783794: 'organization',
  Q891723: 'organization',
  Q6881511: 'organization',
  Q7278: 'organization',
  Q476028: 'organization',
  Q163740: 'organization',
  Q3918: 'organization',
  Q178706: 'organization',
}
const GENDERS: Readonly<Record<string, 'female' | 'male'>> = { Q6581072: 'female', Q6581097: 'male' }

/** The languages whose labels English news may write, the one to show first. */
const LANGUAGES = ['en', 'mul', 'en-us', 'en-gb', 'de', 'fr', 'es', 'it', 'pt', 'nl'] as const

/**
 * Wikidata as JSON lines: a newsroom's own slice (`id`, `labels` or `label`, `aliases`, `kind`, `sitelinks`, and if
 * wanted `description`, `country`, `sameAs`), or lines of Wikidata's own entity dump.
 */
export function wikidataReader(): LineReader {
  return { name: 'Wikidata JSON lines', line: parseLine }
}

function parseLine(text: string): Parsed {
  const bare = text.trim()
  if (bare === '' || bare === '[' || bare === ']') return 'nothing'
  const read = jsonObject(bare)
  if ('fault' in read) return read
  const { value } = read
  const id = typeof value.id === 'string' ? wikidataId(value.id) : null
  if (id === null) return { fault: `expected a Wikidata id ("Q84") in "id", got ${shown(bare)}` }
  const kind = kindOf(value)
  if (kind === null) return { fault: `expected a kind (${EntityKind.options.join(', ')}), got ${shown(bare)}` }
  if (kind === 'other') return 'other-kind'
  const labels = namesIn(value.labels ?? value.label ?? value.name)
  const [name] = labels
  if (name === undefined) return { fault: `expected a label in Latin letters, got ${shown(bare)}` }
  const country = value.country
  return {
    entry: entryWith({
      id,
      kind,
      name,
      forms: [...labels, ...namesIn(value.aliases)],
      sameAs: stringsOf(value.sameAs).map((one) => wikidataId(one) ?? one),
      prior: sitelinksOf(value.sitelinks),
      country: typeof country === 'string' && country.length === 2 ? country.toUpperCase() : null,
      gender: genderOf(value),
      context: contextOf(value),
    }),
  }
}

/** The kind that the line says; `other` for a kind that no profile has, `null` where it says none. */
function kindOf(value: Readonly<Record<string, unknown>>): EntityKind | 'other' | null {
  const { kind, type, claims } = value
  if (typeof kind === 'string') return KIND_WORDS[kind.toLowerCase()] ?? 'other'
  if (isObject(claims)) {
    const classes = claimsOf(claims, 'P31')
    const known = classes.map((one) => CLASSES[one]).find((one) => one !== undefined)
    // Whatever lies somewhere and in a country is a place; a body's seat is on its headquarters (P159).
    return (
      known ?? (claims.P625 !== undefined && claims.P17 !== undefined && claims.P159 === undefined ? 'place' : 'other')
    )
  }
  return type === 'property' || type === 'item' ? 'other' : null
}

/** The names of a language map, of a list or of one string, in Latin letters, each once. */
function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return isLatin(value) ? [value] : []
  if (Array.isArray(value)) return [...new Set(stringsOf(value))].filter(isLatin)
  if (!isObject(value)) return []
  const names = new Set<string>()
  for (const language of LANGUAGES) {
    const named = value[language]
    if (named === undefined) continue
    for (const name of stringsOf(named)) if (isLatin(name)) names.add(name)
  }
  return names.size > 0 ? [...names] : [...new Set(stringsOf(value))].filter(isLatin)
}

function sitelinksOf(value: unknown): number | null {
  if (typeof value === 'number' && value >= 0) return value
  if (isObject(value)) return Object.keys(value).length
  return null
}

function genderOf({ gender, claims }: Readonly<Record<string, unknown>>): 'female' | 'male' | null {
  if (gender === 'female' || gender === 'male') return gender
  const [claimed] = isObject(claims) ? claimsOf(claims, 'P21') : []
  return claimed === undefined ? null : (GENDERS[claimed] ?? null)
}

function contextOf({
  description,
  descriptions,
  positions,
  occupations,
  party,
}: Readonly<Record<string, unknown>>): string[] {
  const described = isObject(descriptions) ? stringsOf(descriptions.en) : stringsOf(descriptions)
  return [...stringsOf(description), ...described, ...[positions, occupations, party].flatMap(stringsOf)]
}

/** The items that a property of a dump's line points to. */
function claimsOf(claims: Readonly<Record<string, unknown>>, property: string): string[] {
  const list = claims[property]
  if (!Array.isArray(list)) return []
  return list.flatMap((claim: unknown) => {
    const snak = isObject(claim) ? claim.mainsnak : null
    const data = isObject(snak) ? snak.datavalue : null
    const item = isObject(data) ? data.value : null
    return isObject(item) && typeof item.id === 'string' ? [item.id] : []
  })
}
