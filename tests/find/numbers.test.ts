import { describe, expect, it } from 'vitest'
import { type NumberRead, readNumber } from '../../src/find/figures/numbers.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article-of.js'

function read(text: string): NumberRead | null {
  const { tokens } = segmentArticle(articleOf([text]))
  return readNumber({ text, tokens, limit: tokens.length }, 0)
}

describe('readNumber', () => {
  it.each([
    ['20,800', 20_800],
    ['1,00,000', 100_000],
    ['1.250.000', 1_250_000],
    ['10 000', 10_000],
    ['1 234 567', 1_234_567],
    ['3.5 million', 3_500_000],
    ['3,5', 3.5],
    ['8-billion', 8e9],
    ['175bn', 175e9],
    ['twenty-five', 25],
    ['twenty five thousand', 25_000],
    ['two hundred and five', 205],
    ['one million two hundred thousand', 1_200_000],
    ['two and a half million', 2_500_000],
    ['a million and a half', 1_500_000],
    ['three-and-a-half', 3.5],
    ['five and a quarter', 5.25],
    ['two point five', 2.5],
    ['half a million', 500_000],
    ['a quarter of a million', 250_000],
    ['a dozen', 12],
    ['half a dozen', 6],
    ['two dozen', 24],
    ['three-quarters', 0.75],
    ['two thirds', 2 / 3],
    ['10 1/2', 10.5],
    ['2½', 2.5],
    ['23/32', 23 / 32],
    ['minus 12', -12],
    ['3 crore', 30_000_000],
  ])('reads %s', (text, value) => {
    expect(read(text)?.value).toBeCloseTo(value, 9)
    expect(read(text)?.end).toBe(text.length)
  })

  it.each([
    ['thousands', 1000],
    ['tens of thousands', 10_000],
    ['hundreds of millions', 1e8],
    ['several hundred', 100],
    ['a few thousand', 1000],
    ['dozens', 12],
  ])('takes %s for a lower bound', (text, value) => {
    expect(read(text)).toMatchObject({ value, form: 'vague', qualifier: 'at-least', end: text.length })
  })

  it.each(['10:30', '2.0.1', 'a house', 'a third man', 'several', 'million'])('reads no number in %s', (text) => {
    expect(read(text)).toBeNull()
  })

  it('leaves letters that are no scale to the unit', () => {
    expect(read('120Hz')).toMatchObject({ value: 120, rest: 'Hz' })
    expect(read('RM79')).toMatchObject({ value: 79, prefix: 'RM' })
  })
})
