import { choosePronoun } from '../../src/find/coreference/coreference-pronouns.js'
import type { CoreferenceNet } from '../../src/lexicons/coreference-weights.js'
import type { Choose } from '../../src/find/coreference/coreference.js'
import type { Document } from '../../src/model/document.js'
import { markedTexts, type Reading } from './corpus.js'
import { chainExamples, type Example, gapExamples, plainExamples } from './examples.js'
import { learn, type Recipe } from './network.js'

const PERSON: Recipe = { of: 'person', units: 24, rounds: 40, rate: 3e-3, decay: 0.02, dropout: 0.2 }
const BODY: Recipe = { of: 'body', units: 8, rounds: 30, rate: 3e-3, decay: 0.05, dropout: 0.2 }
/** What an example of each kind weighs: GAP's are chosen to be hard, the chains have more than people; what marks itself is easy. */
const WEIGHTS = { gap: 1, chain: 0.5, plain: 0.3 }
const PLAIN = 'quotes/polnear.train'
export const CHAINS = ['names/gum-news.train', 'linking/meantime-en.developers', 'linking/ecbplus.train']
export const GAP = ['linking/gap.dev', 'linking/gap.val']

/** An example with its share in what is learned. */
export type Weighed = Example & { readonly weight: number }

/** Texts are shared out to folds, so that each can be judged by what was learned without it. */
export const FOLDS = 5

/** The name of a text among all sets'. */
export function keyOf({ set, id }: Pick<Example, 'set' | 'id'>): string {
  return `${set} ${id}`
}

/** The fold of each text that has an example. */
export function foldsOf(examples: readonly Example[]): Map<string, number> {
  return new Map([...new Set(examples.map(keyOf))].map((key, index) => [key, index % FOLDS]))
}

interface Learning extends Pick<Reading, 'readerFor'> {
  /** Called with each text that was read. */
  readonly onText?: (key: string, document: Document) => void
}

/**
 * Every marked pronoun of the sets, with the pronouns before it resolved by today's weights; not by the reader's links,
 * which learned from these texts and are sure of them.
 */
export async function examplesToLearn({ readerFor, onText }: Learning = {}): Promise<Weighed[]> {
  const examples: Weighed[] = []
  const choose: Choose = (asked) => choosePronoun({ ...asked, links: null })
  const add = async (set: string, reading: Reading, of: typeof gapExamples, weight: number): Promise<void> => {
    const texts = await markedTexts(set, { ...reading, ...(readerFor && { readerFor }) })
    for (const { id, document } of texts) onText?.(keyOf({ set, id }), document)
    examples.push(...of(texts, set, choose).map((example) => ({ ...example, weight })))
  }
  for (const set of GAP) await add(set, { engine: 'model', isNamed: true }, gapExamples, WEIGHTS.gap)
  for (const set of CHAINS) await add(set, { engine: 'model' }, chainExamples, WEIGHTS.chain)
  await add(PLAIN, { engine: 'rules' }, plainExamples, WEIGHTS.plain)
  return examples
}

/** Learns both networks, for people and for bodies; what has no right answer among its candidates teaches nothing. */
export function learnBoth(examples: readonly Weighed[]): CoreferenceNet[] {
  const taught = examples.filter(({ candidates, right }) => candidates.length > 0 && right.includes(true))
  return [PERSON, BODY].map((recipe) => learn(taught.filter(({ isPerson }) => isPerson === (recipe.of === 'person')), recipe))
}
