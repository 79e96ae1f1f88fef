import { loadTable } from './load-table.js'

/** One piece of evidence about a word, and its weight for each label of `src/find/names/name-scorer.ts` that it speaks for or against. */
export interface NameWeight {
  readonly evidence: string
  /** Label index and weight in turn; labels that are missing weigh nothing. */
  readonly weights: readonly number[]
}

/**
 * What a linear scorer learned about names: whole-number weights of the evidence that `src/find/names/name-features.ts` reads,
 * sorted by evidence, and of each step from label to label (`step=…`). Made by `training/names/train.ts`, whose README
 * says from what. Not to be edited by hand: a change of `name-features.ts` or of the word lists asks for a new training.
 */
export const nameWeights: readonly NameWeight[] = loadTable(
  'name-weights',
  '["evidence", label, weight, …]',
  ([evidence, ...weights]): NameWeight | null =>
    typeof evidence === 'string' && weights.length % 2 === 0 && weights.every((weight) => typeof weight === 'number')
      ? { evidence, weights }
      : null,
)
