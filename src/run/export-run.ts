import { type ExportInput, formatByName, formats } from '../export/index.js'
import { SetupError } from '../model/errors.js'
import { openRun } from './finished-run.js'
import type { OutputFolder } from './output-folder.js'

/** The names of all formats, sorted. */
export const FORMAT_NAMES: readonly string[] = formats.map((format) => format.name).sort()

/**
 * Writes a finished run in further formats; gives the files, relative to the run's folder.
 * @throws {SetupError} when a format is unknown or the folder holds no finished run
 * @example await exportRun('output/2025', ['csv', 'gexf'])
 */
export async function exportRun(path: string, names: readonly string[]): Promise<string[]> {
  const faults = formatFaults(names)
  if (faults.length > 0) throw new SetupError(faults)
  const { folder, entities, graph, records } = openRun(path)
  return exportFormats(folder, names, { entities: (await entities()).entities, graph: await graph(), records })
}

/** Writes what each format makes of a run into its folder; gives the files, sorted. */
export async function exportFormats(
  folder: OutputFolder,
  names: readonly string[],
  input: ExportInput,
): Promise<string[]> {
  const asked = [...new Set(names)].flatMap((name) => formatByName.get(name) ?? [])
  for (const format of asked) await folder.writeChunks(format.write(input))
  return asked.flatMap((format) => format.files).sort()
}

/** Takes away what an earlier run exported: it would not be of this run. */
export function removeExports(folder: OutputFolder): void {
  for (const file of formats.flatMap((format) => format.files)) folder.remove(file)
}

/** What is wrong with the formats asked for. */
export function formatFaults(names: readonly string[]): string[] {
  return names
    .filter((name) => !formatByName.has(name))
    .map((name) => `Expected a format (${FORMAT_NAMES.join(', ')}), got "${name}".`)
}
