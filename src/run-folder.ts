import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Failure, RunCounts } from './model/run.js'
import { parseJudgements } from './resolve/judgement-file.js'
import { collectRecords } from './run/collect.js'
import { type Discovered, discover } from './run/discover.js'
import { chooseEngine } from './run/engine.js'
import { exportFormats, removeExports } from './run/export-run.js'
import { recordsIn } from './run/finished-run.js'
import { linkRun } from './run/link-run.js'
import { finishedManifest, prepareReuse, startedManifest } from './run/manifest.js'
import { OutputFolder } from './run/output-folder.js'
import { readArticles } from './run/read-articles.js'
import { withRegistry } from './run/read-registry.js'
import { type RunOptions, type Settings, settingsOf } from './run/settings.js'
import { inlineRunner } from './runners/inline.js'
import { type Runner, serialise } from './runners/runner.js'
import { threadsRunner } from './runners/threads.js'

export { type ArticleOutcome, articleReader } from './run/article-reader.js'
export { typeOf } from './run/discover.js'
export { exportRun, FORMAT_NAMES } from './run/export-run.js'
export { judgementsOf, profilesWithText } from './run/finished-run.js'
export { type LineWorker, lineWorker, type WorkerStage } from './run/line-worker.js'
export { packageVersion } from './run/package.js'
export type { Progress } from './run/read-articles.js'
export type { RunOptions } from './run/settings.js'

/** How a run went. `failures` are the articles in quarantine, sorted by path. */
export interface RunResult {
  /** The output folder. */
  readonly out: string
  readonly counts: RunCounts
  readonly failures: readonly Failure[]
  /** Paths of files whose type is no article's, sorted. */
  readonly skipped: readonly string[]
  /** How many files of an earlier run in this folder were taken away, their article being no longer there. */
  readonly stale: number
  /** How many judgements by people are on profiles that this run does not have. */
  readonly unknownJudgements: number
}

/**
 * Runs a pipeline over files and folders into an output folder: `records/`, `quarantine/`, `judgements.ndjson`,
 * `entities.json`, `graph.json`, `manifest.json` and the formats asked for. An article that fails is set aside and the
 * run goes on. A record of an earlier run in the same folder is used again when its article, the word lists, the code
 * and the options are unchanged.
 * @throws {SetupError} when the run cannot start, with every fault of the options
 * @example await runFolder({ inputs: ['articles/2025'], out: 'output/2025', formats: ['csv'] })
 */
export async function runFolder(options: RunOptions): Promise<RunResult> {
  const { engine, notice } = await chooseEngine(options.engine)
  const settings = settingsOf(options, engine)
  if (notice !== null) settings.onNotice(notice)
  const people = settings.judgements === null ? [] : parseJudgements(readFileSync(settings.judgements, 'utf8'))
  const { onProgress, formats, out } = settings
  const found = await discover(settings.inputs, out)
  const manifest = startedManifest(settings, found)
  const folder = new OutputFolder(resolve(out))
  const source = await withRegistry(settings.source, settings.onNotice)
  const runner = runnerOf(settings)
  await runner.prepare(source)
  const reuse = prepareReuse(folder, manifest) && !settings.fresh
  await folder.write('manifest.json', serialise(manifest))
  removeExports(folder)

  const { reused, failures } = await readArticles(found.articles, { runner, source, folder, reuse, onProgress })
  const stale = pruneStale(folder, found, failures)
  const collected = await collectRecords(folder)
  const { unknownJudgements, ...linked } = await linkRun(collected, { runner, source, folder, people, reuse })
  await exportFormats(folder, formats, { ...linked, records: () => recordsIn(folder) })

  const all: RunCounts = {
    ...manifest.counts,
    ...collected.counts,
    quarantined: failures.length,
    reused,
    judgements: linked.judgements.length,
    entities: linked.entities.length,
    edges: linked.graph.edges.length,
  }
  await folder.write('manifest.json', serialise(finishedManifest(manifest, all)))
  return { out, counts: all, failures, skipped: found.skipped, stale, unknownJudgements }
}

function runnerOf({ threads, deadlineMs, memoryMb }: Settings): Runner {
  return threads === 0 ? inlineRunner() : threadsRunner({ threads, deadlineMs, memoryMb })
}

/** Takes away what an earlier run left of articles that are gone, or that changed sides between record and quarantine. */
function pruneStale(folder: OutputFolder, { articles }: Discovered, failures: readonly Failure[]): number {
  const failed = new Set(failures.map((failure) => failure.path))
  const records = articles.filter(({ path }) => !failed.has(path)).map(({ path }) => folder.fileOf('records', path))
  const quarantine = [...failed].map((path) => folder.fileOf('quarantine', path))
  return folder.prune('records', new Set(records)) + folder.prune('quarantine', new Set(quarantine))
}
