import type { RegistryEntry, RegistryTables } from '../../model/registry.js'
import { KINDS, parseEntry } from './entry-text.js'
import { hashOf } from './name-keys.js'

/** So many entries of one name are looked at, those most spoken of. */
const MOST_CANDIDATES = 24

/** What a key leads to: the entries most spoken of, and how many there are in all. */
export interface Found {
  readonly numbers: readonly number[]
  readonly total: number
}

/** Above every prior that a table can hold. */
const UNKNOWN_PRIOR = 2 ** 17

const NOTHING: Found = { numbers: [], total: 0 }

/** The registry files of a run, asked by name or identifier. Made for each thread; the tables are shared. */
export class Registry {
  readonly #tables: RegistryTables
  /** Family names come again and again, and a chain may be long. */
  readonly #found = new Map<string, Found>()
  readonly #entries = new Map<number, RegistryEntry>()

  constructor(tables: RegistryTables) {
    this.#tables = tables
  }

  /** The entries under a key of `name-keys.ts`. */
  find(key: string): Found {
    const known = this.#found.get(key)
    if (known !== undefined) return known
    const found = this.#look(key)
    if (this.#found.size > 50_000) this.#found.clear()
    this.#found.set(key, found)
    return found
  }

  entry(number: number): RegistryEntry {
    const known = this.#entries.get(number)
    if (known !== undefined) return known
    const { text, offsets, kinds, priors } = this.#tables
    const [start, end] = [offsets[number] ?? 0, offsets[number + 1] ?? 0]
    const line = Buffer.from(text.buffer, text.byteOffset + start, end - start).toString('utf8')
    const prior = priors[number] ?? 0
    const entry = parseEntry(line, KINDS[kinds[number] ?? 0] ?? 'person', prior === 0 ? null : prior - 1)
    if (this.#entries.size > 20_000) this.#entries.clear()
    this.#entries.set(number, entry)
    return entry
  }

  /** The prior of an entry, 0 where the file does not say. */
  prior(number: number): number {
    return Math.max(0, (this.#tables.priors[number] ?? 0) - 1)
  }

  /** All entries that hold or held an office. */
  officials(): RegistryEntry[] {
    return [...this.#tables.officials].map((number) => this.entry(number))
  }

  #look(key: string): Found {
    const { heads, checks, postings, next } = this.#tables
    const mask = heads.length - 1
    const [hash, check] = hashOf(key)
    let slot = hash & mask
    while (heads[slot] !== 0 && checks[slot] !== check) slot = (slot + 1) & mask
    const numbers: number[] = []
    for (let posting = heads[slot] ?? 0; posting !== 0; posting = next[posting - 1] ?? 0)
      numbers.push(postings[posting - 1] ?? 0)
    if (numbers.length === 0) return NOTHING
    numbers.sort((a, b) => this.#weight(b) - this.#weight(a) || a - b)
    return { numbers: numbers.slice(0, MOST_CANDIDATES), total: numbers.length }
  }

  /** An entry without prior stands in a list of the newsroom's own: it comes first. */
  #weight(number: number): number {
    const prior = this.#tables.priors[number] ?? 0
    return prior === 0 ? UNKNOWN_PRIOR : prior
  }
}
