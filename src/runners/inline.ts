import type { Judgement } from '../model/entity.js'
import { loadPipeline } from './load-pipeline.js'
import { judgeInBlocks } from './pairs.js'
import { type RunEachOptions, type Runner, runEach } from './runner.js'

/**
 * Runs everything on this thread: for tests, debugging and a single article. A stage that hangs or ends the process
 * takes the run with it; the threads runner does not let it.
 */
export function inlineRunner(options: Pick<RunEachOptions, 'check'> = {}): Runner {
  return {
    async prepare(source) {
      await loadPipeline(source)
    },
    async *each(source, origins) {
      const pipeline = await loadPipeline(source)
      for await (const origin of origins) yield await runEach(pipeline, origin, options)
    },
    async *pairs(source, items, known): AsyncGenerator<Judgement> {
      const { pairStage } = await loadPipeline(source)
      if (pairStage) yield* judgeInBlocks(pairStage, items, known)
    },
  }
}
