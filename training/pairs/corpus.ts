import { readFileSync } from 'node:fs'
import { candidatesFor, type HeardParts, pairFeatures } from '../../src/find/quotes/heard-features.js'
import { heardParts } from '../../src/find/quotes/heard-pairs.js'
import type { Span } from '../../src/model/span.js'
import { listen } from '../../src/reader/load.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article.js'

/** A content that was heard: the features of each source that it may have, and which of them is right; -1 is none. */
export interface Choice {
  readonly candidates: readonly (readonly string[])[]
  readonly gold: number
}

interface GoldQuote {
  readonly content: readonly (readonly [number, number])[]
  readonly source: readonly (readonly [number, number])[]
}

interface GoldArticle {
  readonly text: string
  readonly quotes: readonly GoldQuote[]
}

type Content = HeardParts['contents'][number]

/** How much of a heard content and a marked one must be shared, of what either covers, for them to be the same. */
const SAME_CONTENT = 0.5

/**
 * The choices in the first `limit` articles of a set of `../shared/data/quotes`, as the reader hears them today. With
 * `isReachable`, what has a marked source that was not heard is left out: nothing can be learned from it.
 */
export async function choicesOf(set: string, { limit = Infinity, isReachable = false } = {}): Promise<Choice[]> {
  const file = new URL(`../../../shared/data/quotes/${set}.jsonl`, import.meta.url)
  const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line !== '')
  const choices: Choice[] = []
  for (const line of lines.slice(0, limit)) {
    const gold: GoldArticle = JSON.parse(line)
    const document = await listen.run(segmentArticle(articleOf(gold.text)))
    const parts = heardParts(document, document.heard?.contents ?? [])
    for (const content of parts.contents) {
      const quote = quoteOf(gold.quotes, content)
      if (quote === null) continue
      const sources = candidatesFor(parts, content)
      const right = rightOf(sources, quote)
      if (isReachable && right === -1 && quote.source.length > 0) continue
      choices.push({ candidates: sources.map((source) => pairFeatures(parts, content, source)), gold: right })
    }
  }
  return choices
}

/** The marked quote whose content is this one, or null. */
function quoteOf(quotes: readonly GoldQuote[], content: Content): GoldQuote | null {
  let [best, most]: [GoldQuote | null, number] = [null, 0]
  for (const quote of quotes)
    for (const [start, end] of quote.content) {
      const shared = Math.min(end, content.end) - Math.max(start, content.start)
      const part = shared / (Math.max(end, content.end) - Math.min(start, content.start))
      if (part > most) [best, most] = [quote, part]
    }
  return most < SAME_CONTENT ? null : best
}

/** Which of the sources shares the most characters with the marked one; -1 where none shares any. */
function rightOf(sources: readonly Span[], quote: GoldQuote): number {
  let [best, most] = [-1, 0]
  sources.forEach(({ start, end }, index) => {
    const shared = Math.max(0, ...quote.source.map(([from, to]) => Math.min(to, end) - Math.max(from, start)))
    if (shared > most) [best, most] = [index, shared]
  })
  return best
}
