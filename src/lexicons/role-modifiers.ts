import { loadTable } from './load-table.js'

/** Words in titles that say when, how or for whom an office is held, not which one it is: "then", "acting", "Republican". */
export const roleModifiers: ReadonlySet<string> = new Set(
  loadTable('role-modifiers', '["word"]', ([word]): string | null => (typeof word === 'string' ? word : null)),
)
