import type { ProfileInContext } from '../pipeline/stage.js'
import { blockKeys, FAMILY_KEY, REGISTRY_KEY, WHOLE_KEY } from './blocking.js'
import type { Features } from './features.js'
import { byCodeUnit } from './normal.js'

/** A block of at most so many profiles is judged pair by pair. */
const SMALL_BLOCK = 10
/** In a larger one each profile meets so many before it in time, … */
const WINDOW = 2
/** … and those that share one of so many of its rarest neighbours or roles. */
const FINER_KEYS = 3

/** Places in the list of features. */
type Block = readonly number[]

/**
 * The pairs to judge, each once, whatever the order of the items. A large block is split by what stands round its
 * profiles, so the number of pairs grows with the number of profiles, not with its square, and none is left out by a cap:
 * each profile meets those next to it in time.
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
  const inTime = [...block].sort((a, b) => dayOf(a, features) - dayOf(b, features) || a - b)
  if (key.startsWith(REGISTRY_KEY)) yield* near(inTime, features, meet, 1)
  else if (block.length <= SMALL_BLOCK) yield* near(inTime, features, meet, SMALL_BLOCK)
  else {
    yield* near(inTime, features, meet, WINDOW)
    for (const group of finerGroups(inTime, features)) yield* near(group, features, meet, WINDOW)
  }
}

type Meet = (left: Features, right: Features) => boolean

/** Whether two profiles of a block are worth judging: what another key, or the clusters, settle is left to them. */
function meeting(key: string): Meet {
  const isRegistry = key.startsWith(REGISTRY_KEY)
  const isFamily = key.startsWith(FAMILY_KEY)
  const isWhole = key.startsWith(WHOLE_KEY)
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
  ordered: Block,
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
  return [...features.neighbours.keys()]
    .filter((name) => !features.own.includes(name))
    .concat(...features.titles.map(({ office }) => `as ${office.join(' ')}`))
}
