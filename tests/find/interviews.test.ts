import { describe, expect, it } from 'vitest'
import { articleOf } from '../article-of.js'
import { quotesOf } from './quotes-of.js'

type Blocks = Parameters<typeof articleOf>[0]

function said(blocks: Blocks, byline: string[] = []): string[] {
  const article = articleOf(blocks)
  const { quotes, speakers } = quotesOf({ ...article, meta: { ...article.meta, byline } })
  return quotes.map(({ text }, at) => `${speakers[at]}: ${text}`)
}

const TITLE = { kind: 'title' as const, text: 'Five questions for Lena Marsh' }
const INTRO = 'Lena Marsh runs the Prairie Book Fair. She spoke to the Herald by phone.'

describe('questions and answers', () => {
  it('gives the answers to whom the article talks with', () => {
    expect(said([TITLE, INTRO, 'Q: How did it begin?', 'A: In my kitchen.', 'Q: Will you stop?', 'A: Never.'])).toEqual(
      ['Q: How did it begin?', 'Lena Marsh: In my kitchen.', 'Q: Will you stop?', 'Lena Marsh: Never.'],
    )
  })

  it('knows “Q.” and “A.” without a colon', () => {
    expect(said([TITLE, INTRO, 'Q. Why books?', 'A. I like the smell.'])).toEqual([
      'Q.: Why books?',
      'Lena Marsh: I like the smell.',
    ])
  })

  it('goes on with the answer over paragraphs that speak of themselves, and no further', () => {
    const blocks = [TITLE, INTRO, 'Q: Why books?', 'A: I like them.', 'My mother did too.', 'The fair opens in May.']
    expect(said(blocks).slice(1)).toEqual(['Lena Marsh: I like them.', 'Lena Marsh: My mother did too.'])
  })

  it('leaves open whose the answers are where two are asked', () => {
    const intro = 'Lena Marsh and Tom Okafor spoke to the Herald by phone.'
    expect(said([intro, 'Q: How did it begin?', 'A: In a kitchen.'])).toEqual([
      'Q: How did it begin?',
      'A: In a kitchen.',
    ])
  })

  it('takes the one whom the first line names of those whom the introduction does', () => {
    const intro = 'Lena Marsh complained of Tom Okafor. Questions were cut for clarity.'
    const blocks = ['Q&A with Lena Marsh.', intro, 'Paul Orr stood by.', 'Q: How did it begin?', 'A: In my kitchen.']
    expect(said(blocks).at(-1)).toBe('Lena Marsh: In my kitchen.')
  })

  it('does not take who asks for who is asked', () => {
    const intro = 'Lena Marsh talked with CBC’s Jane Wills on Friday.'
    expect(said([intro, 'Q: How did it begin?', 'A: In my kitchen.'])[1]).toBe('Lena Marsh: In my kitchen.')
  })

  it('reads labels of small and capital letters together', () => {
    const blocks = ['CBC News: Why now?', 'Okafor: It was time.', 'CBC News: And then?', 'Okafor: Fishing.']
    expect(said(['Tom Okafor leaves radio.', ...blocks]).filter((_, at) => at % 2 === 1)).toEqual([
      'Tom Okafor: It was time.',
      'Tom Okafor: Fishing.',
    ])
  })
  it('reads no list of what speaks for and against', () => {
    const list = ['Pro: it is cheap.', 'Con: it is slow.', 'Pro: it is near.', 'Con: it is old.']
    expect(said(['The town weighs a tram.', ...list])).toEqual([])
  })
})

describe('an interview without labels', () => {
  const QUESTIONS = ['How did you choose the street?', 'I grew up two doors down.', 'What is on the menu?', 'Beans.']

  it('gives what follows each question to whom the article talks with', () => {
    expect(said(['Ana Ruiz sat down with the Star.', ...QUESTIONS])).toEqual([
      'Ana Ruiz: I grew up two doors down.',
      'Ana Ruiz: Beans.',
    ])
  })

  it.each([
    ['where nothing says that it is one', ['Ana Ruiz opened a restaurant.', ...QUESTIONS]],
    [
      'where nobody speaks of himself',
      ['Ana Ruiz spoke to the Star.', 'What is a tariff?', 'A tax.', 'Who pays it?', 'Shops do.'],
    ],
  ])('is none %s', (_, blocks) => {
    expect(said(blocks)).toEqual([])
  })
})

describe('the first person', () => {
  it('is the only author of the article', () => {
    expect(said(['“You are late,” Ida Crane told me.', '“I am not,” I said.'], ['Joan Pell'])[1]).toBe(
      'Joan Pell: “I am not,”',
    )
  })

  it('is nobody’s “he”, and a column’s name is no headline speech', () => {
    const title = { kind: 'title' as const, text: 'Pell: The last booth in town' }
    const blocks = [title, 'A man stood there.', '“It rings for nobody,” he said.']
    expect(said(blocks, ['Jonas Pell'])).toEqual(['null: “It rings for nobody,”'])
  })

  it('stays open where two wrote it', () => {
    expect(said(['“I am not late,” I said.'], ['Joan Pell', 'Bill Stone'])).toEqual(['null: “I am not late,”'])
  })

  it('is, inside of what somebody says, that one', () => {
    expect(said(['“I told my wife, ‘Let us go,’” Tom Okafor said.'], ['Joan Pell'])).toEqual([
      'Tom Okafor: “I told my wife, ‘Let us go,’”',
      'Tom Okafor: ‘Let us go,’',
    ])
  })
})
