import { loadTable } from './load-table.js'

/** A given name. `weight` 3: hardly ever anything else; 2: also a family name or rare; 1: also a word or a place. */
export interface GivenName {
  readonly form: string
  readonly gender: 'female' | 'male' | 'either'
  readonly weight: 1 | 2 | 3
}

/** Every given name, sorted by form. */
export const givenNames: readonly GivenName[] = loadTable(
  'given-names',
  '["Name", "female|male|either", 1..3]',
  ([form, gender, weight]): GivenName | null =>
    typeof form === 'string' &&
    (gender === 'female' || gender === 'male' || gender === 'either') &&
    (weight === 1 || weight === 2 || weight === 3)
      ? { form, gender, weight }
      : null,
)

/** The given names by lower-cased form. */
export const givenNameByForm: ReadonlyMap<string, GivenName> = new Map(
  givenNames.map((name) => [name.form.toLowerCase(), name]),
)
