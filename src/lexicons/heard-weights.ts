import { loadTable } from './load-table.js'

/** Feature → weight; learned from PolNeAR's training articles by `training/pairs/train.ts`, so a line is no fact of the language. */
const weights: ReadonlyMap<string, number> = new Map(
  loadTable('heard-weights', '["feature", weight]', ([feature, weight]) =>
    typeof feature === 'string' && typeof weight === 'number' ? ([feature, weight] as const) : null,
  ),
)

/** What a feature of a content and a source that were heard weighs for their being a pair; 0 for one that was not learned. */
export function heardWeight(feature: string): number {
  return weights.get(feature) ?? 0
}
