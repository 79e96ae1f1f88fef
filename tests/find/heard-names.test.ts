import { describe, expect, it } from 'vitest'
import { namesIn } from '../../src/find/names/names.js'
import type { Document, Heard } from '../../src/model/document.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article-of.js'

type Name = readonly [words: string, kind: Heard['names'][number]['kind'], score?: number]

function heardIn(block: string, names: readonly Name[]): Document {
  const heard = names.map(([words, kind, score = 0.99]) => {
    const start = block.indexOf(words)
    return { start, end: start + words.length, kind, score }
  })
  return {
    ...segmentArticle(articleOf([block])),
    heard: { names: heard, cues: [], sources: [], contents: [], queries: [], keys: [] },
  }
}

const found = (document: Document): string[] => namesIn(document).map(({ kind, text }) => `${kind}: ${text}`)

describe('names from what was heard', () => {
  it('takes the kind that was heard where words alone say nothing', () => {
    const block = 'Nobody had seen Varnholt before noon.'
    expect(found(heardIn(block, [['Varnholt', 'place']]))).toEqual(['place: Varnholt'])
    expect(found(heardIn(block, [['Varnholt', 'person']]))).toEqual(['person: Varnholt'])
  })

  it('leaves possessives and honorifics out of the name', () => {
    expect(found(heardIn('They met Mr. Orlando Quist’s brother.', [['Mr. Orlando Quist’s', 'person']]))).toEqual([
      'person: Orlando Quist',
    ])
  })

  it('reports no nationality, event or law', () => {
    expect(found(heardIn('The Varnian harvest was poor.', [['Varnian', 'other']]))).toEqual([])
  })

  it('tells a magazine by its article from those who are called so', () => {
    const heard = (block: string): string[] => found(heardIn(block, [['New Yorker', 'other']]))
    expect(heard('He was, as The New Yorker put it, late.')).toEqual(['organization: New Yorker'])
    expect(heard('He was, as the New Yorker put it, late.')).toEqual([])
  })

  it('lets the word lists outvote a reader that is unsure', () => {
    expect(found(heardIn('The storm reached Germany on Monday.', [['Germany', 'person', 0.45]]))).toEqual([
      'place: Germany',
    ])
  })

  it('says who decided', () => {
    const [name] = namesIn(heardIn('Nobody had seen Varnholt before noon.', [['Varnholt', 'place']]))
    expect(name?.rule).toBe('place/heard')
  })
})
