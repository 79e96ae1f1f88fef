import type { CoreferenceNet } from '../../lexicons/coreference-weights.js'

/**
 * The probability of each candidate, and last of nobody: a softmax over what a network gives each. `about` are the
 * numbers of the pronoun, `candidates` those of each candidate.
 */
export type Ranker = (about: readonly number[], candidates: readonly (readonly number[])[]) => number[]

/** A ranker by a network. Its rows are turned once, so that a number that is 0, as most are, costs nothing. */
export function rankerOf({ hidden, out, none }: CoreferenceNet): Ranker {
  const units = hidden.length
  const inputs = (hidden[0]?.length ?? 1) - 1
  const columns = Array.from({ length: inputs + 1 }, (_, at) => Float64Array.from(hidden, (row) => row[at] ?? 0))
  const weights = Float64Array.from(out)
  const sums = new Float64Array(units)

  function addTo(sums: Float64Array, numbers: readonly number[], from: number): void {
    for (let at = 0; at < numbers.length; at += 1) {
      const number = numbers[at] ?? 0
      const column = number === 0 ? undefined : columns[from + at]
      if (column === undefined) continue
      for (let unit = 0; unit < units; unit += 1) sums[unit] = (sums[unit] ?? 0) + number * (column[unit] ?? 0)
    }
  }

  return (about, candidates) => {
    // What the pronoun adds to a unit is the same for all candidates.
    const shared = Float64Array.from(columns[inputs] ?? [])
    addTo(shared, about, inputs - about.length)
    const scores = candidates.map((numbers) => {
      sums.set(shared)
      addTo(sums, numbers, 0)
      let score = weights[units] ?? 0
      for (let unit = 0; unit < units; unit += 1) score += (weights[unit] ?? 0) * Math.tanh(sums[unit] ?? 0)
      return score
    })
    scores.push(about.reduce((sum, number, at) => sum + number * (none[at] ?? 0), none[about.length] ?? 0))
    return softmax(scores)
  }
}

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - top))
  const whole = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / whole)
}
