import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import news from '../pipelines/news.js'
import { type Article, toOrigin } from '../src/model/article.js'
import { ArticleRecord, profilesOf } from '../src/model/record.js'
import type { Engine } from '../src/model/run.js'
import { overlaps, type Span } from '../src/model/span.js'
import { readArticle } from '../src/read/read.js'

/** The article that nutgraf began with, and what a careful reader finds in it; it lies beside the project. */
const FOLDER = resolve(import.meta.dirname, '../../shared/data/seed')
const files = existsSync(FOLDER) ? readdirSync(FOLDER) : []
const text = files.find((file) => file.endsWith('.txt'))
const isThere = text !== undefined

const Place = z.tuple([z.number(), z.number(), z.string()])
const Gold = z.object({
  entities: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      canonical: z.string(),
      optional: z.boolean().optional(),
      mentions: z.array(Place),
    }),
  ),
  quotes: z.array(
    z.object({
      kind: z.string(),
      speaker: z.string().nullable(),
      content: z.array(Place),
      optional: z.boolean().optional(),
      speaker_org: z.string().optional(),
    }),
  ),
  figures: z.array(z.object({ span: Place, value: z.number(), qualifier: z.string().optional() })),
})
type Gold = z.infer<typeof Gold>

const QUALIFIERS: Readonly<Record<string, string>> = {
  approximately: 'about',
  'at least': 'at-least',
  'at most': 'at-most',
}

async function load(
  engine: Engine = 'rules',
): Promise<{ gold: Gold; record: ArticleRecord; inFile: (span: Span) => Span | null }> {
  const raw = new Uint8Array(readFileSync(join(FOLDER, text ?? '')))
  const gold = Gold.parse(JSON.parse(readFileSync(join(FOLDER, (text ?? '').replace('.txt', '.gold.json')), 'utf8')))
  const article: Article = await readArticle.run({ path: 'seed.txt', mediaType: 'text/plain', raw })
  let value: unknown = article
  // Each stage takes what the one before it gives: the pipeline's own types have checked that.
  for (const stage of news({ engine }).eachStages.slice(1)) value = await stage.run(value as never)
  return { gold, record: ArticleRecord.parse(value), inFile: (span) => toOrigin(article, span) }
}

/** Gold entity → the profiles that its mentions were found in. */
function found({ gold, record, inFile }: Awaited<ReturnType<typeof load>>): Map<string, Set<string>> {
  const profiles = new Map(gold.entities.map((entity) => [entity.id, new Set<string>()]))
  for (const profile of profilesOf(record)) {
    for (const mention of profile.mentions.filter(({ form }) => form === 'name' || form === 'acronym')) {
      const place = inFile(mention)
      const owners = gold.entities.filter((entity) =>
        entity.mentions.some(([start, end]) => place !== null && start === place.start && end === place.end),
      )
      for (const owner of owners) profiles.get(owner.id)?.add(profile.id)
    }
  }
  return profiles
}

