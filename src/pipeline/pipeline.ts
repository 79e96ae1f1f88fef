import type { Judgement } from '../model/entity.js'
import type { ArticleRecord } from '../model/record.js'
import type { PairStage, Stage } from './stage.js'

/** What a stage of the whole run is given: everything so far, under the names that stages before it gave. */
export interface RunData {
  readonly records: readonly ArticleRecord[]
  readonly judgements: readonly Judgement[]
  readonly [made: string]: unknown
}

/** A step over the whole run: it adds `makes` to the run's data. */
export interface AllStage<Out = unknown> {
  readonly name: string
  readonly makes: string
  run(data: RunData): Out
}

/**
 * The stages of a run, in order; immutable, so a pipeline can be extended without changing the one it came from.
 * A wrong order is a compile error at that line.
 * @example new Pipeline<Origin>('mine').each(readArticle).each(segment)
 */
export class Pipeline<In, Out = In> {
  readonly name: string
  readonly eachStages: readonly Stage<never, unknown>[]
  readonly pairStage: PairStage | null
  readonly allStages: readonly AllStage[]

  constructor(
    name: string,
    eachStages: readonly Stage<never, unknown>[] = [],
    pairStage: PairStage | null = null,
    allStages: readonly AllStage[] = [],
  ) {
    this.name = name
    this.eachStages = eachStages
    this.pairStage = pairStage
    this.allStages = allStages
  }

  /** Adds a step that every article takes. */
  each<Next>(stage: Stage<Out, Next>): Pipeline<In, Next> {
    // Stage<Out, …> is held as Stage<never, …>: only `runStages` calls it, with what the stage before gave.
    return new Pipeline(this.name, [...this.eachStages, stage as Stage<never, unknown>], this.pairStage, this.allStages)
  }

  /** Sets how profiles that share a block key are judged. */
  pairs(stage: PairStage): Pipeline<In, Out> {
    return new Pipeline(this.name, this.eachStages, stage, this.allStages)
  }

  /** Adds a step over the whole run. */
  all(stage: AllStage): Pipeline<In, Out> {
    return new Pipeline(this.name, this.eachStages, this.pairStage, [...this.allStages, stage])
  }
}
