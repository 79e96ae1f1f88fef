import { createReadStream, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { SetupError } from '../model/errors.js'
import type { RegistryTables } from '../model/registry.js'
import { fileKind, REGISTRY_FILES } from '../resolve/registry/file-kind.js'
import { readLegislators } from '../resolve/registry/legislators.js'
import type { Parsed } from '../resolve/registry/line.js'
import { TableBuilder } from '../resolve/registry/table-builder.js'
import type { PipelineSource } from '../runners/load-pipeline.js'
import { linesOf } from '../runners/stdio.js'

/** A file with more bad lines than this, and than one in ten, is no file of its kind. */
const MOST_BAD_LINES = 10
/** Faults of one file that a message shows. */
const SHOWN_FAULTS = 3

/** What became of the lines of one file. */
interface Tally {
  readonly file: string
  entries: number
  /** Lines of kinds that no profile has (films, laws). */
  otherKinds: number
  bad: number
  /** The first faults, with their lines. */
  readonly faults: string[]
}

/**
 * Reads registry files into tables, each once and line by line, so that only the tables stay in memory. Lines that are
 * no entries are counted and told to `onNotice`.
 * @throws {SetupError} with every file that holds no entries, or of which more than one line in ten is none
 */
export async function readRegistry(
  files: readonly string[],
  onNotice: (notice: string) => void,
): Promise<RegistryTables | null> {
  if (files.length === 0) return null
  const builder = new TableBuilder()
  const faults: string[] = []
  for (const file of files) {
    const tally: Tally = { file, entries: 0, otherKinds: 0, bad: 0, faults: [] }
    await readFileInto(file, builder, tally)
    if (isBad(tally)) faults.push(...faultsOf(tally))
    else if (tally.bad > 0 || tally.otherKinds > 0) onNotice(noticeOf(tally))
  }
  if (faults.length > 0) throw new SetupError(faults)
  return builder.finish()
}

/**
 * The source of a pipeline with what its registry files hold.
 * @throws {SetupError} as `readRegistry`
 */
export async function withRegistry(
  source: PipelineSource,
  onNotice: (notice: string) => void,
): Promise<PipelineSource> {
  const tables = await readRegistry(source.options.registry, onNotice)
  return tables === null ? source : { ...source, options: { ...source.options, tables } }
}

async function readFileInto(file: string, builder: TableBuilder, tally: Tally): Promise<void> {
  const { lines, number: first } = await firstLines(file)
  const kind =
    lines.length === 0 ? { fault: `expected ${REGISTRY_FILES}, got nothing` } : fileKind(basename(file), lines)
  if (kind === 'legislators') return readWhole(file, builder, tally)
  if ('fault' in kind) return take(kind, first, { builder, tally })
  let number = 0
  for await (const line of linesIn(file)) {
    number += 1
    take(kind.line(line), number, { builder, tally })
  }
  const fault = kind.end?.() ?? null
  if (fault !== null) take({ fault }, number, { builder, tally })
}

/** The first two lines that are not empty, and the number of the first. */
async function firstLines(file: string): Promise<{ lines: string[]; number: number }> {
  const lines: string[] = []
  let [number, first] = [0, 1]
  for await (const line of linesIn(file)) {
    number += 1
    if (line.trim() === '') continue
    if (lines.push(line) === 1) first = number
    else break
  }
  return { lines, number: first }
}

function readWhole(file: string, builder: TableBuilder, tally: Tally): void {
  const { items, faults } = readLegislators(readFileSync(file, 'utf8'))
  for (const { line, fault } of faults) take({ fault }, line, { builder, tally })
  for (const { line, parsed } of items) for (const one of parsed) take(one, line, { builder, tally })
}

function take(parsed: Parsed, line: number, into: { builder: TableBuilder; tally: Tally }): void {
  const { builder, tally } = into
  if (parsed === 'nothing') return
  if (parsed === 'other-kind') tally.otherKinds += 1
  else if ('entry' in parsed) {
    builder.add(parsed.entry)
    tally.entries += 1
  } else {
    tally.bad += 1
    if (tally.faults.length < SHOWN_FAULTS) tally.faults.push(`at line ${line} ${parsed.fault}`)
  }
}

function isBad({ entries, bad, otherKinds }: Tally): boolean {
  if (entries === 0) return true
  return bad > MOST_BAD_LINES && bad * 10 > entries + otherKinds + bad
}

function faultsOf({ file, faults, bad, entries }: Tally): string[] {
  const what = `Expected a registry file, got ${entries} entries and ${bad} bad lines in ${file}`
  if (faults.length === 0) return [`${what}. Give ${REGISTRY_FILES}.`]
  return faults.map((fault) => `${what}: ${fault}. Correct the line, or give ${REGISTRY_FILES}.`)
}

function noticeOf({ file, entries, bad, otherKinds, faults }: Tally): string {
  const parts = [
    `${entries.toLocaleString('en-US')} entries`,
    ...(otherKinds > 0 ? [`${otherKinds.toLocaleString('en-US')} lines of kinds that no article names`] : []),
    ...(bad > 0 ? [`${bad.toLocaleString('en-US')} bad lines not used (the first ${faults[0] ?? ''})`] : []),
  ]
  return `registry ${file}: ${parts.join(', ')}.`
}

/** The lines of a file, without their line break. */
function linesIn(file: string): AsyncGenerator<string> {
  return linesOf(createReadStream(file, { highWaterMark: 1 << 20 }))
}
