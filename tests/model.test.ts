import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toOrigin } from '../src/model/article.js'
import { parseMarks, printMarks } from '../src/model/marks.js'

describe('marks', () => {
  it('reads marks, refs, notes and escapes', () => {
    const marked = '{content=q1|Ann\\: “Lee”:“Yes”} {cue=q1:said} {source=q1:{person:Ann}} \\{no\\}'
    const { text, marks } = parseMarks(marked)
    expect(text).toBe('“Yes” said Ann {no}')
    expect(marks).toEqual([
      { kind: 'content', ref: 'q1', note: 'Ann: “Lee”', start: 0, end: 5 },
      { kind: 'cue', ref: 'q1', note: null, start: 6, end: 10 },
      { kind: 'source', ref: 'q1', note: null, start: 11, end: 14 },
      { kind: 'person', ref: null, note: null, start: 11, end: 14 },
    ])
    expect(printMarks({ text, marks })).toBe(marked)
  })

  it.each(['{person:Ann', 'Ann}'])('refuses %s', (marked) => {
    expect(() => parseMarks(marked)).toThrow(SyntaxError)
  })

  it('prints what it reads, whatever the text', () => {
    const leaf = fc.string({ unit: fc.constantFrom('a', ' ', '{', '}', '\\', ':', '|', '“') })
    const span = fc.record({ kind: fc.constantFrom('person', 'figure'), note: fc.option(leaf), words: leaf })
    fc.assert(
      fc.property(fc.array(span, { maxLength: 5 }), (parts) => {
        let text = ''
        const marks = parts.map(({ kind, note, words }) => {
          const start = text.length
          text += `${words}x`
          return { kind, ref: null, note, start, end: text.length }
        })
        expect(parseMarks(printMarks({ text, marks }))).toEqual({ text, marks })
      }),
    )
  })
})

describe('toOrigin', () => {
  // "a&nbsp;b" and, after the gap between blocks, "c".
  const originMap = [
    { text: { start: 0, end: 1 }, origin: { start: 10, end: 11 } },
    { text: { start: 1, end: 2 }, origin: { start: 11, end: 17 } },
    { text: { start: 2, end: 3 }, origin: { start: 17, end: 18 } },
    { text: { start: 5, end: 9 }, origin: { start: 30, end: 34 } },
  ]

  it.each([
    [0, 3, { start: 10, end: 18 }],
    [1, 2, { start: 11, end: 17 }],
    [6, 8, { start: 31, end: 33 }],
    [2, 7, { start: 17, end: 32 }],
    [3, 5, null],
  ])('maps %d-%d', (start, end, expected) => {
    expect(toOrigin({ originMap }, { start, end })).toEqual(expected)
  })
})
