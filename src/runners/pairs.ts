import type { Judgement } from '../model/entity.js'
import type { PairStage, ProfileInContext } from '../pipeline/stage.js'
import type { FindJudgement } from './runner.js'

/** A profile with its keys, sorted, none twice. */
interface Keyed {
  readonly item: ProfileInContext
  readonly keys: readonly string[]
}

/**
 * Judges every pair of profiles that share a block key, once, however many keys they share. The order is that of the
 * keys and profile ids, whatever the order of `items`. A stage that chooses its own pairs is taken at its word, and
 * judges only those that are not `known`.
 */
export function* judgeInBlocks(
  stage: PairStage,
  items: readonly ProfileInContext[],
  known: FindJudgement = () => null,
): Generator<Judgement> {
  if (stage.candidates) {
    for (const [left, right] of stage.candidates(items))
      yield known(left.profile.id, right.profile.id) ?? stage.judge(left, right)
  } else {
    for (const [key, block] of blocksOf(stage, items)) yield* judgeBlock(stage, key, block)
  }
}

/**
 * Judges the pairs of one block, in the order of their profile ids: only those whose first shared key is `key`, so that
 * each pair is judged in one block however many it shares.
 */
export function judgeInBlock(stage: PairStage, key: string, items: readonly ProfileInContext[]): Iterable<Judgement> {
  return judgeBlock(stage, key, keyedOf(stage, items))
}

/** The profiles sorted by id, with their keys. */
function keyedOf(stage: PairStage, items: readonly ProfileInContext[]): Keyed[] {
  return [...items].sort(byProfile).map((item) => ({ item, keys: blockKeysOf(stage, item) }))
}

/** The keys of a profile, sorted, none twice. */
export function blockKeysOf(stage: PairStage, item: ProfileInContext): string[] {
  return [...new Set(stage.keys(item))].sort()
}

/** The blocks, sorted by key; in each the profiles sorted by id. A profile alone with its key makes no block. */
function blocksOf(stage: PairStage, items: readonly ProfileInContext[]): [string, Keyed[]][] {
  const blocks = new Map<string, Keyed[]>()
  for (const keyed of keyedOf(stage, items)) {
    for (const key of keyed.keys) {
      const block = blocks.get(key)
      if (block) block.push(keyed)
      else blocks.set(key, [keyed])
    }
  }
  return [...blocks].filter(([, block]) => block.length > 1).sort(([a], [b]) => (a < b ? -1 : 1))
}

function* judgeBlock(stage: PairStage, key: string, block: readonly Keyed[]): Generator<Judgement> {
  for (const [index, left] of block.entries()) {
    for (const right of block.slice(index + 1)) {
      // The pair belongs to the first key that both have: no table of pairs that were judged is needed.
      if (firstShared(left.keys, right.keys) === key) yield stage.judge(left.item, right.item)
    }
  }
}

/** The first string that two sorted lists share. */
function firstShared(left: readonly string[], right: readonly string[]): string | undefined {
  if (left.length === 1) return left[0]
  return left.find((key) => right.includes(key))
}

function byProfile(a: ProfileInContext, b: ProfileInContext): number {
  return a.profile.id < b.profile.id ? -1 : a.profile.id > b.profile.id ? 1 : 0
}
