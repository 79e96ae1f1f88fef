import type { Reason, Why } from '../../model/why.js'
import { type Asked, featureNames } from './coreference-features.js'
import type { Ranker } from './coreference-ranker.js'
import type { Antecedent, Referent } from './coreference-referents.js'

/**
 * What a ranker weighed: the pronoun's numbers, the candidates and theirs, what it made of them, and the chance of each and
 * last of nobody with what the reader heard.
 */
interface Weighed {
  readonly rank: Ranker
  readonly about: readonly number[]
  readonly candidates: readonly Referent[]
  readonly numbers: readonly (readonly number[])[]
  readonly ranked: readonly number[]
  readonly chances: readonly number[]
}

const NOBODY = 'nobody named'

/** Why a pronoun stands for whom it does. */
export function whyOf(asked: Asked, weighed: Weighed): Why {
  const answers = [...weighed.candidates.map(({ latest }) => nameOf(latest)), NOBODY]
  const choices = answers.map((answer, index) => ({ answer, chance: weighed.chances[index] ?? 0 }))
  return {
    ...askedOf(asked),
    choices: choices.sort((a, b) => b.chance - a.chance),
    reasons: reasonsOf(asked, weighed),
  }
}

/** Why a pronoun stands for somebody whom no ranker chose: by a rule that is right with that chance. */
export function whyRuled(asked: Asked, { latest }: Referent, { name, chance }: { name: string; chance: number }): Why {
  const choices = [{ answer: nameOf(latest), chance }]
  return { ...askedOf(asked), choices, reasons: [{ name, weight: Math.log(chance / (1 - chance)) }] }
}

function askedOf({ document: { tokens, article }, at }: Asked): Pick<Why, 'start' | 'end' | 'question'> {
  const { start = 0, end = 0 } = tokens[at.first] ?? {}
  return { start, end, question: `whom “${article.text.slice(start, end)}” stands for` }
}

function nameOf(mention: Antecedent): string {
  return (mention.kind === 'person' ? null : mention.canonical) ?? mention.text
}

/** How the log odds between the two likeliest would change, if the first had the second's numbers of a kind. */
function reasonsOf(asked: Asked, { rank, about, candidates, numbers, ranked, chances }: Weighed): Reason[] {
  const [first, second] = candidates.map((_, index) => index).sort((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0))
  const [referent, own, other] = [candidates[first ?? -1], numbers[first ?? -1], numbers[second ?? -1]]
  if (referent === undefined || own === undefined || other === undefined) return []
  const oddsOf = (row: readonly number[]): number => {
    const [one = 0, two = 0] = rank(about, [row, other])
    return Math.log(one / two)
  }
  const names = featureNames(asked, referent)
  const whole = oddsOf(own)
  const odds = (list: readonly number[]): number => Math.log((list[first ?? 0] ?? 0) / (list[second ?? 0] ?? 0))
  return [
    ...[...new Set(names)].map((name) => ({
      name,
      weight: whole - oddsOf(own.map((number, at) => (names[at] === name ? (other[at] ?? 0) : number))),
    })),
    { name: 'what the reader heard', weight: odds(chances) - odds(ranked) },
  ]
}
