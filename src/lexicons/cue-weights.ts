import { loadTable } from './load-table.js'

/** How much a feature of a possible quote speaks for it, in log odds; learned: `training/cues/train.ts`. */
export interface CueWeight {
  readonly feature: string
  readonly weight: number
}

/** Every weight, sorted by feature. */
export const cueWeights: readonly CueWeight[] = loadTable('cue-weights', '["feature", weight]', ([feature, weight]) =>
  typeof feature === 'string' && typeof weight === 'number' ? { feature, weight } : null,
)

const WEIGHTS: ReadonlyMap<string, number> = new Map(cueWeights.map(({ feature, weight }) => [feature, weight]))

/** The weight of a feature; 0 for one that was never seen. */
export function cueWeight(feature: string): number {
  return WEIGHTS.get(feature) ?? 0
}
