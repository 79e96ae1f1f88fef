import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textAt } from '../../src/model/span.js'
import { findQuotations } from '../../src/segment/quotations.js'
import { articleOf } from '../article-of.js'

function quoted(...blocks: string[]): string[] {
  const article = articleOf(blocks)
  return findQuotations(article).map((quotation) => textAt(article.text, quotation))
}

describe('findQuotations', () => {
  it.each([
    ['curly', 'He said “we won” today.', ['“we won”']],
    ['straight', 'He said "we won" today.', ['"we won"']],
    ['two straight in a row', '"We won," he said. "Again."', ['"We won,"', '"Again."']],
    ['a space on the wrong side of the closing mark', '"We won, "he said. "Again."', ['"We won, "', '"Again."']],
    [
      'paragraphs of one speech whose breaks are lost',
      'Ann said: "We lost it. "We started well. "Again it rained." Bo left.',
      ['"We lost it.', '"We started well.', '"Again it rained."'],
    ],
    ['a mark that never closes', 'He wore "red "We won," he said.', ['"We won,"']],
    ['guillemets', 'He said «we won» today.', ['«we won»']],
    ['German', 'He said „we won“ today.', ['„we won“']],
    ['typewriter', "He said ``we won'' today.", ["``we won''"]],
    ['two apostrophes on both sides', "He said ''we won'' and ''lost'' it.", ["''we won''", "''lost''"]],
    [
      'single inside double',
      '“Tom said, ‘I’m begging you,’” she told us.',
      ['“Tom said, ‘I’m begging you,’”', '‘I’m begging you,’'],
    ],
    [
      'a straight single mark that closes a curly one',
      "“Tom said, ‘I’m begging you,'” she told us.",
      ["“Tom said, ‘I’m begging you,'”", "‘I’m begging you,'"],
    ],
    ['British single marks', '‘We’re the workers’ friends,’ said Ann.', ['‘We’re the workers’ friends,’']],
    [
      'straight inside curly',
      'It asks: “Do you think "Ann" is well?” Forty said yes.',
      ['“Do you think "Ann" is well?”', '"Ann"'],
    ],
    [
      'curly inside straight',
      '"The question “is she well?” was put," he said.',
      ['"The question “is she well?” was put,"', '“is she well?”'],
    ],
    ['a mark after a dash', 'He left—“for good”—and came back.', ['“for good”']],
    ['a straight mark in brackets', 'The firm ("Acme") paid.', ['"Acme"']],
  ])('pairs %s', (_, text, expected) => {
    expect(quoted(text)).toEqual(expected)
  })

  it.each([
    ['apostrophes', 'The workers’ union didn’t strike in the ’90s; it’s O’Neil’s rule.'],
    ['straight apostrophes', "The workers' union didn't strike in the '90s, 'cause they're O'Neil's."],
    ['inches and feet', 'The board was 6\'2" long and 5" wide.'],
    ['a stray closing mark', 'We won’t rob accounts any longer.” She left.'],
  ])('finds nothing in %s', (_, text) => {
    expect(quoted(text)).toEqual([])
  })

  it('passes over a stray single mark before the closing one', () => {
    expect(quoted("quoting him as saying “We won’t rob accounts.'” She left.")).toEqual(["“We won’t rob accounts.'”"])
  })

  it('carries a quotation over paragraphs that open anew and close once', () => {
    const article = articleOf(['“We won.', '“We will win again.', '“And again,” said Ann Lee.'])
    const found = findQuotations(article)
    expect(found.map((quotation) => [textAt(article.text, quotation), quotation.closed, quotation.continues])).toEqual([
      ['“We won.', false, null],
      ['“We will win again.', false, 0],
      ['“And again,”', true, 1],
    ])
  })

  it('carries a quotation over a paragraph that has no mark of its own', () => {
    expect(quoted('She wrote: “We won.', 'We will win again,” and left.')).toEqual(['“We won.', 'We will win again,”'])
  })

  it('takes an opening mark after a full stop for a paragraph whose break was lost', () => {
    const article = articleOf(['“We won. “We will win again,” said Ann Lee. “And again.”'])
    const found = findQuotations(article)
    expect(found.map((quotation) => [textAt(article.text, quotation), quotation.closed, quotation.continues])).toEqual([
      ['“We won.', false, null],
      ['“We will win again,”', true, 0],
      ['“And again.”', true, null],
    ])
  })

  it('carries a straight quotation over a paragraph that only closes it', () => {
    expect(quoted('"We won.', 'We will win again," she said.')).toEqual(['"We won.', 'We will win again,"'])
  })

  it('carries a quotation over a paragraph without any mark', () => {
    expect(quoted('``We won.', 'We lost twice.', "We will win again,'' she said.")).toEqual([
      '``We won.',
      'We lost twice.',
      "We will win again,''",
    ])
    expect(quoted('“We won.', 'We lost twice.', 'Ann Lee said “so”.')).toEqual(['“so”'])
  })

  it('drops an odd opening mark when a new one follows', () => {
    expect(quoted('“We won, said Ann. “We will win again,” she said.', 'Nothing more.')).toEqual([
      '“We will win again,”',
    ])
  })

  it('takes a block quote without marks as one quotation', () => {
    const article = articleOf(['She wrote:', { kind: 'quote', text: 'We won. We will win again.' }])
    expect(findQuotations(article)).toMatchObject([{ style: 'block', start: 12, closed: true }])
  })

  it('gives nested quotations their parent', () => {
    const found = findQuotations(articleOf(['“He said ‘no’ twice,” she said, “and ‘yes’ once.”']))
    expect(found.map((quotation) => quotation.parent)).toEqual([null, 0, null, 2])
  })

  it('nests or sets apart, but never crosses, and stays inside its block', () => {
    const words = fc.constantFrom(
      '“',
      '”',
      '"',
      '‘',
      '’',
      "'",
      'said ',
      'Ann ',
      ', ',
      '. ',
      ' ',
      '«',
      '»',
      '``',
      "''",
      's',
    )
    const paragraph = fc.array(words, { minLength: 1, maxLength: 30 }).map((parts) => parts.join('').trim() || 'x')
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), (paragraphs) => {
        const article = articleOf(paragraphs)
        const found = findQuotations(article)
        for (const [index, quotation] of found.entries()) {
          expect(quotation.start).toBeLessThan(quotation.end)
          expect(article.blocks.some((block) => block.start <= quotation.start && quotation.end <= block.end)).toBe(
            true,
          )
          for (const other of found.slice(index + 1)) {
            const apart = other.start >= quotation.end
            const nested = other.end <= quotation.end
            expect(apart || nested).toBe(true)
          }
        }
      }),
    )
  })
})
