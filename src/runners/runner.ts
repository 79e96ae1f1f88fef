import { z } from 'zod'
import type { Origin } from '../model/article.js'
import type { Judgement } from '../model/entity.js'
import { DOCUMENT_ERROR_CODES, DocumentError, type DocumentErrorCode } from '../model/errors.js'
import type { Failure } from '../model/run.js'
import type { Pipeline } from '../pipeline/pipeline.js'
import type { ProfileInContext, Stage } from '../pipeline/stage.js'
import type { PipelineSource } from './load-pipeline.js'

/** What became of an article: its record as the JSON that the file will hold, or why it was set aside. */
export type Outcome =
  | { readonly path: string; readonly ok: string }
  | { readonly path: string; readonly failed: Failure }

/** Runs a pipeline's stages over many articles. Outcomes come as they are ready, in no promised order. */
export interface Runner {
  /**
   * Loads the pipeline where articles will be read, so that a broken one stops the run instead of setting every article
   * aside. Not needed before `each`, which does the same.
   * @throws {SetupError} when it does not load
   */
  prepare(source: PipelineSource): Promise<void>
  /** Takes an origin only when there is room for it, so that memory does not grow with the number of articles. */
  each(source: PipelineSource, origins: AsyncIterable<Origin>): AsyncIterable<Outcome>
  /** Judges every pair of profiles that share a block key, once; a pair that `known` has the judgement of is not judged again. */
  pairs(source: PipelineSource, items: readonly ProfileInContext[], known?: FindJudgement): AsyncIterable<Judgement>
}

/** The judgement that an earlier run made on two profiles (ids, `left` < `right`), or `null`; asked for pairs in order. */
export type FindJudgement = (left: string, right: string) => Judgement | null

export interface RunEachOptions {
  /** Checks the output of every stage, not only the last one's. @default false */
  readonly check?: boolean
  /** Called with the index of each stage before it runs. */
  readonly onStage?: (index: number) => void
}

/** Runs one article through all `.each` stages. The only place that catches what a stage throws. */
export async function runEach(
  pipeline: Pipeline<Origin, unknown>,
  origin: Origin,
  { check = false, onStage }: RunEachOptions = {},
): Promise<Outcome> {
  const stages = pipeline.eachStages
  let value: unknown = origin
  let name: string | null = null
  try {
    for (const [index, stage] of stages.entries()) {
      name = stage.name
      onStage?.(index)
      // `Pipeline.each` made sure that a stage takes what the one before it gives.
      value = await stage.run(value as never)
      if (check || index === stages.length - 1) value = checked(stage, value)
    }
    return { path: origin.path, ok: serialise(value) }
  } catch (error) {
    return { path: origin.path, failed: failureOf(origin.path, name, error) }
  }
}

/** The text of a JSON file of a run: a line for each value, so that a change shows as a small difference. */
export function serialise(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`
}

/** Why an article was set aside, from what was thrown. */
export function failureOf(path: string, stage: string | null, error: unknown): Failure {
  const { message, cause, stack } = error instanceof Error ? error : new Error(String(error))
  const code = documentErrorCode(error)
  const behind = code === 'internal' ? stack : cause instanceof Error ? cause.message : cause
  return {
    path,
    stage,
    code,
    message: portable(message),
    cause: behind === undefined ? null : portable(String(behind)),
  }
}

/** By name and not by class: a pipeline may hold another copy of this package than the runner does. */
function documentErrorCode(error: unknown): DocumentErrorCode {
  if (!(error instanceof Error) || error.name !== 'DocumentError' || !('code' in error)) return 'internal'
  return DOCUMENT_ERROR_CODES.find((code) => code === error.code) ?? 'internal'
}

function checked(stage: Stage<never, unknown>, value: unknown): unknown {
  const parsed = stage.output.safeParse(value)
  if (parsed.success) return parsed.data
  const faults = z.prettifyError(parsed.error).split('\n').slice(0, 12).join('\n')
  throw new DocumentError(
    'stage/invalid-output',
    `Expected the output of ${stage.name} to fit its schema, got:\n${faults}`,
  )
}

const PACKAGE_ROOT = new URL(import.meta.url.endsWith('.ts') ? '../../' : '../../../', import.meta.url)

/** A stack without the runner's own frames and this machine's paths: the same on every runner. */
function portable(stack: string): string {
  const lines = stack.split('\n')
  const runner = lines.findIndex((line) => /^\s+at (async )?runEach\b/.test(line))
  return (runner === -1 ? lines : lines.slice(0, runner))
    .join('\n')
    .replaceAll(PACKAGE_ROOT.href, '')
    .replaceAll(PACKAGE_ROOT.pathname, '')
}
