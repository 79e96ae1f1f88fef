import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  articleReader,
  type Document,
  finder,
  type Origin,
  Pipeline,
  readArticle,
  runFolder,
  segment,
} from '../src/index.js'
import { articles, folderWith, LETTERS } from './run/folders.js'

describe('the library', () => {
  it('runs a folder', async () => {
    const folder = folderWith(articles(2))
    const { counts, out } = await runFolder({
      inputs: [folder],
      out: join(folder, 'out'),
      pipeline: LETTERS,
      threads: 0,
    })
    expect(counts).toMatchObject({ articles: 2, records: 2, quarantined: 0 })
    expect(out).toBe(join(folder, 'out'))
  })

  it('reads one article', async () => {
    const read = await articleReader({ pipeline: LETTERS })
    const outcome = await read({ path: 'a.txt', mediaType: 'text/plain', raw: 'Ann met Bob.' })
    expect('record' in outcome ? outcome.record.people.map((person) => person.name) : outcome).toEqual(['Ann', 'Bob'])
    expect(await read({ path: 'b.txt', mediaType: 'text/plain', raw: 'THROW' })).toMatchObject({
      failed: { path: 'b.txt', stage: 'misbehave', code: 'internal' },
    })
  })

  it('takes stages of one’s own between those of the package', () => {
    const findNothing = finder('find-nothing', () => [])
    const count = { name: 'count', output: z.number(), run: (document: Document) => document.mentions.length }
    const pipeline = new Pipeline<Origin>('mine').each(readArticle).each(segment).each(findNothing).each(count)
    expect(pipeline.eachStages.map((stage) => stage.name)).toEqual(['read-article', 'segment', 'find-nothing', 'count'])
  })
})
