import { execFile, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { Manifest } from '../src/model/run.js'
import { type RunOptions, type RunResult, runFolder } from '../src/run-folder.js'
import { articles, CLI, filesIn, folderWith, LETTERS, resultsIn } from './run/folders.js'

const execute = promisify(execFile)

function run(folder: string, options: Partial<RunOptions> = {}): Promise<RunResult> {
  const paths = { inputs: [join(folder, 'in')], out: join(folder, 'out') }
  return runFolder({ ...paths, pipeline: LETTERS, threads: 0, ...options })
}

function inputs(files: Readonly<Record<string, string>>): string {
  return folderWith(Object.fromEntries(Object.entries(files).map(([path, text]) => [join('in', path), text])))
}

function manifestOf(folder: string): Manifest {
  return Manifest.parse(JSON.parse(filesIn(join(folder, 'out'))['manifest.json'] ?? ''))
}

describe('runFolder', () => {
  it('gives the same bytes for any number of threads', async () => {
    const folder = inputs({ ...articles(24), 'bad.txt': 'THROW', 'empty.md': 'REFUSE', 'wrong.html': 'INVALID' })
    const all = []
    for (const threads of [0, 1, 2, 3]) {
      const out = join(folder, `out-${threads}`)
      const options = ['--pipeline', LETTERS, '--threads', `${threads}`, '--quiet']
      await execute('node', [CLI, 'run', join(folder, 'in'), '--out', out, ...options]).catch(() => {})
      all.push(resultsIn(out))
    }
    expect(Object.keys(all[0] ?? {})).toHaveLength(24 + 3 + 4)
    for (const results of all) expect(results).toEqual(all[0])
  })

  it('names records after their articles, and sets aside what fails', async () => {
    const folder = inputs({ 'a.md': 'Ann', 'deep/er/b.html': 'Bob', 'bad.txt': 'THROW', 'photo.PNG': '', notes: '' })
    const result = await run(folder)
    expect(Object.keys(resultsIn(join(folder, 'out')))).toEqual([
      'entities.json',
      'graph.json',
      'judgements.ndjson',
      'pairs.json',
      'quarantine/bad.txt.json',
      'records/a.md.json',
      'records/deep/er/b.html.json',
    ])
    expect(result.failures.map(({ path, code }) => `${path} ${code}`)).toEqual(['bad.txt internal'])
    expect(result.skipped).toEqual(['notes', 'photo.PNG'])
    const { counts, state } = manifestOf(folder)
    expect(state).toBe('finished')
    expect(counts).toMatchObject({ articles: 3, records: 2, quarantined: 1, skipped: { '(none)': 1, '.png': 1 } })
    expect(counts).toEqual(result.counts)
  })

  it('sets aside a file that cannot be read, or that is given by name and is no article', async () => {
    const folder = inputs({ 'a.txt': 'Ann', 'b.pdf': 'REFUSE' })
    const named = await run(folder, { inputs: [join(folder, 'in/a.txt'), join(folder, 'in/b.pdf')] })
    expect(named.failures.map(({ path, code }) => `${path} ${code}`)).toEqual(['b.pdf read/empty'])
    chmodSync(join(folder, 'in/a.txt'), 0)
    if (process.getuid?.() === 0) return // The superuser may read everything.
    const result = await run(folder, { fresh: true })
    expect(result.failures).toMatchObject([{ path: 'a.txt', code: 'run/unreadable', stage: null }])
  })

  it('reads again only what changed, and forgets articles that are gone', async () => {
    const folder = inputs({ ...articles(6), 'bad.txt': 'THROW' })
    await run(folder)
    const before = resultsIn(join(folder, 'out'))
    expect((await run(folder)).counts).toMatchObject({ reused: 6, quarantined: 1 })
    expect(resultsIn(join(folder, 'out'))).toEqual(before)
    expect((await run(folder, { fresh: true })).counts.reused).toBe(0)

    writeFileSync(join(folder, 'in/part-0/article-0.txt'), 'Zoe')
    writeFileSync(join(folder, 'in/bad.txt'), 'Ann')
    rmSync(join(folder, 'in/part-1/article-1.txt'))
    renameSync(join(folder, 'in/part-2/article-2.txt'), join(folder, 'in/moved.txt'))
    const changed = await run(folder)
    expect(changed.counts).toMatchObject({ articles: 6, reused: 3, quarantined: 0 })
    expect(changed.stale).toBe(2)
    await run(folder, { out: join(folder, 'new') })
    expect(resultsIn(join(folder, 'out'))).toEqual(resultsIn(join(folder, 'new')))
  })

  it('reads all again when the pipeline changed', async () => {
    const folder = inputs(articles(3))
    const pipeline = join(folder, 'pipeline.js')
    const code = `export { default } from ${JSON.stringify(LETTERS)}\n`
    writeFileSync(pipeline, code)
    await run(folder, { pipeline })
    expect((await run(folder, { pipeline })).counts.reused).toBe(3)
    writeFileSync(pipeline, `// changed\n${code}`)
    expect((await run(folder, { pipeline })).counts.reused).toBe(0)
  })

  it('goes on where a killed run stopped, and ends with the same bytes', { timeout: 60_000 }, async () => {
    const folder = inputs(articles(40, 'SLOW Ann met Bob and Alice'))
    const command = [CLI, 'run', join(folder, 'in'), '--pipeline', LETTERS, '--threads', '2', '--out']
    const child = spawn('node', [...command, join(folder, 'out')], { stdio: 'ignore' })
    const closed = new Promise((resolve) => child.once('close', resolve))
    // By name alone: a record that is written aside is gone under that name before it could be read.
    const recordsIn = (): number =>
      readdirSync(folder, { encoding: 'utf8', recursive: true }).filter((path) => /^out.records.*\.json$/.test(path))
        .length
    while (recordsIn() < 12 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 10))
    child.kill('SIGKILL')
    await closed
    const done = recordsIn()
    expect(done).toBeGreaterThanOrEqual(12)
    expect(done).toBeLessThan(40)
    expect(manifestOf(folder).state).toBe('running')
    writeFileSync(join(folder, 'out/graph.gexf.part'), '<?xml')

    await execute('node', [...command, join(folder, 'out')])
    await execute('node', [...command, join(folder, 'whole')])
    expect(manifestOf(folder).counts.reused).toBeGreaterThanOrEqual(done)
    expect(resultsIn(join(folder, 'out'))).toEqual(resultsIn(join(folder, 'whole')))
  })

  it('lets a person’s judgement beat the rules, and adds one that the rules did not make', async () => {
    const folder = inputs({ 'a.txt': 'Ann met Alice and Bob' })
    await run(folder)
    const article = JSON.parse(filesIn(join(folder, 'out'))['records/a.txt.json'] ?? '').article.id
    const [ann, alice, bob] = ['0-3', '8-13', '18-21'].map((span) => `${article}:person:${span}`)
    const lines = [
      { left: alice, right: ann, verdict: 'same', score: 1, by: 'person', comparisons: [] },
      { left: ann, right: bob, verdict: 'different', score: 0, by: 'person', comparisons: [] },
      { left: ann, right: 'nobody', verdict: 'same', score: 1, by: 'person', comparisons: [] },
    ]
    const judgements = join(folder, 'decided.ndjson')
    writeFileSync(judgements, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    const result = await run(folder, { judgements })
    expect(result.unknownJudgements).toBe(1)
    const written = (filesIn(join(folder, 'out'))['judgements.ndjson'] ?? '').trim().split('\n')
    expect(written.map((line) => JSON.parse(line))).toMatchObject([
      { left: ann, right: alice, verdict: 'same', by: 'person' },
      { left: ann, right: bob, verdict: 'different', by: 'person' },
    ])
  })

  it('tells the articles of several inputs apart', async () => {
    const folder = folderWith({ 'one/a.txt': 'Ann', 'two/a.txt': 'Bob', 'b.txt': 'Cid', 'three/one/a.txt': 'Dan' })
    const out = join(folder, 'out')
    const at = (...names: string[]): string[] => names.map((name) => join(folder, name))
    await run(folder, { inputs: at('one', 'two', 'b.txt', 'one/a.txt') })
    expect(Object.keys(resultsIn(join(out, 'records')))).toEqual(['b.txt.json', 'one/a.txt.json', 'two/a.txt.json'])
    const together = async (...names: string[]): Promise<string[]> => {
      await run(folder, { inputs: at(...names) })
      return Object.keys(resultsIn(join(out, 'records')))
    }
    expect(await together('one', 'three/one')).toEqual(['one/a.txt.json', 'three/one/a.txt.json'])
    expect(await together('one/a.txt', 'two/a.txt')).toEqual(['one/a.txt.json', 'two/a.txt.json'])
    expect(await together('b.txt', 'three/one/a.txt')).toEqual(['a.txt.json', 'b.txt.json'])
  })

  it('stops before the first article, with every fault at once', async () => {
    const folder = inputs({ 'a.txt': 'Ann' })
    const options = {
      inputs: [join(folder, 'none')],
      threads: -1,
      deadlineMs: 0.5,
      formats: ['scroll'],
      engine: 'rules',
    }
    const faulty = run(folder, { ...options, pipeline: 'no-such', registry: ['none.json'] } as Partial<RunOptions>)
    await expect(faulty).rejects.toMatchObject({ name: 'SetupError', faults: { length: 6 } })
    expect(Object.keys(filesIn(folder))).toEqual(['in/a.txt'])
  })

  it.each([
    ['no article in the folder', 'empty', 'out'],
    ['a folder of other files for --out', 'in', 'other'],
    ['a file for --out', 'in', 'other/file.txt'],
  ])('stops before the first article: %s', async (_, input, out) => {
    const folder = folderWith({ 'in/a.txt': 'Ann', 'other/file.txt': 'kept' })
    mkdirSync(join(folder, 'empty'))
    const options = { inputs: [join(folder, input)], out: join(folder, out) }
    await expect(run(folder, options)).rejects.toMatchObject({ name: 'SetupError' })
    expect(filesIn(folder)['other/file.txt']).toBe('kept')
  })

  it('does not take its own output for an input', async () => {
    const folder = folderWith({ 'a.txt': 'Ann' })
    const options = { inputs: [folder], out: join(folder, 'out') }
    await run(folder, options)
    const again = await run(folder, options)
    expect(again.skipped).toEqual([])
    expect(again.counts.reused).toBe(1)
  })
})
