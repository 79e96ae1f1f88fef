import { describe, expect, it } from 'vitest'
import { agenciesIn } from '../../src/find/agencies/agencies.js'
import { describedIn } from '../../src/find/agencies/described.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article-of.js'

function described(text: string): string[] {
  const segmented = segmentArticle(articleOf([text]))
  const document = { ...segmented, mentions: agenciesIn(segmented) }
  return describedIn(document).map(({ text: words, registryId }) => `${words}: ${registryId}`)
}

describe('bodies that are described', () => {
  it.each([
    ['Winnipeg police said no.', 'Winnipeg police: ca-winnipeg-police'],
    ['The Alberta government said no.', 'Alberta government: ca-alberta-government'],
    ['An Israeli army spokesman said no.', 'Israeli army: il-idf'],
  ])('%s', (text, expected) => {
    expect(described(text)).toEqual([expected])
  })

  it.each([
    ['another body’s name goes on with it', 'The Toronto police board met.'],
    ['it is a part of a name', 'The Winnipeg Police Service said no.'],
    ['it is in small letters with no place', 'The army said no.'],
    ['it goes on with a noun', 'Israeli government bonds fell.'],
  ])('finds none where %s', (_, text) => {
    expect(described(text)).toEqual([])
  })
})
