import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/model/document.js'
import { formsOf } from '../../src/reader/forms.js'
import { listenWith } from '../../src/reader/listen.js'
import { loadReader } from '../../src/reader/load.js'
import type { ReaderSession } from '../../src/reader/session.js'
import { parseVocabulary, specialPieces } from '../../src/reader/wordpiece.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article-of.js'

const documentOf = (...blocks: string[]): Document => segmentArticle(articleOf(blocks))

/** Hears "ann lee" as a person, "said" as a cue and "rain" as content, whatever stands around. */
function fakeSession(): ReaderSession {
  const vocabulary = parseVocabulary('[UNK]\n[CLS]\n[SEP]\nann\nlee\nsaid\nrain')
  const columns: Readonly<Record<number, number>> = { 3: 1, 4: 2, 5: 10, 6: 16 }
  return {
    vocabulary,
    special: specialPieces(vocabulary),
    run: async ({ ids }) => {
      const scores = new Float32Array(ids.length * 18)
      ids.forEach((id, row) => {
        for (const outside of [0, 9, 12, 15]) scores[row * 18 + outside] = 9
        const column = columns[id]
        if (column !== undefined) scores[row * 18 + column] = 20
      })
      return { scores, links: null }
    },
  }
}

describe('forms', () => {
  it('shows every quotation mark by what it does, however it was typed', () => {
    expect(
      formsOf(documentOf('"We won," Ann Lee said. «Oui», he said.')).filter((form) => /[“”«"]/.test(form)),
    ).toEqual(['“', '”', '“', '”'])
  })

  it('straightens apostrophes', () => {
    expect(formsOf(documentOf('Lee’s dog can’t swim.'))).toEqual(expect.arrayContaining(["'s", "can't"]))
  })
})

describe('listen', () => {
  it('turns the rows of scores into spans of the text', async () => {
    const heard = (await listenWith(async () => fakeSession()).run(documentOf('Ann Lee said rain fell.'))).heard
    expect(heard?.names).toEqual([{ start: 0, end: 7, score: 1, kind: 'person' }])
    expect(heard?.cues).toEqual([{ start: 8, end: 12, score: 1 }])
    expect(heard?.contents).toEqual([{ start: 13, end: 17, score: 1 }])
    expect(heard?.sources).toEqual([])
  })

  it('hears the same at the end of a long article, in another window', async () => {
    const filler = 'Nothing else was to be seen. '.repeat(40)
    const document = documentOf(`${filler}Ann Lee came.`)
    const heard = (await listenWith(async () => fakeSession()).run(document)).heard
    expect(heard?.names.map(({ start, end }) => document.article.text.slice(start, end))).toEqual(['Ann Lee'])
  })

  it('keeps the vectors of “he”, “she” and of words written as names are, and none where the model has no links', async () => {
    const document = documentOf('Ann Lee said rain fell. She left.')
    const without = (await listenWith(async () => fakeSession()).run(document)).heard
    expect([without?.queries, without?.keys]).toEqual([[], []])
    const session = fakeSession()
    const run: ReaderSession['run'] = async (window) => {
      const links = new Float32Array(window.ids.length * 97)
      window.ids.forEach((id, row) => {
        links.fill(id / 10, row * 97, row * 97 + 48).fill(-id, row * 97 + 48, row * 97 + 96)
        links[row * 97 + 96] = 0.256
      })
      return { ...(await session.run(window)), links }
    }
    const heard = (await listenWith(async () => ({ ...session, run })).run(document)).heard
    expect(heard?.keys.map(({ token, vector }) => [token, vector.length, vector[0]])).toEqual([
      [0, 48, -300],
      [1, 48, -400],
    ])
    expect(heard?.queries).toEqual([{ token: 6, vector: Array(48).fill(0), nobody: 26 }])
  })

  it('opens no session for an article without words', async () => {
    const stage = listenWith(() => Promise.reject(new Error('opened')))
    expect(await stage.run(documentOf())).toMatchObject({ heard: null })
  })

  it('says what is missing where there is no model', async () => {
    const folder = pathToFileURL('/nowhere/model/')
    await expect(loadReader(folder)).rejects.toMatchObject({ name: 'ReaderUnavailable', fault: 'model' })
  })
})
