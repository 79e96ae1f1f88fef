import { hasNewSubject } from '../quotes/new-subjects.js'
import { Word } from '../quotes/quote-words.js'
import type { Asked } from './coreference-features.js'
import { isSomebodyElseNearer } from './coreference-others.js'
import type { Referent, Sighting } from './coreference-referents.js'

/** How sure such a reading is: 16 of 17 that it changed in 3,065 articles were right. */
export const INTRODUCED = 0.9
/** How many sentences back somebody may be introduced who speaks now. */
const SINCE = 3
/** How many tokens from the start of its sentence the name may stand: "On the outskirts of Kyoto, 83-year-old …". */
const OPENING = 10

/**
 * "Ann Lee runs a kitchen in Leeds. “…,” she said": whoever the story comes to for the first time, at the head of a
 * sentence, and alone since, where a pronoun says something. The network takes whom it is about rather.
 */
export function introducedBefore(asked: Asked): Referent | null {
  const { document, clauses, pronoun, use, at, referents } = asked
  if (use !== 'subject' || at.quotation !== -1 || !((clauses.bits[at.last] ?? 0) & Word.report)) return null
  const told = referents.filter(({ kind, sightings }) => kind === 'person' && sightings.some(isTold))
  const latest = told.reduce<Referent | undefined>(
    (one, other) => (firstOf(other) > firstOf(one) ? other : one),
    undefined,
  )
  const first = latest?.sightings[0]
  if (latest === undefined || first === undefined || !isTold(first)) return null
  if (first.sentence === at.sentence || at.sentence - first.sentence > SINCE) return null
  const opening = document.sentences[first.sentence]?.firstToken ?? 0
  const isHead = first.role === 'subject' || first.role === 'beside'
  if (!isHead || clauses.kinds[first.clause] !== 'main' || first.first - opening > OPENING) return null
  if (latest.gender !== null && latest.gender !== pronoun.gender) return null
  const isAlone = told.every(
    (one) => one === latest || !one.sightings.some((other) => isTold(other) && other.first >= opening),
  )
  return isAlone && !isSomebodyElseNearer(asked, latest) && !hasNewSubject(document, at.sentence, pronoun.gender)
    ? latest
    : null
}

function firstOf(referent: Referent | undefined): number {
  return referent?.sightings[0]?.first ?? -1
}

/** Whether the story itself speaks of somebody, nobody in it. */
function isTold({ quotation }: Sighting): boolean {
  return quotation === -1
}
