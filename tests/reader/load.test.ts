import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { listenWith } from '../../src/reader/listen.js'
import { listen, loadReader, MODEL_FOLDER, openReader } from '../../src/reader/load.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article-of.js'

const ARTICLE = articleOf([
  'Maria Ortega, who runs the port of Oslo, said on Friday that the old crane would be sold.',
  '“Nobody has used it since spring,” she told reporters. “It is a danger to ships.”',
])

describe.skipIf(!existsSync(new URL('reader.onnx', MODEL_FOLDER)))('the model (skipped where it is not there)', () => {
  it('hears names and attributions', async () => {
    const { heard } = await listen.run(segmentArticle(ARTICLE))
    const words = (spans: readonly { start: number; end: number }[] = []) =>
      spans.map(({ start, end }) => ARTICLE.text.slice(start, end))
    expect(words(heard?.names)).toEqual(expect.arrayContaining(['Maria Ortega', 'Oslo']))
    expect(words(heard?.cues)).toEqual(expect.arrayContaining(['said', 'told']))
    expect(words(heard?.sources)).toContain('she')
    expect(words(heard?.contents)).toContain('“Nobody has used it since spring,”')
  })

  it('hears the same from a session of its own', async () => {
    const [once, again] = [await loadReader(), await loadReader()]
    const document = segmentArticle(ARTICLE)
    expect(await listenWith(async () => again).run(document)).toEqual(await listenWith(async () => once).run(document))
  })

  it('is opened once', () => {
    expect(openReader()).toBe(openReader())
  })
})
