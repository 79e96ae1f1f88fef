import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { SetupError } from '../model/errors.js'

/**
 * Reads one word list of this folder and checks it.
 * @throws {SetupError} with every fault of the list, when it does not fit its schema.
 */
export function loadLexicon<Entry>(name: string, schema: z.ZodType<Entry>): readonly Entry[] {
  const file = new URL(`./${name}.json`, import.meta.url)
  const parsed = z.array(schema).safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (parsed.success) return parsed.data
  throw new SetupError(
    parsed.error.issues.map(
      (issue) =>
        `Expected a good entry in lexicons/${name}.json at ${issue.path.join('.')}, got: ${issue.message}. Correct the entry.`,
    ),
  )
}
