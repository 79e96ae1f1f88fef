import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { SetupError } from '../../src/model/errors.js'
import { type Engine, Manifest } from '../../src/model/run.js'
import * as load from '../../src/reader/load.js'
import { chooseEngine } from '../../src/run/engine.js'
import { type RunOptions, type RunResult, runFolder } from '../../src/run-folder.js'
import { filesIn, folderWith, resultsIn } from '../run/folders.js'

const FIXTURES = resolve(import.meta.dirname, '../../fixtures/articles')
const SLUGS = ['water-rules-delayed', 'mayor-interview-transcript']
const FAULT = new load.ReaderUnavailable('library', 'Expected onnxruntime-node, got none that this machine can load.')

/** `runFolder` takes no fault: the library is hidden while a test asks for it. */
function hideLibrary(): void {
  vi.spyOn(load, 'readerFault').mockResolvedValue(FAULT)
}
afterEach(() => void vi.restoreAllMocks())

function inputs(): string {
  const texts = SLUGS.map((slug) => [`in/${slug}.md`, readFileSync(join(FIXTURES, slug, 'article.md'), 'utf8')])
  return folderWith(Object.fromEntries(texts))
}

function run(folder: string, options: Partial<RunOptions> = {}): Promise<RunResult> {
  return runFolder({ inputs: [join(folder, 'in')], out: join(folder, 'out'), threads: 0, ...options })
}

function engineOf(out: string): Engine {
  return Manifest.parse(JSON.parse(filesIn(out)['manifest.json'] ?? '')).engine
}

const canHear = (await load.readerFault()) === null

describe.skipIf(!canHear)('the model engine (skipped where onnxruntime-node cannot be loaded)', () => {
  it('gives the same bytes inline, on 1 and 2 threads, and again', { timeout: 90_000 }, async () => {
    const folder = inputs()
    const results = []
    for (const [name, threads] of [
      ['inline', 0],
      ['one', 1],
      ['two', 2],
      ['again', 0],
    ] as const) {
      const out = join(folder, name)
      const { counts, failures } = await run(folder, { out, threads, engine: 'model' })
      expect(failures).toEqual([])
      expect(counts).toMatchObject({ records: 2, reused: 0 })
      expect(engineOf(out)).toBe('model')
      results.push(resultsIn(out))
    }
    expect(Object.keys(results[0] ?? {})).toContain(`records/${SLUGS[0]}.md.json`)
    for (const result of results) expect(result).toEqual(results[0])
  })

  it('is what a run uses by default, in silence', async () => {
    expect(await chooseEngine(undefined)).toEqual({ engine: 'model', notice: null })
  })

  it('uses no record of the other engine again', { timeout: 60_000 }, async () => {
    const folder = inputs()
    await run(folder, { engine: 'rules' })
    const rules = resultsIn(join(folder, 'out'))
    const { counts } = await run(folder, { engine: 'model' })
    expect(counts.reused).toBe(0)
    expect(resultsIn(join(folder, 'out'))).not.toEqual(rules)
    expect((await run(folder, { engine: 'model' })).counts.reused).toBe(2)
  })
})

describe('a run where the library is missing', () => {
  it('says nothing where rules were asked for', async () => {
    hideLibrary()
    expect(await chooseEngine('rules')).toEqual({ engine: 'rules', notice: null })
  })

  it('goes on with rules and says so, in a notice and in the manifest', async () => {
    const folder = inputs()
    await run(folder, { engine: 'rules', out: join(folder, 'rules') })
    hideLibrary()
    const notices: string[] = []
    await run(folder, { onNotice: (notice) => notices.push(notice) })
    expect(notices).toEqual([expect.stringContaining(FAULT.message)])
    expect(engineOf(join(folder, 'out'))).toBe('rules')
    expect(resultsIn(join(folder, 'out'))).toEqual(resultsIn(join(folder, 'rules')))
  })

  it('does not start when it asked for the model, and leaves nothing behind', async () => {
    hideLibrary()
    const folder = inputs()
    const expected: Partial<SetupError> = { name: 'SetupError', faults: [FAULT.message], cause: FAULT }
    await expect(run(folder, { engine: 'model' })).rejects.toMatchObject(expected)
    expect(Object.keys(filesIn(folder)).every((path) => path.startsWith('in/'))).toBe(true)
  })
})
