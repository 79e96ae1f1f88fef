/**
 * Measures the resolver on GAP and on chains, each text by networks that were learned without it (five folds), and prints
 * the reliability of its scores: `npx tsx training/coreference/measure.ts`, three minutes.
 */
import { parseArgs } from 'node:util'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { coreferenceIn } from '../../src/find/coreference/coreference.js'
import { choosePronoun, type Rankers } from '../../src/find/coreference/coreference-pronouns.js'
import { weighLinks } from '../../src/find/coreference/coreference-links.js'
import { rankerOf } from '../../src/find/coreference/coreference-ranker.js'
import { isEntityMention } from '../../src/model/mention.js'
import { loadReader } from '../../src/reader/load.js'
import type { ReaderSession } from '../../src/reader/session.js'
import { bySpan, overlaps } from '../../src/model/span.js'
import { chainsOf } from '../../src/record/chains.js'
import { chainScores } from './chain-scores.js'
import { type GoldSpan, type Marked, markedTexts, type Reading } from './corpus.js'
import type { Example } from './examples.js'
import { CHAINS, examplesToLearn, FOLDS, foldsOf, keyOf, learnBoth, type Weighed } from './recipe.js'
import { type Counts, emptyCounts, f1Line, printCounts, printReliability, type Trial } from './reports.js'

const GAP_DEV = 'linking/gap.dev'

const examples = await examplesToLearn()
const foldOf = foldsOf(examples)
const nets: Rankers[] = Array.from({ length: FOLDS }, (_, fold) => {
  const taught = examples.filter((example) => foldOf.get(keyOf(example)) !== fold)
  return new Map(learnBoth(taught).map((net) => [net.of, rankerOf(net)]))
})

const { values } = parseArgs({ options: { links: { type: 'string', default: fileURLToPath(new URL('../runs/links', import.meta.url)) } } })
const readers = await Promise.all(Array.from({ length: FOLDS }, (_, fold) => loadReader(pathToFileURL(`${values.links}/fold-${fold}/`))))
/** The reader whose links were learned without the text. */
const readerFor = async (set: string, id: string): Promise<ReaderSession> => readers[foldOf.get(keyOf({ set, id })) ?? 0]!

const tried = (await examplesToLearn({ readerFor })).map((example) => ({ example, trial: trialOf(netsFor(example), example) }))
report('GAP dev, candidates with the two names', ({ set }) => set === GAP_DEV)
report('news chains, people', ({ set, isPerson }) => CHAINS.includes(set) && isPerson)
report('news chains, bodies', ({ isPerson }) => !isPerson)

await gap('names by rules', { engine: 'rules' })
await gap('names by the model', { engine: 'model' })
await gap('names by the model, and the two in question', { engine: 'model', isNamed: true })
for (const engine of ['rules', 'model'] as const) {
  const texts = await markedTexts('names/gum-news.dev', { engine, readerFor })
  console.log(`GUM news dev, ${engine}: ${chainScores(texts, (text) => resolved(text, nets[0]))}`)
}

function netsFor(example: Pick<Example, 'set' | 'id'>): Rankers {
  return nets[foldOf.get(keyOf(example)) ?? 0] ?? new Map()
}

function report(name: string, isIn: (example: Weighed) => boolean): void {
  const trials = tried.filter(({ example }) => isIn(example)).map(({ trial }) => trial)
  printCounts(name, trials)
  printReliability(name, trials)
}

function trialOf(both: Rankers, { isPerson, about, candidates, right, marked, heard }: Example): Trial {
  const rank = both.get(isPerson ? 'person' : 'body')
  const chances = rank === undefined ? [] : weighLinks(rank(about, candidates), heard)
  const best = chances.slice(0, -1).reduce((top, chance, index, all) => (chance > (all[top] ?? 0) ? index : top), 0)
  const score = candidates.length === 0 ? 0 : (chances[best] ?? 0)
  const hasAnswer = right.at(-1) !== true
  const isRight = score > 0 && hasAnswer && right[best] === true
  return { score: score > (chances.at(-1) ?? 0) ? score : 0, hasAnswer, isRight, isCounted: marked?.[best] ?? true }
}

/** Each mention's chain in a text as the record would have it. */
function resolved({ document }: Marked, both: Rankers | undefined): ReturnType<typeof chainsOf> {
  const found = coreferenceIn(document, (asked) => choosePronoun(asked, both))
  const mentions = [...document.mentions, ...found].filter(isEntityMention).sort(bySpan)
  return chainsOf(mentions, document.article.text)
}

/** GAP's own measure: is each of the two names in the chain of the pronoun? */
async function gap(name: string, reading: Reading): Promise<void> {
  const counts: Record<'masculine' | 'feminine', Counts> = { masculine: emptyCounts(), feminine: emptyCounts() }
  for (const text of await markedTexts(GAP_DEV, { ...reading, readerFor })) {
    const [pronoun, ...names] = text.spans
    if (pronoun === undefined) continue
    const chains = resolved(text, netsFor({ set: GAP_DEV, id: text.id }))
    const own = chains.find((chain) => chain.some((mention) => mention.form === 'pronoun' && overlaps(mention, pronoun)))
    const isIn = (span: GoldSpan): boolean => own?.some((mention) => mention.form === 'name' && overlaps(mention, span)) ?? false
    const part = counts[/^h(?:e|is|im)$/i.test(pronoun.text) ? 'masculine' : 'feminine']
    for (const span of names) {
      const isGold = span.coref === true
      if (isIn(span)) part[isGold ? 'right' : 'wrong'] += 1
      else if (isGold) part.missed += 1
    }
  }
  const { masculine, feminine } = counts
  const all = { right: masculine.right + feminine.right, wrong: masculine.wrong + feminine.wrong, missed: masculine.missed + feminine.missed }
  console.log(`GAP dev, ${name}: ${f1Line(all)}; masculine ${f1Line(masculine)}; feminine ${f1Line(feminine)}`)
}
