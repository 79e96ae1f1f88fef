import { createHash } from 'node:crypto'
import { Article, type Origin } from '../model/article.js'
import { DocumentError } from '../model/errors.js'
import type { Stage } from '../pipeline/stage.js'
import { decode } from './decode.js'
import type { Swept } from './furniture.js'
import { languageOf } from './language.js'
import { readMarkdown } from './markdown.js'
import { readText } from './text.js'
import { assemble } from './text-builder.js'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  htm: 'text/html',
  html: 'text/html',
  markdown: 'text/markdown',
  md: 'text/markdown',
  text: 'text/plain',
  txt: 'text/plain',
  xhtml: 'application/xhtml+xml',
}

type Reader = (raw: string) => Swept | Promise<Swept>

/** The page parser takes a tenth of a second to load, so it is loaded for the first page only. */
const readPage: Reader = async (raw) => (await import('./html.js')).readHtml(raw)

const READERS: Readonly<Record<string, Reader>> = {
  'application/xhtml+xml': readPage,
  'text/html': readPage,
  'text/markdown': readMarkdown,
  'text/plain': readText,
}

/** The media type of a file by its extension; `null` for one that no reader takes. */
export function mediaTypeOf(path: string): string | null {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(MEDIA_TYPES, extension) ? (MEDIA_TYPES[extension] ?? null) : null
}

/**
 * Reads a file into clean text with the exact way back: format by media type, encoding, page furniture, language.
 * A title is a block of the text where it stands in the visible body of the file; else it is in `meta` only.
 * @throws {DocumentError} read/unsupported-type, read/bad-encoding, read/empty, read/bad-front-matter,
 * read/no-article or read/too-large.
 */
export const readArticle: Stage<Origin, Article> = {
  name: 'read-article',
  output: Article,
  run(origin) {
    const reader = readerOf(origin)
    const raw = decode(origin)
    if (raw.trim() === '') throw emptyError('no words')
    const swept = reader(raw)
    return swept instanceof Promise ? swept.then((page) => articleOf(origin, page)) : articleOf(origin, swept)
  },
}

function articleOf(origin: Origin, { drafts, removed, meta }: Swept): Article | Promise<Article> {
  if (drafts.length === 0) throw emptyError('nothing but page furniture')
  const { text, blocks, originMap } = assemble(drafts)
  const language = languageOf(text)
  const finish = (code: string | null): Article => ({
    ...identityOf(origin),
    path: origin.path,
    mediaType: origin.mediaType,
    text,
    blocks,
    originMap,
    meta,
    language: code,
    status: code === null || code === 'en' ? 'ok' : 'unsupported-language',
    removed: [...removed],
  })
  return language instanceof Promise ? language.then(finish) : finish(language)
}

function readerOf(origin: Origin): Reader {
  const type = origin.mediaType.split(';')[0]?.trim().toLowerCase() ?? ''
  const reader = Object.hasOwn(READERS, type) ? READERS[type] : undefined
  if (reader !== undefined) return reader
  throw new DocumentError(
    'read/unsupported-type',
    `Expected one of ${Object.keys(READERS).join(', ')}, got ${origin.mediaType}. Convert the file or leave it out.`,
  )
}

function identityOf({ path, raw }: Origin): { id: string; sha256: string } {
  const bytes = typeof raw === 'string' ? Buffer.from(raw, 'utf8') : raw
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { id: createHash('sha256').update(path, 'utf8').update(bytes).digest('hex').slice(0, 12), sha256 }
}

function emptyError(got: string): DocumentError {
  return new DocumentError('read/empty', `Expected an article's text, got ${got}. Take the file out of the folder.`)
}
