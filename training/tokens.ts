/**
 * Tokens for the trainer, cut by nutgraf's own segmenter so that the model learns on what it will be shown:
 * `npx tsx training/tokens.ts [DATA [OUT]]`, by default ../shared/data and training/runs/tokens.
 * One line a document: {id, tokens: [[start, end, form, casing]…], sentences: [[first, last]…], spans, quotes}.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { CASINGS, formsOf } from '../src/reader/forms.js'
import { segmentArticle } from '../src/segment/segment.js'
import { articleOf } from './article.js'

const ROOT = resolve(import.meta.dirname, '..')
const DATA = resolve(process.argv[2] ?? join(ROOT, '../shared/data'))
const OUT = resolve(process.argv[3] ?? join(ROOT, 'training/runs/tokens'))

/** A set of clean.py's stands beside the tokens; all others in DATA. */
const SETS = [
  'conll2003-clean.train',
  'names/cleanconll-detok.dev',
  'names/crossner-politics-detok.train',
  'names/crossner-politics-detok.dev',
  'names/gum-news.train',
  'names/gum-news.dev',
  'names/wikigold-detok.all',
  'names/uner-ewt.dev',
  'names/ieer.developers',
  'names/finer-ord.dev',
  'names/re3d.developers',
  'quotes/polnear.train',
  'quotes/polnear.dev',
]

interface Marked {
  readonly id: string
  readonly text: string
  readonly spans?: unknown
  readonly quotes?: unknown
}

mkdirSync(OUT, { recursive: true })
for (const set of SETS) {
  const file = join(set.includes('/') ? DATA : join(OUT, '..'), `${set}.jsonl`)
  if (!existsSync(file)) {
    console.error(`${set}: not there, left out`)
    continue
  }
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  const written = lines.map((line) => {
    // The sets' own shape, see their INDEX.md; what a set has not is left out.
    const marked = JSON.parse(line) as Marked
    const document = segmentArticle(articleOf(marked.text))
    const forms = formsOf(document)
    const tokens = document.tokens.map((token, index) => [token.start, token.end, forms[index], CASINGS.indexOf(token.casing)])
    const sentences = document.sentences.map((sentence) => [sentence.firstToken, sentence.lastToken])
    return JSON.stringify({ id: marked.id, tokens, sentences, spans: marked.spans ?? null, quotes: marked.quotes ?? null })
  })
  writeFileSync(join(OUT, `${basename(set)}.jsonl`), `${written.join('\n')}\n`)
  console.log(`${set}: ${lines.length} documents`)
}
