import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Origin } from '../../src/model/article.js'
import { DocumentError } from '../../src/model/errors.js'
import type { Profile } from '../../src/model/record.js'
import { Pipeline } from '../../src/pipeline/pipeline.js'
import type { PairStage, ProfileInContext, Stage } from '../../src/pipeline/stage.js'
import { judgeInBlocks } from '../../src/runners/pairs.js'
import { runEach } from '../../src/runners/runner.js'

const origin: Origin = { path: 'a.txt', mediaType: 'text/plain', raw: 'Ann' }

function stage<In, Out>(name: string, output: z.ZodType<Out>, run: (input: In) => Out | Promise<Out>): Stage<In, Out> {
  return { name, output, run }
}

const toText = stage('to-text', z.string(), (input: Origin) => String(input.raw))

function failing(name: string, thrown: unknown): Stage<string, string> {
  return stage(name, z.string(), () => {
    throw thrown
  })
}

const pipeline = new Pipeline<Origin>('test').each(toText)

describe('runEach', () => {
  it('gives the JSON of what the last stage made, without what its schema does not know', async () => {
    const wrap = stage('wrap', z.object({ text: z.string() }), (text: string) => ({ text, more: 1 }))
    expect(await runEach(pipeline.each(wrap), origin)).toEqual({ path: 'a.txt', ok: '{\n "text": "Ann"\n}\n' })
  })

  it('waits for a stage that takes its time', async () => {
    const late = stage('late', z.string(), async (text: string) => `${text} Lee`)
    expect(await runEach(pipeline.each(late), origin)).toMatchObject({ ok: '"Ann Lee"\n' })
  })

  it('keeps the code of a DocumentError and names the stage', async () => {
    const error = new DocumentError('read/empty', 'Expected text, got none.', { cause: new Error('why') })
    expect(await runEach(pipeline.each(failing('second', error)), origin)).toEqual({
      path: 'a.txt',
      failed: {
        path: 'a.txt',
        stage: 'second',
        code: 'read/empty',
        message: 'Expected text, got none.',
        cause: 'why',
      },
    })
  })

  it('calls anything else a bug and keeps its stack, without the paths of this machine', async () => {
    const outcome = await runEach(pipeline.each(failing('second', new TypeError('oh'))), origin)
    expect(outcome).toMatchObject({ failed: { stage: 'second', code: 'internal', message: 'oh' } })
    const cause = 'failed' in outcome ? outcome.failed.cause : ''
    expect(cause).toContain('tests/runners/runner.test.ts')
    expect(cause).not.toContain(process.cwd())
    expect(await runEach(pipeline.each(failing('second', 'words')), origin)).toMatchObject({
      failed: { code: 'internal', message: 'words' },
    })
  })

  it('checks the last output always, the others when asked to', async () => {
    const number = stage('number', z.number(), (text: string) => text as unknown as number)
    const back = stage('back', z.string(), (value: number) => `${value}`)
    expect(await runEach(pipeline.each(number), origin)).toMatchObject({
      failed: { stage: 'number', code: 'stage/invalid-output' },
    })
    expect(await runEach(pipeline.each(number).each(back), origin)).toMatchObject({ ok: '"Ann"\n' })
    expect(await runEach(pipeline.each(number).each(back), origin, { check: true })).toMatchObject({
      failed: { stage: 'number', code: 'stage/invalid-output' },
    })
  })
})

function item(id: string, name: string): ProfileInContext {
  const lists = { aliases: [], sameAs: [], roles: [], mentions: [] }
  const nulls = { acronym: null, registryId: null, parent: null }
  const profile: Profile = { id, kind: 'person', name, ...lists, ...nulls, score: 1 }
  return { profile, article: id, published: null, neighbours: [] }
}

const byLetters: PairStage = {
  name: 'by-letters',
  keys: ({ profile }) => [...profile.name],
  judge: (left, right) => ({
    ...{ left: left.profile.id, right: right.profile.id, verdict: 'unsure', score: 0.5 },
    ...{ by: 'rules', comparisons: [] },
  }),
}

function pairsOf(items: readonly ProfileInContext[]): string[] {
  return [...judgeInBlocks(byLetters, items)].map(({ left, right }) => `${left} ${right}`)
}

describe('judgeInBlocks', () => {
  const items = [item('1', 'ab'), item('2', 'abc'), item('3', 'c'), item('4', 'xyz'), item('5', 'bcx')]

  it('judges each pair that shares a key once, however many keys it shares', () => {
    expect(pairsOf(items).sort()).toEqual(['1 2', '1 5', '2 3', '2 5', '3 5', '4 5'])
  })

  it('gives one order, whatever the order of the profiles', () => {
    expect(pairsOf([...items].reverse())).toEqual(pairsOf(items))
  })
})
