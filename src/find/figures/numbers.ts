import { numberWordByForm } from '../../lexicons/number-words.js'
import type { Token } from '../../model/document.js'
import type { Qualifier } from '../../model/mention.js'
import { readDigits, round } from './number-digits.js'
import { readPart } from './number-parts.js'
import { withTail } from './number-tails.js'
import { readWords } from './number-written.js'

/** Tokens of one sentence and the text they are cut from: `[from, limit)` is what may be read. */
export interface TokenText {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly limit: number
}

/**
 * A number as it was read: tokens `[first, last)`, text `[start, end)`; `end` may lie inside the last token, whose
 * other letters are then `rest` ("Hz" of "120Hz"). `form`: "fraction" is a share of something, "vague" a lower bound
 * ("thousands", "several hundred").
 */
export interface NumberRead {
  readonly value: number
  readonly first: number
  readonly last: number
  readonly start: number
  readonly end: number
  readonly form: 'digits' | 'words' | 'fraction' | 'vague'
  /** Whether a scale was written ("million", "bn"). */
  readonly scaled: boolean
  readonly rest: string
  /** Letters before the digits of the same token ("RM" of "RM79"). */
  readonly prefix: string
  /** Whether it has a decimal or thousands mark, which no year or label has. */
  readonly hasMark: boolean
  /** What the words themselves say of exactness: "a couple of hundred". */
  readonly qualifier?: Qualifier
}

/** Words that can begin a number although they are none: "a dozen", "several hundred", "half a million". */
const LEADS: ReadonlySet<string> = new Set(['a', 'an', 'several', 'few', 'couple', 'minus', 'negative', 'another'])

/** Letters glued to a number that are a scale only in some company. */
const MAYBE_SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({ k: 1e3, K: 1e3, m: 1e6, M: 1e6, MM: 1e6, b: 1e9, B: 1e9, t: 1e12, T: 1e12 }),
)

/** Whether a number can begin at this token: what the scan asks of every token. */
export function beginsNumber(token: Token | undefined): boolean {
  if (token === undefined) return false
  return token.casing === 'digit' || numberWordByForm.has(token.normal) || LEADS.has(token.normal)
}

/**
 * Reads the number that begins at token `at`, with its scale: "2.5 million", "two and a half", "tens of thousands",
 * "10 1/2", "three-quarters". `null` if there is none.
 * @example readNumber({ text: 'some 20,800 people', tokens, limit: 3 }, 1)
 */
export function readNumber(source: TokenText, at: number): NumberRead | null {
  const token = source.tokens[at]
  if (token === undefined || at >= source.limit) return null
  if (token.normal === 'minus' || token.normal === 'negative') return negative(source, at)
  const plain = token.casing === 'digit' ? readDigits(source, at) : null
  if (token.casing === 'digit' && plain === null) return null
  if (plain === null) return readPart(source, at, null) ?? readWords(source, at)
  const whole = readPart(source, at, plain) ?? plain
  return withTail(source, whole.rest === '' && !whole.scaled ? withScale(source, whole) : whole)
}

function negative(source: TokenText, at: number): NumberRead | null {
  const number = readNumber(source, at + 1)
  const token = source.tokens[at]
  if (number === null || token === undefined || number.first !== at + 1 || number.form === 'vague') return null
  return { ...number, value: -number.value, first: at, start: token.start }
}

/** Multiplies by the scale words after the number: "3.5 million", "8-billion", "5 hundred thousand". */
export function withScale(source: TokenText, number: NumberRead): NumberRead {
  let { value, last, end } = number
  let isScaled = false
  for (;;) {
    const at = afterHyphen(source, last)
    const token = at < source.limit ? source.tokens[at] : undefined
    const word = token === undefined ? undefined : numberWordByForm.get(token.normal)
    const isScale = word?.kind === 'scale' || (word?.kind === 'plural-scale' && !isScaled && canBeMany(word.value))
    if (token === undefined || word === undefined || !isScale) break
    value *= word.value
    last = at + 1
    end = token.end
    isScaled = true
  }
  return isScaled ? { ...number, value: round(value), last, end, scaled: true } : number
}

/** "3 dozens", "5 millions"; "3 hundreds" and "tens" are no scales. */
export function canBeMany(value: number): boolean {
  return value === 12 || value >= 1000
}

/** Reads "k", "m", "b" after a number of money, or where `isScale` says that it is no unit. */
export function withMaybeScale(
  source: TokenText,
  number: NumberRead,
  isScale: (letter: string) => boolean,
): NumberRead {
  if (number.scaled) return number
  const next = source.tokens[number.last]
  const isApart = number.rest === '' && number.last < source.limit && next !== undefined
  const letter = isApart ? source.text.slice(next.start, next.end) : number.rest
  const scale = MAYBE_SCALES.get(letter)
  if (scale === undefined || !isScale(letter)) return number
  const last = isApart ? number.last + 1 : number.last
  const end = source.tokens[last - 1]?.end ?? number.end
  return { ...number, value: round(number.value * scale), last, end, rest: '', scaled: true }
}

/** The token after a hyphen that joins two words ("8-billion"), or `at` itself where there is none. */
export function afterHyphen({ text, tokens, limit }: TokenText, at: number): number {
  const hyphen = tokens[at]
  const next = tokens[at + 1]
  const before = tokens[at - 1]
  if (hyphen === undefined || next === undefined || before === undefined || at + 1 >= limit) return at
  const mark = text.charAt(hyphen.start)
  const isJoint = hyphen.end - hyphen.start === 1 && (mark === '-' || mark === '‑') && hyphen.start === before.end
  // "four-, five- and six-cylinder": a hyphen that hangs joins nothing.
  return isJoint && next.start === hyphen.end && next.casing !== 'none' ? at + 1 : at
}
