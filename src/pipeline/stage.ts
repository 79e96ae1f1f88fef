import type { z } from 'zod'
import type { Judgement } from '../model/entity.js'
import type { Profile } from '../model/record.js'

/**
 * One named, pure step. `In` and `Out` are plain data, so it can run in a thread or on another machine.
 * `output` is checked where data crosses an edge (thread, file, process), not after every stage.
 */
export interface Stage<In, Out> {
  readonly name: string
  readonly output: z.ZodType<Out>
  run(input: In): Out | Promise<Out>
}

/** A profile with what its article says around it: what two profiles are judged by. */
export interface ProfileInContext {
  readonly profile: Profile
  readonly article: string
  /** ISO date of the article, `null` where unknown. */
  readonly published: string | null
  /** Names of the profiles of the article, sorted; its own may be among them. */
  readonly neighbours: readonly string[]
}

/** Profiles that share a block key are judged in pairs; `keys` and `judge` are pure. */
export interface PairStage {
  readonly name: string
  keys(item: ProfileInContext): readonly string[]
  judge(left: ProfileInContext, right: ProfileInContext): Judgement
  /**
   * The pairs to judge among all profiles of a run, each once, in an order that the items' order does not change: pairs
   * that share a key, but in a block too large only those that a finer key brings together, so that the cost does not
   * grow with the square. A runner that sees all profiles takes this; one that groups by key takes every pair of a block.
   */
  candidates?(items: readonly ProfileInContext[]): Iterable<readonly [ProfileInContext, ProfileInContext]>
}
