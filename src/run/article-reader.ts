import { existsSync } from 'node:fs'
import type { Origin } from '../model/article.js'
import { SetupError } from '../model/errors.js'
import type { ArticleRecord } from '../model/record.js'
import type { Failure } from '../model/run.js'
import { loadPipeline } from '../runners/load-pipeline.js'
import { runEach } from '../runners/runner.js'
import { chooseEngine } from './engine.js'
import { withRegistry } from './read-registry.js'
import { pipelineFile, pipelineSource, type RunOptions } from './settings.js'

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
  options: Pick<RunOptions, 'pipeline' | 'engine' | 'registry' | 'onNotice'> = {},
): Promise<(origin: Origin) => Promise<ArticleOutcome>> {
  const { pipeline = 'news', registry = [] } = options
  const file = pipelineFile(pipeline)
  if (!existsSync(file))
    throw new SetupError([`Expected a pipeline, got nothing at ${file}. Give a name or a .js file.`])
  const { engine, notice } = await chooseEngine(options.engine)
  if (notice !== null) options.onNotice?.(notice)
  const missing = registry.filter((one) => !existsSync(one))
  if (missing.length > 0)
    throw new SetupError(missing.map((one) => `Expected a file at ${one}, got nothing. Check the path.`))
  const source = await withRegistry(pipelineSource({ pipeline, engine, registry }), options.onNotice ?? (() => {}))
  const loaded = await loadPipeline(source)
  return async (origin) => {
    const outcome = await runEach(loaded, origin)
    // The last stage's schema was checked by `runEach`.
    return 'ok' in outcome ? { record: JSON.parse(outcome.ok) as ArticleRecord } : { failed: outcome.failed }
  }
}
