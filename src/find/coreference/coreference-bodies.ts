import type { Document } from '../../model/document.js'
import type { Asked } from './coreference-features.js'
import type { Referent, Sighting } from './coreference-referents.js'

/** How many tokens after its name a body is still "it". */
const FARTHEST = 14
const SCORE = { same: 0.75, plural: 0.6, opening: 0.65 }

/**
 * The body that "it" or "they" stands for, or null: "The FBI said it would …". A body only where it is the subject just
 * before, and nothing else could be meant; no count of marked texts was large enough to learn more from.
 */
export function chooseBody({ document, pronoun, at, referents }: Asked): { referent: Referent; score: number } | null {
  const near = referents.flatMap((referent) => {
    const last = referent.sightings.at(-1)
    const isNear = referent.kind !== 'person' && last !== undefined && at.sentence - last.sentence <= 1
    return isNear ? [{ referent, last }] : []
  })
  const isPlural = pronoun.number === 'plural'
  const isOpening = at.first === document.sentences[at.sentence]?.firstToken
  const same = near.filter(({ last }) => last.sentence === at.sentence && last.first < at.first)
  const [before] = same
  if (same.length === 1 && before !== undefined && isSubject(before.last) && !isOpening) {
    if (at.first - before.last.last >= FARTHEST) return null
    if (isPlural && hasPlural(document, before.last.last, at.first)) return null
    return { referent: before.referent, score: isPlural ? SCORE.plural : SCORE.same }
  }
  const [only] = near
  if (!isOpening || isPlural || near.length !== 1 || only === undefined) return null
  if (!isSubject(only.last) || isEmptyIt(document, at.first)) return null
  return { referent: only.referent, score: SCORE.opening }
}

function isSubject({ role }: Sighting): boolean {
  return role === 'subject' || role === 'inverted'
}

/** "It is clear that", "It was a mistake": nothing that a body does. */
function isEmptyIt(document: Document, at: number): boolean {
  const next = document.tokens[at + 1]
  return (
    next === undefined || next.tags.includes('Copula') || next.normal.startsWith("'") || next.tags.includes('Modal')
  )
}

/** Whether a plural noun stands between, that "they" could mean as well. */
function hasPlural(document: Document, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const token = document.tokens[at]
    const isUnknown = token?.casing === 'lower' && token.tags.length === 0
    if (token?.tags.includes('Plural') || (isUnknown && token.normal.endsWith('s'))) return true
  }
  return false
}
