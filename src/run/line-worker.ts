import { readFile } from 'node:fs/promises'
import type { Origin } from '../model/article.js'
import { DocumentError, SetupError } from '../model/errors.js'
import { loadPipeline } from '../runners/load-pipeline.js'
import { type ArticleLine, answerEach, answerKeys, answerPairs, type LineAnswer } from '../runners/stdio.js'
import { threadReader } from '../runners/threads.js'
import { profilesInContext } from './collect.js'
import { typeOf } from './discover.js'
import { type PipelineOptions, pipelineFor } from './pipeline-for.js'
import type { RunOptions } from './settings.js'

/** The stages that a distributed engine runs line by line. */
export const WORKER_STAGES = ['each', 'keys', 'pairs'] as const
export type WorkerStage = (typeof WORKER_STAGES)[number]

/** What answers lines, and is closed at their end. */
export interface LineWorker {
  readonly answer: LineAnswer
  close(): Promise<void>
}

type WorkerOptions = PipelineOptions & Pick<RunOptions, 'deadlineMs' | 'memoryMb'>

/**
 * Builds what `nutgraf worker` answers lines with. Articles are read on a thread, so that one that hangs, crashes or
 * fills the memory becomes an error line.
 * @throws {SetupError} when the pipeline does not load, or has no pair stage where one is asked for
 */
export async function lineWorker(stage: WorkerStage, options: WorkerOptions = {}): Promise<LineWorker> {
  const source = await pipelineFor(options)
  if (stage === 'each') {
    const { deadlineMs = 60_000, memoryMb = 1024 } = options
    const thread = await threadReader(source, { deadlineMs, memoryMb })
    return { answer: answerEach(originOf, thread.read), close: thread.close }
  }
  const { pairStage } = await loadPipeline(source)
  if (!pairStage)
    throw new SetupError([
      `Expected a pipeline with a pair stage for --stage ${stage}, got ${options.pipeline ?? 'news'}.`,
    ])
  const answer =
    stage === 'pairs' ? answerPairs(pairStage) : answerKeys(pairStage, (record) => profilesInContext([record]))
  return { answer, close: async () => {} }
}

async function originOf({ path, mediaType = typeOf(path), raw, base64 }: ArticleLine): Promise<Origin> {
  if (raw !== undefined) return { path, mediaType, raw: new TextEncoder().encode(raw) }
  if (base64 !== undefined) return { path, mediaType, raw: new Uint8Array(Buffer.from(base64, 'base64')) }
  try {
    return { path, mediaType, raw: new Uint8Array(await readFile(path)) }
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'an error'
    const message = `Expected "raw", "base64" or the path of a file that can be read, got ${code}.`
    throw new DocumentError('run/unreadable', message)
  }
}
