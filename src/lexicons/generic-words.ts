import { loadTable } from './load-table.js'

/**
 * A word that many organisations' names hold. `weight` 0: says nothing ("of"); 1: says what sort it is ("bank");
 * 2: so, and papers leave it away ("Ford Motor", "Ford"), while "Halden" is not the Halden Bank.
 */
export interface GenericWord {
  readonly word: string
  readonly weight: 0 | 1 | 2
}

/** Every generic word, lower-cased, sorted. */
export const genericWords: readonly GenericWord[] = loadTable(
  'generic-words',
  '["word", 0..2]',
  ([word, weight]): GenericWord | null =>
    typeof word === 'string' && (weight === 0 || weight === 1 || weight === 2) ? { word, weight } : null,
)

/** The generic words by word. */
export const genericWordByForm: ReadonlyMap<string, GenericWord> = new Map(
  genericWords.map((entry) => [entry.word, entry]),
)
