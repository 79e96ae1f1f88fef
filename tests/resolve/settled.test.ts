import { describe, expect, it } from 'vitest'
import type { Judgement } from '../../src/model/entity.js'
import { PackedPairs } from '../../src/resolve/packed-numbers.js'
import { Settled } from '../../src/resolve/settled.js'

const PLACES = new Map(['ann', 'bob', 'cid', 'dan'].map((id, place) => [id, place]))

function judged(left: string, right: string, score: number, by: Judgement['by'] = 'rules'): Judgement {
  return { left, right, verdict: score >= 0.85 ? 'same' : 'different', score, by, comparisons: [] }
}

function listOf(settled: Settled): string[] {
  const list: string[] = []
  settled.each((left, right, { score, by }) => list.push(`${left} ${right} ${score} ${by}`))
  return list
}

describe('Settled', () => {
  it('gives the surest first, those of one score by their places, without profiles that nobody knows', () => {
    const judgements = [
      judged('ann', 'bob', 0.5),
      judged('ann', 'dan', 0.9),
      judged('ann', 'eve', 1),
      judged('bob', 'bob', 1),
      judged('bob', 'cid', 0.9),
    ]
    expect(listOf(Settled.of(judgements, PLACES))).toEqual(['0 3 0.9 rules', '1 2 0.9 rules', '0 1 0.5 rules'])
  })

  it('holds one judgement for each pair, a person’s above all, the later of two, whichever profile comes first', () => {
    const judgements = [
      judged('cid', 'dan', 0.2),
      judged('bob', 'ann', 0, 'person'),
      judged('ann', 'bob', 0.9),
      judged('dan', 'cid', 0.4),
    ]
    const settled = Settled.of(judgements, PLACES)
    expect(listOf(settled)).toEqual(['2 3 0.4 rules', '0 1 0 person'])
    expect(listOf(settled.filter((_left, _right, { by }) => by === 'person'))).toEqual(['0 1 0 person'])
  })
})

describe('PackedPairs', () => {
  it('gives what goes with each place, from both ends and once', () => {
    const pairs = new PackedPairs(4)
    for (const [left, right] of [
      [2, 0],
      [0, 3],
      [2, 0],
    ] as const)
      pairs.add(left, right)
    expect([0, 1, 2, 3].map((place) => [...pairs.of(place)])).toEqual([[2, 3], [], [0], [0]])
    expect(() => pairs.add(1, 2)).toThrow('one more')
    expect([...new PackedPairs(2).of(1)]).toEqual([])
  })
})
