import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Article, Origin } from '../../src/model/article.js'
import { DocumentError } from '../../src/model/errors.js'
import { eachRun } from '../../src/read/html-runs.js'
import { readArticle } from '../../src/read/read.js'
import { mapFaults } from './articles.js'

const PAGES = '../shared/data/pages/mozilla-readability'

function words(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function tokenF1(expected: string, got: string): number {
  const [left, right] = [words(expected), words(got)]
  const sum = (counts: Map<string, number>): number => [...counts.values()].reduce((all, count) => all + count, 0)
  const shared = [...right].reduce((all, [word, count]) => all + Math.min(count, left.get(word) ?? 0), 0)
  return sum(left) + sum(right) === 0 ? 1 : (2 * shared) / (sum(left) + sum(right))
}

function htmlText(html: string): string {
  const parts: string[] = []
  eachRun(html, { open: () => parts.push(' '), close: () => parts.push(' '), text: (run) => parts.push(run.text) })
  return parts.join('')
}

describe.skipIf(!existsSync(PAGES))('real pages (skipped where ../shared is not there)', () => {
  it('read exactly, or are set aside with a code', { timeout: 60_000 }, async () => {
    const scores: number[] = []
    const refused: string[] = []
    const names = readdirSync(PAGES).filter((entry) => existsSync(`${PAGES}/${entry}/source.html`))
    // One page in three keeps the suite quick.
    for (const name of names.filter((_, index) => index % 3 === 0)) {
      const raw = readFileSync(`${PAGES}/${name}/source.html`)
      const article = await attempt(name, raw)
      if (article === null) {
        refused.push(name)
        continue
      }
      expect(mapFaults(article, raw), name).toEqual([])
      const body = article.blocks
        .filter(({ kind }) => kind !== 'title')
        .map(({ start, end }) => article.text.slice(start, end))
      scores.push(tokenF1(htmlText(readFileSync(`${PAGES}/${name}/expected.html`, 'utf8')), body.join(' ')))
    }
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
    console.info(`${scores.length} pages read, token F1 ${mean.toFixed(3)}; no article in ${refused.join(', ')}`)
    expect(mean).toBeGreaterThan(0.97)
    expect(refused.length).toBeLessThan(4)
  })
})

/** `null` for a page that is set aside; any error but a DocumentError fails the test. */
async function attempt(path: string, raw: Origin['raw']): Promise<Article | null> {
  try {
    return await readArticle.run({ path, mediaType: 'text/html', raw })
  } catch (error) {
    if (error instanceof DocumentError) return null
    throw error
  }
}
