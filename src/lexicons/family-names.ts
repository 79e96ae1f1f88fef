import { loadTable } from './load-table.js'

/** A family name. `weight` 3: hardly ever anything else; 2: also a given name or rare; 1: also a word or a place. */
export interface FamilyName {
  readonly form: string
  readonly weight: 1 | 2 | 3
}

/** Every family name, sorted by form. */
export const familyNames: readonly FamilyName[] = loadTable(
  'family-names',
  '["Name", 1..3]',
  ([form, weight]): FamilyName | null =>
    typeof form === 'string' && (weight === 1 || weight === 2 || weight === 3) ? { form, weight } : null,
)

/** The family names by lower-cased form. */
export const familyNameByForm: ReadonlyMap<string, FamilyName> = new Map(
  familyNames.map((name) => [name.form.toLowerCase(), name]),
)
