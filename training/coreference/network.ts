import type { CoreferenceNet } from '../../src/lexicons/coreference-weights.js'
import type { Example } from './examples.js'

/** How a network is learned. */
export interface Recipe {
  readonly of: CoreferenceNet['of']
  readonly units: number
  readonly rounds: number
  readonly rate: number
  readonly decay: number
  /** The share of units left out at each step. */
  readonly dropout: number
}

const BATCH = 32
/** One network alone changes its mind with where it began. */
const SEEDS = [7, 8, 9]
const INPUT_DROPOUT = 0.05

/**
 * The mean of three networks that make the right candidates likeliest, together: softmax over the candidates and nobody, tanh units,
 * AdamW with a rate that falls to nothing. The same examples, the same network.
 */
export function learn(examples: readonly (Example & { weight: number })[], recipe: Recipe): CoreferenceNet {
  return meanOf(SEEDS.map((seed) => learnOne(examples, recipe, seed)))
}

/** The mean of networks is one network with the units of all. */
function meanOf(nets: readonly CoreferenceNet[]): CoreferenceNet {
  const [first] = nets
  if (first === undefined) throw new Error('Expected a network, got none.')
  const share = (weight: number): number => Math.round((1000 * weight) / nets.length) / 1000
  const columnMean = (rows: readonly (readonly number[])[]): number[] =>
    (rows[0] ?? []).map((_, at) => share(rows.reduce((sum, row) => sum + (row[at] ?? 0), 0)))
  const bias = columnMean(nets.map(({ out }) => out.slice(-1)))
  const out = nets.flatMap((net) => net.out.slice(0, -1).map(share))
  return { of: first.of, hidden: nets.flatMap(({ hidden }) => hidden), out: [...out, ...bias], none: columnMean(nets.map(({ none }) => none)) }
}

function learnOne(examples: readonly (Example & { weight: number })[], recipe: Recipe, seed: number): CoreferenceNet {
  const [first] = examples
  const inputs = (first?.candidates[0]?.length ?? 0) + (first?.about.length ?? 0) + 1
  const sizes = { inputs, units: recipe.units, about: (first?.about.length ?? 0) + 1 }
  const random = randomFrom(seed)
  const size = sizes.units * inputs + sizes.units + 1 + sizes.about
  const weights = Float64Array.from({ length: size }, () => (random() - 0.5) * (2 / Math.sqrt(inputs)))
  const [mean, square, gradient] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  const order = [...examples]
  const steps = recipe.rounds * Math.ceil(order.length / BATCH)
  let step = 0
  for (let round = 0; round < recipe.rounds; round += 1) {
    shuffle(order, random)
    for (let from = 0; from < order.length; from += BATCH) {
      gradient.fill(0)
      const batch = order.slice(from, from + BATCH)
      const kept = Float64Array.from({ length: sizes.units }, () => (random() < recipe.dropout ? 0 : 1 / (1 - recipe.dropout)))
      const seen = Float64Array.from({ length: inputs }, () => (random() < INPUT_DROPOUT ? 0 : 1))
      for (const example of batch) addGradient(gradient, { weights, sizes, kept, seen }, example, 1 / batch.length)
      step += 1
      const rate = recipe.rate * (1 - step / (steps + 1))
      for (let at = 0; at < size; at += 1) {
        const by = gradient[at]!
        mean[at] = 0.9 * mean[at]! + 0.1 * by
        square[at] = 0.999 * square[at]! + 0.001 * by * by
        const shift = mean[at]! / (1 - 0.9 ** step) / (Math.sqrt(square[at]! / (1 - 0.999 ** step)) + 1e-8)
        weights[at] = weights[at]! - rate * (shift + recipe.decay * weights[at]!)
      }
    }
  }
  return netOf(recipe.of, weights, sizes)
}

interface Sizes {
  readonly inputs: number
  readonly units: number
  readonly about: number
}

interface State {
  readonly weights: Float64Array
  readonly sizes: Sizes
  readonly kept: Float64Array
  readonly seen: Float64Array
}

function addGradient(gradient: Float64Array, { weights, sizes, kept, seen }: State, example: Example & { weight: number }, share: number): void {
  const { inputs, units } = sizes
  const outAt = units * inputs
  const noneAt = outAt + units + 1
  const rows = example.candidates.map((numbers) => [...numbers, ...example.about, 1].map((number, at) => number * seen[at]!))
  const none = [...example.about, 1]
  const active = rows.map((row) => {
    const found = new Float64Array(units)
    for (let unit = 0; unit < units; unit += 1) if (kept[unit] !== 0) found[unit] = Math.tanh(dot(weights, unit * inputs, row))
    return found
  })
  const sums = active.map((found) => {
    let sum = weights[outAt + units]!
    for (let unit = 0; unit < units; unit += 1) sum += weights[outAt + unit]! * found[unit]! * kept[unit]!
    return sum
  })
  sums.push(dot(weights, noneAt, none))
  const top = Math.max(...sums)
  const powers = sums.map((sum) => Math.exp(sum - top))
  const whole = powers.reduce((total, power) => total + power, 0)
  const rightly = powers.reduce((total, power, index) => total + (example.right[index] ? power : 0), 0)
  powers.forEach((power, index) => {
    const error = share * example.weight * (power / whole - (example.right[index] ? power / rightly : 0))
    if (Math.abs(error) < 1e-7) return
    const row = rows[index]
    const found = active[index]
    if (row === undefined || found === undefined) {
      none.forEach((number, at) => { gradient[noneAt + at] = gradient[noneAt + at]! + error * number })
      return
    }
    gradient[outAt + units] = gradient[outAt + units]! + error
    for (let unit = 0; unit < units; unit += 1) {
      if (kept[unit] === 0) continue
      const value = found[unit]!
      gradient[outAt + unit] = gradient[outAt + unit]! + error * value * kept[unit]!
      const back = error * weights[outAt + unit]! * kept[unit]! * (1 - value * value)
      const base = unit * inputs
      for (let at = 0; at < row.length; at += 1) if (row[at] !== 0) gradient[base + at] = gradient[base + at]! + back * row[at]!
    }
  })
}

function dot(weights: Float64Array, from: number, numbers: readonly number[]): number {
  let sum = 0
  for (let at = 0; at < numbers.length; at += 1) if (numbers[at] !== 0) sum += weights[from + at]! * numbers[at]!
  return sum
}

function netOf(of: CoreferenceNet['of'], weights: Float64Array, { inputs, units }: Sizes): CoreferenceNet {
  const numbers = [...weights].map((weight) => Math.round(weight * 100) / 100)
  const outAt = units * inputs
  const hidden = Array.from({ length: units }, (_, unit) => numbers.slice(unit * inputs, (unit + 1) * inputs))
  return { of, hidden, out: numbers.slice(outAt, outAt + units + 1), none: numbers.slice(outAt + units + 1) }
}

function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x80000000
  }
}

function shuffle<Item>(order: Item[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
}
