import { shareByFamilyName, shareByGivenName } from '../lexicons/name-frequencies.js'
import type { Bearer, Joining } from './joining.js'
import { oddsOf } from './judge.js'
import type { Placed, Settled } from './settled.js'

/** The probability from which a bare name is given to its bearer. */
const ENOUGH = 0.85
/** Of so many bare names one at least is somebody's whom the run never names in full, however rare the name. */
const UNNAMED = 0.135
/** What a bearer weighs whom nothing was judged about, as one who was judged unsure with a score of 0.27. */
const UNJUDGED = Math.exp(-1)
/** How many people of a common family name a run may speak of without ever giving their full name, at most. */
const UNNAMED_BEARERS = 1000

/**
 * Joins clusters that have only a bare name ("Gupta", "Saints") to the person or body that bears it: the best judgement between the two,
 * and how many articles of the run speak of that person rather than of others of the name, or of somebody of a common
 * name whom it never names in full.
 */
export function joinBareNames(joining: Joining, known: Settled, kind: 'person' | 'body'): void {
  const { full, bare } = joining.bearers(kind)
  const odds = new Map<number, Placed[]>()
  const isBare = new Set(bare.flatMap((bearer) => [...bearer.members]))
  known.each((left, right, judgement) => {
    if (judgement.verdict === 'different') return
    for (const place of [left, right]) {
      if (!isBare.has(place)) continue
      const list = odds.get(place)
      if (list === undefined) odds.set(place, [{ left, right, judgement }])
      else list.push({ left, right, judgement })
    }
  })
  const alone = new Map<string, Bearer[]>()
  // Bodies of one name were judged by all of it: "USS Halden" and "HMS Halden" stay two.
  for (const bearer of kind === 'person' ? bare : []) {
    const list = alone.get(bearer.word)
    if (list === undefined) alone.set(bearer.word, [bearer])
    else list.push(bearer)
  }
  for (const bearer of bare) {
    const owner = ownerOf(bearer, { full, alone, odds, kind })
    if (owner !== null) joining.join(owner.left, owner.right, 'strong')
  }
}

interface Offers {
  readonly full: ReadonlyMap<string, readonly Bearer[]>
  /** Clusters that have only a bare name, by it. */
  readonly alone: ReadonlyMap<string, readonly Bearer[]>
  readonly odds: ReadonlyMap<number, readonly Placed[]>
  readonly kind: 'person' | 'body'
}

/** The judgement by which a bare name is somebody's, or `null`; where nobody bears it in full, another's of that name alone. */
function ownerOf(bare: Bearer, { full, alone, odds, kind }: Offers): Placed | null {
  const offers = [...bare.members].flatMap((place) => odds.get(place) ?? [])
  let best: { placed: Placed; weight: number; articles: number } | null = null
  let all = 0
  for (const { members, articles } of full.get(bare.word) ?? alone.get(bare.word) ?? []) {
    if (members === bare.members) continue
    const own = offers.filter(({ left, right }) => members.has(left) || members.has(right))
    const [placed] = own.sort((a, b) => b.judgement.score - a.judgement.score || a.left - b.left || a.right - b.right)
    const weight = articles * (placed === undefined ? UNJUDGED : Math.exp(oddsOf(placed.judgement.score)))
    all += weight
    if (placed !== undefined && (best === null || weight > best.weight)) best = { placed, weight, articles }
  }
  if (best === null) return null
  const share =
    kind === 'person' ? Math.max(shareByFamilyName.get(bare.word) ?? 0, shareByGivenName.get(bare.word) ?? 0) : 0
  const unnamed = Math.max(UNNAMED * best.articles, UNNAMED_BEARERS * share)
  return best.weight / (all + unnamed) >= ENOUGH ? best.placed : null
}
