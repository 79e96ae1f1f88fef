import { createHash, type Hash } from 'node:crypto'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this package. */
export const PACKAGE_ROOT = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../' : '../../../', import.meta.url),
)

/** The folder of the built code: what worker threads run, also when this file is run from source. */
export const BUILT = join(PACKAGE_ROOT, 'dist')

/** What decides a record: a change in `link` or `export` makes no record old. */
const READING_ROOMS = ['find', 'model', 'pipeline', 'read', 'reader', 'record', 'segment']

/** This package's version. */
export function packageVersion(): string {
  const manifest: { version?: unknown } = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8'))
  return String(manifest.version)
}

/**
 * sha256 over the names and contents of the code of the rooms that read an article; with registry files also of the room
 * that asks them.
 */
export function codeDigest({ hasRegistry }: { readonly hasRegistry: boolean }): string {
  const source = existsSync(BUILT) ? join(BUILT, 'src') : join(PACKAGE_ROOT, 'src')
  const files = [...READING_ROOMS, ...(hasRegistry ? ['resolve'] : [])].flatMap((room) =>
    filesBelow(join(source, room)),
  )
  return filesDigest(files.filter((file) => /(?<!\.d)\.[jt]s$|\.onnx$/.test(file)))
}

/** sha256 over the names and contents of the word lists. */
export function lexiconsDigest(): string {
  const built = join(BUILT, 'src', 'lexicons')
  return filesDigest(filesBelow(existsSync(built) ? built : join(PACKAGE_ROOT, 'src', 'lexicons')))
}

/** sha256 over files in the order given. */
export function filesDigest(files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of files) {
    hash.update(`${relative(PACKAGE_ROOT, file)}\0`)
    hashFile(hash, file)
    hash.update('\0')
  }
  return hash.digest('hex')
}

const PIECE_BYTES = 1 << 20

/** In pieces: a registry file may be larger than memory. */
function hashFile(hash: Hash, file: string): void {
  const piece = Buffer.allocUnsafe(PIECE_BYTES)
  const descriptor = openSync(file, 'r')
  try {
    for (let read = readSync(descriptor, piece); read > 0; read = readSync(descriptor, piece))
      hash.update(piece.subarray(0, read))
  } finally {
    closeSync(descriptor)
  }
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map') && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
