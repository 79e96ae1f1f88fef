import { extname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { MANIFEST_SCHEMA, type Manifest, type RunCounts, type RunDigests } from '../model/run.js'
import type { Discovered } from './discover.js'
import { JUDGEMENTS } from './known-judgements.js'
import type { OutputFolder } from './output-folder.js'
import { codeDigest, filesDigest, lexiconsDigest, packageVersion } from './package.js'
import type { Settings } from './settings.js'

/** The manifest of a run that begins. */
export function startedManifest(settings: Settings, found: Discovered): Manifest {
  const { pipeline, inputs, threads, deadlineMs, formats, judgements, registry } = settings
  return {
    schema: MANIFEST_SCHEMA,
    nutgraf: packageVersion(),
    node: process.version,
    pipeline,
    engine: settings.engine,
    state: 'running',
    options: { inputs: [...inputs], threads, deadlineMs, formats: [...formats], judgements, registry: [...registry] },
    digests: digestsOf(settings),
    counts: { ...NO_COUNTS, articles: found.articles.length, skipped: byExtension(found.skipped) },
    times: { started: new Date().toISOString(), finished: null, seconds: null },
  }
}

/** The manifest of a run that is done. */
export function finishedManifest(manifest: Manifest, counts: RunCounts): Manifest {
  const finished = new Date()
  const { started } = manifest.times
  const seconds = (finished.getTime() - Date.parse(started)) / 1000
  return { ...manifest, state: 'finished', counts, times: { started, finished: finished.toISOString(), seconds } }
}

/**
 * Whether the records and judgements of an earlier run in the same folder can stand for unchanged articles. If not they are taken
 * away before the new manifest is written: a killed run must not leave a mixture that looks like one run's.
 */
export function prepareReuse(folder: OutputFolder, manifest: Manifest): boolean {
  const before = folder.manifest()
  const isSame = before !== null && decides(before) === decides(manifest)
  if (!isSame) for (const one of ['records', 'quarantine', JUDGEMENTS]) folder.remove(one)
  return isSame
}

function decides({ nutgraf, engine, pipeline, digests }: Manifest): string {
  return JSON.stringify([nutgraf, engine, pipeline, digests.code, digests.lexicons, digests.pipeline, digests.registry])
}

function digestsOf({ source, registry }: Settings): RunDigests {
  return {
    code: codeDigest({ hasRegistry: registry.length > 0 }),
    lexicons: lexiconsDigest(),
    pipeline: filesDigest([fileURLToPath(source.module)]),
    registry: registry.length === 0 ? null : filesDigest(registry.map((file) => resolve(file))),
  }
}

/** How many files of each extension, sorted; a file without one is counted under its dot or `(none)`. */
function byExtension(paths: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const path of paths) {
    const extension = extname(path).toLowerCase() || '(none)'
    counts.set(extension, (counts.get(extension) ?? 0) + 1)
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const NO_COUNTS: RunCounts = {
  articles: 0,
  records: 0,
  quarantined: 0,
  reused: 0,
  unsupported: 0,
  duplicates: 0,
  skipped: {},
  words: 0,
  people: 0,
  agencies: 0,
  organizations: 0,
  places: 0,
  figures: 0,
  dates: 0,
  quotes: 0,
  judgements: 0,
  entities: 0,
  edges: 0,
}
