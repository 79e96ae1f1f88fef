import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')
const SRC = join(ROOT, 'src')

/** Who may import whom: folders of src (and single files at its top). A room never imports a room. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  lexicons: ['model'],
  pipeline: ['model'],
  read: ['model', 'pipeline', 'lexicons'],
  segment: ['model', 'pipeline', 'lexicons'],
  reader: ['model', 'pipeline', 'lexicons'],
  find: ['model', 'pipeline', 'lexicons'],
  record: ['model', 'pipeline', 'lexicons'],
  resolve: ['model', 'pipeline', 'lexicons'],
  link: ['model', 'pipeline'],
  export: ['model'],
  runners: ['model', 'pipeline'],
}

/** Packages that enter by one room, and the only files that may import them. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  compromise: ['src/segment/word-tags.ts'],
  unified: ['src/read/markdown.ts'],
  'remark-parse': ['src/read/markdown.ts'],
  'onnxruntime-node': ['src/reader/load.ts', 'src/reader/session.ts'],
  'node:worker_threads': ['src/runners/threads.ts', 'src/runners/thread-worker.ts'],
}

const IMPORT = /(?:from|import)\s*\(?\s*'([^']+)'/g

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
}

function importsOf(file: string): string[] {
  const code = readFileSync(file, 'utf8').replace(/^\s*\*.*$/gm, '')
  return [...code.matchAll(IMPORT)].map((match) => match[1] ?? '')
}

function roomOf(file: string): string {
  return relative(SRC, file).split('/')[0] ?? ''
}

const files = sources(SRC)

describe('the import table', () => {
  it.each(Object.entries(ROOMS))('%s imports only what it may', (room, allowed) => {
    const own = files.filter((file) => roomOf(file) === room)
    expect(own.length).toBeGreaterThan(0)
    const wrong = own.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => roomOf(resolve(dirname(file), name)))
        .filter((target) => target !== room && !allowed.includes(target))
        .map((target) => `${relative(ROOT, file)} imports ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it.each(Object.entries(DOORS))('%s enters by its own door', (name, doors) => {
    const importers = files.filter((file) =>
      importsOf(file).some((target) => target === name || target.startsWith(`${name}/`)),
    )
    expect(importers.map((file) => relative(ROOT, file)).sort()).toEqual([...doors].sort())
  })

  it('keeps the file system to the files that need it', () => {
    const allowed = /^src\/(run-folder\.ts|run\/|lexicons\/load(-table)?\.ts|export\/|cli\/|reader\/load\.ts)/
    const readers = files.filter((file) => importsOf(file).some((name) => /^(node:)?fs(\/promises)?$/.test(name)))
    expect(readers.map((file) => relative(ROOT, file)).filter((file) => !allowed.test(file))).toEqual([])
  })

  it('has no file over 320 lines and none named after nothing', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 320)
    expect(long.map((file) => relative(ROOT, file))).toEqual([])
    expect(files.filter((file) => /(utils|helpers|misc|common|manager)\.ts$/.test(file))).toEqual([])
  })
})
