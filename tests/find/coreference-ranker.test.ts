import { describe, expect, it } from 'vitest'
import { rankerOf } from '../../src/find/coreference/coreference-ranker.js'

describe('rankerOf', () => {
  // One unit over one number of a candidate and one of the pronoun.
  const rank = rankerOf({ of: 'person', hidden: [[2, -1, 0.5]], out: [3, 0.1], none: [0.2, 0.3] })

  it('gives each candidate, and last nobody, what the network does', () => {
    const scores = [3 * Math.tanh(2 * 1 - 1 * 0.5 + 0.5) + 0.1, 3 * Math.tanh(-1 * 0.5 + 0.5) + 0.1, 0.2 * 0.5 + 0.3]
    const powers = scores.map(Math.exp)
    const whole = powers.reduce((sum, power) => sum + power)
    const chances = rank([0.5], [[1], [0]])
    expect(chances).toHaveLength(3)
    for (const [index, chance] of chances.entries()) expect(chance).toBeCloseTo((powers[index] ?? 0) / whole, 12)
  })

  it('gives the same for the same, whatever it ranked before', () => {
    const first = rank([0.5], [[1], [0]])
    rank([1], [[0.3]])
    expect(rank([0.5], [[1], [0]])).toEqual(first)
  })
})
