import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assemble, DraftBuilder, joinDrafts, sliceDraft, withoutMatches } from '../../src/read/text-builder.js'

function built(raw: string) {
  const builder = new DraftBuilder('paragraph')
  builder.literal(raw, 0, raw.length)
  const draft = builder.done()
  if (draft === null) throw new Error('Expected words.')
  return draft
}

describe('DraftBuilder', () => {
  it('keeps running text in one range', () => {
    expect(built('The river rose overnight.').ranges).toEqual([
      { text: { start: 0, end: 25 }, origin: { start: 0, end: 25 } },
    ])
  })

  it('collapses white space and drops invisible marks', () => {
    expect(built('  The \t\r\n ri\u00adver\u200b rose\u0007.\u00a0 ').text).toBe('The river rose.')
  })

  it('maps a character reference as a whole', () => {
    const builder = new DraftBuilder('paragraph')
    builder.literal('$3.5', 0, 4)
    builder.unit('\u00a0', 4, 10)
    builder.literal('$3.5&nbsp;million', 10, 17)
    expect(builder.done()).toEqual({
      kind: 'paragraph',
      text: '$3.5 million',
      ranges: [
        { text: { start: 0, end: 4 }, origin: { start: 0, end: 4 } },
        { text: { start: 4, end: 5 }, origin: { start: 4, end: 10 } },
        { text: { start: 5, end: 12 }, origin: { start: 10, end: 17 } },
      ],
    })
  })

  it('gives no block for white space alone', () => {
    const builder = new DraftBuilder('paragraph')
    builder.literal(' \n\u200b', 0, 3)
    builder.space()
    builder.insert('|')
    expect(builder.done()).toBeNull()
  })

  it('has words equal to the file wherever a range is one to one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const builder = new DraftBuilder('paragraph')
        builder.literal(raw, 0, raw.length)
        const draft = builder.done()
        for (const { text, origin } of draft?.ranges ?? []) {
          expect(draft?.text.slice(text.start, text.end)).toBe(raw.slice(origin.start, origin.end))
        }
        expect(draft?.text ?? '').not.toMatch(/\s\s|^\s|\s$/)
      }),
    )
  })
})

describe('drafts', () => {
  it('joins blocks with an empty line', () => {
    const { text, blocks } = assemble([built('One.'), built('Two.')])
    expect(text).toBe('One.\n\nTwo.')
    expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual(['One.', 'Two.'])
  })

  it('joins lines with a space', () => {
    expect(joinDrafts([built('The river'), built('rose.')], 'quote')).toMatchObject({
      kind: 'quote',
      text: 'The river rose.',
    })
  })

  it('cuts ranges with the text', () => {
    expect(sliceDraft(built('The river rose.'), 4, 9)).toEqual({
      kind: 'paragraph',
      text: 'river',
      ranges: [{ text: { start: 0, end: 5 }, origin: { start: 4, end: 9 } }],
    })
  })

  it('takes out what a pattern matches', () => {
    const draft = withoutMatches(built('The river[^1] rose.[^2]'), /\[\^\d\]/g)
    expect(draft?.text).toBe('The river rose.')
    expect(draft?.ranges).toHaveLength(2)
  })
})
