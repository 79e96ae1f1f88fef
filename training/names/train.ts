/** Learns src/lexicons/name-weights.json: see README.md beside this file. */
import { writeFileSync } from 'node:fs'
import { type NameContext, readContext } from '../../src/find/names/name-context.js'
import { featuresOf } from '../../src/find/names/name-features.js'
import { LABEL_COUNT as L, NAME_LABELS } from '../../src/find/names/name-labels.js'
import type { NameKind, ScoredName } from '../../src/find/names/name-scorer.js'
import { votesOf } from '../../src/find/names/name-votes.js'
import type { Zone } from '../../src/find/names/name-zones.js'
import type { Token } from '../../src/model/document.js'
import { documentOf, type GoldArticle, goldOf } from './corpus.js'
import { best, learn, type Perceptron, type Sequence } from './perceptron.js'

const SETS: readonly (readonly [string, number])[] = [
  ['names/conll2003-detok.train', 1],
  ['names/wikigold-detok.all', 1],
  ['names/crossner-politics-detok.train', 1],
  ['names/gum-news.train', 1],
  ['silver', 0.5],
]
const ROUNDS = 8
const ROUNDS_OF_FOLDS = 4
const FOLDS = 5
const ORDERS = 4
const FEWEST = 8
const FEWEST_OF_FOLDS = 8
const SMALLEST = 0.12
const SCALE = 20
const OTHER_BITS = (1 << 7) | (1 << 8)
const KINDS: readonly NameKind[] = ['person', 'organization', 'place', 'other']

interface LearnedZone {
  readonly zone: Zone
  readonly evidence: readonly (readonly string[])[]
  readonly allowed: readonly number[]
}

interface LearnedArticle {
  readonly context: NameContext
  readonly zones: readonly LearnedZone[]
  readonly weight: number
  /** What a first reading adds, for each zone and token. */
  votes: readonly (readonly (readonly string[])[])[] | null
}

function learnedArticle(gold: GoldArticle, weight: number): LearnedArticle {
  const document = documentOf(gold.text)
  const context = readContext(document)
  const labels = labelsOf(document.tokens, gold)
  const zones = context.zones.map((zone) => {
    const at = Array.from({ length: zone.last - zone.first }, (_, index) => zone.first + index)
    return {
      zone,
      evidence: at.map((token) => [...new Set(featuresOf(context, zone, token))]),
      allowed: at.map((token) => {
        const label = labels[token] ?? 0
        const begun = token === zone.first && label > 0 && label % 2 === 0 ? label - 1 : label
        return (1 << begun) | (begun === 0 && !gold.hasOther ? OTHER_BITS : 0)
      }),
    }
  })
  return { context, zones, weight, votes: null }
}

function labelsOf(tokens: readonly Token[], { spans }: GoldArticle): Int8Array {
  const labels = new Int8Array(tokens.length)
  let from = 0
  for (const { start, end, type } of spans) {
    while (from < tokens.length && (tokens[from]?.end ?? 0) <= start) from += 1
    let isFirst = true
    for (let at = from; (tokens[at]?.start ?? end) < end; at += 1) {
      const token = tokens[at]
      if (token === undefined || token.start < start || token.end > end) continue
      labels[at] = NAME_LABELS.findIndex((label) => label === `${isFirst ? 'B' : 'I'}-${type}`)
      isFirst = false
    }
  }
  return labels
}

function learnFrom(articles: readonly LearnedArticle[], rounds: number, fewest: number, orders = 1): Perceptron {
  const counts = new Map<string, number>()
  const count = (evidence: readonly string[]): void => {
    for (const one of evidence) counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  for (const { zones, votes } of articles) {
    for (const { evidence } of zones) evidence.forEach(count)
    votes?.forEach((zone) => zone.forEach(count))
  }
  const rowOf = new Map<string, number>()
  for (const [evidence, times] of counts) if (times >= fewest) rowOf.set(evidence, rowOf.size)
  const sequences = articles.flatMap(({ zones, votes, weight }) =>
    zones.flatMap(({ evidence, allowed }, index): Sequence[] => {
      const once = { rows: evidence.map((all) => rowsOf(rowOf, all)), allowed, weight }
      const added = votes?.[index]
      if (added === undefined || added.every((all) => all.length === 0)) return [once]
      const rows = once.rows.map((row, at) => Int32Array.from([...row, ...rowsOf(rowOf, added[at] ?? [])]))
      return [once, { rows, allowed, weight }]
    }),
  )
  return learn(rowOf, sequences, rounds, orders)
}

function rowsOf(rowOf: ReadonlyMap<string, number>, evidence: readonly string[]): Int32Array {
  return Int32Array.from(evidence.flatMap((one) => rowOf.get(one) ?? []))
}

function namesOf({ rowOf, weights }: Perceptron, { zones }: LearnedArticle): ScoredName[] {
  return zones.flatMap(({ zone, evidence }) => {
    const labels = best(weights, evidence.map((all) => rowsOf(rowOf, all)))
    const names: ScoredName[] = []
    labels.forEach((label, at) => {
      if (label % 2 === 0) return
      let last = at + 1
      while (labels[last] === label + 1) last += 1
      const kind = KINDS[(label - 1) >> 1] ?? 'other'
      names.push({ first: zone.first + at, last: zone.first + last, kind, margin: 0 })
    })
    return names
  })
}

/** Every article's first reading comes from weights that were learned without it. */
function addVotes(articles: readonly LearnedArticle[]): void {
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const rest = articles.filter((_, index) => index % FOLDS !== fold).map((article) => ({ ...article, votes: null }))
    const perceptron = learnFrom(rest, ROUNDS_OF_FOLDS, FEWEST_OF_FOLDS)
    articles.forEach((article, index) => {
      if (index % FOLDS !== fold) return
      const votes = votesOf(article.context, namesOf(perceptron, article))
      article.votes = article.zones.map(({ zone, evidence }) => evidence.map((_, at) => [...votes(zone.first + at)]))
    })
  }
}

function linesOf({ rowOf, weights }: Perceptron): string[] {
  const rows: (string | number)[][] = []
  const sparse = (base: number, smallest: number): number[] =>
    [...weights.slice(base, base + L)].flatMap((weight, label) => {
      const whole = Math.abs(weight) < smallest ? 0 : Math.round(weight * SCALE)
      return whole === 0 ? [] : [label, whole]
    })
  for (const [evidence, row] of rowOf) {
    const pairs = sparse(row * L, SMALLEST)
    if (pairs.length > 0) rows.push([evidence, ...pairs])
  }
  NAME_LABELS.forEach((label, from) => rows.push([`step=${label}`, ...sparse(rowOf.size * L + from * L, 0)]))
  return rows.sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)).map((row) => JSON.stringify(row))
}

const articles = SETS.flatMap(([set, weight]) => goldOf(set).map((gold) => learnedArticle(gold, weight)))
addVotes(articles)
const lines = linesOf(learnFrom(articles, ROUNDS, FEWEST, ORDERS))
const text = `[\n${lines.join(',\n')}\n]\n`
writeFileSync(process.argv[2] ?? new URL('../../src/lexicons/name-weights.json', import.meta.url), text)
console.log(`${articles.length} articles, ${lines.length} rows, ${text.length} bytes`)
