import { EntityKind } from '../../model/mention.js'
import type { Office, RegistryEntry } from '../../model/registry.js'

/** Between the fields of an entry's text, and between the values of a field: no name holds either. */
const FIELD = '\x1f'
const VALUE = '\x1e'
const PART = '\x1d'
const MARKS = [FIELD, VALUE, PART]

/** Kinds in the order of their numbers in the tables. */
export const KINDS: readonly EntityKind[] = EntityKind.options

/** The entry's text in the tables; kind and prior have tables of their own. */
export function printEntry(entry: RegistryEntry): string {
  const { id, name, forms, sameAs, country, gender, context, offices } = entry
  const lists = [forms, sameAs, context].map((values) => values.map(clean).join(VALUE))
  const held = offices.map(({ office, state, party, start, end }) =>
    [office, state ?? '', party ?? '', start, end].join(PART),
  )
  return [clean(id), clean(name), ...lists, country ?? '', gender ?? '', held.join(VALUE)].join(FIELD)
}

function clean(value: string): string {
  return MARKS.some((mark) => value.includes(mark))
    ? MARKS.reduce((text, mark) => text.replaceAll(mark, ' '), value)
    : value
}

/** The entry of a text that `printEntry` made. */
export function parseEntry(text: string, kind: EntityKind, prior: number | null): RegistryEntry {
  const [id = '', name = '', forms = '', sameAs = '', context = '', country = '', gender = '', offices = ''] =
    text.split(FIELD)
  return {
    id,
    kind,
    name,
    forms: listOf(forms),
    sameAs: listOf(sameAs),
    prior,
    country: country || null,
    gender: gender === 'female' || gender === 'male' ? gender : null,
    context: listOf(context),
    offices: listOf(offices).flatMap(officeOf),
  }
}

function listOf(text: string): string[] {
  return text === '' ? [] : text.split(VALUE)
}

const OFFICES: ReadonlySet<string> = new Set(['senate', 'house', 'president', 'vice-president'])

function officeOf(text: string): Office[] {
  const [office = '', state = '', party = '', start = '', end = ''] = text.split(PART)
  if (!isOffice(office)) return []
  return [{ office, state: state || null, party: party || null, start, end }]
}

function isOffice(office: string): office is Office['office'] {
  return OFFICES.has(office)
}
