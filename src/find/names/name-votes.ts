import type { NameContext } from './name-context.js'
import type { NameKind, ScoredName } from './name-scorer.js'
import { isNameWord } from './name-zones.js'

/** Where in a name a word stands: it is the name, or begins, ends or lies inside a longer one; or is no name at all. */
type Position = 'whole' | 'first' | 'last' | 'inner' | 'none'

interface Vote {
  readonly position: Position
  readonly kind: NameKind
}

/** How many votes of each sort a word has: `whole person` → 3. */
type Votes = Map<string, number>

/**
 * What the names found in a first reading say about every place of the same words: "Noem" alone is a person where
 * "Kristi Noem" was one. Gives the additional evidence for the token at an index; a token's own vote does not count.
 * Headlines in capitals are told by the rest of the article and tell it nothing.
 */
export function votesOf(context: NameContext, names: readonly ScoredName[]): (at: number) => readonly string[] {
  const own = new Map<number, Vote>()
  const byWord = new Map<string, Votes>()
  const cast = (at: number, vote: Vote): void => {
    const word = context.tokens[at]?.normal
    if (word === undefined) return
    own.set(at, vote)
    const votes = byWord.get(word) ?? new Map<string, number>()
    byWord.set(word, votes)
    const key = `${vote.position} ${vote.kind}`
    votes.set(key, (votes.get(key) ?? 0) + 1)
  }
  let next = 0
  for (const zone of context.zones) {
    if (zone.lettering !== 'usual') continue
    for (let at = zone.first; at < zone.last; at += 1) {
      while ((names[next]?.last ?? Number.POSITIVE_INFINITY) <= at) next += 1
      const name = names[next]
      if (!isNameWord(context.tokens, at)) continue
      if (name === undefined || name.first > at) cast(at, { position: 'none', kind: 'other' })
      else cast(at, { position: positionOf(name, at), kind: name.kind })
    }
  }
  return (at) => evidenceOf(byWord.get(context.tokens[at]?.normal ?? ''), own.get(at))
}

function positionOf(name: ScoredName, at: number): Position {
  if (name.last - name.first === 1) return 'whole'
  if (at === name.first) return 'first'
  return at === name.last - 1 ? 'last' : 'inner'
}

const NONE: readonly string[] = []

/** One piece of evidence for each position: the kind with most votes there, whether it is alone, and about how many. */
function evidenceOf(votes: Votes | undefined, own: Vote | undefined): readonly string[] {
  if (votes === undefined) return NONE
  const best = new Map<string, { kind: string; count: number; sum: number }>()
  for (const [key, all] of votes) {
    const [position = '', kind = ''] = key.split(' ')
    const count = own !== undefined && own.position === position && own.kind === kind ? all - 1 : all
    if (count === 0) continue
    const known = best.get(position)
    if (known === undefined) best.set(position, { kind, count, sum: count })
    else {
      known.sum += count
      if (count > known.count) {
        known.kind = kind
        known.count = count
      }
    }
  }
  return [...best].map(([position, { kind, count, sum }]) => {
    const amount = count > 2 ? 3 : count
    return `m=${position} ${kind} ${count === sum ? 'all' : 'most'} ${amount}`
  })
}
