import { loadTable } from './load-table.js'

/** A word that is capitalised where a sentence starts and is never a name, or only a calendar's. */
export interface StopWord {
  readonly form: string
  readonly kind: string
}

/** Every stop word, lower-cased, sorted. */
export const stopWords: readonly StopWord[] = loadTable(
  'stop-words',
  '["word", "kind"]',
  ([form, kind]): StopWord | null => (typeof form === 'string' && typeof kind === 'string' ? { form, kind } : null),
)

/** The kind of each stop word ("determiner", "pronoun", "month" …), by lower-cased form. */
export const stopWordKinds: ReadonlyMap<string, string> = new Map(stopWords.map((word) => [word.form, word.kind]))
