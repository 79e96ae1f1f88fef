import { describe, expect, it } from 'vitest'
import { coreferenceIn } from '../../src/find/coreference/coreference.js'
import { hearLinks, linksOf, weighLinks } from '../../src/find/coreference/coreference-links.js'
import { findNames } from '../../src/find/names/names.js'
import type { Document, Heard } from '../../src/model/document.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article-of.js'

/** A document in which the reader heard one number for each of the given words. */
async function heardIn(text: string, words: Readonly<Record<string, number>>): Promise<Document> {
  const named = await findNames.run(segmentArticle(articleOf([text])))
  const queries: Heard['queries'] = []
  const keys: Heard['keys'] = []
  named.tokens.forEach(({ normal }, token) => {
    const number = words[normal]
    if (number === undefined) return
    if (normal === 'she') queries.push({ token, vector: [100 * number], nobody: 0 })
    else keys.push({ token, vector: [100 * number] })
  })
  return { ...named, heard: { names: [], cues: [], sources: [], contents: [], queries, keys } }
}

/** What the reader gives the candidates of the last pronoun, and last nobody. */
function heardAtLast(document: Document): number[] | null {
  let last: number[] | null = null
  coreferenceIn(document, (asked) => {
    last = hearLinks(asked, asked.referents)
    return null
  })
  return last
}

const TEXT = 'Anna Keller met Maria Lopez in June. She left.'

describe('links', () => {
  it('gives each candidate by the mean of its first and last word, and last nobody', async () => {
    const words = { anna: 1, keller: 3, maria: 0, lopez: 2, she: 1 }
    const powers = [2, 1, 0].map(Math.exp)
    const whole = powers.reduce((sum, power) => sum + power)
    const heard = heardAtLast(await heardIn(TEXT, words))
    expect(heard).toHaveLength(3)
    for (const [index, log] of (heard ?? []).entries())
      expect(Math.exp(log)).toBeCloseTo((powers[index] ?? 0) / whole, 9)
  })

  it('gives nothing before a word of saying, which the links know little of', async () => {
    const words = { anna: 1, keller: 3, maria: 0, lopez: 2, she: 1 }
    expect(heardAtLast(await heardIn('Anna Keller met Maria Lopez. “She left,” a guard heard.', words))).toHaveLength(3)
    expect(heardAtLast(await heardIn('Anna Keller met Maria Lopez. “We left,” she said.', words))).toBeNull()
  })

  it('gives nothing where the reader heard nothing of a candidate, or the rules read alone', async () => {
    expect(heardAtLast(await heardIn(TEXT, { anna: 1, she: 1 }))).toBeNull()
    const document = segmentArticle(articleOf([TEXT]))
    expect(linksOf(document)).toBeNull()
  })
})

describe('weighLinks', () => {
  it('leaves the chances as they were where nothing was heard', () => {
    expect(weighLinks([0.5, 0.3, 0.2], null)).toEqual([0.5, 0.3, 0.2])
  })

  it('goes with both where they agree, gives chances that sum to one, and rules nobody out', () => {
    const weighed = weighLinks([0.5, 0.3, 0.2], [Math.log(0.9), Math.log(0.1), -99])
    expect(weighed.reduce((sum, chance) => sum + chance)).toBeCloseTo(1, 12)
    expect(weighed[0]).toBeGreaterThan(weighed[1] ?? 1)
    expect(weighed[2]).toBeGreaterThan(0)
  })
})
