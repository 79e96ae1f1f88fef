import { coreferenceNet } from '../../lexicons/coreference-weights.js'
import { chooseBody } from './coreference-bodies.js'
import { type Asked, featuresOf, pronounFeatures } from './coreference-features.js'
import { probabilities } from './coreference-ranker.js'
import type { Referent } from './coreference-referents.js'

/** How many sentences back a pronoun may reach. */
const FARTHEST = 9
/** What is likelier than this is printed. */
const LEAST = 0.5
/** How many of those spoken of last are weighed. */
const MOST = 14

/** The people that a pronoun may stand for: spoken of before, or named further on in its own sentence; in text order. */
export function candidatesFor({ at, referents }: Asked): Referent[] {
  const able = referents.filter(({ kind, sightings, ahead }) => {
    if (kind !== 'person') return false
    const last = sightings.at(-1)
    if (last !== undefined && at.sentence - last.sentence <= FARTHEST) return true
    return ahead.some(({ sentence, first }) => sentence === at.sentence && first >= at.last)
  })
  if (able.length <= MOST) return able
  const lastOf = ({ sightings }: Referent): number => sightings.at(-1)?.first ?? at.first
  const cut = able.map(lastOf).sort((a, b) => b - a)[MOST - 1] ?? 0
  return able.filter((referent) => lastOf(referent) >= cut)
}

/** The referent that a pronoun stands for, or null where none is clear. `isClear`: whether it may be printed. */
export function choosePronoun(asked: Asked): { referent: Referent; score: number; isClear: boolean } | null {
  const isPerson = asked.pronoun.gender === 'female' || asked.pronoun.gender === 'male'
  if (!isPerson) {
    const body = chooseBody(asked)
    return body === null ? null : { ...body, isClear: true }
  }
  // What the network learned from texts in which a name's gender is often guessed wrong is held to it here.
  const candidates = candidatesFor(asked).filter(({ gender }) => gender === null || gender === asked.pronoun.gender)
  if (candidates.length === 0) return null
  const chances = probabilities(
    coreferenceNet,
    pronounFeatures(asked),
    candidates.map((candidate) => featuresOf(asked, candidate)),
  )
  let best = -1
  let most = chances.at(-1) ?? 0
  candidates.forEach((_, index) => {
    const chance = chances[index] ?? 0
    if (chance > most) [best, most] = [index, chance]
  })
  const referent = candidates[best]
  if (referent === undefined) return null
  return { referent, score: Math.round(100 * most) / 100, isClear: most >= LEAST && !isOneOfTwo(referent, candidates) }
}

/** "Becker and Ortega met. He was late.": either of the two, whatever the numbers say. */
function isOneOfTwo(referent: Referent, candidates: readonly Referent[]): boolean {
  const own = referent.sightings.at(-1)
  if (own === undefined) return false
  return candidates.some(({ sightings }) => {
    const last = sightings.at(-1)
    return last !== undefined && (last.last + 1 === own.first || own.last + 1 === last.first) && last !== own
  })
}
