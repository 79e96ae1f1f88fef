import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The pipeline of these tests, and the built command line. */
export const LETTERS = fileURLToPath(new URL('../runners/pipelines/letters.js', import.meta.url))
export const CLI = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url))

/** A new folder with these files in it, in the temporary folder of the tests. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** Every file of a folder and its text. */
export function filesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort()
  return Object.fromEntries(
    paths.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  )
}

/** What a run promises to be the same everywhere: all but the manifest. */
export function resultsIn(folder: string): Record<string, string> {
  const { 'manifest.json': _clock, ...results } = filesIn(folder)
  return results
}

/** Made-up articles: `count` short ones, no two alike. */
export function articles(count: number, words = 'Ann met Bob and Alice at noon'): Record<string, string> {
  const names = Array.from({ length: count }, (_, index) => `part-${index % 3}/article-${index}.txt`)
  return Object.fromEntries(names.map((name, index) => [name, `${words}, item ${index}.\n`]))
}
