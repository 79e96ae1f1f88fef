import { type MarkKind, markRecord } from '../model/mark-record.js'
import type { Mark } from '../model/marks.js'
import { type ArticleRecord, profilesOf } from '../model/record.js'
import type { Span } from '../model/span.js'
import { alignMarks, type GoldArticle } from './gold.js'

/** How many there are, how many were found, and how many of those are right. */
export interface Tally {
  readonly gold: number
  readonly found: number
  readonly right: number
}

export interface Score extends Tally {
  readonly name: string
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Tallies of one article, by what is scored: each kind, `content tokens`, `source tokens`, `speakers`. */
export type Tallies = ReadonlyMap<string, Tally>

/**
 * Compares a record with what a person marked. Spans must be exact; for content and source the words are also counted
 * one by one. Names and acronyms are asked for; a pronoun or "the agency" that was found is no fault where gold marks
 * only names, and counts where gold marks it.
 */
export function tallyArticle(gold: GoldArticle, record: ArticleRecord): Tallies {
  const marks = alignMarks(gold, record.article.text)
  const unnamed = unnamedSpans(record)
  const tallies = new Map<string, Tally>()
  for (const kind of gold.kinds) {
    const wanted = new Set(marks.filter((mark) => mark.kind === kind).map(spanKey))
    const isCounted = (mark: Mark): boolean => !unnamed.has(`${kind} ${spanKey(mark)}`) || wanted.has(spanKey(mark))
    const found = new Set(markRecord(record, [kind]).marks.filter(isCounted).map(spanKey))
    // Marks on lines that were not read at all are missed.
    const missed =
      gold.marks.filter((mark) => mark.kind === kind).length - marks.filter((mark) => mark.kind === kind).length
    const right = [...found].filter((key) => wanted.has(key)).length
    tallies.set(kind, { gold: wanted.size + missed, found: found.size, right })
    if (kind === 'content' || kind === 'source') tallies.set(`${kind} words`, tallyWords(kind, marks, record))
  }
  if (gold.kinds.includes('content')) tallies.set('speakers', tallySpeakers(marks, record))
  return tallies
}

/** Sums of tallies over articles, with precision, recall and F1, in the order in which kinds first come. */
export function scoresOf(articles: readonly Tallies[]): Score[] {
  const names = [...new Set(articles.flatMap((tallies) => [...tallies.keys()]))]
  return names.map((name) => {
    const sum = (field: keyof Tally): number => articles.reduce((all, one) => all + (one.get(name)?.[field] ?? 0), 0)
    const tally = { gold: sum('gold'), found: sum('found'), right: sum('right') }
    const precision = ratio(tally.right, tally.found)
    const recall = ratio(tally.right, tally.gold)
    return { name, ...tally, precision, recall, f1: ratio(2 * precision * recall, precision + recall) }
  })
}

/** Mentions that are no names: pronouns and nominal ones. */
function unnamedSpans(record: ArticleRecord): ReadonlySet<string> {
  const spans = profilesOf(record).flatMap((profile) =>
    profile.mentions
      .filter((mention) => mention.form === 'pronoun' || mention.form === 'nominal')
      .map((mention) => `${profile.kind} ${spanKey(mention)}`),
  )
  return new Set(spans)
}

function tallyWords(kind: MarkKind, marks: readonly Mark[], record: ArticleRecord): Tally {
  const wanted = wordsIn(
    record.article.text,
    marks.filter((mark) => mark.kind === kind),
  )
  const found = wordsIn(record.article.text, markRecord(record, [kind]).marks)
  return { gold: wanted.size, found: found.size, right: shared(wanted, found) }
}

/** A quote is attributed rightly when half of its words or more were found in one quote and its speaker has that name. */
function tallySpeakers(marks: readonly Mark[], record: ArticleRecord): Tally {
  const { text } = record.article
  const found = record.quotes
    .filter((quote) => quote.speaker?.name)
    .map((quote) => ({ words: wordsIn(text, quote.content), name: plain(quote.speaker?.name ?? '') }))
  const quotes = new Map<string, Mark[]>()
  for (const mark of marks.filter((one) => one.kind === 'content')) {
    const key = mark.ref ?? spanKey(mark)
    quotes.set(key, [...(quotes.get(key) ?? []), mark])
  }
  const wanted = [...quotes.values()].flatMap((parts) => {
    const name = parts.find((part) => part.note !== null)?.note
    return name ? [{ words: wordsIn(text, parts), name: plain(name) }] : []
  })
  const right = wanted.filter((gold) =>
    found.some(
      (quote) => quote.name === gold.name && shared(gold.words, quote.words) * 2 >= Math.max(gold.words.size, 1),
    ),
  )
  return { gold: wanted.length, found: found.length, right: right.length }
}

/** Starts of the words that lie in any of the spans. */
function wordsIn(text: string, spans: readonly Span[]): Set<number> {
  const words = new Set<number>()
  for (const span of spans) {
    for (const match of text.slice(span.start, span.end).matchAll(/[\p{L}\p{N}]+/gu)) {
      words.add(span.start + match.index)
    }
  }
  return words
}

function shared(left: ReadonlySet<number>, right: ReadonlySet<number>): number {
  return [...left].filter((word) => right.has(word)).length
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .toLowerCase()
}

function spanKey({ start, end }: Span): string {
  return `${start}-${end}`
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
