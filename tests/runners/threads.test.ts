import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Origin } from '../../src/model/article.js'
import { inlineRunner } from '../../src/runners/inline.js'
import type { Outcome, Runner } from '../../src/runners/runner.js'
import { type ThreadsOptions, threadsRunner } from '../../src/runners/threads.js'
import { LETTERS } from '../run/folders.js'

const source = { module: pathToFileURL(LETTERS).href, options: { engine: 'rules', registry: [] } } as const

function moduleBeside(name: string): string {
  return new URL(`./pipelines/${name}`, import.meta.url).href
}

async function* origins(texts: readonly string[], onTaken = (): void => {}): AsyncGenerator<Origin> {
  for (const [index, text] of texts.entries()) {
    onTaken()
    yield { path: `${index}.txt`, mediaType: 'text/plain', raw: new TextEncoder().encode(text) }
  }
}

async function outcomesOf(runner: Runner, texts: readonly string[]): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>()
  for await (const outcome of runner.each(source, origins(texts))) outcomes.set(outcome.path, outcome)
  return outcomes
}

function codeOf(outcome: Outcome | undefined): string {
  return outcome && 'failed' in outcome ? `${outcome.failed.stage} ${outcome.failed.code}` : 'ok'
}

const OPTIONS: ThreadsOptions = { threads: 2, deadlineMs: 1000, memoryMb: 24 }
const GOOD = 'Ann met Bob.'

describe('threadsRunner', () => {
  it('gives the same outcomes as the inline runner, for any number of threads', async () => {
    const texts = ['Ann', 'THROW', 'Bob', 'REFUSE', '', 'INVALID', 'Cid and Ann', 'SLOW Dan', 'Eve']
    const inline = [...(await outcomesOf(inlineRunner(), texts)).values()]
    expect(inline.map(codeOf).filter((code) => code !== 'ok')).toEqual([
      'misbehave internal',
      'misbehave read/empty',
      'to-record stage/invalid-output',
    ])
    for (const threads of [1, 2, 3]) {
      const outcomes = await outcomesOf(threadsRunner({ ...OPTIONS, threads }), texts)
      const stackless = (outcome: Outcome | undefined): unknown =>
        outcome && 'failed' in outcome ? { ...outcome.failed, cause: null } : outcome
      expect(texts.map((_, index) => stackless(outcomes.get(`${index}.txt`)))).toEqual(inline.map(stackless))
    }
  })

  it.each([
    ['EXIT', 'misbehave thread/exited'],
    ['HANG', 'misbehave thread/deadline'],
    ['NEVER', 'misbehave thread/deadline'],
    ['FILL', 'misbehave thread/memory'],
  ])('loses only the article at fault: %s', async (fault, code) => {
    // Filling the heap takes longer than the other faults do.
    const options = fault === 'FILL' ? { ...OPTIONS, deadlineMs: 20_000 } : OPTIONS
    const texts = [GOOD, GOOD, fault, GOOD, GOOD, fault, GOOD]
    const outcomes = await outcomesOf(threadsRunner(options), texts)
    const codes = texts.map((_, index) => codeOf(outcomes.get(`${index}.txt`)))
    expect(codes).toEqual(['ok', 'ok', code, 'ok', 'ok', code, 'ok'])
  })

  it('gives an article another chance when an earlier one ended its thread', async () => {
    const outcomes = await outcomesOf(threadsRunner({ ...OPTIONS, threads: 1 }), ['LATER', 'SLOW Ann', GOOD])
    expect([...outcomes.values()].map(codeOf)).toEqual(['ok', 'ok', 'ok'])
  })

  it('takes no more origins than it has room for', async () => {
    let ahead = 0
    let most = 0
    const texts = Array.from({ length: 60 }, () => GOOD)
    const taken = origins(texts, () => {
      ahead += 1
      most = Math.max(most, ahead)
    })
    for await (const _ of threadsRunner(OPTIONS).each(source, taken)) ahead -= 1
    expect(ahead).toBe(0)
    expect(most).toBeLessThanOrEqual(8)
  })

  it('ends its threads when nobody wants more outcomes', async () => {
    for await (const _ of threadsRunner(OPTIONS).each(source, origins([GOOD, GOOD, GOOD, GOOD]))) break
    // A thread left alive would keep the test process from ending.
  })

  it.each(['broken.js', 'broken-in-threads.js', 'there-is-none.js'])(
    'stops before the first article: %s',
    async (name) => {
      const runner = threadsRunner(OPTIONS)
      const run = async (): Promise<void> => {
        for await (const _ of runner.each({ ...source, module: moduleBeside(name) }, origins([GOOD, GOOD, GOOD]))) break
      }
      await expect(run()).rejects.toMatchObject({ name: 'SetupError' })
    },
  )
})
