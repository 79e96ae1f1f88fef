/** Learns src/lexicons/heard-weights.json: see README.md beside this file. */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { choicesOf } from './corpus.js'
import { accuracy, learn } from './log-linear.js'

const ROUNDS = 12
const LEAST_WEIGHT = 0.05

const { values } = parseArgs({ options: { articles: { type: 'string' }, out: { type: 'string' } } })
const limit = Number(values.articles ?? Infinity)
const out = values.out ?? fileURLToPath(new URL('../../src/lexicons/heard-weights.json', import.meta.url))

const train = await choicesOf('polnear.train', { limit, isReachable: true })
const dev = await choicesOf('polnear.dev', { limit })
console.log(`${train.length} contents to learn from, ${dev.length} to check on`)
const weights = learn(train, ROUNDS, (round, now) => {
  if (round % 3 === 0)
    console.log(`round ${round}: right ${accuracy(train, now).toFixed(2)}% train, ${accuracy(dev, now).toFixed(2)}% dev`)
})
const rows = [...weights]
  .map(([feature, weight]) => [feature, Math.round(weight * 100) / 100] as const)
  .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
  .sort(([a], [b]) => (a < b ? -1 : 1))
writeFileSync(out, `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`)
console.log(`${rows.length} weights`)
