/** Letters that no decomposition turns into plain ones, Cyrillic and Greek ones by the usual English transliteration. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ...lettersOf('абвгґдезиіїклмнопрстуфъыьэјћђ', 'a b v g g d e z i i i k l m n o p r s t u f  y  e j c dj'.split(' ')),
  ...lettersOf('жхцчшщюяєљњџ', 'zh kh ts ch sh shch iu ia ie lj nj dz'.split(' ')),
  ...lettersOf('αβγδεζηθικλμνξοπρστυφχψωςё', 'a v g d e z i th i k l m n x o p r s t y f ch ps o s e'.split(' ')),
}

const COMBINING = /\p{M}+/gu
const UNPLAIN = /[ßæœøđðþłı\u0370-\u03ff\u0430-\u045f\u0491]/g
const APOSTROPHES = /['’‘ʼ`´]/g
const POSSESSIVE = /['’]s(?![\p{L}\p{N}])/giu
/** Single letters each with a full stop: "L.X.C.", "U.S", "o.o.o." are one word. */
const DOTTED = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])\p{L}\.\p{L}(?![\p{L}\p{N}])/gu
const WORDS = /[\p{L}\p{N}]+/gu
const ONLY_ASCII = /^[\0-\x7f]*$/

function lettersOf(letters: string, plainOnes: readonly string[]): Record<string, string> {
  return Object.fromEntries([...letters].map((letter, at) => [letter, plainOnes[at] ?? '']))
}

/** Lower case without accents, apostrophes or possessive: what names are compared by ("O’Neil’s" gives "oneil"). */
export function plain(text: string): string {
  const lower = text.replace(POSSESSIVE, '').replace(APOSTROPHES, '').toLowerCase()
  if (ONLY_ASCII.test(lower)) return lower
  return lower
    .normalize('NFKD')
    .replace(COMBINING, '')
    .replace(UNPLAIN, (letter) => PLAIN[letter] ?? letter)
}

/** The words of a name in plain form; "&" is "and". */
export function wordsOf(text: string): string[] {
  return plain(text).replaceAll('&', ' and ').match(WORDS) ?? []
}

/** The words of a name in plain form, dotted letters joined: "L.X.C. Aviation" gives "lxc", "aviation". */
export function joinedWordsOf(text: string): string[] {
  return wordsOf(text.replace(DOTTED, (letters) => letters.replaceAll('.', '')))
}

/** Compares by code unit: the same order on every machine and in every locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * The sounds of a word, roughly: consonants without doubles, letters that transliterations swap made one. "Qaddafi"
 * and "Gaddafi", "Hussein" and "Husayn" have one skeleton.
 */
export function skeleton(word: string): string {
  const sounds = word
    .replace(/ph/g, 'f')
    .replace(/t[sz]/g, 's')
    .replace(/gh/g, 'g')
    .replace(/[cq]/g, 'k')
    .replace(/kh/g, 'k')
    .replace(/[w]/g, 'v')
    .replace(/[z]/g, 's')
    .replace(/j(?=[aeiou])/g, 'y')
  const first = sounds.charAt(0)
  const rest = sounds.slice(1).replace(/[aeiouyh]/g, '')
  return (/[aeiouy]/.test(first) ? 'a' : first) + rest.replace(/(.)\1+/g, '$1')
}
