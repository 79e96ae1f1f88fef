import { loadTable } from './load-table.js'

/**
 * What a small word does in a name: `joint` may stand between two capitalised words of one name ("of", "&"); `numbered`
 * may have a number after it that belongs to the name ("Chapter 247").
 */
export type NameWordKind = 'joint' | 'numbered'

/** The small words of names, by form (lower case). */
export const nameWords: ReadonlyMap<string, NameWordKind> = new Map(
  loadTable('name-words', '["word", "joint|numbered"]', ([form, kind]) =>
    typeof form === 'string' && (kind === 'joint' || kind === 'numbered') ? ([form, kind] as const) : null,
  ),
)
