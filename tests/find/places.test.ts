import { describe, expect, it } from 'vitest'
import { namesIn } from '../../src/find/names/names.js'
import type { PlaceMention } from '../../src/model/mention.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article-of.js'

function placesIn(...paragraphs: string[]): PlaceMention[] {
  return namesIn(segmentArticle(articleOf(paragraphs))).filter(
    (mention): mention is PlaceMention => mention.kind === 'place',
  )
}

describe('places', () => {
  it('have the id and the name of the list', () => {
    const [found] = placesIn('Exports from the U.S. fell in May.')
    expect(found?.registryId).toBe('country-us')
    expect(found?.canonical).toBe('United States')
  })

  it('of one name are told apart by the state after them', () => {
    const ids = placesIn('Police in Portland, Maine, and in Portland, Oregon, found the cars.').map(
      ({ registryId }) => registryId,
    )
    expect(ids).toEqual(['city-us-me-portland', 'state-us-me', 'city-us-or-portland', 'state-us-or'])
  })

  it('of one name are told apart by the places round them', () => {
    const georgia = (text: string): string | null | undefined =>
      placesIn(text).find((place) => place.text === 'Georgia')?.registryId
    expect(georgia('Talks between Armenia and Georgia began in Tbilisi.')).toBe('country-ge')
    expect(georgia('Voters in Atlanta, Dallas and other cities of Georgia and Texas waited.')).toBe('state-us-ga')
  })

  it('refer to their first mention', () => {
    const [first, second] = placesIn('Rain fell in Lisbon. By night Lisbon was under water.')
    expect(second?.refersTo).toBe(first?.id)
    expect(first?.refersTo).toBeNull()
  })

  it('are known by their dateline', () => {
    expect(placesIn('WASHINGTON (AP) — The senator will not run again.')[0]?.rule).toBe('place/dateline')
  })

  it('stay without an id where the list has none', () => {
    const [found] = placesIn('The road to Oberwinterthal, in Switzerland, was closed.')
    expect(found?.text).toBe('Oberwinterthal')
    expect(found?.registryId).toBeNull()
  })

  it.each([
    ['LONDON (AP) — It rained.', 'name'],
    ['HEMPSTEAD, N.Y. — It rained.', 'name'],
    ['KHUZDAR (AP) — It rained.', 'name'],
    ['Exports from the US fell in May.', 'acronym'],
    ['It rained in LA on Monday.', 'acronym'],
    ['Exports from the U.S. fell in May.', 'acronym'],
  ])('in capitals are an acronym only where they are one: %s', (text, form) => {
    expect(placesIn(text)[0]?.form).toBe(form)
  })
})
