import type { Origin } from '../model/article.js'
import type { ArticleRecord } from '../model/record.js'
import type { Failure } from '../model/run.js'
import { loadPipeline } from '../runners/load-pipeline.js'
import { runEach } from '../runners/runner.js'
import { type PipelineOptions, pipelineFor } from './pipeline-for.js'

/** What became of one article: its record, or why there is none. */
export type ArticleOutcome = { readonly record: ArticleRecord } | { readonly failed: Failure }

/**
 * Gives a function that reads one article at a time with a pipeline, on this thread, without any output folder.
 * @throws {SetupError} when the pipeline does not load
 * @example
 * const read = await articleReader()
 * const outcome = await read({ path: 'a.txt', mediaType: 'text/plain', raw: '“No comment,” said Ann Lee.' })
 */
export async function articleReader(
  options: PipelineOptions = {},
): Promise<(origin: Origin) => Promise<ArticleOutcome>> {
  const loaded = await loadPipeline(await pipelineFor(options))
  return async (origin) => {
    const outcome = await runEach(loaded, origin)
    // The last stage's schema was checked by `runEach`.
    return 'ok' in outcome ? { record: JSON.parse(outcome.ok) as ArticleRecord } : { failed: outcome.failed }
  }
}
