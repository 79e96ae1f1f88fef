import { SetupError } from '../model/errors.js'
import type { PipelineSource } from '../runners/load-pipeline.js'
import { chooseEngine } from './engine.js'
import { withRegistry } from './read-registry.js'
import { pipelineSource, type RunOptions, sourceFaults } from './settings.js'

/** What an articles' reader outside of a run is made from. */
export type PipelineOptions = Pick<RunOptions, 'pipeline' | 'engine' | 'registry' | 'onNotice'>

/**
 * Where the pipeline of these options is loaded from, with its engine and the contents of its registry files.
 * @throws {SetupError} when a file is missing, the engine cannot be had, or a registry file holds no entries
 */
export async function pipelineFor(options: PipelineOptions): Promise<PipelineSource> {
  const { pipeline = 'news', registry = [], onNotice = () => {} } = options
  const faults = sourceFaults({ pipeline, registry })
  if (faults.length > 0) throw new SetupError(faults)
  const { engine, notice } = await chooseEngine(options.engine)
  if (notice !== null) onNotice(notice)
  return withRegistry(pipelineSource({ pipeline, engine, registry }), onNotice)
}
