import { csvReader } from './csv.js'
import { followTheMoneyReader } from './follow-the-money.js'
import { isObject, type LineReader } from './line.js'
import { wikidataReader } from './wikidata.js'

/** How a registry file is read: as a whole (congress-legislators) or line by line; or what is wrong with it. */
export type FileKind = 'legislators' | LineReader | { readonly fault: string }

/** What `--registry` reads, for messages. */
export const REGISTRY_FILES =
  'congress-legislators YAML, FollowTheMoney NDJSON, Wikidata JSON lines or CSV with id, name and kind'

/**
 * Which kind of registry file it is, by its name and its first two lines that are not empty. What has no entry to a line
 * is read as a whole: YAML, and JSON over several lines.
 */
export function fileKind(name: string, [firstLine = '', secondLine = '']: readonly string[]): FileKind {
  if (/\.ya?ml$/i.test(name)) return 'legislators'
  if (/\.(?:csv|tsv)$/i.test(name)) return csvReader()
  const first = firstLine.replace(/^\ufeff/, '').trim()
  // Wikidata's own dump begins with a bracket alone, and then has an item to a line.
  const line = first === '[' && objectIn(secondLine.trim()) !== null ? secondLine.trim() : first
  const object = objectIn(line)
  if (object !== null) {
    if ('schema' in object && 'properties' in object) return followTheMoneyReader()
    if ('id' in object) return wikidataReader()
    return { fault: `expected ${REGISTRY_FILES}, got a JSON object with ${Object.keys(object).slice(0, 4).join(', ')}` }
  }
  if (line.startsWith('[') || line.startsWith('- ')) return 'legislators'
  return { fault: `expected ${REGISTRY_FILES}, got "${line.slice(0, 60)}"` }
}

function objectIn(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}
