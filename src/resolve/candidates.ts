import type { ProfileInContext } from '../pipeline/stage.js'
import { blockKeys, FAMILY_KEY, REGISTRY_KEY, WHOLE_KEY } from './blocking.js'
import type { Features } from './features.js'
import { byCodeUnit } from './normal.js'
import { PackedNumbers } from './packed-numbers.js'

/** A block of at most so many profiles is judged pair by pair. */
const SMALL_BLOCK = 10
/** In a larger one each profile meets so many before it in time, … */
const WINDOW = 2
/** … and those that share one of so many of its rarest neighbours or roles. */
const FINER_KEYS = 3

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
  const features = sorted.map(read)
  const pairs = new PackedNumbers()
  for (const { kind, places } of blocksOf(features)) {
    for (const [left, right] of pairsIn(places, kind, features))
      pairs.push(left < right ? left * sorted.length + right : right * sorted.length + left)
  }
  for (const pair of pairs.sortedOnce()) {
    const [one, other] = [sorted[Math.floor(pair / sorted.length)], sorted[pair % sorted.length]]
    if (one !== undefined && other !== undefined) yield [one, other]
  }
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

function append<Key>(map: Map<Key, number[]>, key: Key, place: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [place])
  else list.push(place)
}

function* pairsIn(block: Block, kind: KeyKind, features: readonly Features[]): Generator<readonly [number, number]> {
  const meet = meeting(kind)
  const inTime = Array.from(block).sort((a, b) => dayOf(a, features) - dayOf(b, features) || a - b)
  if (kind === 'registry') yield* near(inTime, features, meet, 1)
  else if (block.length <= SMALL_BLOCK) yield* near(inTime, features, meet, SMALL_BLOCK)
  else {
    yield* near(inTime, features, meet, WINDOW)
    for (const group of finerGroups(inTime, features)) yield* near(group, features, meet, WINDOW)
  }
}

type Meet = (left: Features, right: Features) => boolean

/** Whether two profiles of a block are worth judging: what another key, or the clusters, settle is left to them. */
function meeting(kind: KeyKind): Meet {
  const [isRegistry, isFamily, isWhole] = [kind === 'registry', kind === 'family', kind === 'whole']
  return (left, right) => {
    if (left.kind !== right.kind) return isWhole && mayBeMisread(left, right)
    if (isRegistry) return true
    if (left.registryId !== null && right.registryId !== null) return false
    if (left.key === right.key) return isWhole
    if (left.article === right.article) return false
    return !isFamily || isBare(left) || isBare(right)
  }
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
function* near(
  ordered: readonly number[],
  features: readonly Features[],
  meet: Meet,
  window: number,
): Generator<readonly [number, number]> {
  for (const [at, right] of ordered.entries()) {
    const item = features[right]
    for (let before = Math.max(0, at - window); before < at; before += 1) {
      const left = ordered[before]
      const other = left === undefined ? undefined : features[left]
      if (left !== undefined && item !== undefined && other !== undefined && meet(other, item)) yield [left, right]
    }
  }
}

function dayOf(place: number, features: readonly Features[]): number {
  return features[place]?.day ?? 0
}

/** Profiles of a block that share one of their rarest neighbours or roles, the groups in order of what they share. */
function finerGroups(block: readonly number[], features: readonly Features[]): (readonly number[])[] {
  const holders = new Map<string, number>()
  const contexts = block.map((place) => contextOf(features[place]))
  for (const context of contexts) for (const name of context) holders.set(name, (holders.get(name) ?? 0) + 1)
  const groups = new Map<string, number[]>()
  for (const [at, place] of block.entries()) {
    const shared = (contexts[at] ?? []).filter((name) => (holders.get(name) ?? 0) > 1)
    shared.sort((a, b) => (holders.get(a) ?? 0) - (holders.get(b) ?? 0) || byCodeUnit(a, b))
    for (const name of shared.slice(0, FINER_KEYS)) append(groups, name, place)
  }
  return [...groups]
    .filter(([, group]) => group.length > 1)
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([, group]) => group)
}

function contextOf(features: Features | undefined): string[] {
  if (features === undefined) return []
  return [...features.neighbours.keys()]
    .filter((name) => !features.own.includes(name))
    .concat(...features.titles.map(({ office }) => `as ${office.join(' ')}`))
}
