import type { EntityKind } from '../../model/mention.js'
import { entryWith, isLatin, jsonObject, type LineReader, type Parsed, shown, stringsOf, wikidataId } from './line.js'

/** FollowTheMoney's schemata that name somebody or something, by kind. @see https://followthemoney.tech/explorer */
const KINDS: Readonly<Record<string, EntityKind>> = {
  Person: 'person',
  PublicBody: 'agency',
  Organization: 'organization',
  Company: 'organization',
  LegalEntity: 'organization',
  PublicOrganization: 'organization',
}

/** Properties that say in words what somebody is. */
const CONTEXT = ['position', 'summary', 'description', 'political', 'sector', 'classification', 'legalForm'] as const

/** FollowTheMoney NDJSON: an entity a line, with `id`, `schema`, `properties`. */
export function followTheMoneyReader(): LineReader {
  return { name: 'FollowTheMoney NDJSON', line: parseLine }
}

function parseLine(text: string): Parsed {
  if (text.trim() === '') return 'nothing'
  const read = jsonObject(text)
  if ('fault' in read) return read
  const { id, schema, properties } = read.value
  if (typeof id !== 'string' || typeof schema !== 'string' || typeof properties !== 'object' || properties === null)
    return { fault: `expected an entity with id, schema and properties, got ${shown(text)}` }
  const kind = KINDS[schema]
  if (kind === undefined) return 'other-kind'
  const known: Readonly<Record<string, unknown>> = { ...properties }
  const names = [...stringsOf(read.value.caption), ...stringsOf(known.name)].filter(isLatin)
  const [name] = names
  if (name === undefined) return { fault: `expected a name in Latin letters, got ${shown(text)}` }
  const forms = [...names, ...stringsOf(known.alias), ...stringsOf(known.weakAlias), ...stringsOf(known.previousName)]
  const linked = [id, ...stringsOf(known.wikidataId)].flatMap((one) => wikidataId(one) ?? [])
  const own = wikidataId(id) ?? `ftm:${id}`
  const [country] = [...stringsOf(known.country), ...stringsOf(known.nationality), ...stringsOf(known.jurisdiction)]
  const [gender] = stringsOf(known.gender)
  return {
    entry: entryWith({
      id: own,
      kind,
      name,
      forms: forms.filter(isLatin),
      sameAs: linked,
      country: country === undefined || country.length !== 2 ? null : country.toUpperCase(),
      gender: gender === 'female' || gender === 'male' ? gender : null,
      context: CONTEXT.flatMap((property) => stringsOf(known[property])).map((words) => words.slice(0, 200)),
    }),
  }
}
