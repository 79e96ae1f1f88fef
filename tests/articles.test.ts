import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import news from '../pipelines/news.js'
import { ArticleRecord, profilesOf } from '../src/model/record.js'
import { mediaTypeOf } from '../src/read/read.js'

const FOLDER = resolve(import.meta.dirname, '../fixtures/articles')
/** The rules: the learned reader's scores may differ in the last place between processors. */
const stages = news({ engine: 'rules' }).eachStages
const IS_BLESSING = process.env.UPDATE === '1' && process.env.CI === undefined

async function read(slug: string, file: string): Promise<ArticleRecord> {
  const raw = new Uint8Array(readFileSync(join(FOLDER, slug, file)))
  let value: unknown = { path: `${slug}/${file}`, mediaType: mediaTypeOf(file) ?? '', raw }
  // Each stage takes what the one before it gives: the pipeline's own types have checked that.
  for (const stage of stages) value = await stage.run(value as never)
  return ArticleRecord.parse(value)
}

/** Every mention of a record on one line each: what a blessing gains and loses. */
function lines(record: ArticleRecord): string[] {
  const profiles = profilesOf(record).flatMap((profile) =>
    profile.mentions.map(({ start, text }) => `${profile.kind} ${start} ${text} → ${profile.name}`),
  )
  const figures = record.figures.map(({ start, text, value, unit }) => `figure ${start} ${text} → ${value} ${unit}`)
  const dates = record.dates.map(({ start, text, value }) => `date ${start} ${text} → ${value}`)
  const quotes = record.quotes.map(({ type, content, speaker }) => {
    const words = content.map((part) => part.text).join(' … ')
    return `quote ${content[0]?.start} ${type} ${words} → ${speaker?.name ?? 'nobody'}`
  })
  return [...profiles, ...figures, ...dates, ...quotes]
}

function bless(slug: string, record: ArticleRecord): void {
  const file = join(FOLDER, slug, 'expected.json')
  const before = existsSync(file) ? lines(ArticleRecord.parse(JSON.parse(readFileSync(file, 'utf8')))) : []
  const after = lines(record)
  const gained = after.filter((line) => !before.includes(line))
  const lost = before.filter((line) => !after.includes(line))
  if (gained.length > 0 || lost.length > 0) {
    const changes = [...lost.map((line) => `  - ${line}`), ...gained.map((line) => `  + ${line}`)]
    console.log(`${slug}: ${gained.length} gained, ${lost.length} lost\n${changes.join('\n')}`)
  }
  writeFileSync(file, `${JSON.stringify(record, null, 1)}\n`)
}

const slugs = readdirSync(FOLDER).sort()

describe('fixtures/articles', () => {
  it('holds at least 25 articles, in every format', () => {
    expect(slugs.length).toBeGreaterThanOrEqual(25)
    const files = slugs.flatMap((slug) => readdirSync(join(FOLDER, slug)))
    for (const extension of ['.md', '.txt', '.html']) expect(files.some((file) => file.endsWith(extension))).toBe(true)
  })

  it.each(slugs)('%s reads as blessed', async (slug) => {
    const file = readdirSync(join(FOLDER, slug)).find((name) => name.startsWith('article.'))
    const record = await read(slug, file ?? '')
    if (IS_BLESSING) bless(slug, record)
    const expected = join(FOLDER, slug, 'expected.json')
    expect(existsSync(expected), `Expected ${expected}; look at the record and run "npm run bless".`).toBe(true)
    expect(record).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
  })
})
