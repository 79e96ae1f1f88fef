import { choosePronoun } from '../../src/find/coreference/coreference-pronouns.js'
import type { CoreferenceNet } from '../../src/lexicons/coreference-weights.js'
import { markedTexts } from './corpus.js'
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

/** Every marked pronoun of the sets, with the pronouns before it resolved by today's weights. */
export async function examplesToLearn(): Promise<Weighed[]> {
  const examples: Weighed[] = []
  for (const set of GAP) {
    const found = gapExamples(await markedTexts(set, { engine: 'model', isNamed: true }), set, choosePronoun)
    examples.push(...found.map((example) => ({ ...example, weight: WEIGHTS.gap })))
  }
  for (const set of CHAINS) {
    const found = chainExamples(await markedTexts(set, { engine: 'model' }), set, choosePronoun)
    examples.push(...found.map((example) => ({ ...example, weight: WEIGHTS.chain })))
  }
  const plain = plainExamples(await markedTexts(PLAIN, { engine: 'rules' }), PLAIN, choosePronoun)
  return [...examples, ...plain.map((example) => ({ ...example, weight: WEIGHTS.plain }))]
}

/** Learns both networks, for people and for bodies; what has no right answer among its candidates teaches nothing. */
export function learnBoth(examples: readonly Weighed[]): CoreferenceNet[] {
  const taught = examples.filter(({ candidates, right }) => candidates.length > 0 && right.includes(true))
  return [PERSON, BODY].map((recipe) => learn(taught.filter(({ isPerson }) => isPerson === (recipe.of === 'person')), recipe))
}
