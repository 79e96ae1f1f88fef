import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Origin } from '../model/article.js'
import { DocumentError } from '../model/errors.js'
import type { Failure } from '../model/run.js'
import type { PipelineSource } from '../runners/load-pipeline.js'
import { failureOf, type Runner, serialise } from '../runners/runner.js'
import type { ArticleFile } from './discover.js'
import type { OutputFolder } from './output-folder.js'

/** How far a run is; told after each article. */
export interface Progress {
  readonly done: number
  readonly total: number
  readonly path: string
  readonly how: 'read' | 'reused' | 'quarantined'
}

/** What became of the articles of a run: how many records are another run's, and what failed, sorted by path. */
export interface ReadArticles {
  readonly reused: number
  readonly failures: readonly Failure[]
}

export interface ReadOptions {
  readonly runner: Runner
  readonly source: PipelineSource
  readonly folder: OutputFolder
  /** Whether a record of this folder stands for an article whose bytes are the same. */
  readonly reuse: boolean
  readonly onProgress: (progress: Progress) => void
}

/** Reads the articles into `records/` and `quarantine/`: one file each, and no text is kept in memory. */
export async function readArticles(articles: readonly ArticleFile[], options: ReadOptions): Promise<ReadArticles> {
  const { runner, source, folder } = options
  const failures: Failure[] = []
  let done = 0
  let reused = 0
  const tell = (path: string, how: Progress['how']): void => {
    done += 1
    options.onProgress({ done, total: articles.length, path, how })
  }
  const setAside = async (failed: Failure): Promise<void> => {
    failures.push(failed)
    folder.remove(folder.fileOf('records', failed.path))
    await folder.write(folder.fileOf('quarantine', failed.path), serialise(failed))
    tell(failed.path, 'quarantined')
  }
  const keep = (path: string): void => {
    folder.remove(folder.fileOf('quarantine', path))
    reused += 1
    tell(path, 'reused')
  }
  for await (const outcome of runner.each(source, origins(articles, options, { setAside, keep }))) {
    if ('failed' in outcome) {
      await setAside(outcome.failed)
    } else {
      await folder.write(folder.fileOf('records', outcome.path), outcome.ok)
      folder.remove(folder.fileOf('quarantine', outcome.path))
      tell(outcome.path, 'read')
    }
  }
  return { reused, failures: failures.sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

interface Aside {
  setAside(failed: Failure): Promise<void>
  keep(path: string): void
}

/** The files that have to be read, each loaded only when the runner asks for the next. */
async function* origins(
  articles: readonly ArticleFile[],
  { folder, reuse }: ReadOptions,
  { setAside, keep }: Aside,
): AsyncGenerator<Origin> {
  for (const article of articles) {
    const raw = await bytesOf(article)
    if (!(raw instanceof Uint8Array)) await setAside(raw)
    else if (reuse && (await isRecordOf(folder, article.path, raw))) keep(article.path)
    else yield { path: article.path, mediaType: article.mediaType, raw }
  }
}

async function bytesOf(article: ArticleFile): Promise<Uint8Array<ArrayBuffer> | Failure> {
  try {
    // Not the Buffer itself: through a thread it would arrive as this, and a stage must be given the same everywhere.
    return new Uint8Array(await readFile(article.file))
  } catch (cause) {
    // The system's message holds this machine's path; its code says the same and is the same everywhere.
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'an error'
    const message = `Expected a file that can be read, got ${code}. Check its permissions.`
    return failureOf(article.path, null, new DocumentError('run/unreadable', message))
  }
}

async function isRecordOf(folder: OutputFolder, path: string, raw: Uint8Array): Promise<boolean> {
  const text = await folder.read(folder.fileOf('records', path))
  if (text === null) return false
  const record: { article?: { path?: unknown; sha256?: unknown } } = JSON.parse(text)
  return record.article?.path === path && record.article.sha256 === createHash('sha256').update(raw).digest('hex')
}
