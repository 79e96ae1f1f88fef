/** What a token of a zone can be: no name, or the beginning or inside of one; `MISC` is a name of nothing we report. */
export const NAME_LABELS = ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG', 'B-LOC', 'I-LOC', 'B-MISC', 'I-MISC'] as const
export type NameLabel = (typeof NAME_LABELS)[number]

export const LABEL_COUNT = NAME_LABELS.length
/** The state before the first token of a zone counts as `O`. */
const START = 0

/** Weights: one row of `LABEL_COUNT` numbers for each kind of evidence, and one for each step from label to label. */
export interface NameWeights {
  readonly rows: ReadonlyMap<string, number>
  readonly values: Float32Array | Float64Array
  /** `steps[from * LABEL_COUNT + to]`. */
  readonly steps: Float32Array | Float64Array
}

/** A label may follow another unless it goes on with a name that the other is not part of. */
export function canFollow(from: number, to: number): boolean {
  return to === 0 || to % 2 === 1 || from === to || from === to - 1
}

/** Sums of the weights of one token's evidence, for each label. */
export function emissionsOf(
  weights: NameWeights,
  features: readonly string[],
  emissions: Float64Array,
  at: number,
): void {
  const base = at * LABEL_COUNT
  for (const feature of features) {
    const row = weights.rows.get(feature)
    if (row === undefined) continue
    for (let label = 0; label < LABEL_COUNT; label += 1)
      emissions[base + label] = (emissions[base + label] ?? 0) + (weights.values[row + label] ?? 0)
  }
}

/** The best sequence of labels (Viterbi). `emissions` holds `LABEL_COUNT` numbers for each of the `length` tokens. */
export function bestLabels(steps: NameWeights['steps'], emissions: Float64Array, length: number): number[] {
  const best = new Float64Array(length * LABEL_COUNT).fill(Number.NEGATIVE_INFINITY)
  const from = new Uint8Array(length * LABEL_COUNT)
  for (let at = 0; at < length; at += 1) {
    for (let to = 0; to < LABEL_COUNT; to += 1) {
      for (let previous = 0; previous < LABEL_COUNT; previous += 1) {
        if (!canFollow(at === 0 ? START : previous, to)) continue
        const before = at === 0 ? 0 : (best[(at - 1) * LABEL_COUNT + previous] ?? 0)
        const sum = before + (steps[(at === 0 ? START : previous) * LABEL_COUNT + to] ?? 0)
        if (sum <= (best[at * LABEL_COUNT + to] ?? 0)) continue
        best[at * LABEL_COUNT + to] = sum
        from[at * LABEL_COUNT + to] = previous
        if (at === 0) break
      }
      const slot = at * LABEL_COUNT + to
      best[slot] = (best[slot] ?? 0) + (emissions[slot] ?? 0)
    }
  }
  return trace(best, from, length)
}

function trace(best: Float64Array, from: Uint8Array, length: number): number[] {
  const labels = new Array<number>(length)
  let label = 0
  for (let to = 1; to < LABEL_COUNT; to += 1)
    if ((best[(length - 1) * LABEL_COUNT + to] ?? 0) > (best[(length - 1) * LABEL_COUNT + label] ?? 0)) label = to
  for (let at = length - 1; at >= 0; at -= 1) {
    labels[at] = label
    label = from[at * LABEL_COUNT + label] ?? 0
  }
  return labels
}
