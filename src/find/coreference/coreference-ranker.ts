import type { CoreferenceNet } from '../../lexicons/coreference-weights.js'

/**
 * The probability of each candidate, and last of nobody: a softmax over what the network gives each.
 * @param about the numbers of the pronoun
 * @param candidates the numbers of each candidate
 */
export function probabilities(
  net: CoreferenceNet,
  about: readonly number[],
  candidates: readonly (readonly number[])[],
): number[] {
  const { hidden, out, none } = net
  // What the pronoun adds to a unit is the same for all candidates.
  const size = candidates[0]?.length ?? 0
  const shared = hidden.map((row) => dot(row, about, size) + (row[size + about.length] ?? 0))
  const sums = candidates.map((numbers) => {
    let sum = out[hidden.length] ?? 0
    for (let unit = 0; unit < hidden.length; unit += 1)
      sum += (out[unit] ?? 0) * Math.tanh((shared[unit] ?? 0) + dot(hidden[unit] ?? [], numbers, 0))
    return sum
  })
  sums.push(dot(none, about, 0) + (none[about.length] ?? 0))
  const top = Math.max(...sums)
  const powers = sums.map((sum) => Math.exp(sum - top))
  const whole = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / whole)
}

function dot(row: readonly number[], numbers: readonly number[], from: number): number {
  let sum = 0
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] ?? 0
    if (number !== 0) sum += number * (row[from + at] ?? 0)
  }
  return sum
}
