/** Labels two of three PolNeAR training articles with the rules pipeline: names of today for `train.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { namesIn } from '../../src/find/names/names.js'
import { DATA, documentOf, type GoldSpan, linesOf, SILVER } from './corpus.js'

const TYPES: Readonly<Record<string, string>> = { person: 'PER', organization: 'ORG', agency: 'ORG', place: 'LOC' }

const lines = linesOf(new URL('quotes/polnear.train.jsonl', DATA)).flatMap(({ id, text }, index) => {
  if (index % 3 === 2) return []
  const document = documentOf(text)
  const spans: GoldSpan[] = []
  for (const { kind, start, end } of [...document.mentions, ...namesIn(document)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )) {
    const type = TYPES[kind]
    if (type !== undefined && start >= (spans.at(-1)?.end ?? 0)) spans.push({ start, end, type })
  }
  return [JSON.stringify({ id, text, spans })]
})
mkdirSync(new URL('.', SILVER), { recursive: true })
writeFileSync(SILVER, `${lines.join('\n')}\n`)
console.log(`${lines.length} articles`)
