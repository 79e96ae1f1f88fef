import type { Document, Heard } from '../../model/document.js'
import { Word } from '../quotes/quote-words.js'
import type { Clauses } from './coreference-clauses.js'
import type { Referent, Sighting } from './coreference-referents.js'

/** What the learned reader heard of an article's pronouns and names, by token. */
export interface Links {
  readonly queries: ReadonlyMap<number, Heard['queries'][number]>
  readonly keys: ReadonlyMap<number, readonly number[]>
}

/** A pronoun where it stands, and what was heard of it. */
interface Hearing {
  readonly links: Links | null
  readonly at: Sighting
  readonly clauses: Pick<Clauses, 'bits'>
}

/** How many namings before the pronoun are asked, and how many after it in its sentence. */
const BEFORE = 4
const AHEAD = 2
/** Vectors are in hundredths, so their dot products are in ten-thousandths. */
const UNIT = 10_000

/**
 * What the network and the reader weigh where both speak, and what speaks for nobody then: the likeliest for the choices
 * of both on GAP dev, each text judged without it (`training/coreference`).
 */
const SHARES = { network: 0.56, reader: 0.47, nobody: 0.77 }
/** Chances below this are taken for it: no single voice rules anybody out. */
const LEAST_LOG = -12

/** The vectors of an article by token, or null where the rules read alone. */
export function linksOf({ heard }: Document): Links | null {
  if (heard === null || heard.queries.length === 0) return null
  return {
    queries: new Map(heard.queries.map((query) => [query.token, query])),
    keys: new Map(heard.keys.map(({ token, vector }) => [token, vector])),
  }
}

/**
 * What the reader gives each candidate, and last nobody, as logarithms of their chances; null where it heard nothing of
 * the pronoun or of a candidate, and before a word of saying.
 */
export function hearLinks({ links, at, clauses: { bits } }: Hearing, candidates: readonly Referent[]): number[] | null {
  const query = links?.queries.get(at.first)
  if (links === null || query === undefined) return null
  // The links learned from an encyclopedia: whom "he said" goes on with the network knows better.
  if ((bits[at.last] ?? 0) & Word.report) return null
  const scores: number[] = []
  for (const candidate of candidates) {
    const score = scoreOf(links, query.vector, at, candidate)
    if (score === null) return null
    scores.push(score)
  }
  scores.push(query.nobody / 100)
  const whole = logSum(scores)
  return scores.map((score) => score - whole)
}

/** The network's chances of the candidates, and last of nobody, weighed with what the reader gives them. */
export function weighLinks(chances: readonly number[], heard: readonly number[] | null): readonly number[] {
  if (heard === null) return chances
  const weighed = chances.map((chance, index) => {
    const network = Math.max(LEAST_LOG, Math.log(chance))
    const reader = Math.max(LEAST_LOG, heard[index] ?? LEAST_LOG)
    return SHARES.network * network + SHARES.reader * reader + (index === chances.length - 1 ? SHARES.nobody : 0)
  })
  const whole = logSum(weighed)
  return weighed.map((value) => Math.exp(value - whole))
}

/** The logarithm of the sum over a candidate's namings, each by the mean of its first and last word; null where none was heard. */
function scoreOf({ keys }: Links, query: readonly number[], at: Sighting, candidate: Referent): number | null {
  const found: number[] = []
  for (const { first, last } of namingsOf(candidate, at)) {
    const ends = [keys.get(first), keys.get(last - 1)].filter((key) => key !== undefined)
    if (ends.length > 0) found.push(ends.reduce((sum, key) => sum + dot(query, key), 0) / (ends.length * UNIT))
  }
  return found.length === 0 ? null : logSum(found)
}

/** Where a candidate is named that the reader is asked about: the last places before a pronoun, the next in its sentence. */
export function namingsOf({ sightings, ahead }: Referent, at: Sighting): Sighting[] {
  const after = ahead.filter(
    (sighting) => isName(sighting) && sighting.sentence === at.sentence && sighting.first >= at.last,
  )
  return [...sightings.filter(isName).slice(-BEFORE), ...after.slice(0, AHEAD)]
}

function isName({ form }: Sighting): boolean {
  return form === 'name'
}

function dot(query: readonly number[], key: readonly number[]): number {
  let sum = 0
  for (let index = 0; index < query.length; index += 1) sum += (query[index] ?? 0) * (key[index] ?? 0)
  return sum
}

function logSum(values: readonly number[]): number {
  const top = Math.max(...values)
  return top + Math.log(values.reduce((sum, value) => sum + Math.exp(value - top), 0))
}
