import { describe, expect, it } from 'vitest'
import { readContext } from '../../src/find/names/name-context.js'
import { withListsSplit } from '../../src/find/names/name-lists.js'
import type { NameSpan } from '../../src/find/names/name-spans.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article-of.js'

/** What becomes of the organizations in brackets. */
function split(marked: string): string[] {
  const text = marked.replace(/[[\]]/g, '')
  const document = segmentArticle(articleOf([text]))
  const names = [...marked.matchAll(/\[([^\]]+)\]/g)].map(([, name = '']): NameSpan => {
    const start = text.indexOf(name)
    const first = document.tokens.findIndex((token) => token.start === start)
    const last = document.tokens.findIndex((token) => token.end === start + name.length) + 1
    return { first, last, kind: 'organization', rule: 'organization/heard', score: 0.9 }
  })
  return withListsSplit(readContext(document), names).map(({ first, last }) =>
    text.slice(document.tokens[first]?.start, document.tokens[last - 1]?.end),
  )
}

describe('withListsSplit', () => {
  it.each([
    ['[Halden], [Universal and Warner Brothers] said so.', ['Halden', 'Universal', 'Warner Brothers']],
    ['[Halden], [Procter and Gamble] said so.', ['Halden', 'Procter and Gamble']],
    ['[Halden], [Marsh and Ostrow Partners], and others said so.', ['Halden', 'Marsh and Ostrow Partners']],
    ['[Halden], [Union of Liberals and Free Voters] said so.', ['Halden', 'Union of Liberals and Free Voters']],
    ['The [Culture], [Arts and Sciences] prize.', ['Culture', 'Arts and Sciences']],
    ['It bought [Marsh and Ostrow Partners] today.', ['Marsh and Ostrow Partners']],
  ])('%s', (text, expected) => {
    expect(split(text)).toEqual(expected)
  })
})
