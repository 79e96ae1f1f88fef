import type { Choice } from './corpus.js'

/** Feature → weight. `none` is the weight of there being no source. */
export type Weights = ReadonlyMap<string, number>

const NONE = ['none']
const RATE = 0.5
const LEAST_SEEN = 8
const DECAY = 1e-4
const SEED = 7

/**
 * The weights that make the right sources likeliest: softmax over a content's candidates and none, AdaGrad steps that
 * shrink to nothing over the rounds. The same choices, the same weights.
 */
export function learn(choices: readonly Choice[], rounds: number, onRound: (round: number, weights: Weights) => void): Weights {
  const weights = new Map<string, number>()
  const squares = new Map<string, number>()
  const seen = countsOf(choices)
  const step = (feature: string, gradient: number, rate: number): void => {
    const weight = weights.get(feature) ?? 0
    const by = gradient - DECAY * weight
    const square = (squares.get(feature) ?? 1) + by * by
    squares.set(feature, square)
    weights.set(feature, weight + (rate * by) / Math.sqrt(square))
  }
  const random = randomFrom(SEED)
  const order = [...choices]
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random)
    const rate = RATE * (1 - round / rounds)
    for (const { candidates, gold } of order) {
      const all = [NONE, ...candidates]
      chances(all, weights).forEach((chance, index) => {
        const gradient = (index === gold + 1 ? 1 : 0) - chance
        if (Math.abs(gradient) < 1e-4) return
        for (const feature of all[index]!)
          if (feature === 'none' || (seen.get(feature) ?? 0) >= LEAST_SEEN) step(feature, gradient, rate)
      })
    }
    onRound(round + 1, weights)
  }
  return weights
}

/** Percent of the choices for which the heaviest candidate, or none, is the right one. */
export function accuracy(choices: readonly Choice[], weights: Weights): number {
  const isRight = ({ candidates, gold }: Choice): boolean => {
    let [best, top] = [-1, sumOf(NONE, weights)]
    candidates.forEach((features, index) => {
      const sum = sumOf(features, weights)
      if (sum > top) [best, top] = [index, sum]
    })
    return best === gold
  }
  return (100 * choices.filter(isRight).length) / choices.length
}

function chances(all: readonly (readonly string[])[], weights: Weights): number[] {
  const sums = all.map((features) => sumOf(features, weights))
  const top = Math.max(...sums)
  const powers = sums.map((sum) => Math.exp(sum - top))
  const whole = powers.reduce((total, power) => total + power)
  return powers.map((power) => power / whole)
}

function sumOf(features: readonly string[], weights: Weights): number {
  return features.reduce((total, feature) => total + (weights.get(feature) ?? 0), 0)
}

function countsOf(choices: readonly Choice[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { candidates } of choices)
    for (const features of candidates) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  return counts
}

function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
}

function shuffle(order: Choice[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
}
