import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packWindows, type ReaderToken, WINDOW_PIECES } from '../../src/reader/windows.js'

const SPECIAL = { start: 101, end: 102, unknown: 100 }

/** Sentences, each a list of how many pieces its tokens have. */
const sentences = fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 60 }), {
  maxLength: 12,
})

function packed(sizes: readonly (readonly number[])[]) {
  const tokens: ReaderToken[] = []
  const spans = sizes.map((sentence) => {
    const firstToken = tokens.length
    for (const size of sentence) tokens.push({ pieces: new Array<number>(size).fill(tokens.length), casing: 0 })
    return { firstToken, lastToken: tokens.length }
  })
  return { tokens, spans, windows: packWindows(tokens, spans, SPECIAL) }
}

describe('windows', () => {
  it('hold at most 128 pieces, framed, and every token once and in order', () => {
    fc.assert(
      fc.property(sentences, (sizes) => {
        const { tokens, windows } = packed(sizes)
        expect(windows.flatMap((window) => window.tokens)).toEqual(tokens.map((_, index) => index))
        for (const { ids, casing, first, tokens: own } of windows) {
          expect(ids.length).toBeLessThanOrEqual(WINDOW_PIECES)
          expect(casing).toHaveLength(ids.length)
          expect([ids[0], ids.at(-1)]).toEqual([SPECIAL.start, SPECIAL.end])
          // The pieces of token n are all n here.
          expect(first.map((at) => ids[at])).toEqual(own)
        }
      }),
    )
  })

  it('cut no sentence that fits', () => {
    fc.assert(
      fc.property(sentences, (sizes) => {
        const { spans, windows } = packed(sizes)
        sizes.forEach((sentence, index) => {
          if (sentence.reduce((sum, size) => sum + size, 2) > WINDOW_PIECES) return
          const { firstToken, lastToken } = spans[index] ?? { firstToken: 0, lastToken: 0 }
          const holders = windows.filter(({ tokens }) => tokens.some((at) => at >= firstToken && at < lastToken))
          expect(holders).toHaveLength(1)
        })
      }),
    )
  })

  it('share one window between short sentences', () => {
    expect(packed([[1, 1], [2], [3, 1]]).windows).toHaveLength(1)
  })

  it('are none where there is no token', () => {
    expect(packed([]).windows).toEqual([])
  })
})
