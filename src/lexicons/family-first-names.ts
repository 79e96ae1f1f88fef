import { loadTable } from './load-table.js'

/** Chinese, Korean and Vietnamese family names in Latin letters, lower-cased: they stand first in a name. */
export const familyFirstNames: ReadonlySet<string> = new Set(
  loadTable('family-first-names', '["name"]', ([name]): string | null => (typeof name === 'string' ? name : null)),
)
