import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { Judgement } from '../../src/model/entity.js'
import { ArticleRecord } from '../../src/model/record.js'
import { CLI, folderWith, LETTERS } from '../run/folders.js'

type Json = { readonly [key: string]: unknown }

/** Asks one line at a time: the next is written when the one before has its answer, as a waiting engine does. */
async function answers(args: readonly string[], lines: readonly string[]): Promise<Json[]> {
  const child = spawn('node', [CLI, 'worker', ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const out = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const found: Json[] = []
  for (const line of lines) {
    child.stdin.write(`${line}\n`)
    const { value } = await out.next()
    found.push(JSON.parse(value))
  }
  child.stdin.end()
  expect((await out.next()).done).toBe(true)
  const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode]
  expect(code).toBe(0)
  return found
}

const article = (path: string, raw: string): string => JSON.stringify({ path, raw })
const codes = (found: readonly Json[]): unknown[] => found.map(({ error }) => (error as Json | undefined)?.code ?? 'ok')

describe('nutgraf worker', () => {
  it('answers every line with one line, whatever is wrong with it', async () => {
    const file = `${folderWith({ 'a.txt': 'Ann met Bob.' })}/a.txt`
    const found = await answers(
      ['--stage', 'each', '--pipeline', LETTERS, '--engine', 'rules', '--deadline', '1'],
      [
        article('a.txt', 'Ann met Bob. TALK\u2028Cid'),
        'no json',
        '',
        '{"raw": "no path"}',
        article('b.txt', 'THROW'),
        article('c.txt', 'HANG'),
        article('d.txt', 'EXIT'),
        article('d.txt', 'NEVER'),
        article('d.txt', 'INVALID'),
        JSON.stringify({ path: file }),
        JSON.stringify({ path: 'e.txt', base64: Buffer.from('Ann met Bob.').toString('base64') }),
        JSON.stringify({ path: `${file}.none` }),
      ],
    )
    const bad = 'worker/bad-line'
    expect(codes(found)).toEqual([
      ...['ok', bad, bad, bad, 'internal', 'thread/deadline', 'thread/exited'],
      ...['thread/deadline', 'stage/invalid-output'],
      ...['ok', 'ok', 'run/unreadable'],
    ])
    expect(found[1]).toMatchObject({ error: { path: 'line 2', message: expect.stringContaining('no json') } })
    const names = (record: unknown): string[] => ArticleRecord.parse(record).people.map(({ name }) => name)
    expect(names(found[0])).toEqual(['Ann', 'Bob', 'Cid'])
    expect(names(found[10])).toEqual(['Ann', 'Bob'])
  })

  it('answers for an article that fills the memory, and reads the next', async () => {
    const options = ['--pipeline', LETTERS, '--engine', 'rules', '--memory', '32']
    const found = await answers(['--stage', 'each', ...options], [article('a.txt', 'FILL'), article('b.txt', 'Ann.')])
    expect(codes(found)).toEqual(['thread/memory', 'ok'])
  })

  it('groups and judges what two records say of one person', async () => {
    const rules = ['--engine', 'rules']
    const records = await answers(
      ['--stage', 'each', ...rules],
      [
        article('a.txt', 'Senator Ann Leeson of Ohio spoke on Monday. “We won,” Leeson said.'),
        article('b.txt', 'The vote was close. Senator Ann Leeson of Ohio asked for a count.'),
      ],
    )
    const items = await answers(
      ['--stage', 'keys', ...rules],
      records.map((record) => JSON.stringify(record)),
    )
    const keyed = items.flatMap(({ items: own }) => own as { keys: string[]; item: { profile: { name: string } } }[])
    const people = keyed.filter(({ item }) => item.profile.name === 'Ann Leeson')
    expect(people.length).toBe(2)
    const shared = people[0]?.keys.filter((key) => people[1]?.keys.includes(key)) ?? []
    const block = { key: shared[0], items: people.map(({ item }) => item) }
    const [one, whole, other] = await answers(
      ['--stage', 'pairs', ...rules],
      [
        JSON.stringify({ left: people[0]?.item, right: people[1]?.item }),
        JSON.stringify(block),
        JSON.stringify({ ...block, key: shared[1] ?? 'no key of theirs' }),
      ],
    )
    expect(Judgement.parse(one).verdict).toBe('same')
    expect(whole).toEqual({ key: shared[0], judgements: [one] })
    expect(other).toMatchObject({ judgements: [] })
  })

  it('ends quietly when nobody reads its answers any more', async () => {
    const args = ['worker', '--stage', 'each', '--pipeline', LETTERS, '--engine', 'rules']
    const child = spawn('node', [CLI, ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
    let stderr = ''
    child.stderr.on('data', (text) => {
      stderr += String(text)
    })
    child.stdin.on('error', () => {})
    const ended = once(child, 'exit')
    child.stdin.write(`${article('a.txt', 'Ann met Bob.')}\n`)
    await once(child.stdout, 'data')
    child.stdout.destroy()
    // Stdin stays open: it is the closed pipe that ends it.
    child.stdin.write(`${article('a.txt', 'Ann met Bob.')}\n`.repeat(50))
    expect({ code: (await ended)[0], stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('says which stages there are', async () => {
    const child = spawn('node', [CLI, 'worker', '--stage', 'all'], { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    for await (const part of child.stderr) said += part
    expect(said).toContain('each, keys, pairs')
  })
})
