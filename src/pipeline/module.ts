import type { Origin } from '../model/article.js'
import type { RegistryTables } from '../model/registry.js'
import type { Engine } from '../model/run.js'
import type { Pipeline } from './pipeline.js'

/** What a run tells its pipeline: plain data, so that every thread can build the same one. */
export interface PipelineOptions {
  readonly engine: Engine
  /** Files of further registry entries, absolute paths. */
  readonly registry: readonly string[]
  /** What these files hold, read once for all threads; none without files, or where the runner reads none. */
  readonly tables?: RegistryTables | null
}

/** The default export of a pipeline file: a pipeline, or what builds one for a run's options. */
export type PipelineExport = Pipeline<Origin, unknown> | ((options: PipelineOptions) => Pipeline<Origin, unknown>)
