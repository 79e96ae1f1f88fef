/**
 * Words per CPU second of every stage, one thread: `npm run bench [-- FOLDER|FILE.jsonl] [--engine=model]`.
 * Reads ../shared/data/load/bbc-news.jsonl where it is there, else fixtures/articles. A command, not a test: machines
 * are noisy, so compare runs on one machine, before and after a change.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import news from '../pipelines/news.js'
import type { Origin } from '../src/model/article.js'

const ROOT = resolve(import.meta.dirname, '..')
const LOAD = resolve(ROOT, '../shared/data/load/bbc-news.jsonl')
const FIXTURES = join(ROOT, 'fixtures/articles')

function originsOf(path: string): Origin[] {
  if (path.endsWith('.jsonl')) {
    const lines = readFileSync(path, 'utf8').trim().split('\n')
    return lines.map((line, index) => ({ path: `${index}.txt`, mediaType: 'text/plain', raw: textOf(line) }))
  }
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.txt'))
  return files
    .sort()
    .map((file) => ({ path: file, mediaType: 'text/plain', raw: readFileSync(join(path, file), 'utf8') }))
}

function textOf(line: string): string {
  const parsed: unknown = JSON.parse(line)
  const text = typeof parsed === 'object' && parsed !== null && 'text' in parsed ? parsed.text : ''
  return typeof text === 'string' ? text : ''
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** Runs every stage over all articles in turn, and gives the CPU seconds that each took. */
async function pass(origins: readonly Origin[]): Promise<Map<string, number>> {
  const seconds = new Map<string, number>()
  for (const origin of origins) {
    let value: unknown = origin
    for (const stage of stages) {
      const before = cpuSeconds()
      // Each stage takes what the one before it gives: the pipeline's own types have checked that.
      value = await stage.run(value as never)
      seconds.set(stage.name, (seconds.get(stage.name) ?? 0) + cpuSeconds() - before)
    }
    const before = cpuSeconds()
    JSON.stringify(value)
    seconds.set('(serialise)', (seconds.get('(serialise)') ?? 0) + cpuSeconds() - before)
  }
  return seconds
}

const engine = process.argv.includes('--engine=model') ? 'model' : 'rules'
const stages = news({ engine }).eachStages
const path =
  process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? (existsSync(LOAD) ? LOAD : FIXTURES)
const origins = originsOf(path)
const words = origins.reduce((sum, { raw }) => sum + String(raw).split(/\s+/).length, 0)
await pass(origins.slice(0, 200))
const seconds = await pass(origins)
const total = [...seconds.values()].reduce((sum, value) => sum + value, 0)
console.log(`${origins.length} articles, ${words} words, ${process.memoryUsage().rss >> 20} MB`)
for (const [name, value] of seconds) {
  const share = ((100 * value) / total).toFixed(1).padStart(5)
  console.log(
    `${name.padEnd(22)} ${Math.round(words / value)
      .toString()
      .padStart(9)} words/CPU s ${share}%`,
  )
}
console.log(
  `${'all'.padEnd(22)} ${Math.round(words / total)
    .toString()
    .padStart(9)} words/CPU s`,
)
