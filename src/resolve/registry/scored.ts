import type { RegistryEntry } from '../../model/registry.js'

/** One reason for or against: a named comparison in log odds. */
export interface Reason {
  readonly name: string
  readonly score: number
}

/** An entry that a profile may be, and how much speaks for it in log odds; 0: as much as speaks against. */
export interface Scored {
  readonly entry: RegistryEntry
  readonly score: number
  readonly reasons: readonly Reason[]
}

/** What is known of a profile: the entry it is, or those it may be, with their probability (two decimals). */
export interface Decision {
  readonly entry: RegistryEntry | null
  readonly candidates: readonly { readonly id: string; readonly name: string; readonly score: number }[]
}

/** Probability from which a profile is the entry. Measured: see tests/registry and the changelog. */
export const SURE = 0.95
/** Below it an entry is not worth telling. */
const POSSIBLE = 0.1
const MOST_CANDIDATES = 5

/** An entry with its reasons added up. */
export function scored(entry: RegistryEntry, reasons: readonly (Reason | null)[]): Scored {
  const known = reasons.filter((reason) => reason !== null)
  return { entry, reasons: known, score: known.reduce((sum, { score }) => sum + score, 0) }
}

/**
 * Weighs the entries against each other and against none of them. Only what is sure is given as a fact; the others are
 * candidates, the most probable first.
 */
export function decide(all: readonly Scored[]): Decision {
  const best = new Map<string, Scored>()
  for (const one of all)
    if (one.score > (best.get(one.entry.id)?.score ?? Number.NEGATIVE_INFINITY)) best.set(one.entry.id, one)
  const odds = [...best.values()].map((one) => ({ ...one, odds: Math.exp(Math.min(30, one.score)) }))
  const sum = odds.reduce((total, one) => total + one.odds, 1)
  const ranked = odds
    .map(({ entry, odds: own }) => ({ entry, score: own / sum }))
    .sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1))
  const first = ranked[0]
  if (first !== undefined && first.score >= SURE) return { entry: first.entry, candidates: [] }
  const candidates = ranked
    .filter(({ score }) => score >= POSSIBLE)
    .slice(0, MOST_CANDIDATES)
    .map(({ entry, score }) => ({ id: entry.id, name: entry.name, score: Math.round(score * 100) / 100 }))
  return { entry: null, candidates }
}
