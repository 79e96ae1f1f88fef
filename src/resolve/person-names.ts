import { familyFirstNames } from '../lexicons/family-first-names.js'
import { familyNameByForm } from '../lexicons/family-names.js'
import { givenNameByForm } from '../lexicons/given-names.js'
import { dignities, honorificByForm } from '../lexicons/honorifics.js'
import { isParticleOf, nameParticleForms } from '../lexicons/name-particles.js'
import { firstSpelling } from '../lexicons/name-variants.js'
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
  /** "lord", "princess": with one word behind it a whole name ("Lord Falconer"), lower case; `null` for none. */
  readonly dignity: string | null
  readonly isBare: boolean
  /** Written family name first ("Kim Jong-un"): `words` are turned round, the given name being one word. */
  readonly isFamilyFirst: boolean
  /** Holds "bin", "ben": the names of son and father, which no turning makes one. */
  readonly isPatronymic: boolean
}

/** "Jr.", "III" and the numbers of kings and popes; no single letter, which is an initial. */
const SUFFIX =
  /[\s,]+(?<suffix>jr|sr|junior|senior|(?=[ivx]{2})(?:x{0,2}(?:i{2,3}|iv|vi{1,3}|ix)|xi|xv|x{2}i?|xxv))\.?$/i
const LONG_SUFFIX: Readonly<Record<string, string>> = { junior: 'jr', senior: 'sr' }
const FAMILY_FIRST = /^(?<family>[^,]+),\s*(?<given>[^,]+)$/
/** "JC", "J.D." written as one word of capitals in a name that has small letters elsewhere. */
const INITIAL = /^\p{Lu}\.?$/u
const INITIALS = /^(?:\p{Lu}\.?-?){2,3}$/u
const SMALL_LETTER = /\p{Ll}/u
const PATRONYMIC = /(?:^|[\s-])(?:bin|ibn|ben|bint|binti)(?=[\s-])/i
/** A syllable of a Chinese, Korean or Vietnamese name in Latin letters: "jong", "hsien", "nguyet". */
const SYLLABLE = '(?:[bcdfghjklmnpqrstwxyz]{0,2}h?[aeiouy]{1,3}(?:ng|nh|ch|[nklmptbrh])?)'
const ONE_SYLLABLE = new RegExp(`^${SYLLABLE}$`)
const TWO_SYLLABLES = new RegExp(`^${SYLLABLE}${SYLLABLE}$`)
/** Digits that stand for letters, by mistake of a scanner or on purpose: "Ig0r Sech1n". */
const LETTER_OF: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', 9: 'g' }

/** Takes a person's name apart. */
export function readPersonName(written: string): PersonName {
  let rest = written.trim()
  let gender: PersonName['gender'] = null
  let dignity: string | null = null
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
    if (dignities.has(first)) dignity = first.toLowerCase()
    parts.shift()
  }
  const given = givenLikeParticle(parts)
  const spoken = [...given, ...wordsOfPerson(parts.slice(given.length), SMALL_LETTER.test(rest))]
  const isFamilyFirst = turned === null && hasFamilyFirst(spoken, parts)
  const words = isFamilyFirst ? [spoken.slice(1).join(''), spoken[0] ?? ''] : spoken
  return {
    words,
    joined: words.join(''),
    family: words.at(-1) ?? null,
    suffix,
    gender,
    dignity: words.length === 1 ? dignity : null,
    // "Leo XIV" is a whole name.
    isBare: words.length === 1 && !(suffix !== null && /[ivx]{2}/.test(suffix)),
    isFamilyFirst,
    isPatronymic: PATRONYMIC.test(parts.slice(given.length).join(' ')),
  }
}

