import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../src/model/entity.js'
import { judgePairs } from '../../src/resolve/judge.js'
import { inContext } from './build.js'

type Sketch = Parameters<typeof inContext>[1]
const stage = judgePairs()

function judge(left: Sketch | string, right: Sketch | string) {
  const sketch = (side: Sketch | string): Sketch => (typeof side === 'string' ? { name: side } : side)
  return stage.judge(inContext(1, sketch(left)), inContext(2, sketch(right)))
}

function verdicts(pairs: readonly (readonly [string, string])[], kind: 'person' | 'organization'): Verdict[] {
  return pairs.map(([left, right]) => judge({ name: left, kind }, { name: right, kind }).verdict)
}

describe('judgePairs on known bodies', () => {
  it('takes no name of one word for a slip of a known one', () => {
    const context = { kind: 'organization' as const, neighbours: ['Vodafone'], published: '2025-02-03' }
    const known = { name: 'Intel', registryId: 'intel', ...context }
    expect(judge(known, { name: 'OneTel', ...context }).verdict).not.toBe('same')
    expect(judge({ name: 'Brightwel', ...context }, { name: 'Brightwell', ...context }).verdict).toBe('same')
  })
})

describe('judgePairs on people', () => {
  it('joins one name in two spellings, with a nickname, an initial or turned', () => {
    const pairs = [
      ['Marta Holm', 'Marta Holm'],
      ['Robert Tarvin', 'Bob Tarvin'],
      ['R. Tarvin', 'Robert Tarvin'],
      ['Tarvin, Robert', 'Robert Tarvin'],
      ['Kim Jong-un', 'Kim Jong Un'],
      ['Andrei Kovalsky', 'Andrey Kovalski'],
      ['Omar al-Rashidi', 'Omar Rashidi'],
    ] as const
    expect(verdicts(pairs, 'person')).toEqual(pairs.map(() => 'same'))
  })

  it('parts namesakes by given name, suffix, honorific and middle name', () => {
    const pairs = [
      ['Marta Holm', 'Peter Holm'],
      ['John Tarvin Jr.', 'John Tarvin Sr.'],
      ['Tom Tarvin', 'Tim Tarvin'],
      ['Mr. Holm', 'Ms. Holm'],
      ['Marta Holm', 'Marta Quillan'],
    ] as const
    expect(verdicts(pairs, 'person').filter((verdict) => verdict !== 'different')).toEqual([])
    expect(judge('George W. Tarvin', 'George H. W. Tarvin').verdict).not.toBe('different')
  })

  it('does not join a name with the same name and "Jr." without support', () => {
    expect(judge('John Tarvin', 'John Tarvin Jr.').verdict).toBe('unsure')
  })

  it('joins a bare family name to a full one only with support from the context', () => {
    expect(judge('Holm', 'Marta Holm').verdict).toBe('unsure')
    const neighbours = ['Peter Quillan', 'Ines Ostrow']
    const full = { name: 'Marta Holm', titles: ['senator'], neighbours, published: '2025-02-03' }
    const bare = { name: 'Holm', titles: ['senator'], neighbours, published: '2025-02-04' }
    expect(judge(bare, full).verdict).toBe('same')
    const elsewhere = { name: 'Holm', titles: ['striker'], neighbours: ['Leo Farrow', 'Jan Gantry'] }
    expect(judge(elsewhere, full).verdict).not.toBe('same')
  })

  it('doubts one name with two jobs that one person does not have', () => {
    const senator = { name: 'John Marlow', titles: ['senator'], neighbours: ['Ines Ostrow', 'Peter Quillan'] }
    const striker = { name: 'John Marlow', titles: ['striker'], neighbours: ['Leo Farrow', 'Jan Gantry'] }
    expect(judge(senator, striker).verdict).toBe('unsure')
  })

  it('follows the registry id against the name, and for it', () => {
    expect(judge({ name: 'Marta Holm', registryId: 'x:1' }, { name: 'Marta Holm', registryId: 'x:2' }).verdict).toBe(
      'different',
    )
    expect(judge({ name: 'Holm', registryId: 'x:1' }, { name: 'Marta Holm', registryId: 'x:1' }).verdict).toBe('same')
  })

  it('leaves apart what one article tells apart', () => {
    const one = inContext(1, { name: 'Holm', start: 0 })
    const other = inContext(1, { name: 'Marta Holm', start: 50 })
    expect(stage.judge(one, other).verdict).toBe('different')
  })
})

