import type { Origin } from '../model/article.js'
import { SetupError } from '../model/errors.js'
import type { PipelineOptions } from '../pipeline/module.js'
import type { Pipeline } from '../pipeline/pipeline.js'

/** Where a pipeline comes from: plain data, which a thread can be given. */
export interface PipelineSource {
  /** URL of a module whose default export is a `PipelineExport`. */
  readonly module: string
  readonly options: PipelineOptions
}

/**
 * Loads a pipeline.
 * @throws {SetupError} when the module does not load or gives no pipeline
 */
export async function loadPipeline(source: PipelineSource): Promise<Pipeline<Origin, unknown>> {
  const made: unknown = await importDefault(source.module)
  const pipeline: unknown = typeof made === 'function' ? made(source.options) : made
  if (!isPipeline(pipeline)) {
    throw new SetupError([
      `Expected a Pipeline with at least one .each stage as the default export of ${source.module}, got ${typeof pipeline}. End the file with "export default new Pipeline(…)".`,
    ])
  }
  if (typeof made !== 'function' && source.options.registry.length > 0) {
    throw new SetupError([
      `Expected a pipeline that takes options for --registry, got a fixed one in ${source.module}. Export a function of PipelineOptions.`,
    ])
  }
  return pipeline
}

async function importDefault(module: string): Promise<unknown> {
  try {
    const loaded: { default?: unknown } = await import(module)
    return loaded.default
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'SetupError') throw cause
    const isTypeScript = cause instanceof Error && 'code' in cause && cause.code === 'ERR_UNKNOWN_FILE_EXTENSION'
    const what = isTypeScript ? 'TypeScript, which this version of Node cannot load: build it to .js' : String(cause)
    throw new SetupError([`Expected a pipeline that loads, got from ${module}: ${what}.`], { cause })
  }
}

/** By shape and not by class: the file may have been built against another copy of this package. */
function isPipeline(value: unknown): value is Pipeline<Origin, unknown> {
  if (typeof value !== 'object' || value === null) return false
  if (!('eachStages' in value && 'pairStage' in value && 'allStages' in value)) return false
  return Array.isArray(value.eachStages) && value.eachStages.length > 0 && Array.isArray(value.allStages)
}
