import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProfileInContext } from '../../src/pipeline/stage.js'
import { blockKeys } from '../../src/resolve/blocking.js'
import { judgePairs } from '../../src/resolve/judge.js'
import { features, inContext } from './build.js'

const stage = judgePairs()

function pairsOf(items: readonly ProfileInContext[]): string[] {
  return [...(stage.candidates?.(items) ?? [])].map(([left, right]) => `${left.profile.id} ${right.profile.id}`)
}

describe('blockKeys', () => {
  const share = (left: string, right: string, kind: 'person' | 'organization'): boolean => {
    const keys = new Set(blockKeys(features(1, { name: left, kind })))
    return blockKeys(features(2, { name: right, kind })).some((key) => keys.has(key))
  }

  it('brings together names that may be one', () => {
    expect(share('Marta Holm', 'Holm', 'person')).toBe(true)
    expect(share('Bob Tarvin', 'Robert Tarvin', 'person')).toBe(true)
    expect(share('Shoigov Sergey', 'Sergey Shoigov', 'person')).toBe(true)
    expect(share('Moammar Qaddafi', 'Muammar Qadafi', 'person')).toBe(true)
    expect(share('Coastal Weather Bureau', 'CWB', 'organization')).toBe(true)
    expect(share('Halden AG', 'The Halden Company', 'organization')).toBe(true)
  })

  it('keeps apart names that are not', () => {
    expect(share('Marta Holm', 'Marta Quillan', 'person')).toBe(false)
    expect(share('Bank of Halden', 'Bank of Ostrow', 'organization')).toBe(false)
  })

  it('is sorted, without doubles', () => {
    const keys = blockKeys(features(1, { name: 'Robert F. Tarvin', aliases: ['Bob Tarvin', 'Tarvin'] }))
    expect(keys).toEqual([...new Set(keys)].sort())
  })
})

describe('candidatePairs', () => {
  it('grows with the number of profiles, not with its square', () => {
    const crowd = (size: number): ProfileInContext[] =>
      Array.from({ length: size }, (_, at) =>
        inContext(at, {
          name: at % 5 === 0 ? 'Holm' : 'Marta Holm',
          neighbours: [`Neighbour ${at % (size / 10)}`, 'Peter Quillan'],
        }),
      )
    const [few, many] = [pairsOf(crowd(400)).length, pairsOf(crowd(4000)).length]
    expect(many).toBeLessThan(12 * few)
    expect(many).toBeLessThan(4000 * 16)
  })

  it('connects every profile of one full name, however many there are', () => {
    const items = Array.from({ length: 300 }, (_, at) => inContext(at, { name: 'Marta Holm' }))
    const met = new Set(pairsOf(items).flatMap((pair) => pair.split(' ')))
    expect(met.size).toBe(300)
  })

  it('leaves pairs that the clusters settle: two registry ids, one article', () => {
    const items = [
      inContext(1, { name: 'Marta Holm', registryId: 'x:1' }),
      inContext(2, { name: 'Marta Holm', registryId: 'x:2' }),
      inContext(3, { name: 'Peter Quillan', start: 0 }),
      inContext(3, { name: 'Quillan', start: 40 }),
    ]
    expect(pairsOf(items)).toEqual([])
  })

  it('gives the same pairs, each once, in whatever order the items come', () => {
    const names = ['Marta Holm', 'M. Holm', 'Holm', 'Peter Holm', 'Halden', 'Halden Motors']
    const item = fc.tuple(fc.constantFrom(...names), fc.nat(3), fc.constantFrom('person', 'organization'))
    fc.assert(
      fc.property(fc.array(item, { maxLength: 60 }), fc.nat(), (sketches, turn) => {
        const items = sketches.map(([name, day, kind], at) =>
          inContext(at, { name, kind, published: `2025-01-0${day + 1}`, neighbours: [`Ines ${day}`, 'Jan Gantry'] }),
        )
        const pairs = pairsOf(items)
        const cut = items.length === 0 ? 0 : turn % items.length
        expect(pairsOf([...items.slice(cut), ...items.slice(0, cut)].reverse())).toEqual(pairs)
        expect(new Set(pairs).size).toBe(pairs.length)
      }),
    )
  })
})
