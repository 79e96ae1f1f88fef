import { readFileSync } from 'node:fs'
import type { Draft } from '../../src/find/quotes/quote-drafts.js'
import { draftOf } from '../../src/find/quotes/quote-drafts.js'
import { featuresOf } from '../../src/find/quotes/quote-features.js'
import { framesOf } from '../../src/find/quotes/quote-frame.js'
import { phraseProposals } from '../../src/find/quotes/quote-phrases.js'
import { proposalsOf } from '../../src/find/quotes/quote-proposals.js'
import { wordBits } from '../../src/find/quotes/quote-words.js'
import type { Span } from '../../src/model/span.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article.js'

/** A quote that the rules propose: its features, and whether content and source are both a marked one's. */
export interface Example {
  readonly features: readonly string[]
  readonly isRight: boolean
}

type Pair = readonly [number, number]

interface GoldQuote {
  readonly content: readonly Pair[]
  readonly source: readonly Pair[]
  readonly speaker: string | null
}

interface GoldArticle {
  readonly text: string
  readonly quotes: readonly GoldQuote[]
}

/** Every proposal in a set of `../shared/data/quotes`. */
export function examplesOf(set: string, limit = Number.POSITIVE_INFINITY): Example[] {
  const file = new URL(`../../../shared/data/quotes/${set}.jsonl`, import.meta.url)
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(0, limit)
  return lines.flatMap((line) => {
    const gold: GoldArticle = JSON.parse(line)
    const document = segmentArticle(articleOf(gold.text, true))
    const frames = framesOf(document, wordBits(document))
    const proposals = frames.flatMap((frame) => [...proposalsOf(frame), ...phraseProposals(frame)])
    return proposals.map((proposal) => ({
      features: featuresOf(proposal),
      isRight: isRight(gold, draftOf(proposal)),
    }))
  })
}

/** Whether half of the contents match a marked one whose source is the draft's. */
function isRight({ text, quotes }: GoldArticle, { content, source }: Draft): boolean {
  const right = content.filter((part) => {
    const words = wordsIn(text, part)
    const same = quotes.filter((quote) => quote.content.some(([start, end]) => isMatch(wordsIn(text, { start, end }), words)))
    return same.some((quote) => isSameSource(text, quote, source))
  })
  return right.length > 0 && right.length * 2 >= content.length
}

function wordsIn(text: string, { start, end }: Span): Set<number> {
  return new Set([...text.slice(start, end).matchAll(/[\p{L}\p{N}_]+/gu)].map((match) => start + match.index))
}

/** At least half of the shorter and a third of the longer are shared: the scorer's rule. */
function isMatch(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  let shared = 0
  for (const word of a) if (b.has(word)) shared += 1
  return shared > 0 && shared * 2 >= Math.min(a.size, b.size) && shared * 3 >= Math.max(a.size, b.size)
}

/** The same words or the same head: the scorer's lenient rule. */
function isSameSource(text: string, quote: GoldQuote, source: Span | null): boolean {
  if (source === null || quote.speaker === null) return false
  if (quote.source.some(([start, end]) => Math.min(end, source.end) > Math.max(start, source.start))) return true
  const head = headOf(quote.speaker)
  return head !== '' && head === headOf(text.slice(source.start, source.end))
}

function headOf(words: string): string {
  const [phrase = ''] = words.trim().split(/,|\s(?:of|for|at|from|who|in|with|on)\s|\s[-–—]/)
  return phrase.toLowerCase().replace(/[’']s\b/g, '').replace(/[^\p{L}\p{N}\s]/gu, ' ').trim().split(/\s+/).at(-1) ?? ''
}
