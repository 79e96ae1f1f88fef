import type { EntityKind } from './mention.js'

/** An office of the United States that a registry of office holders states; dates are ISO, `end` excluded. */
export interface Office {
  readonly office: 'senate' | 'house' | 'president' | 'vice-president'
  /** Postal abbreviation of the state ("SC"), `null` for the executive. */
  readonly state: string | null
  readonly party: string | null
  readonly start: string
  readonly end: string
}

/** One line of a registry file, whatever the file: who or what has an identifier, and what news may call it. */
export interface RegistryEntry {
  /** With its scheme: "bioguide:G000359", "wikidata:Q84". */
  readonly id: string
  readonly kind: EntityKind
  /** The name to show. */
  readonly name: string
  /** Its other whole names. */
  readonly forms: readonly string[]
  /** Identifiers of the same thing elsewhere, with their schemes. */
  readonly sameAs: readonly string[]
  /** Wikipedias that have an article on it: how much it is spoken of. `null` where the file does not say. */
  readonly prior: number | null
  /** ISO 3166 alpha-2. */
  readonly country: string | null
  readonly gender: 'female' | 'male' | null
  /** What the file says of it in words: description, positions, employer, party. */
  readonly context: readonly string[]
  readonly offices: readonly Office[]
}

/**
 * The entries of all registry files as flat arrays over shared memory: plain data, which threads share without a copy.
 * A name's hash leads to a slot, a slot to a chain of postings, a posting to an entry, an entry to its line of text.
 */
export interface RegistryTables {
  /** The entries as text, UTF-8, one after the other; entry `n` is at `offsets[n]` to `offsets[n + 1]`. */
  readonly text: Uint8Array
  readonly offsets: Uint32Array
  /** Kind of each entry, by its place in `EntityKind.options`. */
  readonly kinds: Uint8Array
  /** Prior of each entry plus one; 0 where unknown. */
  readonly priors: Uint16Array
  /** Per slot: one more than the first posting, 0 for a free slot. Their number is a power of two. */
  readonly heads: Uint32Array
  /** Per slot: the second half of the hash. */
  readonly checks: Uint32Array
  readonly postings: Uint32Array
  /** Per posting: one more than the next one of its chain, 0 at the end. */
  readonly next: Uint32Array
  /** The entries that have offices. */
  readonly officials: Uint32Array
}
