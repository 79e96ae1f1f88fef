/**
 * Writes what `links.py` learns from: each pronoun of a person with those it may stand for, and the texts as the reader
 * is shown them. `npx tsx training/coreference/links.ts [OUT]`, a minute; into training/runs/links or OUT.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Document } from '../../src/model/document.js'
import { CASINGS, formsOf } from '../../src/reader/forms.js'
import { examplesToLearn, FOLDS, foldsOf, keyOf } from './recipe.js'

const OUT = `${process.argv[2] ?? fileURLToPath(new URL('../runs/links', import.meta.url))}/`

const documents = new Map<string, Document>()
const examples = await examplesToLearn({ onText: (key, document) => documents.set(key, document) })
const foldOf = foldsOf(examples)
const taught = examples.filter(({ isPerson, right }) => isPerson && right.includes(true) && right.length > 1)
mkdirSync(OUT, { recursive: true })
write(
  'examples.jsonl',
  taught.map(({ places, right, weight, ...example }) => ({ key: keyOf(example), fold: foldOf.get(keyOf(example)), ...places, right, weight })),
)
const used = new Set(taught.map(keyOf))
write(
  'texts.jsonl',
  [...documents].filter(([key]) => used.has(key)).map(([key, document]) => textOf(key, document)),
)
console.log(`${taught.length} pronouns in ${used.size} texts, ${FOLDS} folds`)

/** Tokens as `training/tokens.ts` writes them, without offsets; `people`: the tokens of people's names. */
function textOf(key: string, document: Document): object {
  const forms = formsOf(document)
  const tokens = document.tokens.map(({ casing }, index) => [forms[index], CASINGS.indexOf(casing)])
  const sentences = document.sentences.map(({ firstToken, lastToken }) => [firstToken, lastToken])
  const people: number[] = []
  let at = 0
  for (const { kind, start, end } of document.mentions) {
    if (kind !== 'person') continue
    while (at > 0 && (document.tokens[at - 1]?.start ?? 0) >= start) at -= 1
    while (at < document.tokens.length && (document.tokens[at]?.end ?? 0) <= start) at += 1
    for (let token = at; token < document.tokens.length && (document.tokens[token]?.start ?? 0) < end; token += 1) people.push(token)
  }
  return { key, tokens, sentences, people }
}

function write(file: string, lines: readonly object[]): void {
  writeFileSync(`${OUT}${file}`, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`)
}
