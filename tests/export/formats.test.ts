import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { formats } from '../../src/export/index.js'
import { exportFormats, removeExports } from '../../src/run/export-run.js'
import { OutputFolder } from '../../src/run/output-folder.js'
import { sampleRecord } from '../link/sample.js'
import { folderWith } from '../run/folders.js'
import { filesOf, sampleRun } from './run.js'

it('writes every format into the folder of a run, the same bytes each time, and takes all of them away again', async () => {
  const root = folderWith({ 'manifest.json': '{}' })
  const folder = new OutputFolder(root)
  const record = sampleRecord(2)
  const long = { ...record, article: { ...record.article, path: `deep/${'é'.repeat(130)}.md` } }
  const run = sampleRun([long])
  const names = formats.map(({ name }) => name)
  expect(names).toEqual([...names].sort())
  const written = await exportFormats(folder, names, run)
  for (const path of written) expect(existsSync(join(root, path)), path).toBe(true)
  expect(existsSync(join(root, 'jsonld/1.md.jsonld'))).toBe(true)
  // No file system takes a name that long: the article's id stands for it.
  expect(existsSync(join(root, 'jsonld/000000000002.jsonld'))).toBe(true)
  for (const format of formats) {
    for (const [path, text] of await filesOf(format, run)) expect(readFileSync(join(root, path), 'utf8')).toBe(text)
  }
  removeExports(folder)
  expect(readdirSync(root)).toEqual(['manifest.json'])
})
