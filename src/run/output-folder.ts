import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { type FileHandle, mkdir, open, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ExportChunk } from '../export/index.js'
import { SetupError } from '../model/errors.js'
import { Manifest } from '../model/run.js'

/** The kinds of file that there is one of for each article. */
export type ArticleFolder = 'records' | 'quarantine'

/** One run's folder. Files are written aside and renamed, so that a run that is killed leaves no half file. */
export class OutputFolder {
  readonly root: string
  readonly #made = new Set<string>()

  /**
   * @throws {SetupError} when the folder cannot be written, or holds something else than a run
   */
  constructor(root: string) {
    this.root = root
    try {
      mkdirSync(root, { recursive: true })
      const holds = readdirSync(root)
      if (holds.length > 0 && !holds.some((name) => name.startsWith('manifest.json'))) {
        throw new SetupError([`Expected a new folder or one of an earlier run for --out, got other files in ${root}.`])
      }
    } catch (cause) {
      throw asSetupError(root, cause)
    }
  }

  /** The file of an article, relative to this folder. */
  fileOf(folder: ArticleFolder, path: string): string {
    return join(folder, ...`${path}.json`.split('/').map(shortened))
  }

  async write(file: string, text: string): Promise<void> {
    await this.#aside(file, (aside) => writeFile(aside, text))
  }

  /** Writes a file that may be larger than a string can be. */
  async writeLines(file: string, lines: Iterable<string> | AsyncIterable<string>): Promise<void> {
    await this.#aside(file, (aside) => pipeline(Readable.from(lines), createWriteStream(aside)))
  }

  /** Writes several files whose pieces may alternate, each open until its last piece; none is there before all are whole. */
  async writeChunks(chunks: AsyncIterable<ExportChunk>): Promise<void> {
    const open = new Map<string, FileHandle>()
    const written = new Set<string>()
    try {
      for await (const { path, text, isLast } of chunks) {
        const handle = open.get(path) ?? (await this.#open(path))
        open.set(path, handle)
        written.add(path)
        await handle.writeFile(text)
        if (!isLast) continue
        open.delete(path)
        await handle.close()
      }
    } finally {
      for (const handle of open.values()) await handle.close()
    }
    for (const path of written) await rename(join(this.root, path) + ASIDE, join(this.root, path))
  }

  /** The text of a file; `null` where there is none. */
  async read(file: string): Promise<string | null> {
    try {
      return await readFile(join(this.root, file), 'utf8')
    } catch {
      return null
    }
  }

  /** The manifest of the run that was here before; `null` if there is none or it is another version's. */
  manifest(): Manifest | null {
    const file = join(this.root, 'manifest.json')
    if (!existsSync(file)) return null
    return Manifest.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null
  }

  /** Takes away a file, and what a run that was killed wrote of it. */
  remove(file: string): void {
    for (const one of [file, file + ASIDE]) rmSync(join(this.root, one), { recursive: true, force: true })
  }

  /** Takes away every file of `folder` that is not in `kept`, and folders left empty; gives how many files went. */
  prune(folder: ArticleFolder, kept: ReadonlySet<string>): number {
    const top = join(this.root, folder)
    if (!existsSync(top)) return 0
    let removed = 0
    const below = readdirSync(top, { recursive: true, withFileTypes: true })
    for (const entry of below.filter((one) => !one.isDirectory())) {
      const file = join(entry.parentPath, entry.name)
      if (kept.has(relative(this.root, file))) continue
      rmSync(file)
      if (!entry.name.endsWith(ASIDE)) removed += 1
    }
    const folders = below.filter((one) => one.isDirectory()).map((one) => join(one.parentPath, one.name))
    for (const one of [...folders.sort().reverse(), top]) if (readdirSync(one).length === 0) rmdirSync(one)
    this.#made.clear()
    return removed
  }

  async #open(path: string): Promise<FileHandle> {
    const target = join(this.root, path)
    try {
      await mkdir(dirname(target), { recursive: true })
      return await open(target + ASIDE, 'w')
    } catch (cause) {
      throw asSetupError(target, cause)
    }
  }

  async #aside(file: string, write: (aside: string) => Promise<void>): Promise<void> {
    const target = join(this.root, file)
    try {
      const folder = dirname(target)
      if (!this.#made.has(folder)) await mkdir(folder, { recursive: true })
      this.#made.add(folder)
      await write(target + ASIDE)
      await rename(target + ASIDE, target)
    } catch (cause) {
      throw asSetupError(target, cause)
    }
  }
}

const ASIDE = '.part'

/** File systems take names of 255 bytes; a longer one is cut, and stays unlike others by its digest. */
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= 240) return name
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 12)
  return `${Buffer.from(name)
    .subarray(0, 180)
    .toString()
    .replace(/\uFFFD+$/, '')}-${digest}.json`
}

function asSetupError(path: string, cause: unknown): SetupError {
  if (cause instanceof SetupError) return cause
  const message = cause instanceof Error ? cause.message : String(cause)
  return new SetupError([`Expected to write ${path.split(sep).join('/')}, got: ${message}.`], { cause })
}
