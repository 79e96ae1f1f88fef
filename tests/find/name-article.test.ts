import { describe, expect, it } from 'vitest'
import { settled } from '../../src/find/names/name-article.js'
import { readContext } from '../../src/find/names/name-context.js'
import type { NameSpan } from '../../src/find/names/name-spans.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article-of.js'

/** The kinds of the names of a text after the article has settled them; each name as `[word, kind, score]`. */
function kindsOf(text: string, ...names: readonly (readonly [string, NameSpan['kind'], number])[]): string[] {
  const document = segmentArticle(articleOf([text]))
  const spans: NameSpan[] = []
  for (const [words, kind, score] of names) {
    const from = spans.at(-1)?.last ?? 0
    const parts = words.split(' ')
    const first = document.tokens.findIndex(
      (_, at) => at >= from && parts.every((part, n) => document.tokens[at + n]?.normal === part.toLowerCase()),
    )
    spans.push({ first, last: first + parts.length, kind, rule: `${kind}/learned`, score })
  }
  return settled(document, readContext(document), spans).map(({ kind }) => kind)
}

describe('settled', () => {
  it('gives a single word the kind that most of its places have, if that is an organization', () => {
    const text = 'Velcroft said no. Users of Velcroft left. Velcroft will close.'
    const [surely, hardly] = [0.9, 0.5]
    expect(
      kindsOf(
        text,
        ['Velcroft', 'person', hardly],
        ['Velcroft', 'organization', surely],
        ['Velcroft', 'organization', hardly],
      ),
    ).toEqual(['organization', 'organization', 'organization'])
    expect(kindsOf(text, ['Velcroft', 'person', surely], ['Velcroft', 'organization', hardly])).toEqual([
      'person',
      'organization',
    ])
  })

  it('leaves the surname of a person whom the article names in full', () => {
    const text = 'Ann Velcroft left. Velcroft said no. Users of Velcroft left.'
    expect(
      kindsOf(text, ['Ann Velcroft', 'person', 0.9], ['Velcroft', 'person', 0.5], ['Velcroft', 'organization', 0.9]),
    ).toEqual(['person', 'person', 'organization'])
  })
})
