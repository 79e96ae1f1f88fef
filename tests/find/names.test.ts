import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agenciesIn } from '../../src/find/agencies/agencies.js'
import { findNames, namesIn } from '../../src/find/names/names.js'
import { nameWeights } from '../../src/lexicons/name-weights.js'
import type { Document } from '../../src/model/document.js'
import type { Mention } from '../../src/model/mention.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article-of.js'

function documentOf(...paragraphs: string[]): Document {
  const segmented = segmentArticle(articleOf(paragraphs))
  return { ...segmented, mentions: agenciesIn(segmented) }
}

function shown(mentions: readonly Mention[]): string[] {
  return [...mentions].sort((a, b) => a.start - b.start).map(({ kind, text }) => `${kind} ${text}`)
}

/** Pieces of news out of which a property test builds articles. */
const pieces = fc.constantFrom(
  'Sen. Carla Whitmore',
  'the Environmental Protection Agency',
  'Leeds beat Everton 2-1',
  'Harlow Motor Co. (HMC)',
  'in Toledo, Ohio,',
  'said',
  '“We can’t wait,”',
  'R-S.C.',
  'and',
  'U.S.',
  'al-Masri',
  'É. Dupont',
  '🙂',
  '7-Eleven',
  '.',
  ',',
  '(',
  "O'Neil's",
)

describe('namesIn', () => {
  it('finds people, organizations and places in one sentence', () => {
    const found = namesIn(documentOf('Mara Ellison of Harlow Motor Co. flew from Lisbon to Nairobi on Monday.'))
    expect(shown(found)).toEqual([
      'person Mara Ellison',
      'organization Harlow Motor Co.',
      'place Lisbon',
      'place Nairobi',
    ])
  })

  it('leaves agencies found before it alone', () => {
    const document = documentOf('The Environmental Protection Agency fined Harlow Motor Co. on Monday.')
    const found = namesIn(document)
    expect(document.mentions.map(({ text }) => text)).toEqual(['Environmental Protection Agency'])
    expect(shown(found)).toEqual(['organization Harlow Motor Co.'])
  })

  it('keeps a longer organization whole that has an agency in its name', () => {
    const document = documentOf('He joined the Indian National Congress Workers League in 1931.')
    const outer = namesIn(document).filter(({ kind }) => kind === 'organization')
    for (const { start, end } of outer)
      expect(document.mentions.some((agency) => agency.start < start && agency.end < end && agency.end > start)).toBe(
        false,
      )
  })

  it('names its rule and its certainty', () => {
    for (const mention of namesIn(documentOf('Sen. Carla Whitmore flew to Lisbon with Google.'))) {
      expect(mention.rule).toMatch(/^(person|organization|place)\/[a-z-]+$/)
      expect(mention.score).toBeGreaterThanOrEqual(0.5)
      expect(mention.score).toBeLessThanOrEqual(0.98)
    }
  })

  it('finds nothing where nothing has a capital', () => {
    expect(namesIn(documentOf('nobody knows where the money went, and nobody asked.'))).toEqual([])
  })

  it('finds nothing in addresses and handles', () => {
    expect(namesIn(documentOf('See https://example.org/Mara-Ellison or ask @MaraEllison, #SaveLisbon.'))).toEqual([])
  })

  it('finds nothing in an article that was not cut into tokens', () => {
    const article = { ...articleOf(['Mara Ellison llegó a Lisboa.']), status: 'unsupported-language' as const }
    expect(namesIn(segmentArticle(article))).toEqual([])
  })

  it('gives spans that hold their text, ids once, and references that exist, without overlaps', () => {
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 25 }), (words) => {
        const document = documentOf(words.join(' '))
        const found = [...namesIn(document)].sort((a, b) => a.start - b.start)
        const ids = new Set(found.map(({ id }) => id))
        expect(ids.size).toBe(found.length)
        found.forEach((mention, index) => {
          expect(document.article.text.slice(mention.start, mention.end)).toBe(mention.text)
          expect(mention.start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0)
          if ('refersTo' in mention && mention.refersTo !== null) expect(ids.has(mention.refersTo)).toBe(true)
          if (mention.kind !== 'person') return
          const all = new Set([...ids, ...document.mentions.map(({ id }) => id)])
          for (const role of mention.roles) {
            expect(document.article.text.slice(role.start, role.end)).toBe(role.title)
            if (role.organization !== null) expect(all.has(role.organization)).toBe(true)
          }
        })
        expect(namesIn(document)).toEqual(namesIn(document))
      }),
      { numRuns: 150, seed: 7 },
    )
  })

  it('adds to the mentions as a stage and keeps them sorted', async () => {
    const document = documentOf('Mara Ellison sued the Environmental Protection Agency in Ohio.')
    const { mentions } = await findNames.run(document)
    expect(mentions.map(({ start }) => start)).toEqual(mentions.map(({ start }) => start).sort((a, b) => a - b))
    expect(mentions).toHaveLength(3)
  })
})

describe('the learned weights', () => {
  it('are sorted, each piece of evidence once, and few enough to ship', () => {
    const evidence = nameWeights.map((row) => row.evidence)
    expect(evidence).toEqual([...new Set(evidence)].sort())
    expect(evidence.length).toBeLessThan(45_000)
  })

  it('give labels that exist', () => {
    const labels = nameWeights.flatMap(({ weights }) => weights.filter((_, at) => at % 2 === 0))
    expect(Math.max(...labels.slice(0, 50_000))).toBeLessThan(9)
  })
})
