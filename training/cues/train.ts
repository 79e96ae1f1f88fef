/**
 * Learns `src/lexicons/cue-weights.json`: `npx tsx training/cues/train.ts [--articles N] [--out FILE]`.
 * Logistic regression by AdaGrad over all proposals, the mean of the later rounds; the same weights on every run.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Example, examplesOf } from './corpus.js'

const { values: flags } = parseArgs({ options: { articles: { type: 'string' }, out: { type: 'string' } } })
const out = flags.out ?? new URL('../../src/lexicons/cue-weights.json', import.meta.url)

const LEAST_COUNT = 5
const ROUNDS = 12
const STEP = 0.1
const SHRINK = 0.01
const LEAST_WEIGHT = 0.05

type Weights = ReadonlyMap<string, number>

function learn(examples: readonly Example[]): Weights {
  const index = indexOf(examples)
  const rows = examples.map(({ features, isRight }) => ({ columns: columnsOf(index, features), target: isRight ? 1 : 0 }))
  const weights = new Float64Array(index.size)
  const squares = new Float64Array(index.size)
  const mean = new Float64Array(index.size)
  const random = randomFrom(7)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const at of shuffled(rows.length, random)) {
      const row = rows[at]
      if (row === undefined) continue
      const error = sigmoid(row.columns, weights) - row.target
      for (const column of row.columns) {
        const gradient = error + SHRINK * (weights[column] ?? 0)
        squares[column] = (squares[column] ?? 0) + gradient * gradient
        weights[column] = (weights[column] ?? 0) - (STEP * gradient) / Math.sqrt((squares[column] ?? 0) + 1e-8)
      }
    }
    if (round >= ROUNDS / 2) for (let at = 0; at < mean.length; at += 1) mean[at] = (mean[at] ?? 0) + (weights[at] ?? 0)
  }
  return new Map([...index].map(([feature, at]) => [feature, Math.round((200 * (mean[at] ?? 0)) / ROUNDS) / 100]))
}

function indexOf(examples: readonly Example[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { features } of examples) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count >= LEAST_COUNT).map(([feature]) => feature)
  return new Map(['bias', ...kept].map((feature, at) => [feature, at]))
}

function columnsOf(index: ReadonlyMap<string, number>, features: readonly string[]): number[] {
  return ['bias', ...features].map((feature) => index.get(feature)).filter((column) => column !== undefined)
}

function sigmoid(columns: readonly number[], weights: Float64Array): number {
  return 1 / (1 + Math.exp(-columns.reduce((sum, column) => sum + (weights[column] ?? 0), 0)))
}

function* shuffled(length: number, random: () => number): Generator<number> {
  const order = Array.from({ length }, (_, at) => at)
  for (let left = length; left > 0; left -= 1) {
    const at = Math.floor(random() * left)
    const [picked = 0, last = 0] = [order[at], order[left - 1]]
    order[at] = last
    yield picked
  }
}

/** A linear congruential generator: the same numbers on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x80000000
  }
}

/** Precision, recall over what the rules propose, and F1 at the threshold. */
function report(name: string, examples: readonly Example[], weights: Weights): void {
  const least = 0.5
  const bias = weights.get('bias') ?? 0
  const kept = examples.filter(({ features }) => {
    return 1 / (1 + Math.exp(-features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), bias))) >= least
  })
  const [given, gold] = [kept.length, examples.filter(({ isRight }) => isRight).length]
  const right = kept.filter(({ isRight }) => isRight).length
  const percent = (part: number, whole: number): string => ((100 * part) / whole).toFixed(1)
  console.log(`${name}: ${examples.length} proposals, ${gold} right; at ${least}: precision ${percent(right, given)}, recall ${percent(right, gold)}`)
}

const train = examplesOf('polnear.train', flags.articles === undefined ? undefined : Number(flags.articles))
const weights = learn(train)
report('polnear.train', train, weights)
report('polnear.dev', examplesOf('polnear.dev'), weights)
const lines = [...weights].filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT).sort(([a], [b]) => (a < b ? -1 : 1))
writeFileSync(out, `[\n${lines.map((line) => `  ${JSON.stringify(line)}`).join(',\n')}\n]\n`)
console.log(`${lines.length} weights`)
