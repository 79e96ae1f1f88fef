import type { ProfileInContext } from '../pipeline/stage.js'
import { blockKeys, FAMILY_KEY, REGISTRY_KEY } from './blocking.js'
import type { Features } from './features.js'
import { byCodeUnit } from './normal.js'

/** A block of at most so many profiles is judged pair by pair. */
const SMALL_BLOCK = 16
const SMALL_GROUP = 8
/** In a larger one each profile meets so many before it in order, … */
const WINDOW = 2
/** … and those that share one of so many of its rarest neighbours or roles. */
const FINER_KEYS = 4

/** What a finer key is counted and grouped by: places in the list of features. */
type Block = readonly number[]

/**
 * The pairs to judge, each once, whatever the order of the items. A large block is split by what stands round its
 * profiles, so the number of pairs grows with the number of profiles, not with its square, and none is left out by a cap:
 * each profile meets its neighbours in order of name and date.
 */
export function* candidatePairs(
  items: readonly ProfileInContext[],
  read: (item: ProfileInContext) => Features,
): Generator<readonly [ProfileInContext, ProfileInContext]> {
  const sorted = [...items].sort((a, b) => byCodeUnit(a.profile.id, b.profile.id))
  const features = sorted.map(read)
  const seen = new Set<number>()
  for (const [key, block] of blocksOf(features)) {
    for (const [left, right] of pairsIn(block, key, features)) {
      const [first, second] = left < right ? [left, right] : [right, left]
      const place = first * sorted.length + second
      const [one, other] = [sorted[first], sorted[second]]
      if (one === undefined || other === undefined || seen.has(place)) continue
      seen.add(place)
      yield [one, other]
    }
  }
}

function blocksOf(features: readonly Features[]): [string, Block][] {
  const blocks = new Map<string, number[]>()
  for (const [place, item] of features.entries()) {
    for (const key of blockKeys(item)) append(blocks, key, place)
  }
  return [...blocks].filter(([, block]) => block.length > 1).sort(([a], [b]) => byCodeUnit(a, b))
}

function append<Key>(map: Map<Key, number[]>, key: Key, place: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [place])
  else list.push(place)
}

function* pairsIn(block: Block, key: string, features: readonly Features[]): Generator<readonly [number, number]> {
  const meet = meeting(key)
  if (key.startsWith(REGISTRY_KEY)) yield* chain(inOrder(block, features), features, meet, 1)
  else if (block.length <= SMALL_BLOCK) yield* all(block, features, meet)
  else {
    yield* chain(inOrder(block, features), features, meet, WINDOW)
    yield* chain(inTime(block, features), features, meet, WINDOW)
    for (const group of finerGroups(block, features)) {
      if (group.length <= SMALL_GROUP) yield* all(group, features, meet)
      else yield* chain(inTime(group, features), features, meet, WINDOW)
    }
  }
}

type Meet = (left: Features, right: Features) => boolean

/** Whether two profiles of a block are worth judging: what another key, or the clusters, settle is left to them. */
function meeting(key: string): Meet {
  const isRegistry = key.startsWith(REGISTRY_KEY)
  const isFamily = key.startsWith(FAMILY_KEY)
  return (left, right) => {
    if (left.kind !== right.kind) return false
    if (!isRegistry && left.registryId !== null && right.registryId !== null) return false
    if (left.article === right.article && left.normal !== right.normal && !isRegistry) return false
    return !isFamily || isBare(left) || isBare(right)
  }
}

function isBare(features: Features): boolean {
  return features.people[0]?.isBare ?? true
}

function* all(block: Block, features: readonly Features[], meet: Meet): Generator<readonly [number, number]> {
  for (const [at, left] of block.entries()) {
    for (const right of block.slice(at + 1)) if (passes(left, right, features, meet)) yield [left, right]
  }
}

/** Each with the last `window` bare and the last `window` full names before it, in the order given. */
function* chain(
  ordered: Block,
  features: readonly Features[],
  meet: Meet,
  window: number,
): Generator<readonly [number, number]> {
  const recent: { bare: number[]; full: number[] } = { bare: [], full: [] }
  for (const right of ordered) {
    const item = features[right]
    if (item === undefined) continue
    for (const left of [...recent.bare, ...recent.full]) if (passes(left, right, features, meet)) yield [left, right]
    const list = isBare(item) ? recent.bare : recent.full
    list.push(right)
    if (list.length > window) list.shift()
  }
}

function passes(left: number, right: number, features: readonly Features[], meet: Meet): boolean {
  const [one, other] = [features[left], features[right]]
  return one !== undefined && other !== undefined && meet(one, other)
}

/** By name, then in time: equal names lie together. */
function inOrder(block: Block, features: readonly Features[]): Block {
  const name = (place: number): string => features[place]?.normal ?? ''
  return [...block].sort((a, b) => byCodeUnit(name(a), name(b)) || dayOf(a, features) - dayOf(b, features) || a - b)
}

function inTime(block: Block, features: readonly Features[]): Block {
  return [...block].sort((a, b) => dayOf(a, features) - dayOf(b, features) || a - b)
}

function dayOf(place: number, features: readonly Features[]): number {
  return features[place]?.day ?? 0
}

/** Profiles of a block that share one of their rarest neighbours or roles, the groups in order of what they share. */
function finerGroups(block: Block, features: readonly Features[]): Block[] {
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
  return [...features.neighbours.keys(), ...features.roles.map((words) => `as ${words.join(' ')}`)]
}
