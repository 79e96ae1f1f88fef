import { readFileSync } from 'node:fs'
import { SetupError } from '../model/errors.js'

/**
 * Reads a long word list whose lines are small arrays (`["James","male",3]`) and checks each line with `read`, which
 * gives null for a faulty one. Cheaper than zod for ten thousand lines.
 * @throws {SetupError} with every faulty line.
 */
export function loadTable<Entry>(
  name: string,
  expected: string,
  read: (line: readonly unknown[]) => Entry | null,
): readonly Entry[] {
  const lines: unknown = JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8'))
  if (!Array.isArray(lines)) throw new SetupError([`Expected an array in lexicons/${name}.json. Correct the file.`])
  const entries: Entry[] = []
  const faults: string[] = []
  for (const line of lines) {
    const entry = Array.isArray(line) ? read(line) : null
    if (entry === null) faults.push(`Expected ${expected} in lexicons/${name}.json, got: ${JSON.stringify(line)}.`)
    else entries.push(entry)
  }
  if (faults.length > 0) throw new SetupError(faults)
  return entries
}
