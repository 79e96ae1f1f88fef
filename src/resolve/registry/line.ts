import type { RegistryEntry } from '../../model/registry.js'

/**
 * What one line of a registry file gave: an entry; nothing (a bracket, a record that goes on in the next line); something
 * of a kind that no article's profile has (a film); or what is wrong with it.
 */
export type Parsed = { readonly entry: RegistryEntry } | { readonly fault: string } | 'other-kind' | 'nothing'

/** Reads a kind of file line by line. */
export interface LineReader {
  /** What it reads, for messages: "FollowTheMoney NDJSON". */
  readonly name: string
  line(text: string): Parsed
  /** What is wrong with the file's end, if anything. */
  end?(): string | null
}

/** An entry with what most lines do not say left empty. */
export function entryWith(known: Pick<RegistryEntry, 'id' | 'kind' | 'name'> & Partial<RegistryEntry>): RegistryEntry {
  const { forms = [], sameAs = [], context = [], ...rest } = known
  return {
    prior: null,
    country: null,
    gender: null,
    offices: [],
    ...rest,
    forms: [...new Set(forms)].filter((form) => form !== known.name && form !== ''),
    sameAs: [...new Set(sameAs)].filter((id) => id !== known.id),
    context: [...new Set(context)].filter((words) => words !== ''),
  }
}

const QID = /^(?:wikidata:|(?:https?:\/\/)?(?:www\.)?wikidata\.org\/(?:wiki|entity)\/)?(Q[1-9]\d*)$/

/** "wikidata:Q84" of any way to write it; `null` for anything else. */
export function wikidataId(text: string): string | null {
  const found = QID.exec(text.trim())
  return found?.[1] === undefined ? null : `wikidata:${found[1]}`
}

/** The object that a line of JSON holds, or what is wrong with it. A comma at its end and a leading BOM are let go. */
export function jsonObject(text: string): { readonly value: Readonly<Record<string, unknown>> } | { fault: string } {
  const trimmed = text.replace(/^\ufeff/, '').trim()
  const line = trimmed.endsWith(',') ? trimmed.slice(0, -1) : trimmed
  try {
    const value: unknown = JSON.parse(line)
    if (isObject(value)) return { value }
    return { fault: `expected a JSON object, got ${shown(line)}` }
  } catch {
    return { fault: `expected a JSON object on one line, got ${shown(line)}` }
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The strings of a value that is a string, a list of them, or an object of either; everything else is left out. */
export function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (Array.isArray(value)) return value.flatMap(stringsOf)
  if (!isObject(value)) return []
  if (typeof value.value === 'string') return [value.value]
  return Object.values(value).flatMap(stringsOf)
}

/** The beginning of what was found, for a message. */
export function shown(text: string): string {
  const line = text.split('\n', 1)[0] ?? ''
  return line.length > 60 ? `"${line.slice(0, 60)}…"` : `"${line}"`
}

const LATIN = /\p{Script=Latin}/u

/** Whether news in Latin letters could write a name so. */
export function isLatin(name: string): boolean {
  return LATIN.test(name)
}