function wordsOfPerson(parts: readonly string[], hasSmallLetters: boolean): string[] {
  const initials = new Set<string>()
  const words = parts.flatMap((part) => {
    const letters = [...part.toLowerCase()].filter((letter) => /\p{L}/u.test(letter))
    if (hasSmallLetters && (INITIALS.test(part) || INITIAL.test(part))) {
      for (const letter of letters) initials.add(letter)
      return letters
    }
    return wordsOf(part).map(withoutDigits)
  })
  // "E. Crowther" has an initial where "Gama e Silva" has a particle.
  const isName = (word: string): boolean => initials.has(word) || !nameParticleForms.has(word)
  const names = words.filter(isName)
  const kept = names.length > 0 ? names : words
  // "Shoigu Shoigu Sergey": a column read twice. "Sirhan Sirhan" is a name.
  return kept.length > 2 && kept[0] === kept[1] ? kept.slice(1) : kept
}

const SON_OF: ReadonlySet<string> = new Set(['bin', 'ibn', 'bint', 'binti'])

/**
 * The first word where it is a particle elsewhere and a given name here: "Ben Carson", "Al D. Gore", "Ben van Beurden".
 * "Ben Ali", "Al Thani", "al Thani" and "Al bin Ali" keep their particle, and so does whatever stands later in a name.
 */
function givenLikeParticle(parts: readonly string[]): string[] {
  const [first = '', second] = parts
  const word = first.toLowerCase()
  if (second === undefined || first === word || !nameParticleForms.has(word) || !givenNameByForm.has(word)) return []
  const [family = ''] = wordsOf(second)
  return SON_OF.has(family) || isParticleOf(word, family) ? [] : [word]
}

/** A digit before a letter stands for one; "Agent47" is called so. */
function withoutDigits(word: string): string {
  return /\d\p{L}/u.test(word) && !/^\d/.test(word) ? word.replace(/\d/g, (digit) => LETTER_OF[digit] ?? digit) : word
}

/**
 * Whether the first word is the family name: "Moon Jae-in", "Lee Hsien Loong", "Xi Jinping". "Wei Zhang" leaves it open
 * and is read as it stands.
 */
function hasFamilyFirst(words: readonly string[], parts: readonly string[]): boolean {
  const [first = '', second = '', third] = words
  if (!familyFirstNames.has(first)) return false
  if (words.length === 3 && third !== undefined) {
    const isHyphened = parts.length === 2 && /-/.test(parts[1] ?? '')
    const areSyllables = ONE_SYLLABLE.test(second) && ONE_SYLLABLE.test(third)
    return areSyllables && (isHyphened || parts.length === 3)
  }
  if (words.length !== 2 || familyNameByForm.has(second) || familyFirstNames.has(second)) return false
  return TWO_SYLLABLES.test(second) && (givenNameByForm.has(second) || !givenNameByForm.has(first))
}

/** The name, its first spelling and the given names that it stands for as a nickname: "bob" gives "bob", "robert". */
export function longForms(given: string): readonly string[] {
  return [given, spellingOf(given), ...(namesByNickname.get(given) ?? [])]
}

/** The spelling that stands for all spellings of a name: "qaddafi" gives "gaddafi". */
export function spellingOf(word: string): string {
  return firstSpelling.get(word) ?? word
}

/** Whether two given names are forms of one: one a nickname of the other, or both of a third. */
export function areNicknames(left: string, right: string): boolean {
  const longLeft = namesByNickname.get(left)
  const longRight = namesByNickname.get(right)
  if (longLeft?.includes(right) || longRight?.includes(left)) return true
  return longLeft?.some((name) => longRight?.includes(name)) ?? false
}

/** Whether a letter is the initial of a given name or of what it is a nickname of: "E." of "Liz", for Elizabeth. */
export function isInitialOf(letter: string, given: string): boolean {
  return letter.length === 1 && longForms(given).some((name) => name.startsWith(letter))
}

/** Whether two words are two spellings of one name in Latin letters: "gaddafi", "qaddafi". */
export function areSpellings(left: string, right: string): boolean {
  const spelling = firstSpelling.get(left)
  return spelling !== undefined && spelling === firstSpelling.get(right)
}
