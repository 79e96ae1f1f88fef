import { describe, expect, it } from 'vitest'
import { agenciesIn } from '../../src/find/agencies/agencies.js'
import { coreferenceIn } from '../../src/find/coreference/coreference.js'
import { namesIn } from '../../src/find/names/names.js'
import { wordBits } from '../../src/find/quotes/quote-words.js'
import { quotesIn } from '../../src/find/quotes/quotes.js'
import { speakerContext, speakerFrom } from '../../src/find/quotes/speakers.js'
import type { Mention, Speaker } from '../../src/model/mention.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article-of.js'

function read(...paragraphs: string[]): { mentions: readonly Mention[]; speakers: (Speaker | null)[] } {
  const segmented = segmentArticle(articleOf(paragraphs))
  const agencies = { ...segmented, mentions: [...agenciesIn(segmented)] }
  const named = {
    ...agencies,
    mentions: [...agencies.mentions, ...namesIn(agencies)].sort((a, b) => a.start - b.start),
  }
  const all = [...named.mentions, ...coreferenceIn(named)].sort((a, b) => a.start - b.start)
  return { mentions: all, speakers: quotesIn({ ...named, mentions: all }).map(({ speaker }) => speaker) }
}

describe('who a source is', () => {
  it('is the mention that the source names', () => {
    const { mentions, speakers } = read('“The bridge is safe,” said Maria Alvarez.')
    expect(speakers[0]?.kind).toBe('person')
    expect(mentions.find(({ id }) => id === speakers[0]?.mention)?.text).toBe('Maria Alvarez')
  })

  it('is nobody by name for a spokesperson, but somebody of a body', () => {
    const { mentions, speakers } = read('“The agency follows the law,” an ICE spokesperson said.')
    expect(speakers[0]).toMatchObject({ kind: 'unnamed', mention: null, name: 'an ICE spokesperson' })
    expect(mentions.find(({ id }) => id === speakers[0]?.organization)?.text).toBe('ICE')
  })

  it.each([
    ['Keller’s', 'Ruth Keller'],
    ['Keller’s spokesman', null],
  ])('is the owner alone of what was said, not of somebody: %s', (source, speaker) => {
    const text = `Ruth Keller spoke. ${source} warning that roads would close came late.`
    const segmented = segmentArticle(articleOf([text]))
    const document = { ...segmented, mentions: namesIn(segmented) }
    const head = { start: text.indexOf(source), end: text.indexOf(source) + source.length }
    const found = speakerFrom(speakerContext(document, wordBits(document)), head, head)
    expect(found?.mention === null ? null : found?.kind).toBe(speaker === null ? null : 'person')
  })

  it('takes the body of an unnamed one over from where she was spoken of', () => {
    const { mentions, speakers } = read(
      'The letter included a statement from an ICE worker.',
      '“We were not trained for this,” the employee wrote.',
    )
    expect(mentions.find(({ id }) => id === speakers[0]?.organization)?.text).toBe('ICE')
  })

  it('leaves an open pronoun to candidates, nearest first', () => {
    const { mentions, speakers } = read('Tom Becker and Luis Ortega met Daniel Price. “It was a good day,” he said.')
    expect(speakers[0]?.mention ?? null).toBeNull()
    const names = speakers[0]?.candidates.map(({ mention }) => mentions.find(({ id }) => id === mention)?.text)
    expect(names?.[0]).toBe('Daniel Price')
    const scores = speakers[0]?.candidates.map(({ score }) => score) ?? []
    expect([...scores].sort((a, b) => b - a)).toEqual(scores)
  })
})
