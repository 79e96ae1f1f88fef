import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentenceAround } from '../../src/export/sentence.js'

function around(text: string, words: string): string {
  const start = text.indexOf(words)
  return sentenceAround(text, { start, end: start + words.length })
}

describe('sentenceAround', () => {
  const text = 'A title\n\nIt rained. Gov. Ann Lee of the U.S. team said so: “Stay in.” Nobody left.\n\nThe end.'

  it('is the sentence, inside its block', () => {
    expect(around(text, 'rained')).toBe('It rained.')
    expect(around(text, 'Lee')).toBe('Gov. Ann Lee of the U.S. team said so: “Stay in.”')
    expect(around(text, 'Nobody')).toBe('Nobody left.')
    expect(around(text, 'title')).toBe('A title')
    expect(around(text, 'end')).toBe('The end.')
  })

  it('is all sentences that the span stands in', () => {
    expect(around(text, 'rained. Gov. Ann')).toBe('It rained. Gov. Ann Lee of the U.S. team said so: “Stay in.”')
  })

  it('is at most 400 characters with the span in it', () => {
    const long = `${'word '.repeat(200)}here ${'word '.repeat(200)}`
    const cut = around(long, 'here')
    expect(cut.length).toBeLessThanOrEqual(400)
    expect(cut).toMatch(/^….*here.*…$/)
  })

  it('holds the span for every text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Ann', 'Lee', 'U.S.', 'ran.', '“No.”', '\n\n'), { minLength: 1 }),
        (words) => {
          const made = words.join(' ')
          const word = words.find((one) => one.trim() !== '') ?? ''
          expect(around(made, word)).toContain(word)
        },
      ),
    )
  })
})
