/** A run of tokens `[first, last)` under one label kind (0-based: the kind of B-/I- pair), with its mean probability. */
export interface LabelledRun {
  readonly first: number
  readonly last: number
  readonly kind: number
  readonly score: number
}

/**
 * The best label sequence that is valid (Viterbi): labels are O, then a begin and an inside label for each kind; an
 * inside label follows only its own begin or inside. Scores are logits, `width` a token, from `from` in each row.
 */
export function bestLabels(scores: Float32Array, rowWidth: number, from: number, labels: number): Uint8Array {
  const length = Math.floor(scores.length / rowWidth)
  const path = new Uint8Array(length)
  if (length === 0) return path
  const back = new Uint8Array(length * labels)
  let best = new Float64Array(labels)
  for (let label = 0; label < labels; label += 1)
    best[label] = isInside(label) ? Number.NEGATIVE_INFINITY : at(scores, from + label)
  for (let token = 1; token < length; token += 1) {
    const next = new Float64Array(labels)
    const top = argmax(best)
    for (let label = 0; label < labels; label += 1) {
      const previous = isInside(label) ? better(best, label - 1, label) : top
      back[token * labels + label] = previous
      next[label] = at(best, previous) + at(scores, token * rowWidth + from + label)
    }
    best = next
  }
  path[length - 1] = argmax(best)
  for (let token = length - 1; token > 0; token -= 1) path[token - 1] = at(back, token * labels + at(path, token))
  return path
}

/** Runs of a label sequence, in order, with the mean probability of their labels (two decimals). */
export function labelledRuns(
  path: Uint8Array,
  scores: Float32Array,
  rowWidth: number,
  from: number,
  labels: number,
): LabelledRun[] {
  const runs: LabelledRun[] = []
  for (let first = 0; first < path.length; first += 1) {
    const label = at(path, first)
    if (label === 0) continue
    let last = first + 1
    let sum = probability(scores, first * rowWidth + from, labels, label)
    while (last < path.length && at(path, last) === label + 1 && isInside(label + 1)) {
      sum += probability(scores, last * rowWidth + from, labels, label + 1)
      last += 1
    }
    runs.push({ first, last, kind: (label - 1) >> 1, score: Math.round((100 * sum) / (last - first)) / 100 })
    first = last - 1
  }
  return runs
}

/** Even labels but O go on; odd ones begin. */
function isInside(label: number): boolean {
  return label > 0 && label % 2 === 0
}

function probability(scores: Float32Array, row: number, labels: number, label: number): number {
  let top = Number.NEGATIVE_INFINITY
  for (let other = 0; other < labels; other += 1) top = Math.max(top, at(scores, row + other))
  let sum = 0
  for (let other = 0; other < labels; other += 1) sum += Math.exp(at(scores, row + other) - top)
  return Math.exp(at(scores, row + label) - top) / sum
}

function argmax(values: Float64Array): number {
  let best = 0
  for (let index = 1; index < values.length; index += 1) if (at(values, index) > at(values, best)) best = index
  return best
}

function better(values: Float64Array, a: number, b: number): number {
  return at(values, a) >= at(values, b) ? a : b
}

/** A typed array's value; every index here is inside, by how the arrays are made. */
function at(values: { readonly [index: number]: number }, index: number): number {
  return values[index] ?? 0
}
