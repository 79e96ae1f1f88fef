import { statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { glob } from 'tinyglobby'
import { SetupError } from '../model/errors.js'
import { mediaTypeOf } from '../read/read.js'

/** A file to read: `path` is what the records call it, `file` where it lies. */
export interface ArticleFile {
  readonly path: string
  readonly file: string
  readonly mediaType: string
}

/** What the inputs hold, both lists sorted by path; `skipped` are files of types that are no articles. */
export interface Discovered {
  readonly articles: readonly ArticleFile[]
  readonly skipped: readonly string[]
}

const UNKNOWN_TYPE = 'application/octet-stream'

/** The media type that a file's name says it has; `application/octet-stream` where it says nothing known. */
export function typeOf(file: string): string {
  return mediaTypeOf(file) ?? UNKNOWN_TYPE
}

/**
 * Finds the articles of files and folders. Paths are relative to their folder, with `/`; with several inputs each
 * folder's name comes before them. Where two files would have one path so (`a/page.html b/page.html`), all paths are
 * relative to the deepest folder that holds them. A file given by name is taken whatever its type: then its reader says
 * what is wrong.
 * @throws {SetupError} when an input is missing, or there is no article at all
 */
export async function discover(inputs: readonly string[], out: string): Promise<Discovered> {
  const faults: string[] = []
  const found = new Map<string, ArticleFile>()
  for (const input of inputs) {
    const below = await filesOf(input, out)
    if (below === null) faults.push(`Expected a file or folder, got nothing at ${input}. Check the path.`)
    for (const article of below ?? []) {
      if (found.has(article.file)) continue
      const prefix = inputs.length > 1 && article.file !== resolve(input) ? `${basename(resolve(input))}/` : ''
      found.set(article.file, { ...article, path: prefix + article.path })
    }
  }
  const given = new Set(inputs.map((input) => resolve(input)))
  const sorted = withPathsApart([...found.values()]).sort((a, b) => (a.path < b.path ? -1 : 1))
  const isArticle = (file: ArticleFile): boolean => file.mediaType !== UNKNOWN_TYPE || given.has(file.file)
  const articles = sorted.filter(isArticle)
  if (faults.length === 0 && articles.length === 0) {
    faults.push(`Expected at least one article (.md, .txt, .html), got none in ${inputs.join(', ')}.`)
  }
  if (faults.length > 0) throw new SetupError(faults)
  return { articles, skipped: sorted.filter((file) => !isArticle(file)).map((file) => file.path) }
}

function withPathsApart(files: readonly ArticleFile[]): ArticleFile[] {
  if (new Set(files.map(({ path }) => path)).size === files.length) return [...files]
  const folders = files.map(({ file }) => dirname(file).split(sep))
  const [shortest = []] = [...folders].sort((a, b) => a.length - b.length)
  const parting = shortest.findIndex((name, depth) => folders.some((folder) => folder[depth] !== name))
  const shared = shortest.slice(0, parting === -1 ? shortest.length : parting).join(sep) || sep
  return files.map((article) => ({ ...article, path: slashed(relative(shared, article.file)) }))
}

/** The files below an input; `null` where there is none. The run's own output is no input. */
async function filesOf(input: string, out: string): Promise<ArticleFile[] | null> {
  const root = resolve(input)
  const stats = statSync(root, { throwIfNoEntry: false })
  if (stats?.isFile()) return [{ path: basename(root), file: root, mediaType: typeOf(root) }]
  if (!stats?.isDirectory()) return null
  const paths = await glob('**', {
    cwd: root,
    dot: true,
    expandDirectories: false,
    ignore: ['**/.git/**', '**/node_modules/**'],
  })
  return paths
    .map((path) => ({ path: slashed(relative(root, resolve(root, path))), file: join(root, path) }))
    .filter(({ file }) => !isBelow(file, resolve(out)))
    .map((article) => ({ ...article, mediaType: typeOf(article.file) }))
}

function slashed(path: string): string {
  return path.split(sep).join('/')
}

function isBelow(file: string, folder: string): boolean {
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