describe('judgePairs on bodies', () => {
  it('joins names that differ in legal form, "the", a misspelling or a generic word', () => {
    const pairs = [
      ['Halden AG', 'Halden Aktiengesellschaft'],
      ['The Ostrow Bank', 'Ostrow Bank'],
      ['Pelham Pharmaceuticals Inc.', 'Pelhem Pharmaceuticals'],
      ['Quillan', 'Quillan Motor Company'],
    ] as const
    expect(verdicts(pairs, 'organization')).toEqual(pairs.map(() => 'same'))
  })

  it('parts bodies that share only generic words, or have a name of their own each', () => {
    const pairs = [
      ['Bank of Halden', 'Bank of Ostrow'],
      ['Halden (Asia) Limited', 'Halden (London) plc'],
      ['Halden University', 'Pelham University'],
    ] as const
    expect(verdicts(pairs, 'organization')).toEqual(pairs.map(() => 'different'))
  })

  it('does not take a foundation for the company of its name', () => {
    expect(
      judge({ name: 'Halden', kind: 'organization' }, { name: 'Halden Tarvin Fund', kind: 'organization' }).verdict,
    ).not.toBe('same')
  })

  it('joins an acronym that both articles define, and asks for context where only the letters fit', () => {
    const long = { name: 'Coastal Weather Bureau', kind: 'agency', acronym: 'CWB' } as const
    expect(judge(long, { name: 'CWB', kind: 'agency' }).verdict).not.toBe('different')
    const letters = { name: 'Coastal Weather Bureau', kind: 'agency' } as const
    expect(judge(letters, { name: 'CWB', kind: 'agency' }).verdict).toBe('unsure')
    const neighbours = ['Marta Holm', 'Peter Quillan']
    expect(judge({ ...letters, neighbours }, { name: 'CWB', kind: 'agency', neighbours }).verdict).toBe('same')
  })

  it('never joins a person and a body', () => {
    expect(judge({ name: 'Halden' }, { name: 'Halden', kind: 'organization' }).verdict).toBe('different')
  })

  it('but for a body of the registry that an article misread: two words, or one with support', () => {
    const body = { name: 'Halden Ostrow', kind: 'organization', registryId: 'halden-ostrow' } as const
    expect(judge({ name: 'Halden Ostrow' }, body).verdict).toBe('same')
    expect(judge({ name: 'Halden Ostrow', titles: ['coach'] }, body).verdict).toBe('different')
    const short = { name: 'Halden', kind: 'organization', registryId: 'halden' } as const
    expect(judge({ name: 'Halden' }, short).verdict).toBe('unsure')
    const neighbours = ['Marta Holm', 'Peter Quillan']
    expect(judge({ name: 'Halden', neighbours }, { ...short, neighbours }).verdict).toBe('same')
  })
})

describe('judgePairs', () => {
  const names = ['Marta Holm', 'M. Holm', 'Holm', 'Marta Q. Holm', 'Holm, Marta', 'Peter Holm Jr.', '', '…', '李伟']
  const sketch = fc.record({
    name: fc.constantFrom(...names),
    kind: fc.constantFrom('person', 'agency', 'organization', 'place'),
    titles: fc.subarray(['senator', 'DHS secretary', 'coach']),
    neighbours: fc.subarray(['Ines Ostrow', 'Peter Quillan', 'Iran']),
  })

  it('gives one answer whichever side comes first, with a score from 0 to 1 and its reasons', () => {
    fc.assert(
      fc.property(sketch, sketch, (left, right) => {
        const [one, other] = [inContext(1, left), inContext(2, right)]
        const judgement = stage.judge(one, other)
        expect(stage.judge(other, one)).toEqual(judgement)
        expect(judgement.left < judgement.right).toBe(true)
        expect(judgement.score).toBeGreaterThanOrEqual(0)
        expect(judgement.score).toBeLessThanOrEqual(1)
        for (const { score, detail } of judgement.comparisons) {
          expect(Math.abs(score)).toBeLessThanOrEqual(1)
          expect(detail).not.toBe('')
        }
      }),
    )
  })

  it('keeps its thresholds', () => {
    const strict = judgePairs({ threshold: 0.999 })
    expect(strict.judge(inContext(1, { name: 'R. Tarvin' }), inContext(2, { name: 'Robert Tarvin' })).verdict).toBe(
      'unsure',
    )
  })
})
