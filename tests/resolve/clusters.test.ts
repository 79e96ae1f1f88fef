import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Judgement, Verdict } from '../../src/model/entity.js'
import { clustersOf } from '../../src/resolve/clusters.js'
import type { Member } from '../../src/resolve/joining.js'
import { readPersonName } from '../../src/resolve/person-names.js'

function person(id: string, name: string, more: Partial<Member> = {}): Member {
  const read = readPersonName(name)
  return {
    id,
    article: `article of ${id}`,
    kind: 'person',
    key: read.joined,
    registryId: null,
    person: read,
    body: null,
    ...more,
  }
}

function judged(left: string, right: string, verdict: Verdict, score = 0.95, by: Judgement['by'] = 'rules'): Judgement {
  return { left, right, verdict, score, by, comparisons: [] }
}

function grouped(members: readonly Member[], judgements: readonly Judgement[]): string[] {
  return clustersOf(members, judgements).map((cluster) => cluster.map((member) => member.id).join(' '))
}

const robert = person('a', 'Robert Tarvin')
const bob = person('b', 'Bob Tarvin')
const bare = person('c', 'Tarvin')
const rachel = person('d', 'Rachel Tarvin')

describe('clustersOf', () => {
  it('joins what the rules hold to be the same', () => {
    expect(grouped([robert, bob], [judged('a', 'b', 'same')])).toEqual(['a b'])
    expect(grouped([robert, bob], [judged('a', 'b', 'unsure')])).toEqual(['a', 'b'])
  })

  it('lets no bare name chain two people', () => {
    const chain = [judged('a', 'c', 'same', 0.99), judged('c', 'd', 'same', 0.9)]
    expect(grouped([robert, bare, rachel], chain)).toEqual(['a c', 'd'])
  })

  it('gives a bare name that fits two people alike to neither', () => {
    const torn = [judged('a', 'c', 'same', 0.9), judged('c', 'd', 'same', 0.9)]
    expect(grouped([robert, bare, rachel], torn)).toEqual(['a', 'c', 'd'])
  })

  it('checks suffix and registry id over whole clusters', () => {
    const [father, son] = [person('f', 'John Tarvin Sr.'), person('s', 'John Tarvin Jr.')]
    const plain = [person('m', 'John Tarvin'), person('n', 'John Tarvin')]
    const chain = [judged('f', 'm', 'same', 0.99), judged('m', 'n', 'same', 0.98), judged('n', 's', 'same', 0.97)]
    expect(grouped([father, son, ...plain], chain)).toEqual(['f m n', 's'])
    const registered = [person('x', 'Ann Lee', { registryId: 'r:1' }), person('y', 'Ann Lee', { registryId: 'r:2' })]
    expect(
      grouped([...registered, person('z', 'Ann Lee')], [judged('x', 'z', 'same'), judged('y', 'z', 'same')]),
    ).toEqual(['x z', 'y'])
  })

  it('joins profiles of one registry id without a judgement', () => {
    const members = ['x', 'y'].map((id) => person(id, id, { registryId: 'r:1' }))
    expect(grouped(members, [])).toEqual(['x y'])
    expect(grouped(members, [judged('x', 'y', 'different', 0, 'person')])).toEqual(['x', 'y'])
  })

  it('keeps two names of one article apart, but for the very same name', () => {
    const together = { article: 'one' }
    const members = [
      person('a', 'Robert Tarvin', together),
      person('b', 'Bob Tarvin', together),
      person('c', 'Robert Tarvin'),
    ]
    const all = [judged('a', 'c', 'same', 0.99), judged('b', 'c', 'same', 0.98)]
    expect(grouped(members, all)).toEqual(['a c', 'b'])
    const twice = [person('a', 'Robert Tarvin', together), person('b', 'Robert Tarvin', together)]
    expect(grouped(twice, [judged('a', 'b', 'same')])).toEqual(['a b'])
  })

  it('lets one weak pair not join two clusters of several', () => {
    const members = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => person(id, 'Ann Lee'))
    const two = [judged('a', 'b', 'same'), judged('b', 'c', 'same'), judged('d', 'e', 'same'), judged('e', 'f', 'same')]
    expect(grouped(members, [...two, judged('c', 'd', 'same', 0.87)])).toEqual(['a b c', 'd e f'])
    expect(grouped(members, [...two, judged('c', 'd', 'same', 0.94)])).toEqual(['a b c d e f'])
  })

  it("follows a person's word over the rules, and different over same", () => {
    const byPerson = [judged('a', 'd', 'same', 1, 'person'), judged('a', 'd', 'different', 0.01)]
    expect(grouped([robert, rachel], byPerson)).toEqual(['a d'])
    const parted = [
      judged('a', 'b', 'different', 0, 'person'),
      judged('a', 'c', 'same'),
      judged('b', 'c', 'same', 0.94),
    ]
    expect(grouped([robert, bob, bare], parted)).toEqual(['a c', 'b'])
    const both = [
      judged('a', 'b', 'same', 1, 'person'),
      judged('b', 'd', 'same', 1, 'person'),
      judged('a', 'd', 'different', 0, 'person'),
    ]
    expect(grouped([robert, bob, rachel], both)).not.toContain('a b d')
  })

  it('gives one answer for every order of profiles and judgements, with every profile in one cluster', () => {
    const names = ['Robert Tarvin', 'Bob Tarvin', 'Tarvin', 'Rachel Tarvin', 'R. Tarvin Jr.']
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const judgement = fc
      .tuple(
        fc.subarray(ids, { minLength: 2, maxLength: 2 }),
        fc.constantFrom<Verdict>('same', 'same', 'unsure', 'different'),
        fc.nat(9),
      )
      .map(([[left = '', right = ''], verdict, score]) => judged(left, right, verdict, 0.9 + score / 100))
    const unique = fc.uniqueArray(judgement, { selector: ({ left, right }) => left + right })
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...names), { minLength: 7, maxLength: 7 }),
        unique,
        fc.nat(6),
        (chosen, all, turn) => {
          const members = ids.map((id, at) => person(id, chosen[at] ?? '', { article: String(at % 5) }))
          const groups = grouped(members, all)
          expect(groups.join(' ').split(' ').sort()).toEqual(ids)
          const turned = [...members.slice(turn), ...members.slice(0, turn)]
          expect(grouped(turned, [...all].reverse())).toEqual(groups)
          for (const { left, right, verdict } of all) {
            if (verdict === 'different')
              expect(groups.some((group) => group.includes(left) && group.includes(right))).toBe(false)
          }
        },
      ),
    )
  })
})
