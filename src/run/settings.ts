import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { SetupError } from '../model/errors.js'
import type { Engine } from '../model/run.js'
import type { PipelineSource } from '../runners/load-pipeline.js'
import { formatFaults } from './export-run.js'
import { BUILT } from './package.js'
import type { Progress } from './read-articles.js'

/** What to run and how; only `inputs` is needed. */
export interface RunOptions {
  /** Files and folders. */
  readonly inputs: readonly string[]
  /** The folder for the results. @default output/<name of the first input> */
  readonly out?: string
  /** A pipeline of this package by name, or a module file. @default news */
  readonly pipeline?: string
  /** @default model, the learned reader; rules where it cannot be loaded */
  readonly engine?: Engine
  /** Worker threads; 0 runs everything on the calling thread. @default one for each processor */
  readonly threads?: number
  /** Formats to export besides the JSON files. */
  readonly formats?: readonly string[]
  /** A file of judgements by people, which beat the rules. */
  readonly judgements?: string
  /** Files of further registry entries. */
  readonly registry?: readonly string[]
  /** Reads every article again. @default false */
  readonly fresh?: boolean
  /** Milliseconds that one article may take. @default 60_000 */
  readonly deadlineMs?: number
  /** Megabytes of heap that one thread may use. @default 1024 */
  readonly memoryMb?: number
  readonly onProgress?: (progress: Progress) => void
  /** Told what the user should know before the run goes on (the learned reader is missing). */
  readonly onNotice?: (notice: string) => void
}

/** The options of a run with every default filled in, and checked. */
export interface Settings extends Required<Omit<RunOptions, 'judgements'>> {
  readonly judgements: string | null
  readonly source: PipelineSource
}

/**
 * Fills in the defaults.
 * @throws {SetupError} with every fault of the options
 */
export function settingsOf(options: RunOptions, engine: Engine): Settings {
  const settings = {
    out: defaultOut(options.inputs),
    pipeline: 'news',
    threads: availableParallelism(),
    formats: [],
    registry: [],
    fresh: false,
    deadlineMs: 60_000,
    memoryMb: 1024,
    onProgress: () => {},
    onNotice: () => {},
    ...options,
    engine,
    judgements: options.judgements ?? null,
  }
  const faults = [
    ...(settings.inputs.length === 0 ? ['Expected at least one file or folder, got none.'] : []),
    ...settings.inputs
      .filter((input) => !existsSync(input))
      .map((input) => `Expected a file or folder, got nothing at ${input}. Check the path.`),
    ...numberFaults('threads', settings.threads, [0, 256]),
    ...numberFaults('deadlineMs', settings.deadlineMs, [1, 2 ** 31 - 1]),
    ...numberFaults('memoryMb', settings.memoryMb, [8, 1_000_000]),
    ...formatFaults(settings.formats),
    ...(settings.judgements === null ? [] : missingFiles([settings.judgements])),
    ...sourceFaults(settings),
  ]
  if (faults.length > 0) throw new SetupError(faults)
  return { ...settings, source: pipelineSource(settings) }
}

/** What is not there of the files that a pipeline is made from. */
export function sourceFaults({ pipeline, registry }: Pick<Settings, 'pipeline' | 'registry'>): string[] {
  const file = pipelineFile(pipeline)
  const missing = existsSync(file) ? [] : [`Expected a pipeline, got nothing at ${file}. Give a name or a .js file.`]
  return [...missingFiles(registry), ...missing]
}

function missingFiles(files: readonly string[]): string[] {
  return files
    .filter((file) => !existsSync(file))
    .map((file) => `Expected a file at ${file}, got nothing. Check the path.`)
}

/** Where the pipeline of these options is loaded from. */
export function pipelineSource(options: Pick<Settings, 'pipeline' | 'engine' | 'registry'>): PipelineSource {
  return {
    module: pathToFileURL(pipelineFile(options.pipeline)).href,
    options: { engine: options.engine, registry: options.registry.map((file) => resolve(file)) },
  }
}

/** A bare name is a pipeline of this package. */
function pipelineFile(pipeline: string): string {
  return /^[\w-]+$/.test(pipeline) ? join(BUILT, 'pipelines', `${pipeline}.js`) : resolve(pipeline)
}

function defaultOut(inputs: readonly string[]): string {
  const [first = 'run'] = inputs.map((input) => basename(resolve(input)))
  return join('output', inputs.length > 1 ? `${first}-and-${inputs.length - 1}-more` : first)
}

function numberFaults(name: string, value: number, [least, most]: readonly [number, number]): string[] {
  const isGood = Number.isInteger(value) && value >= least && value <= most
  return isGood ? [] : [`Expected a whole number from ${least} to ${most} for ${name}, got ${value}.`]
}
