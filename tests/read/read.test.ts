import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Article } from '../../src/model/article.js'
import { mediaTypeOf, readArticle } from '../../src/read/read.js'
import { blockLines, codeOf, mapFaults, readFile } from './articles.js'

const PARAGRAPHS = [
  'SPRINGFIELD — The mayor of Springfield closed the old bridge on Monday, two days after the river had risen over its arches.',
  '“We can’t wait another year,” said Mayor Jane O’Neil, who leads a city of 48,000. “People use it every day.”',
  'The Federal Highway Administration (FHWA) will pay $3.5 million of the cost, according to a letter of Jan. 12.',
  'The agency did not answer a request for comment, and two members of the council said they knew nothing of it.',
]
const HEADING = 'What comes next'
const LAST = 'Work begins in May and takes at least 14 months, the city said in a note to residents and to the press.'

const TEXT = `Bridge closes for a year\n\nBy Ann Lee\n\n${PARAGRAPHS.join('\n\n')}\n\nJane Doe/AP\n\n${HEADING}\n\n${LAST}\n`
const MARKDOWN = `---\ndate: 2025-01-31\n---\n# Bridge closes for a year\n\nBy Ann Lee\n\n${PARAGRAPHS.join('\n\n').replace('FHWA', '**FHWA**')}\n\n*Jane Doe/AP*\n\n## ${HEADING}\n\n${LAST}\n`
const HTML = `<!doctype html><html><head><title>Bridge closes for a year</title></head><body><nav><a href="/">Home</a></nav><article><h1>Bridge closes for a year</h1><p>By Ann Lee</p>${PARAGRAPHS.map((text) => `<p>${text.replace('$3.5 million', '$3.5&nbsp;million')}</p>`).join('\n')}<p>Jane Doe/AP</p><h2>${HEADING}</h2><p>${LAST}</p></article></body></html>`

describe('readArticle', () => {
  it('gives the same text for the same article in every format', async () => {
    const expected = [
      'title: Bridge closes for a year',
      ...PARAGRAPHS.map((text) => `paragraph: ${text}`),
      `heading: ${HEADING}`,
      `paragraph: ${LAST}`,
    ]
    for (const [path, raw] of [
      ['a.txt', TEXT],
      ['a.md', MARKDOWN],
      ['a.html', HTML],
    ] as const) {
      const article = await readFile(path, mediaTypeOf(path) ?? '', Buffer.from(raw))
      expect(blockLines(article), path).toEqual(expected)
      expect(article.meta, path).toMatchObject({ title: 'Bridge closes for a year', byline: ['Ann Lee'] })
      expect(
        article.removed.map(({ rule }) => rule),
        path,
      ).toEqual(['read/byline', 'read/credit'])
      expect(mapFaults(article, raw), path).toEqual([])
      expect(Article.safeParse(article).success, path).toBe(true)
    }
  })

  it('names an article by its path and bytes', async () => {
    const bytes = Buffer.from(TEXT)
    const article = await readFile('news/a.txt', 'text/plain', bytes)
    expect(article.id).toBe(createHash('sha256').update('news/a.txt').update(bytes).digest('hex').slice(0, 12))
    expect(article.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(await readFile('news/a.txt', 'text/plain', TEXT)).toEqual(article)
  })

  it.each([
    ['image/png', 'x', 'read/unsupported-type'],
    ['application/json', '{}', 'read/unsupported-type'],
    ['text/plain', '', 'read/empty'],
    ['text/plain', ' \n\u00a0\n', 'read/empty'],
    ['text/plain', 'toggle caption\n', 'read/empty'],
    ['text/markdown', '---\ntitle: Bridge\n---\n', 'read/empty'],
  ])('refuses %s “%s” with %s', async (mediaType, raw, code) => {
    expect(await codeOf(mediaType, raw)).toBe(code)
  })

  it('takes a media type with parameters', async () => {
    expect((await readFile('a', 'Text/Plain; charset=utf-8', 'The mayor spoke.')).text).toBe('The mayor spoke.')
  })

  it.each([
    [
      'Der Bürgermeister sagte am Montag, dass die Brücke über den Fluss für drei Monate gesperrt bleibt. Die Kosten trägt das Land.',
      'de',
    ],
    [
      'El alcalde dijo el lunes que el puente sobre el río permanecerá cerrado durante tres meses por obras. El Estado pagará.',
      'es',
    ],
    ['Мэр города заявил в понедельник, что мост через реку закроют на три месяца для ремонта.', 'ru'],
  ])('keeps the text of “%s” and says that it is %s', async (raw, language) => {
    expect(await readFile('a.txt', 'text/plain', raw)).toMatchObject({
      language,
      status: 'unsupported-language',
      text: raw,
    })
  })

  it.each([
    'The mayor spoke.',
    'Bridge closes',
    'U.S. stocks fall',
    '“No comment,” Lee said.',
    'Smith 3, Jones 2; Doe 1, Roe 0',
  ])('takes the short text “%s” for English', async (raw) => {
    expect(await readFile('a.txt', 'text/plain', raw)).toMatchObject({ language: 'en', status: 'ok' })
  })
})

describe('mediaTypeOf', () => {
  it('goes by the extension', () => {
    expect(['a.md', 'b/A.Markdown', 'a.txt', 'a.TEXT', 'a.html', 'a.htm', 'a.xhtml'].map(mediaTypeOf)).toEqual([
      'text/markdown',
      'text/markdown',
      'text/plain',
      'text/plain',
      'text/html',
      'text/html',
      'application/xhtml+xml',
    ])
    expect(['a.pdf', 'md', 'a.constructor', '.gitignore'].map(mediaTypeOf)).toEqual([null, null, null, null])
  })
})

const SEED = '../shared/data/seed'

describe.skipIf(!existsSync(SEED))('the first article (skipped where ../shared is not there)', () => {
  it('loses its furniture lines and nothing else', async () => {
    const file = readdirSync(SEED).find((name) => name.endsWith('.txt')) ?? ''
    const raw = readFileSync(`${SEED}/${file}`)
    const article = await readFile(file, 'text/plain', raw)
    expect(article.removed.map(({ rule }) => rule)).toEqual([
      'read/credit',
      'read/caption-control',
      'read/caption-control',
      'read/credit',
    ])
    const lines = raw
      .toString('utf8')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
    const kept = lines.filter((line) => !article.removed.some(({ text }) => text === line))
    expect(article.text.split('\n\n')).toEqual(kept)
    expect(mapFaults(article, raw)).toEqual([])
  })

  it('is a pure stage', async () => {
    const origin = { path: 'a.txt', mediaType: 'text/plain', raw: TEXT }
    expect(await readArticle.run(origin)).toEqual(await readArticle.run(origin))
  })
})