describe.skipIf(!isThere)('the seed article (skipped where ../shared is not there)', () => {
  it('gives at least 31 of its 35 people and bodies one profile each, and merges no two', async () => {
    const loaded = await load()
    const profiles = found(loaded)
    const wanted = loaded.gold.entities.filter((entity) => entity.optional !== true)
    const whole = wanted.filter((entity) => profiles.get(entity.id)?.size === 1)
    const missed = wanted.filter((entity) => !whole.includes(entity)).map((entity) => entity.canonical)
    expect(whole.length, `missed: ${missed.join(', ')}`).toBeGreaterThanOrEqual(31)
    const owners = [...profiles.values()].flatMap((ids) => [...ids])
    expect(owners.length).toBe(new Set(owners).size)
  })

  it('reads names whose words were swapped, by their rule and with a lower score', async () => {
    const { record } = await load()
    const spun = profilesOf(record).flatMap(({ name, mentions }) =>
      mentions.filter(({ rule }) => rule === 'agency/spun').map((mention) => ({ ...mention, name })),
    )
    for (const [words, name] of [
      ['Inner Income Service', 'Internal Revenue Service'],
      ['Division of Homeland Safety', 'Department of Homeland Security'],
      ['Customs and Border Safety', 'Customs and Border Protection'],
      ['Workplace of Administration and Price range', 'Office of Management and Budget'],
    ]) {
      const mention = spun.find((one) => one.text === words)
      expect(mention?.name).toContain(name)
      expect(mention?.score).toBeLessThan(0.9)
    }
    expect(record.article.spun?.evidence.map(({ text }) => text)).toContain('Inner Income Service')
  })

  it('reads all 8 figures with value and qualifier, and none in a name', async () => {
    const { gold, record, inFile } = await load()
    for (const { span, value, qualifier } of gold.figures) {
      const figure = record.figures.find(
        (one) => overlaps(inFile(one) ?? { start: 0, end: 0 }, { start: span[0], end: span[1] }) && one.value === value,
      )
      expect(figure?.qualifier, span[2]).toBe(qualifier === undefined ? 'exact' : QUALIFIERS[qualifier])
    }
    expect(record.figures.map((figure) => figure.value)).not.toContain(247)
  })

  it('gives every direct quote that must be found its speaker', async () => {
    const loaded = await load()
    const { gold, record, inFile } = loaded
    const profiles = found(loaded)
    for (const quote of gold.quotes.filter(({ kind, optional }) => kind === 'direct' && optional !== true)) {
      for (const [start, end, words] of quote.content) {
        const same = record.quotes.find(({ content }) =>
          content.some((part) => inFile(part)?.start === start && inFile(part)?.end === end),
        )
        expect(same, words).toBeDefined()
        if (quote.speaker !== null)
          expect([...(profiles.get(quote.speaker) ?? [])], words).toContain(same?.speaker?.profile)
        else if (quote.speaker_org !== undefined) {
          expect(same?.speaker?.kind, words).toBe('unnamed')
          const organization = same?.speaker?.organization ?? null
          if (organization !== null) expect([...(profiles.get(quote.speaker_org) ?? [])], words).toContain(organization)
        }
      }
    }
  })

  it.each([
    ['rules', 18],
    ['model', 20],
  ] as const)(
    'gives most of all 22 quotes, indirect and optional ones too, their speaker with %s',
    async (engine, least) => {
      const loaded = await load(engine)
      const profiles = found(loaded)
      const missed = loaded.gold.quotes.filter((quote) => {
        const same = closest(loaded, quote)
        if (same === undefined) return true
        const profile = same.speaker?.profile ?? null
        return quote.speaker === null ? profile !== null : !profiles.get(quote.speaker)?.has(profile ?? '')
      })
      expect(loaded.gold.quotes.length).toBe(22)
      const words = missed.map(({ content }) => content[0]?.[2])
      expect(22 - missed.length, `missed: ${words.join(' | ')}`).toBeGreaterThanOrEqual(least)
    },
  )
})

/** The quote that shares most with a gold one: half of the shorter and a third of the longer of the two. */
function closest(
  { record, inFile }: Awaited<ReturnType<typeof load>>,
  { content }: Gold['quotes'][number],
): ArticleRecord['quotes'][number] | undefined {
  const length = content.reduce((sum, [start, end]) => sum + end - start, 0)
  const matches = record.quotes.flatMap((quote) => {
    const own = quote.content.flatMap((part) => inFile(part) ?? [])
    const ownLength = own.reduce((sum, { start, end }) => sum + end - start, 0)
    const shared = content.reduce(
      (sum, [start, end]) =>
        sum +
        own.reduce((inner, part) => inner + Math.max(0, Math.min(end, part.end) - Math.max(start, part.start)), 0),
      0,
    )
    const isMatch = shared * 2 >= Math.min(length, ownLength) && shared * 3 >= Math.max(length, ownLength)
    return isMatch ? [{ quote, fit: shared / Math.max(length, ownLength) }] : []
  })
  return matches.sort((a, b) => b.fit - a.fit)[0]?.quote
}
