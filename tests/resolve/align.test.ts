import { describe, expect, it } from 'vitest'
import { align, misspelling } from '../../src/resolve/align.js'

describe('misspelling', () => {
  it('allows one slip in a short word and two in a long one', () => {
    expect(misspelling('lavrov', 'lavrow')).toBeGreaterThan(0)
    expect(misspelling('trudoau', 'trudeau')).toBeGreaterThan(0)
    expect(misspelling('khordorovsky', 'khodorkovsky')).toBeGreaterThan(0)
    expect(misspelling('marcon', 'macron')).toBeGreaterThan(0)
  })

  it('takes no other word for a misspelling', () => {
    for (const [left, right] of [
      ['ivan', 'oleg'],
      ['tom', 'tim'],
      ['estonia', 'ethiopia'],
      ['2006', '2007'],
      ['orban', 'orbach'],
    ] as const) {
      expect(misspelling(left, right), `${left} ${right}`).toBe(0)
    }
  })
})

describe('align', () => {
  it('uses every word once, equal words first', () => {
    const { pairs, leftOver, rightOver } = align(['ann', 'anna', 'lee'], ['anna', 'lee'], () => 0.5)
    expect(pairs.map((pair) => pair.left)).toEqual(['anna', 'lee'])
    expect(leftOver).toEqual(['ann'])
    expect(rightOver).toEqual([])
  })
})
