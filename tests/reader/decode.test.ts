import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestLabels, labelledRuns } from '../../src/reader/decode.js'

const FROM = 2
const isValid = (path: readonly number[]): boolean =>
  path.every((label, at) => label === 0 || label % 2 === 1 || path[at - 1] === label || path[at - 1] === label - 1)

function* paths(length: number, labels: number): Generator<number[]> {
  if (length === 0) yield []
  else
    for (const head of paths(length - 1, labels)) for (let label = 0; label < labels; label += 1) yield [...head, label]
}

const scored = fc
  .record({ length: fc.integer({ min: 0, max: 4 }), kinds: fc.integer({ min: 1, max: 3 }) })
  .chain(({ length, kinds }) =>
    fc.record({
      length: fc.constant(length),
      labels: fc.constant(1 + 2 * kinds),
      values: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: length * 10, maxLength: length * 10 }),
    }),
  )

describe('decoding', () => {
  it('gives a valid sequence, and no valid one has a higher sum', () => {
    fc.assert(
      fc.property(scored, ({ length, labels, values }) => {
        const scores = Float32Array.from(values)
        const sumOf = (path: readonly number[]): number =>
          path.reduce((sum, label, token) => sum + (scores[token * 10 + FROM + label] ?? 0), 0)
        const path = [...bestLabels(scores, 10, FROM, labels)]
        expect(path).toHaveLength(length)
        expect(isValid(path)).toBe(true)
        let best = Number.NEGATIVE_INFINITY
        for (const other of paths(length, labels)) if (isValid(other)) best = Math.max(best, sumOf(other))
        expect(sumOf(path)).toBe(best)
      }),
    )
  })

  it('parts two names of one kind that stand side by side', () => {
    const path = Uint8Array.from([1, 2, 1, 0, 3, 4, 4])
    const scores = new Float32Array(path.length * 5)
    path.forEach((label, token) => {
      scores[token * 5 + label] = 50
    })
    expect(labelledRuns(path, scores, 5, 0, 5)).toEqual([
      { first: 0, last: 2, kind: 0, score: 1 },
      { first: 2, last: 3, kind: 0, score: 1 },
      { first: 4, last: 7, kind: 1, score: 1 },
    ])
  })

  it('says how sure it is: a third each where all labels are alike', () => {
    expect(labelledRuns(Uint8Array.from([1]), new Float32Array(3), 3, 0, 3)).toEqual([
      { first: 0, last: 1, kind: 0, score: 0.33 },
    ])
  })
})
