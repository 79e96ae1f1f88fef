import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One temporary folder for all that the tests write, processes that they start among them; taken away at the end. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-tests-'))
  for (const name of ['TMPDIR', 'TEMP']) process.env[name] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
