import { describe, expect, it } from 'vitest'
import { blockLines, mapFaults, readFile } from './articles.js'

async function blocks(raw: string): Promise<string[]> {
  const article = await readFile('a.txt', 'text/plain', raw)
  expect(mapFaults(article, raw)).toEqual([])
  return blockLines(article)
}

describe('readText', () => {
  it('takes one line for one paragraph, the first short one for the title, others for headings', async () => {
    expect(
      await blocks(
        'Bridge closes for three months\nThe mayor closed the bridge on Monday, two days after the flood.\nWhat comes next\nWork begins in May and costs $4 million, the city said in a note.\n',
      ),
    ).toEqual([
      'title: Bridge closes for three months',
      'paragraph: The mayor closed the bridge on Monday, two days after the flood.',
      'heading: What comes next',
      'paragraph: Work begins in May and costs $4 million, the city said in a note.',
    ])
  })

  it('joins lines that were broken to fit a width', async () => {
    expect(
      await blocks(
        'Bridge closes\r\n\r\nThe mayor of Springfield closed the bridge on\r\nMonday, two days after the flood, and said that\r\nit would stay shut until the end of May.\r\n\r\nWork costs $4 million, the city said. It will be\r\npaid by the state.\r\n',
      ),
    ).toEqual([
      'title: Bridge closes',
      'paragraph: The mayor of Springfield closed the bridge on Monday, two days after the flood, and said that it would stay shut until the end of May.',
      'paragraph: Work costs $4 million, the city said. It will be paid by the state.',
    ])
  })

  it('takes no lead sentence for a title', async () => {
    expect(await blocks('The mayor resigned on Monday.\n\nShe gave no reason.')).toEqual([
      'paragraph: The mayor resigned on Monday.',
      'paragraph: She gave no reason.',
    ])
  })

  it('takes list marks off, numbers only where they count', async () => {
    expect(
      await blocks(
        'What to know\n\n- The bridge is shut.\n• The ferry runs.\n1. Buy a ticket.\n2. Wait.\n\n10. It is late.',
      ),
    ).toEqual([
      'title: What to know',
      'list-item: The bridge is shut.',
      'list-item: The ferry runs.',
      'list-item: Buy a ticket.',
      'list-item: Wait.',
      'paragraph: 10. It is late.',
    ])
  })

  it('mends a sentence that was broken where a link stood, and no list or name', async () => {
    expect(
      await blocks(
        'Bridge closes\n\nThe mayor said that\n\nthe bridge\n\nwould stay shut.\n\nWhat they want\n\nde Blasio, the mayor of another city, has a bridge to sell.\n\n- the state pays\n- the city waits',
      ),
    ).toEqual([
      'title: Bridge closes',
      'paragraph: The mayor said that the bridge would stay shut.',
      'heading: What they want',
      'paragraph: de Blasio, the mayor of another city, has a bridge to sell.',
      'list-item: the state pays',
      'list-item: the city waits',
    ])
  })

  it('reads the byline and the date', async () => {
    const raw =
      'Bridge closes\n\nBy ANN O’LEE, Springfield Herald\nUpdated Feb. 2, 2025\nPublished Jan. 31, 2025 at 5:00 PM ET\n\nThe mayor closed the bridge.'
    const article = await readFile('a.txt', 'text/plain', raw)
    expect(article.meta).toEqual({
      title: 'Bridge closes',
      byline: ['Ann O’Lee'],
      publisher: null,
      published: '2025-01-31',
      url: null,
    })
    expect(blockLines(article)).toEqual(['title: Bridge closes', 'paragraph: The mayor closed the bridge.'])
    expect(article.removed.map(({ rule }) => rule)).toEqual(['read/byline', 'read/published', 'read/published'])
  })
})
