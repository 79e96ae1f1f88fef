import { execFile, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { articles, CLI, folderWith, LETTERS } from '../run/folders.js'

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const WHY = 'Ruth Keller met Anna Lind. Then she said the plan had failed.\n'
const FOLDER = folderWith({
  ...articles(4),
  'bad.txt': 'THROW',
  'why.txt': WHY,
  'gold/a.txt': '# kinds: person\n{person:Ann} met Bob',
})

function nutgraf(args: readonly string[], input = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile('node', [CLI, ...args], { cwd: FOLDER }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
    })
    child.stdin?.end(input)
  })
}

const PIPELINE = ['--pipeline', LETTERS, '--threads', '0']

describe('nutgraf', () => {
  it('ends with 0 when all is well, 1 when articles are in quarantine, 2 when it cannot start', async () => {
    const well = await nutgraf(['run', 'part-0', ...PIPELINE])
    expect(well).toMatchObject({ code: 0, stderr: '' })
    expect(well.stdout).toContain('output/part-0/')
    expect(well.stdout).toMatch(/^2 articles, /)
    const some = await nutgraf(['run', 'part-0', 'bad.txt', '--out', 'out', ...PIPELINE])
    expect(some).toMatchObject({ code: 1 })
    expect(some.stderr).toContain('quarantine: bad.txt: internal: a bug')
    const none = await nutgraf(['run', 'no-such-folder', '--threads', '-1'])
    expect(none).toMatchObject({ code: 2, stdout: '' })
    expect(none.stderr).toContain('no-such-folder')
    expect(none.stderr).toContain('whole number')
  })

  it('says nothing when quiet and all is well', async () => {
    expect(await nutgraf(['run', 'part-1', '--quiet', ...PIPELINE])).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  it('suggests what was meant', async () => {
    const option = await nutgraf(['run', 'part-0', '--thread', '2'])
    expect(option).toMatchObject({ code: 2 })
    expect(option.stderr).toContain('--threads')
    expect((await nutgraf(['shwo', 'a.txt'])).stderr).toContain('show')
    expect(await nutgraf(['run', 'part-0', '--threads', 'two'])).toMatchObject({ code: 2 })
  })

  it('teaches with --help', async () => {
    for (const command of ['run', 'show', 'export', 'score', 'judge', 'schema', 'worker']) {
      const { code, stdout } = await nutgraf([command, '--help'])
      expect(code).toBe(0)
      expect(stdout).toContain(`$ nutgraf ${command}`)
    }
    expect((await nutgraf(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it('shows an article with its mentions marked and the rule for each', async () => {
    const { code, stdout } = await nutgraf(['show', 'part-0/article-0.txt', '--pipeline', LETTERS])
    expect(code).toBe(0)
    expect(stdout.split('\n')[0]).toBe('{person:Ann} met {person:Bob} and {person:Alice} at noon, item 0.')
    expect(stdout).toMatch(/8-11 +person +Bob +Bob +test\/capital +1\.00/)
    const bad = await nutgraf(['show', 'bad.txt', '--pipeline', LETTERS])
    expect(bad).toMatchObject({ code: 1, stdout: '' })
    expect(bad.stderr).toContain('internal in misbehave: a bug')
    expect(await nutgraf(['show', 'part-0/article-0.txt', '--kinds', 'persons'])).toMatchObject({ code: 2 })
    expect(await nutgraf(['show', 'none.txt', '--pipeline', LETTERS])).toMatchObject({ code: 2 })
  })

  it('says why: what was weighed for each pronoun and each quote', async () => {
    const { code, stdout } = await nutgraf(['show', 'why.txt', '--engine', 'rules', '--kinds', 'quote', '--why'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/32-35 {2}whom “she” stands for: Ruth Keller 0\.\d\d, Anna Lind 0\.\d\d\n {4}\S.* [+-]\d/)
    expect(stdout).toMatch(
      /41-60 {2}whether this is a quote, by quote\/indirect: a quote 0\.\d\d, none 0\.\d\d\n {4}\S/,
    )
    const plain = await nutgraf(['show', 'why.txt', '--engine', 'rules', '--kinds', 'quote'])
    expect(stdout.startsWith(plain.stdout)).toBe(true)
    expect(plain.stdout).not.toContain('whether')
  })

  it('prints JSON Schemas', async () => {
    for (const name of ['record', 'entities', 'graph', 'manifest']) {
      const { code, stdout } = await nutgraf(['schema', name])
      expect(code).toBe(0)
      expect(JSON.parse(stdout)).toMatchObject({ type: 'object' })
    }
    expect(await nutgraf(['schema', 'recrod'])).toMatchObject({ code: 2, stdout: '' })
  })

  it('takes answers from a pipe, the strongest pairs first, and asks nothing twice', async () => {
    await nutgraf(['run', 'part-0', '--out', 'judged', ...PIPELINE])
    const first = await nutgraf(['judge', 'judged'], 'y\nwhat\nn\nq\n')
    expect(first.code).toBe(0)
    expect(first.stdout).toContain('[Ann] met Bob')
    const file = join(FOLDER, 'judged.judgements.ndjson')
    const verdicts = (): string[] =>
      readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).verdict)
    expect(verdicts()).toEqual(['same', 'different'])
    const second = await nutgraf(['judge', 'judged'], 'u\nb\nb\nn\nu\nu\nu\n')
    expect(second.stdout).toContain('Nothing was answered yet.')
    expect(second.stdout).toContain(`2 decided, 0 open, in judged.judgements.ndjson\nuse them: nutgraf run`)
    expect(verdicts()).toEqual(['same', 'different', 'different', 'unsure'])
    expect((await nutgraf(['judge', 'judged', '--resolver', 'resolver.ijson'])).stdout).toContain('4 decisions and 0')
    const [line] = readFileSync(join(FOLDER, 'resolver.ijson'), 'utf8').split('\n')
    expect(JSON.parse(line ?? '').slice(2, 4)).toEqual(['positive', null])
    const used = await nutgraf(['run', 'part-0', '--out', 'judged', '--judgements', 'resolver.ijson', ...PIPELINE])
    expect(used).toMatchObject({ code: 0, stderr: '' })
    expect(readFileSync(join(FOLDER, 'judged/judgements.ndjson'), 'utf8').match(/"by":"person"/g)?.length).toBe(4)
    expect(await nutgraf(['judge', 'part-0'])).toMatchObject({ code: 2 })
  })

  it('scores a pipeline against marked articles', async () => {
    const { stdout } = await nutgraf(['score', 'gold', '--json', '--pipeline', LETTERS])
    expect(JSON.parse(stdout)).toEqual({
      articles: 1,
      scores: [{ name: 'person', gold: 1, found: 2, right: 1, precision: 0.5, recall: 1, f1: 2 / 3 }],
    })
    expect((await nutgraf(['score', 'gold', '--pipeline', LETTERS])).stdout).toMatch(
      /person +1 +2 +1 +50\.0 +100\.0 +66\.7/,
    )
    expect(await nutgraf(['score', 'part-9', '--pipeline', LETTERS])).toMatchObject({ code: 2 })
  })

  it('takes a closed pipe for no error', async () => {
    const child = spawn('node', [CLI, 'schema', 'record'], { stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.destroy()
    let stderr = ''
    child.stderr.on('data', (text) => {
      stderr += String(text)
    })
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('leaves nothing behind when it could not start', async () => {
    await nutgraf(['run', 'no-such-folder', '--out', 'never'])
    expect(existsSync(join(FOLDER, 'never'))).toBe(false)
  })
})
