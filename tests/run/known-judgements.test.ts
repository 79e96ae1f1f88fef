import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Judgement } from '../../src/model/entity.js'
import { type ArticleRecord, profilesOf } from '../../src/model/record.js'
import { judgePairs } from '../../src/resolve/judge.js'
import { linkRun } from '../../src/run/link-run.js'
import { OutputFolder } from '../../src/run/output-folder.js'
import { inlineRunner } from '../../src/runners/inline.js'
import { judgeInBlocks } from '../../src/runners/pairs.js'
import type { Runner } from '../../src/runners/runner.js'
import { record } from '../resolve/build.js'

const module = pathToFileURL(join(import.meta.dirname, '../../pipelines/news.ts')).href
const source = { module, options: { engine: 'rules' as const, registry: [], tables: null } }
const NAMES = ['Marta Holm', 'M. Holm', 'Holm', 'Peter Quillan', 'Pete Quillan', 'Ines Ostrow', 'Halden AG', 'Halden']
const DAYS = ['2025-02-01', '2025-02-03', '2025-03-20', null]

/** Articles whose profiles are judged in small blocks and in large ones. */
function articles(from: number, to: number): ArticleRecord[] {
  return Array.from({ length: to - from }, (_, at) => {
    const number = from + at
    const names = [NAMES[number % 8], NAMES[(number * 3 + 1) % 8], `Leo Farrow${number % 30}`].filter(
      (name) => name !== undefined,
    )
    const sketches = [...new Set(names)].map((name) => ({
      name,
      kind: /Halden/.test(name) ? ('organization' as const) : ('person' as const),
    }))
    return record(number * 7919 + 1, sketches, { published: DAYS[number % 4] ?? null })
  })
}

interface Run {
  readonly out: string
  readonly asked: readonly (readonly [string, string])[]
}

async function link(
  out: string,
  records: readonly ArticleRecord[],
  reuse: boolean,
  people: readonly Judgement[] = [],
): Promise<Run> {
  const asked: [string, string][] = []
  const stage = judgePairs()
  const counting = {
    ...stage,
    judge: (...[left, right]: Parameters<typeof stage.judge>): Judgement => {
      asked.push([left.article, right.article])
      return stage.judge(left, right)
    },
  }
  const runner: Runner = {
    ...inlineRunner(),
    async *pairs(_, items, known) {
      yield* judgeInBlocks(counting, items, known)
    },
  }
  const folder = new OutputFolder(out)
  await folder.write('manifest.json', '{}')
  await linkRun({ records, sameStory: [], counts: {} as never }, { runner, source, folder, people, reuse })
  return { out, asked }
}

function filesOf(out: string): string[] {
  return ['judgements.ndjson', 'entities.json', 'graph.json'].map((file) => readFileSync(join(out, file), 'utf8'))
}

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'nutgraf-known-'))
const sorted = (records: readonly ArticleRecord[]): ArticleRecord[] =>
  [...records].sort((a, b) => (a.article.path < b.article.path ? -1 : 1))

describe('KnownJudgements', () => {
  it('spares every judgement when nothing changed', async () => {
    const records = sorted(articles(0, 60))
    const out = newFolder()
    const first = await link(out, records, false)
    const before = filesOf(out)
    expect(first.asked.length).toBeGreaterThan(100)
    expect((await link(out, records, true)).asked).toEqual([])
    expect(filesOf(out)).toEqual(before)
  })

  it('judges only what added articles touch, with the bytes of a run from nothing, articles taken away too', async () => {
    const [old, added] = [articles(0, 60), articles(60, 66)]
    const out = newFolder()
    await link(out, sorted(old), false)
    const next = sorted([...old.slice(3), ...added])
    const again = await link(out, next, true)
    const scratch = await link(newFolder(), next, false)
    expect(filesOf(out)).toEqual(filesOf(scratch.out))
    expect(again.asked.length).toBeLessThan(scratch.asked.length / 3)
    const ids = new Set(added.map(({ article }) => article.id))
    const untouched = again.asked.filter(([left, right]) => !ids.has(left) && !ids.has(right))
    // What stood next to an article that is gone meets the next one in time.
    expect(untouched.length).toBeLessThan(scratch.asked.length / 10)
  })

  it('takes a person out of the way of what the rules say, and puts one in place of what they said', async () => {
    const records = sorted(articles(0, 20))
    const [one, other] = records
      .flatMap(profilesOf)
      .filter(({ name }) => name === 'Marta Holm')
      .map(({ id }) => id)
      .sort()
    const word: Judgement = {
      left: one ?? '',
      right: other ?? '',
      verdict: 'different',
      score: 0,
      by: 'person',
      comparisons: [],
    }
    const [out, plain] = [newFolder(), newFolder()]
    await link(plain, records, false)
    await link(out, records, false, [word])
    expect(filesOf(out)).not.toEqual(filesOf(plain))
    await link(out, records, true)
    expect(filesOf(out)).toEqual(filesOf(plain))
  })
})
