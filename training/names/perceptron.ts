import { canFollow, LABEL_COUNT as L } from '../../src/find/names/name-labels.js'

/** One zone: the rows of evidence of each token, the labels allowed for it as bits, and how much it counts. */
export interface Sequence {
  readonly rows: readonly Int32Array[]
  readonly allowed: readonly number[]
  readonly weight: number
}

/** Averaged weights: a row of L for each piece of evidence, then L × L for the steps from label to label. */
export interface Perceptron {
  readonly rowOf: ReadonlyMap<string, number>
  readonly weights: Float64Array
}

const RATE = 0.1
const MARGIN = 3
const MARGIN_NO_NAME = 3.6
const LEFT_OUT = 0.15

/** The best labels, each token's sum changed by `bonus` and limited to what `isAllowed` lets pass. */
export function best(
  weights: Float64Array,
  rows: readonly Int32Array[],
  isAllowed: (at: number, label: number) => boolean = () => true,
  bonus: (at: number, label: number) => number = () => 0,
): Uint8Array {
  const length = rows.length
  const steps = weights.length - L * L
  const sums = new Float64Array(length * L).fill(Number.NEGATIVE_INFINITY)
  const from = new Uint8Array(length * L)
  for (let at = 0; at < length; at += 1) {
    for (let label = 0; label < L; label += 1) {
      if (!isAllowed(at, label)) continue
      let top = Number.NEGATIVE_INFINITY
      for (let before = 0; before < (at === 0 ? 1 : L); before += 1) {
        if (!canFollow(before, label)) continue
        const sum = (at === 0 ? 0 : sums[(at - 1) * L + before]!) + weights[steps + before * L + label]!
        if (sum <= top) continue
        top = sum
        from[at * L + label] = before
      }
      if (top === Number.NEGATIVE_INFINITY) continue
      for (const row of rows[at]!) top += weights[row * L + label]!
      sums[at * L + label] = top + bonus(at, label)
    }
  }
  const labels = new Uint8Array(length)
  let label = 0
  for (let other = 1; other < L; other += 1) if (sums[(length - 1) * L + other]! > sums[(length - 1) * L + label]!) label = other
  for (let at = length - 1; at >= 0; at -= 1) {
    labels[at] = label
    label = from[at * L + label]!
  }
  return labels
}

/** The mean of the weights learned in several orders: one order's chances matter less. The same input, the same weights. */
export function learn(
  rowOf: ReadonlyMap<string, number>,
  sequences: readonly Sequence[],
  rounds: number,
  orders = 1,
): Perceptron {
  const all = Array.from({ length: orders }, (_, index) => learnInOrder(rowOf, sequences, rounds, 7 + index))
  const weights = new Float64Array(all[0]!.length)
  for (const one of all) one.forEach((weight, slot) => (weights[slot]! += weight / orders))
  return { rowOf, weights }
}

function learnInOrder(
  rowOf: ReadonlyMap<string, number>,
  sequences: readonly Sequence[],
  rounds: number,
  seed: number,
): Float64Array {
  const size = rowOf.size * L + L * L
  const [weights, squares, sums, since] = [0, 1, 2, 3].map(() => new Float64Array(size)) as [
    Float64Array, Float64Array, Float64Array, Float64Array,
  ]
  squares.fill(1e-6)
  const random = randomFrom(seed)
  let step = 0
  const move = (slot: number, by: number): void => {
    sums[slot]! += weights[slot]! * (step - since[slot]!)
    since[slot] = step
    squares[slot]! += by * by
    weights[slot]! += (RATE * by) / Math.sqrt(squares[slot]!)
  }
  const order = sequences.map((_, index) => index)
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random)
    for (const index of order) {
      const { rows: all, allowed, weight } = sequences[index]!
      step += 1
      const rows = all.map((row) => row.filter(() => random() > LEFT_OUT))
      const isGold = (at: number, label: number): boolean => ((allowed[at]! >> label) & 1) === 1
      const found = best(weights, rows, undefined, (at, label) =>
        isGold(at, label) ? 0 : label === 0 ? MARGIN_NO_NAME : MARGIN,
      )
      const gold = best(weights, rows, isGold)
      let [wrong, right] = [0, 0]
      for (let at = 0; at < rows.length; at += 1) {
        const [predicted, wanted] = [found[at]!, gold[at]!]
        if (predicted !== wanted)
          for (const row of rows[at]!) {
            move(row * L + wanted, weight)
            move(row * L + predicted, -weight)
          }
        if (predicted !== wanted || wrong !== right) {
          move(rowOf.size * L + right * L + wanted, weight)
          move(rowOf.size * L + wrong * L + predicted, -weight)
        }
        wrong = predicted
        right = wanted
      }
    }
  }
  return sums.map((sum, slot) => (sum + weights[slot]! * (step - since[slot]!)) / step)
}

function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
}
