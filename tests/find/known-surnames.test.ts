import { describe, expect, it } from 'vitest'
import { withKnownSurnames } from '../../src/find/names/known-surnames.js'
import { readContext } from '../../src/find/names/name-context.js'
import type { NameSpan } from '../../src/find/names/name-spans.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article-of.js'

/** The words that are added to a full name found at the start of the text, with the two words before each. */
function added(text: string): string[] {
  const document = segmentArticle(articleOf([text]))
  const full: NameSpan = { first: 0, last: 2, kind: 'person', rule: 'person/learned', score: 0.98 }
  return withKnownSurnames(document, readContext(document), [full])
    .slice(1)
    .map(({ first }) => {
      const words = document.tokens.slice(first - 2, first + 1)
      return text.slice(words[0]?.start, words.at(-1)?.end)
    })
}

describe('withKnownSurnames', () => {
  it.each([
    ['before a verb inside a sentence', 'John Price sells hides. “We hope,” Price said.', [',” Price']],
    ['before a reporting verb that it opens', 'John Price sells hides. Price said no.', ['hides. Price']],
    ['not where any word has its capital', 'John Price sells hides. Price is no matter.', []],
    ['not as a month', 'John March sells hides. The hearing is in March.', []],
    ['not within a longer name', 'John Price sells hides. He met Anna Price there, and Price Waterhouse said no.', []],
    ['not after an article', 'John Price sells hides. The Price said it all.', []],
  ])('%s', (_, text, expected) => {
    expect(added(text)).toEqual(expected)
  })
})
