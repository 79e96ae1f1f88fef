import { honorificByForm } from '../lexicons/honorifics.js'
import { nameParticleForms } from '../lexicons/name-particles.js'
import { namesByNickname } from '../lexicons/nicknames.js'
import { wordsOf } from './normal.js'

/**
 * A person's name in plain words. `words` are given and family names in the order of speech, without honorific,
 * suffix and particles; `family` is the last of them, `null` for no name at all. `isBare` says that there is only one word.
 */
export interface PersonName {
  readonly words: readonly string[]
  /** All words in one: "Kim Jong-un" and "Kim Jongun" have one. */
  readonly joined: string
  readonly family: string | null
  readonly suffix: string | null
  readonly gender: 'female' | 'male' | null
  readonly isBare: boolean
}

const SUFFIX = /[\s,]+(?<suffix>jr|sr|ii|iii|iv|junior|senior)\.?$/i
const LONG_SUFFIX: Readonly<Record<string, string>> = { junior: 'jr', senior: 'sr' }
const FAMILY_FIRST = /^(?<family>[^,]+),\s*(?<given>[^,]+)$/
/** "JC", "J.D." written as one word of capitals in a name that has small letters elsewhere. */
const INITIALS = /^(?:\p{Lu}\.?-?){2,3}$/u
const SMALL_LETTER = /\p{Ll}/u

/** Takes a person's name apart. */
export function readPersonName(written: string): PersonName {
  let rest = written.trim()
  let gender: PersonName['gender'] = null
  let suffix: string | null = null
  const ending = SUFFIX.exec(rest)
  if (ending?.groups && ending.index > 0) {
    const found = (ending.groups.suffix ?? '').toLowerCase()
    suffix = LONG_SUFFIX[found] ?? found
    rest = rest.slice(0, ending.index)
  }
  const turned = FAMILY_FIRST.exec(rest)
  if (turned?.groups) rest = `${turned.groups.given} ${turned.groups.family}`
  const parts = rest.split(/\s+/)
  while (parts.length > 1) {
    const first = (parts[0] ?? '').replace(/[.,]$/, '')
    const honorific = honorificByForm.get(first)
    // "M." is an initial more often than Monsieur.
    if (honorific === undefined || honorific.position !== 'before' || first.length === 1) break
    gender ??= honorific.gender
    parts.shift()
  }
  const words = wordsOfPerson(parts, SMALL_LETTER.test(rest))
  return {
    words,
    joined: words.join(''),
    family: words.at(-1) ?? null,
    suffix,
    gender,
    isBare: words.length === 1,
  }
}

function wordsOfPerson(parts: readonly string[], hasSmallLetters: boolean): string[] {
  const words = parts.flatMap((part) => {
    if (hasSmallLetters && INITIALS.test(part)) return [...part.toLowerCase()].filter((letter) => /\p{L}/u.test(letter))
    return wordsOf(part)
  })
  const names = words.filter((word) => !nameParticleForms.has(word))
  return names.length > 0 ? names : words
}

/** The name and the given names that it stands for as a nickname: "bob" gives "bob", "robert". */
export function longForms(given: string): readonly string[] {
  return [given, ...(namesByNickname.get(given) ?? [])]
}

/** Whether two given names are forms of one: one a nickname of the other, or both of a third. */
export function areNicknames(left: string, right: string): boolean {
  const longLeft = namesByNickname.get(left)
  const longRight = namesByNickname.get(right)
  if (longLeft?.includes(right) || longRight?.includes(left)) return true
  return longLeft?.some((name) => longRight?.includes(name)) ?? false
}
