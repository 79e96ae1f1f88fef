import { loadTable } from './load-table.js'

/**
 * What a word does in or beside a title: `modifier` goes before its noun ("former"), `link` ties what follows to it
 * ("of"), `end` ends a title that stands after a name ("who").
 */
export type RoleWordKind = 'modifier' | 'link' | 'end'

/** The words in and beside titles, by form (lower case). */
export const roleWords: ReadonlyMap<string, RoleWordKind> = new Map(
  loadTable('role-words', '["word", "modifier|link|end"]', ([form, kind]) =>
    typeof form === 'string' && (kind === 'modifier' || kind === 'link' || kind === 'end')
      ? ([form, kind] as const)
      : null,
  ),
)
