import type { Pronoun } from '../../lexicons/pronouns.js'
import type { Document } from '../../model/document.js'
import type { Referent } from './coreference-referents.js'

/** Where a pronoun stands. */
export interface Place {
  readonly sentence: number
  readonly token: number
  readonly quotation: number
  readonly sentenceStart: number
}

/** Weights, set on the development half of GAP and on PolNeAR's training articles. */
const WEIGHT = { subject: 0.35, frequent: 0.3, known: 0.3, quoted: 0.3, near: 0.15 }
const BY_DISTANCE = [1, 0.85, 0.55, 0.4, 0.25]
const LEAST = 0.75
const MARGIN = 0.12

/** The referent that a pronoun stands for, or null where none is clear. */
export function choosePronoun(
  document: Document,
  pronoun: Pronoun,
  referents: readonly Referent[],
  place: Place,
): { referent: Referent; score: number } | null {
  if (pronoun.gender === 'thing' || pronoun.gender === 'any') return chooseBody(document, pronoun, referents, place)
  let best: Referent | null = null
  let bestScore = 0
  let second = 0
  let total = 0
  for (const referent of referents) if (referent.kind === 'person') total += referent.count
  for (const referent of referents) {
    if (!agrees(referent, pronoun)) continue
    const score = salience(referent, pronoun, place, total)
    if (score > bestScore) {
      second = bestScore
      best = referent
      bestScore = score
    } else if (score > second) second = score
  }
  if (best === null || bestScore < LEAST || bestScore - second < MARGIN) return null
  if (best.gender === null) best.gender = pronoun.gender
  return { referent: best, score: scoreOf(bestScore, bestScore - second) }
}

function agrees(referent: Referent, pronoun: Pronoun): boolean {
  return referent.kind === 'person' && (referent.gender === null || referent.gender === pronoun.gender)
}

/** How present a referent is where the pronoun stands. */
function salience(referent: Referent, pronoun: Pronoun, place: Place, total: number): number {
  const distance = place.sentence - referent.last.sentence
  let score = BY_DISTANCE[distance] ?? (distance < 9 ? 0.15 : 0)
  if (score === 0) return 0
  if (referent.last.isSubject) score += WEIGHT.subject
  score += WEIGHT.frequent * (referent.count / (total || 1))
  if (referent.gender === pronoun.gender) score += WEIGHT.known
  // Who is only spoken of inside a quotation is not who the paper goes on with, and the other way round.
  if (referent.last.quotation !== place.quotation && distance > 0 && referent.last.quotation !== -1)
    score -= WEIGHT.quoted
  if (distance === 0 && pronoun.use !== 'subject' && place.token - referent.last.token < 12) score += WEIGHT.near
  return score
}

function scoreOf(score: number, margin: number): number {
  const sure = 0.5 + 0.2 * Math.min(1, score / 1.8) + 0.28 * Math.min(1, margin / 0.6)
  return Math.round(sure * 100) / 100
}

/** "The FBI said it would …": a body only where it is the subject just before, and nothing else could be meant. */
function chooseBody(
  document: Document,
  pronoun: Pronoun,
  referents: readonly Referent[],
  place: Place,
): { referent: Referent; score: number } | null {
  const near = referents.filter(({ kind, last }) => kind !== 'person' && place.sentence - last.sentence <= 1)
  const same = near.filter(({ last }) => last.sentence === place.sentence && last.token < place.token)
  const isOpening = place.token === place.sentenceStart
  if (same.length === 1 && same[0]?.last.isSubject && !isOpening) {
    if (pronoun.number === 'plural' && hasPlural(document, same[0].last.token, place.token)) return null
    if (place.token - same[0].last.token > 14) return null
    return { referent: same[0], score: pronoun.number === 'plural' ? 0.6 : 0.75 }
  }
  const only = near[0]
  if (!isOpening || pronoun.number === 'plural' || near.length !== 1 || only === undefined) return null
  if (!only.last.isSubject || isEmptyIt(document, place.token)) return null
  return { referent: only, score: 0.65 }
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
  for (let at = from + 1; at < to; at += 1) {
    const token = document.tokens[at]
    if (
      token !== undefined &&
      (token.tags.includes('Plural') ||
        (token.casing === 'lower' && token.normal.endsWith('s') && token.tags.length === 0))
    )
      return true
  }
  return false
}
