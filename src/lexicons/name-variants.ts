import { loadTable } from './load-table.js'

/** Spellings of one name that transliterations give: "gaddafi", "qaddafi", "kadafi". */
export const nameVariants: readonly (readonly string[])[] = loadTable(
  'name-variants',
  '["spelling", "spelling", …]',
  (forms): readonly string[] | null => {
    const known = forms.filter((form) => typeof form === 'string')
    return known.length > 1 && known.length === forms.length ? known : null
  },
)

/** The first spelling of a name by each of its spellings, lower-cased. */
export const firstSpelling: ReadonlyMap<string, string> = new Map(
  nameVariants.flatMap((forms) => forms.map((form) => [form, forms[0] ?? form] as const)),
)
