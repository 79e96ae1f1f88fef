import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agenciesIn } from '../../src/find/agencies/agencies.js'
import type { AgencyMention } from '../../src/model/mention.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article-of.js'

function find(...blocks: string[]): AgencyMention[] {
  return agenciesIn(segmentArticle(articleOf(blocks)))
}

describe('agenciesIn', () => {
  it('never runs over the end of a block', () => {
    const words = [
      'Department',
      'of',
      'Health',
      'U.S.',
      'Senate',
      'Ohio',
      'and',
      'Human',
      'Services',
      'NATIONAL',
      'DIVISION',
    ]
    const block = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((each) => each.join(' '))
    fc.assert(
      fc.property(fc.array(block, { minLength: 2, maxLength: 5 }), (blocks) => {
        for (const { text } of find(...blocks)) expect(text).not.toContain('\n')
      }),
      { seed: 1 },
    )
  })

  it('lets an acronym refer to the name that the article gives it', () => {
    const [name, inBrackets, later] = find(
      'The Springfield Transit Authority (STA) raised fares.',
      'Riders told the STA that buses were late.',
    )
    expect(name).toMatchObject({ text: 'Springfield Transit Authority', rule: 'agency/shape', registryId: null })
    expect(inBrackets).toMatchObject({ text: 'STA', form: 'acronym', refersTo: name?.id })
    expect(later).toMatchObject({ text: 'STA', form: 'acronym', refersTo: name?.id })
  })

  it('lets an acronym refer to a full name that comes later', () => {
    const [acronym, name] = find('The NTSB sent a team.', 'The National Transportation Safety Board will report.')
    expect(acronym?.refersTo).toBe(name?.id)
    expect(name?.registryId).toBe('us-ntsb')
  })

  it('gives the canonical name where the text has another', () => {
    expect(find('The Justice Department sued.')[0]).toMatchObject({ canonical: 'Department of Justice' })
    expect(find('The Department of Justice sued.')[0]).toMatchObject({ canonical: null })
  })

  it('settles a name that several countries have by the article', () => {
    const british = find(
      'British ministers were in London, and the UK’s judges too.',
      'The Supreme Court ruled on Monday.',
    )
    const american = find('Lawyers came from Texas and from Ohio.', 'The Supreme Court ruled on Monday.')
    expect(british.at(-1)?.registryId).toBe('uk-supreme-court')
    expect(american.at(-1)?.registryId).toBe('us-supreme-court')
  })

  it('is less sure of a weak name than of a full one', () => {
    const [full, weak] = find('The Department of the Treasury sold bonds, Treasury Secretary Ruth Alvarez said.')
    expect(weak?.rule).toBe('agency/weak')
    expect(weak?.score ?? 1).toBeLessThan(full?.score ?? 0)
    expect(weak?.refersTo).toBe(full?.id)
  })

  it('does not join a name over the end of a block', () => {
    expect(find('It came from the Department of', 'Justice was not done.')).toEqual([])
  })

  it('always marks words of the text, in order, without overlaps', () => {
    const word = fc.constantFrom(
      ...['The', 'Department', 'of', 'Justice', 'and', 'Senate', 'House', 'FBI', '(', ')', 'DOJ', ',', 'Ohio', '’s'],
      ...['Supreme', 'Court', 'Inner', 'Income', 'Service', 'said', '.', 'White', 'Home', 'Price', 'range', 'U.S.'],
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const article = articleOf([words.join(' ') || 'x'])
        const mentions = agenciesIn(segmentArticle(article))
        let end = 0
        for (const mention of mentions) {
          expect(article.text.slice(mention.start, mention.end)).toBe(mention.text)
          expect(mention.start).toBeGreaterThanOrEqual(end)
          expect(mention.end).toBeGreaterThan(mention.start)
          end = mention.end
        }
        const ids = new Set(mentions.map(({ id }) => id))
        for (const { refersTo } of mentions) if (refersTo !== null) expect(ids).toContain(refersTo)
      }),
    )
  })
})
