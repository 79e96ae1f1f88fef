import type { ProfileInContext } from '../pipeline/stage.js'
import { blockKeys, FAMILY_KEY, REGISTRY_KEY, WHOLE_KEY } from './blocking.js'
import type { Features } from './features.js'
import { byCodeUnit } from './normal.js'
import { PackedNumbers } from './packed-numbers.js'

/** A block of at most so many profiles is judged pair by pair. */
const SMALL_BLOCK = 10
/** In a larger one each profile meets so many before it in time, and of those that share one of its two rarest neighbours or roles. */
const WINDOW = 2

/** Places in the list of features. */
type Block = ArrayLike<number>

/**
 * The pairs to judge, each once, sorted by their profile ids, whatever the order of the items. A large block is split by
 * what stands round its profiles, so the number of pairs grows with the number of profiles, not with its square, and none
 * is left out by a cap: each profile meets those next to it in time.
 */
export function* candidatePairs(
  items: readonly ProfileInContext[],
  read: (item: ProfileInContext) => Features,
): Generator<readonly [ProfileInContext, ProfileInContext]> {
  const sorted = [...items].sort((a, b) => byCodeUnit(a.profile.id, b.profile.id))
  for (const pair of pairsOf(sorted.map(read))) {
    const [one, other] = [sorted[Math.floor(pair / sorted.length)], sorted[pair % sorted.length]]
    if (one !== undefined && other !== undefined) yield [one, other]
  }
}

/** The pairs of places, each as one number, ascending. Apart from the generator, which would hold all of this to its end. */
function pairsOf(features: readonly Features[]): Float64Array {
  const pairs = new PackedNumbers()
  const add = (left: number, right: number): void =>
    pairs.push(left < right ? left * features.length + right : right * features.length + left)
  const contexts = contextsOf(features)
  for (const { kind, places } of blocksOf(features)) addPairs(places, { kind, features, contexts, add })
  return pairs.sortedOnce()
}

/** What a block's profiles share: a registry id, a family name, a whole name, or another key. */
type KeyKind = 'registry' | 'family' | 'whole' | 'other'
const KEY_KINDS: readonly KeyKind[] = ['registry', 'family', 'whole', 'other']

interface KeyedBlock {
  readonly kind: KeyKind
  /** Ascending. */
  readonly places: Block
}

/**
 * The blocks of two profiles and more. A million profiles have some ten million keys, so a key is kept as one number: its
 * kind and its hash above, the profile's place below, 53 bits in all. Two keys of one hash make one block, whose
 * profiles are judged and found to be different.
 */
function* blocksOf(features: readonly Features[]): Generator<KeyedBlock> {
  const size = 2 ** Math.max(1, Math.ceil(Math.log2(features.length + 1)))
  const hashes = Math.floor(2 ** 51 / size)
  const keyed = new PackedNumbers()
  for (const [place, item] of features.entries()) {
    for (const key of blockKeys(item))
      keyed.push((KEY_KINDS.indexOf(kindOf(key)) * hashes + (hashOf(key) % hashes)) * size + place)
  }
  const all = keyed.sortedOnce()
  for (let from = 0; from < all.length; ) {
    const key = Math.floor((all[from] ?? 0) / size)
    let to = from + 1
    while (to < all.length && Math.floor((all[to] ?? 0) / size) === key) to += 1
    const kind = KEY_KINDS[Math.floor(key / hashes)]
    if (to - from > 1 && kind !== undefined) yield { kind, places: all.subarray(from, to).map((entry) => entry % size) }
    from = to
  }
}

function kindOf(key: string): KeyKind {
  if (key.startsWith(REGISTRY_KEY)) return 'registry'
  if (key.startsWith(FAMILY_KEY)) return 'family'
  return key.startsWith(WHOLE_KEY) ? 'whole' : 'other'
}

/** A number of 53 bits from a key (two runs of FNV-1a with different seeds). */
function hashOf(key: string): number {
  let [low, high] = [0x811c9dc5, 0x9e3779b1]
  for (let at = 0; at < key.length; at += 1) {
    const code = key.charCodeAt(at)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x85ebca6b)
  }
  low ^= low >>> 15
  high ^= high >>> 13
  return (high >>> 0) * 2 ** 21 + (low >>> 11)
}

interface Meeting {
  readonly kind: KeyKind
  readonly features: readonly Features[]
  readonly contexts: Contexts
  readonly add: (left: number, right: number) => void
}

