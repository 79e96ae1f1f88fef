/**
 * Pronouns with the numbers of those whom they may stand for, and which of them is meant, into
 * training/runs/coreference/examples.jsonl: GAP (its two names made mentions where they were not found), the pronouns in
 * the chains of GUM news, MEANTIME and ECB+, and those of PolNeAR that mark themselves, since one person alone fits.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { choosePronoun } from '../../src/find/coreference/coreference-pronouns.js'
import { markedTexts } from './corpus.js'
import { chainExamples, type Example, gapExamples, plainExamples } from './examples.js'

const OUT = new URL('../runs/coreference/', import.meta.url)
const GAP = ['linking/gap.dev', 'linking/gap.val']
const CHAINS = ['names/gum-news.train', 'linking/meantime-en.developers', 'linking/ecbplus.train']
const PLAIN = 'quotes/polnear.train'

const examples: Example[] = []
for (const set of GAP)
  examples.push(...gapExamples(await markedTexts(set, { engine: 'model', isNamed: true }), set, choosePronoun))
for (const set of CHAINS) examples.push(...chainExamples(await markedTexts(set, { engine: 'model' }), set, choosePronoun))
examples.push(...plainExamples(await markedTexts(PLAIN, { engine: 'rules' }), PLAIN, choosePronoun))
mkdirSync(OUT, { recursive: true })
const thousandths = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1000) / 1000 : value
writeFileSync(
  new URL('examples.jsonl', OUT),
  examples.map((example) => `${JSON.stringify(example, thousandths)}\n`).join(''),
)
console.log(`${examples.length} examples`)
