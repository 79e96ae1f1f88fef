import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MODEL_FOLDER } from '../../src/reader/load.js'
import { parseVocabulary, piecesOf, specialPieces } from '../../src/reader/wordpiece.js'

const FILE = new URL('vocab.txt', MODEL_FOLDER)
const PIECES = JSON.parse(readFileSync(new URL('pieces.json', import.meta.url), 'utf8')) as [string, number[]][]

describe.skipIf(!existsSync(FILE))('word pieces of the model (skipped where src/reader/model is not there)', () => {
  const vocabulary = existsSync(FILE) ? parseVocabulary(readFileSync(FILE, 'utf8')) : new Map<string, number>()
  const { unknown } = specialPieces(vocabulary)

  it.each(PIECES)('cuts %j as the trainer does', (form, pieces) => {
    expect(piecesOf(form, vocabulary, unknown)).toEqual(pieces)
  })
})

describe('word pieces', () => {
  const vocabulary = parseVocabulary('[UNK]\n[CLS]\n[SEP]\nwin\n##ner\n##s\n.\nwinner\n')

  it('takes the longest piece first, whatever the case', () => {
    expect(piecesOf('Winners', vocabulary, 0)).toEqual([7, 5])
  })

  it('makes a mark a part of its own, and a part that cannot be cut unknown', () => {
    expect(piecesOf('win.xyz', vocabulary, 0)).toEqual([3, 6, 0])
  })

  it('reads no line behind the last as a piece', () => {
    expect(vocabulary.size).toBe(8)
    expect(specialPieces(vocabulary)).toEqual({ start: 1, end: 2, unknown: 0 })
  })

  it('gives every token one to twelve pieces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (form) => {
        const { length } = piecesOf(form, vocabulary, 0)
        expect(length).toBeGreaterThan(0)
        expect(length).toBeLessThanOrEqual(12)
      }),
    )
  })
})
