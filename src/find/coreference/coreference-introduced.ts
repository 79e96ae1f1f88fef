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
  const latest = Math.max(...told.map(({ sightings }) => sightings[0]?.sentence ?? -1))
  if (latest === at.sentence || at.sentence - latest > SINCE) return null
  const opening = document.sentences[latest]?.firstToken ?? 0
  const found = told.find(({ sightings: [first] }) => {
    if (first === undefined || first.sentence !== latest || first.first - opening > OPENING) return false
    // "the Birchfield Harrier" is no name of hers.
    if (document.tokens[first.first - 1]?.normal === 'the') return false
    const isHead = first.role === 'subject' || first.role === 'beside'
    return isTold(first) && isHead && clauses.kinds[first.clause] === 'main'
  })
  if (found === undefined || (found.gender !== null && found.gender !== pronoun.gender)) return null
  // "Sanjay Rao, whose brother Bablu was killed": another in an aside about the one.
  const isAside = ({ sentence, clause }: Sighting): boolean =>
    sentence === latest && clauses.kinds[clause] === 'relative'
  const isAlone = told.every((one) => one === found || !isTalkedOfSince(one, opening, isAside))
  if (!isAlone || isSomebodyElseNearer(asked, found) || hasNewSubject(document, at.sentence, pronoun.gender))
    return null
  return found
}

/** Whether the story speaks of somebody from a token on, but in asides. */
function isTalkedOfSince({ sightings }: Referent, from: number, isAside: (sighting: Sighting) => boolean): boolean {
  for (let index = sightings.length - 1; index >= 0; index -= 1) {
    const sighting = sightings[index]
    if (sighting === undefined || sighting.first < from) return false
    if (isTold(sighting) && !isAside(sighting)) return true
  }
  return false
}

/** Whether the story itself speaks of somebody, nobody in it. */
function isTold({ quotation }: Sighting): boolean {
  return quotation === -1
}
