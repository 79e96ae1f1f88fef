import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDuplicates, leadOf, type SignedArticle, signatureOf } from '../../src/resolve/duplicates.js'

/** Made-up news of so many words, another for each seed. */
function story(seed: number, length = 300): string {
  let state = seed * 7919 + 17
  const words = Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return `w${(state >>> 8) % 5000}`
  })
  return words.join(' ')
}

function signed(id: string, text: string, more: Partial<SignedArticle> = {}): SignedArticle {
  return { id, path: `${id}.md`, published: null, signature: signatureOf(text), lead: leadOf(text), ...more }
}

describe('findDuplicates', () => {
  const text = story(1)

  it('gives a copy the earliest article as its first, then the smallest path', () => {
    const copies = [
      signed('a', text, { published: '2025-02-04' }),
      signed('b', `A new headline\n\n${text}`, { published: '2025-02-03' }),
      signed('c', text),
      signed('d', story(2)),
    ]
    expect([...findDuplicates(copies).duplicateOf]).toEqual([
      ['a', 'b'],
      ['c', 'b'],
    ])
    const undated = [signed('z', text, { path: 'a.md' }), signed('a', text, { path: 'b.md' })]
    expect([...findDuplicates(undated).duplicateOf]).toEqual([['a', 'z']])
  })

  it('finds a copy with another lead and a cut end, and an excerpt', () => {
    const reworded = `${story(9, 30)} ${text.split(' ').slice(30, 270).join(' ')}`
    const excerpt = text.split(' ').slice(0, 150).join(' ')
    const found = findDuplicates([signed('a', text), signed('b', reworded), signed('c', excerpt)])
    expect(found.duplicateOf.get('b')).toBe('a')
    expect(found.duplicateOf.get('c')).toBe('a')
  })

  it('shows two papers that tell one story as such, not as copies', () => {
    const shared = text.split(' ').slice(0, 150).join(' ')
    const [one, other] = [`${shared} ${story(3, 150)}`, `${shared} ${story(4, 150)}`]
    const found = findDuplicates([signed('a', one), signed('b', other)])
    expect(found.duplicateOf.size).toBe(0)
    expect(found.sameStory).toHaveLength(1)
    expect(found.sameStory[0]).toMatchObject({ left: 'a', right: 'b' })
    expect(found.sameStory[0]?.evidence).toEqual([
      { article: 'a', start: 0, end: one.length },
      { article: 'b', start: 0, end: other.length },
    ])
  })

  it('finds nothing in different stories, nor in texts of a few words', () => {
    const different = Array.from({ length: 40 }, (_, at) => signed(`s${at}`, story(at + 10)))
    expect(findDuplicates(different)).toEqual({ duplicateOf: new Map(), sameStory: [] })
    expect(findDuplicates([signed('a', 'Rain tomorrow.'), signed('b', 'Rain tomorrow.')]).duplicateOf.size).toBe(0)
  })

  it('does not depend on the order of the articles', () => {
    const articles = [1, 1, 1, 2, 2, 3].map((seed, at) => signed(`s${at}`, `${story(seed)} ${story(50 + at, 40)}`))
    const found = findDuplicates(articles)
    fc.assert(
      fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), (shuffled) => {
        expect(findDuplicates(shuffled)).toEqual(found)
      }),
    )
  })
})

describe('signatureOf', () => {
  it('is one for every spelling of case, accents and white space', () => {
    expect(signatureOf(`É ${story(1)}`)).toEqual(signatureOf(`e  ${story(1).toUpperCase()}\n`))
  })

  it('is of 129 whole numbers that JSON keeps', () => {
    const signature = signatureOf(story(5))
    expect(signature).toHaveLength(129)
    expect(JSON.parse(JSON.stringify(signature))).toEqual(signature)
  })
})

describe('leadOf', () => {
  it('is the first block', () => {
    expect(leadOf('Title\n\nText')).toEqual({ start: 0, end: 5 })
    expect(leadOf('Text')).toEqual({ start: 0, end: 4 })
  })
})