function addPairs(block: Block, meeting: Meeting): void {
  const { kind, features, contexts } = meeting
  const inTime = Array.from(block).sort((a, b) => dayOf(a, features) - dayOf(b, features) || a - b)
  if (kind === 'registry') addNear(inTime, 1, meeting)
  else if (block.length <= SMALL_BLOCK) addNear(inTime, SMALL_BLOCK, meeting)
  else {
    addNear(inTime, WINDOW, meeting)
    // Names that are only alike need one meeting where the context is the same; equal ones chain the context together.
    for (const group of finerGroups(inTime, contexts)) addNear(group, kind === 'whole' ? WINDOW : 1, meeting)
  }
}

/** Whether two profiles of a block are worth judging: what another key, or the clusters, settle is left to them. */
function meet(kind: KeyKind, left: Features, right: Features): boolean {
  if (left.kind !== right.kind) return kind === 'whole' && mayBeMisread(left, right)
  if (kind === 'registry') return true
  if (left.registryId !== null && right.registryId !== null) return false
  if (left.key === right.key) return kind === 'whole'
  if (left.article === right.article) return false
  return kind !== 'family' || isBare(left) || isBare(right)
}

/** A body of the registry and what another article reads as a person or a place of its name. */
function mayBeMisread(left: Features, right: Features): boolean {
  const [body, other] = left.kind === 'body' ? [left, right] : [right, left]
  return body.kind === 'body' && body.registryId !== null && other.registryId === null && left.key === right.key
}

function isBare(features: Features): boolean {
  return features.people[0]?.isBare ?? true
}

/** Each with those of the `window` places before it that it may meet. */
function addNear(ordered: readonly number[], window: number, { kind, features, add }: Meeting): void {
  for (const [at, right] of ordered.entries()) {
    const item = features[right]
    for (let before = Math.max(0, at - window); before < at; before += 1) {
      const left = ordered[before] ?? right
      const other = features[left]
      if (item !== undefined && other !== undefined && meet(kind, other, item)) add(left, right)
    }
  }
}

function dayOf(place: number, features: readonly Features[]): number {
  return features[place]?.day ?? 0
}

/** What stands round each profile, as numbers: names of its article and its offices. `counts` is room to count them in. */
interface Contexts {
  readonly of: readonly (readonly number[])[]
  readonly counts: Int32Array
}

function contextsOf(features: readonly Features[]): Contexts {
  const numbers = new Map<string, number>()
  const numberOf = (words: string): number => {
    const known = numbers.get(words)
    if (known !== undefined) return known
    numbers.set(words, numbers.size)
    return numbers.size - 1
  }
  const byArticle = new Map<Features['neighbours'], readonly number[]>()
  const of = features.map(({ neighbours, titles, own }) => {
    const round = byArticle.get(neighbours) ?? [...neighbours.keys()].map(numberOf)
    byArticle.set(neighbours, round)
    const names = new Set(own.filter((name) => neighbours.has(name)).map(numberOf))
    return [
      ...round.filter((name) => !names.has(name)),
      ...titles.map(({ office }) => numberOf(`as ${office.join(' ')}`)),
    ]
  })
  return { of, counts: new Int32Array(numbers.size) }
}

/** The two of the names that fewest others have, and at least one other; the first of those that as many have. */
function rarest(names: readonly number[], counts: Int32Array): readonly number[] {
  let [first, second] = [-1, -1]
  let [least, next] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const name of names) {
    const count = counts[name] ?? 0
    if (count < 2 || count >= next) continue
    if (count >= least) [second, next] = [name, count]
    else [first, second, least, next] = [name, first, count, least]
  }
  return first < 0 ? [] : second < 0 ? [first] : [first, second]
}

/** Profiles of a block that share one of their rarest neighbours or roles, the groups in order of what they share. */
function finerGroups(block: readonly number[], { of, counts }: Contexts): (readonly number[])[] {
  for (const place of block) for (const name of of[place] ?? []) counts[name] = (counts[name] ?? 0) + 1
  const groups = new Map<number, number[]>()
  for (const place of block) {
    for (const name of rarest(of[place] ?? [], counts)) {
      const group = groups.get(name)
      if (group === undefined) groups.set(name, [place])
      else group.push(place)
    }
  }
  for (const place of block) for (const name of of[place] ?? []) counts[name] = 0
  return [...groups].sort(([a], [b]) => a - b).flatMap(([, group]) => (group.length > 1 ? [group] : []))
}
