import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Span } from '../src/model/span.js'

const Range = z.tuple([z.number(), z.number()])

const QuoteType = z.enum(['direct', 'mixed', 'indirect'])
export type QuoteType = z.infer<typeof QuoteType>

/**
 * Who speaks the quotes of articles that lie beside the project, as offsets into their text and names, without the text:
 * the direct ones of 60 of PolNeAR's development articles, marked by two readers independently
 * (`fixtures/gold/polnear-speakers.json`), and all of 60 British articles of `load/bbc-news`, marked by one
 * (`fixtures/gold/bbc-speakers.json`). `at` is where the name stands.
 */
const SpeakerGold = z.array(
  z.object({
    id: z.string(),
    quotes: z.array(
      z.object({
        type: QuoteType.default('direct'),
        content: z.array(Range),
        kind: z.enum(['person', 'organization', 'unnamed', 'none']),
        name: z.string().nullable(),
        at: Range.nullable(),
      }),
    ),
  }),
)

const Collected = z.object({
  id: z.string(),
  quotes: z.array(z.object({ start: z.number(), end: z.number(), canonical: z.string().nullable() })),
  chains: z.array(z.object({ name: z.string(), mentions: z.array(Range) })),
})

/** The ids of the articles that are marked. */
export function markedArticles(goldFile: string): ReadonlySet<string> {
  return new Set(SpeakerGold.parse(JSON.parse(readFileSync(goldFile, 'utf8'))).map(({ id }) => id))
}

/** Shares of the quotes by a named person or body: found at all, with a speaker given, and with the right one. */
export interface SpeakerScores {
  readonly quotes: number
  readonly found: number
  readonly given: number
  readonly right: number
  /** Of the quotes with a speaker given. */
  readonly precision: number
  /** Of the quotes by somebody without a name: those that no named person was given. */
  readonly unnamedKept: number
}

/** Scores what `spans.py collect` printed against the marks of quotes of these types. */
export function speakerScores(goldFile: string, collectedFile: string, types: readonly QuoteType[]): SpeakerScores {
  const lines = readFileSync(collectedFile, 'utf8').split('\n').filter(Boolean)
  const byId = new Map(lines.map((line) => Collected.parse(JSON.parse(line))).map((article) => [article.id, article]))
  const count = { named: 0, found: 0, given: 0, right: 0, unnamed: 0, kept: 0 }
  for (const article of SpeakerGold.parse(JSON.parse(readFileSync(goldFile, 'utf8')))) {
    const found = byId.get(article.id)
    for (const quote of article.quotes.filter(({ type }) => types.includes(type))) {
      const own = found?.quotes.filter((other) => quote.content.some(([start, end]) => shares(other, { start, end })))
      const said = own?.find(({ canonical }) => canonical !== null)?.canonical ?? null
      const chain = found?.chains.filter(({ name }) => name === said) ?? []
      if (quote.kind === 'unnamed') {
        count.unnamed += 1
        if (chain.length === 0) count.kept += 1
      }
      if (quote.at === null || quote.name === null || quote.kind === 'unnamed' || quote.kind === 'none') continue
      const [start, end] = quote.at
      count.named += 1
      if ((own?.length ?? 0) > 0) count.found += 1
      if (said === null) continue
      count.given += 1
      const isOne = chain.some(({ mentions }) => mentions.some(([from, to]) => from < end && to > start))
      if (isOne || said.toLowerCase() === quote.name.toLowerCase()) count.right += 1
    }
  }
  return {
    quotes: count.named,
    found: count.found / count.named,
    given: count.given / count.named,
    right: count.right / count.named,
    precision: count.right / count.given,
    unnamedKept: count.kept / count.unnamed,
  }
}

/** Whether two stretches share most of the shorter one. */
function shares(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared * 2 >= Math.min(a.end - a.start, b.end - b.start)
}
