import type { EntityKind } from '../../model/mention.js'
import { readBodyName } from '../body-names.js'
import { joinedWordsOf } from '../normal.js'
import { longForms, readPersonName } from '../person-names.js'

/**
 * Starts the keys of a sort: given and family name of people, the family name alone, the name of a body, of a place, an
 * identifier. One letter, so that no two sorts share a key.
 */
export type KeySort = 'n' | 'f' | 'b' | 'p' | 'i'

/** Plain names of two words, or with an initial, which need no reading: four in five of any registry. */
const SIMPLE = /^[A-Z](?:[a-z]+|\.) (?:[A-Z]\. )?[A-Z][a-z]+$/
const TITLE =
  /^(?:Dr|Mr|Mrs|Ms|Sir|Dame|Lord|Lady|Prince|Queen|King|Pope|Saint|The|San|Santa|De|Van|Von|El|La|Al|Ben|Bin|Ibn) /

/** The words of a person's name by which registry and article meet: given names, then the family name. */
export function personWords(name: string): readonly string[] {
  if (SIMPLE.test(name) && !TITLE.test(name)) return name.toLowerCase().replaceAll('.', '').split(' ')
  return readPersonName(name).words
}

/** The keys under which an entry is found by one of its names. */
export function entryKeys(kind: EntityKind, name: string): string[] {
  if (kind === 'person') return personKeys(personWords(name))
  return bodyKeys(kind, name)
}

function personKeys(words: readonly string[]): string[] {
  const [first, ...rest] = words
  const last = rest.at(-1)
  if (first === undefined) return []
  if (last === undefined) return first.length > 1 ? [`n${first}`] : []
  return [`n${first} ${last}`, ...(last.length > 1 ? [`f${last}`] : [])]
}

/** The keys by which a person's profile asks: its names and what they may be short for; a single word asks as both. */
export function askingPersonKeys(words: readonly string[]): string[] {
  const [first, ...rest] = words
  const last = rest.at(-1)
  if (first === undefined) return []
  if (last === undefined) return [`n${first}`, `f${first}`]
  return longForms(first).map((given) => `n${given} ${last}`)
}

/** A body is found by its whole name, and without its legal form; "the" and British spelling make no difference. */
export function bodyKeys(kind: EntityKind, name: string): string[] {
  if (kind === 'place') {
    const words = joinedWordsOf(name)
    return words.length === 0 ? [] : [`p${(words[0] === 'the' && words.length > 1 ? words.slice(1) : words).join(' ')}`]
  }
  const { normal, core } = readBodyName(name)
  const keys = [normal, core.join(' ')].filter((key) => key !== '').map((key) => `b${key}`)
  return [...new Set(keys)]
}

/** Two 32-bit hashes of a key, from its code units: the slot to begin at, and what tells keys of one slot apart. */
export function hashOf(key: string): readonly [slot: number, check: number] {
  let slot = 0x811c9dc5
  let check = 0x9747b28c
  for (let at = 0; at < key.length; at += 1) {
    const unit = key.charCodeAt(at)
    slot = Math.imul(slot ^ unit, 0x01000193)
    check = Math.imul(check ^ unit, 0x5bd1e995)
    check ^= check >>> 15
  }
  slot ^= slot >>> 16
  slot = Math.imul(slot, 0x85ebca6b)
  slot ^= slot >>> 13
  return [slot >>> 0, check >>> 0]
}
