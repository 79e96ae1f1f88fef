import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textAt } from '../../src/model/span.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article-of.js'

function sentences(...blocks: string[]): string[] {
  const document = segmentArticle(articleOf(blocks))
  return document.sentences.map((sentence) => textAt(document.article.text, sentence))
}

function words(text: string): string[] {
  const document = segmentArticle(articleOf([text]))
  return document.tokens.map((token) => textAt(text, token))
}

describe('sentences', () => {
  it.each([
    ['abbreviations and initials', 'Sen. J. R. Smith, R-S.C., met Mr. Lee on Sept. 30. He left.', 2],
    ['a country before a name', 'The U.S. Senate voted. Nobody left.', 2],
    ['a country at the end', 'He lives in the U.S. The rest do not.', 2],
    ['a company in the middle', 'Acme Inc. bought Bolt Co. for $3 million.', 1],
    ['a company at the end', 'It was bought by Acme Inc. The price was low.', 2],
    ['words that are abbreviations with a capital', 'He met the man. Nobody sat. Winnipeg, Man. won.', 3],
    ['decimal numbers', 'It rose 3.5 percent to 1.2 million. It fell.', 2],
    ['clock times', 'They met at 6 p.m. Tuesday. It rained.', 2],
    ['a question before a name', 'Who knew? Ann Lee did.', 2],
    ['an ellipsis inside', 'He was … well, late. She was not.', 2],
    ['a number that opens a sentence', 'He left. 20 stayed.', 2],
    ['a quotation of two sentences', '“We won. We will win again,” she said. He left.', 2],
    ['a quotation that ends the sentence', 'She said, “We won. It is over.” He left.', 2],
    ['a bracket that closes after the stop', 'He left. (She stayed.) It rained.', 3],
    ['a dateline with a date', 'LONDON, May 6 (Reuters) - Alice Brown said no.', 2],
    ['a dateline in small letters', 'Portland, Ore. (AP) — Alice Brown said no.', 2],
    ['a dateline of a place alone', 'NEW YORK – Alice Brown said no.', 2],
    ['no body that a dash follows', 'NASA – Alice Brown’s first employer – said no.', 1],
    ['no name that a year follows', 'Alice Brown (Labour) 12,014 votes, Tom Reilly (Green) 80.', 1],
  ])('cuts %s', (_, text, count) => {
    expect(sentences(text)).toHaveLength(count)
  })

  it('keeps a quotation whole and gives the blocks their own sentences', () => {
    expect(sentences('Council votes', '“No. Never,” said Ann Lee. She left.')).toEqual([
      'Council votes',
      '“No. Never,” said Ann Lee.',
      'She left.',
    ])
  })
})

describe('tokens', () => {
  it.each([
    ['Obama-era', ['Obama', '-', 'era']],
    ['Saldaña’s O’Neil don’t', ['Saldaña', '’s', 'O’Neil', 'don’t']],
    ["the workers' U.S. a.m.", ['the', 'workers', "'", 'U.S.', 'a.m.']],
    ['$175bn, 20,800 and 5%', ['$', '175bn', ',', '20,800', 'and', '5', '%']],
    ['Mr. J. Lee’s AT&T.', ['Mr.', 'J.', 'Lee', '’s', 'AT&T', '.']],
    ['R-S.C., said—“no”...', ['R', '-', 'S.C.', ',', 'said', '—', '“', 'no', '”', '...']],
    ['see https://example.org/a?b=1. @ann_lee', ['see', 'https://example.org/a?b=1', '.', '@ann_lee']],
    ['6:00 12/3 café’s', ['6:00', '12', '/', '3', 'café', '’s']],
  ])('cuts %s', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it('normalises case, accents and apostrophes, and tags what compromise knows', () => {
    const [saldana, possessive, london] = segmentArticle(articleOf(['Saldaña’s London'])).tokens
    expect(saldana).toMatchObject({ normal: 'saldana', casing: 'title' })
    expect(possessive?.normal).toBe("'s")
    expect(london?.tags).toContain('City')
  })

  it('covers every character but white space, in order, each token in one sentence', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 3 }),
        (raw) => {
          const blocks = raw.map((block) => block.replace(/\s+/g, ' ').trim() || 'x')
          const { article, tokens, sentences: found } = segmentArticle(articleOf(blocks))
          let at = 0
          for (const token of tokens) {
            expect(textAt(article.text, { start: at, end: token.start }).trim()).toBe('')
            expect(token.end).toBeGreaterThan(token.start)
            at = token.end
          }
          expect(article.text.slice(at).trim()).toBe('')
          let next = 0
          for (const sentence of found) {
            expect(sentence.firstToken).toBe(next)
            next = sentence.lastToken
          }
          expect(next).toBe(tokens.length)
        },
      ),
    )
  })
})
