import type { RegistryEntry } from '../../model/registry.js'
import { wordsOf } from '../normal.js'
import type { ArticleTopic } from './article-topic.js'
import type { Reason } from './scored.js'

/**
 * Log odds for entries without offices: how much they are spoken of (articles on Wikipedias), and what the file says of
 * them that the article says too. An entry without a number stands in a list that the newsroom made: it is worth as much
 * as one with `LISTED` of them.
 */
const WEIGHTS = {
  prior: 0.9,
  priorMost: 4.2,
  title: 1.6,
  word: 0.7,
  wordsMost: 2.1,
  silent: -0.7,
  country: 0.8,
  otherCountry: -2,
} as const
const LISTED = 12
const LEAST_LETTERS = 4

/** The reasons for and against an entry that is no official of the United States. */
export function listedReasons(
  entry: RegistryEntry,
  { topic, titles }: { readonly topic: ArticleTopic; readonly titles: readonly string[] },
): (Reason | null)[] {
  const known = Math.log(1 + (entry.prior ?? LISTED))
  return [
    { name: 'prior', score: Math.min(WEIGHTS.priorMost, WEIGHTS.prior * known) },
    ...contextReasons(entry, topic, titles),
    countryReason(entry, topic),
  ]
}

function contextReasons(entry: RegistryEntry, topic: ArticleTopic, titles: readonly string[]): (Reason | null)[] {
  const said = new Set(
    entry.context.flatMap(wordsOf).filter((word) => word.length >= LEAST_LETTERS && !GENERAL.has(word)),
  )
  if (said.size === 0) return []
  const own = new Set(titles.flatMap(wordsOf))
  const inTitle = [...said].filter((word) => own.has(word)).length
  const inText = [...said].filter((word) => topic.words.has(word) && !own.has(word)).length
  if (inTitle + inText === 0) return [{ name: 'context', score: WEIGHTS.silent }]
  return [
    inTitle > 0 ? { name: 'title', score: WEIGHTS.title } : null,
    inText > 0 ? { name: 'context', score: Math.min(WEIGHTS.wordsMost, WEIGHTS.word * inText) } : null,
  ]
}

/** Words of descriptions that every article has. */
const GENERAL: ReadonlySet<string> = new Set([
  'from',
  'with',
  'that',
  'which',
  'former',
  'born',
  'died',
  'known',
  'most',
])

function countryReason({ country }: RegistryEntry, { countries }: ArticleTopic): Reason | null {
  if (country === null || countries.size === 0) return null
  const all = [...countries.values()].reduce((sum, count) => sum + count, 0)
  const own = countries.get(country) ?? 0
  if (own > 0) return { name: 'country', score: WEIGHTS.country }
  return all > 2 ? { name: 'country', score: WEIGHTS.otherCountry } : null
}
