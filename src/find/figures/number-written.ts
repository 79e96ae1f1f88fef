import { type NumberWord, numberWordByForm } from '../../lexicons/number-words.js'
import { round } from './number-digits.js'
import { partAfterAnd } from './number-parts.js'
import { afterHyphen, canBeMany, type NumberRead, type TokenText } from './numbers.js'

/** How far a number in words was read. `group` is below the last scale, `total` above it. */
interface Reading {
  total: number
  group: number
  /** Value of the last word: what may follow it. */
  lastKind: NumberWord['kind'] | 'hundred' | null
  lowestScale: number
  last: number
}

/**
 * Reads a number in words at `at`: "twenty-five thousand", "two hundred and five", "two and a half million", "a dozen",
 * "several hundred", "tens of thousands". Not "one third": that is a part.
 */
export function readWords(source: TokenText, at: number): NumberRead | null {
  const token = source.tokens[at]
  if (token === undefined) return null
  const vague = readVague(source, at)
  if (vague !== null) return vague
  const reading: Reading = { total: 0, group: 0, lastKind: null, lowestScale: Number.POSITIVE_INFINITY, last: at }
  const isArticle = token.normal === 'a' || token.normal === 'an'
  if (isArticle && wordAt(source, at + 1)?.kind === 'scale') reading.last = at + 1
  // A scale alone is no number: "million" of "quarter million", a "billion dollar question".
  else if (wordAt(source, at)?.kind === 'scale' && token.normal !== 'dozen' && !isHundredThousand(source, at))
    return null
  while (step(source, reading)) {}
  if (reading.lastKind === null) return null
  addPart(source, reading)
  const last = source.tokens[reading.last - 1]
  return {
    ...wordNumber(source, at, reading.last),
    value: round(reading.total + reading.group),
    scaled: reading.lowestScale !== Number.POSITIVE_INFINITY || last?.normal === 'hundred' || last?.normal === 'dozen',
  }
}

/** "hundred thousand dollars": the one scale that begins a number. */
function isHundredThousand(source: TokenText, at: number): boolean {
  const next = wordAt(source, at + 1)
  return normalAt(source, at) === 'hundred' && next?.kind === 'scale' && next.value >= 1000
}

/** Takes one more word if the number can go on with it. */
function step(source: TokenText, reading: Reading): boolean {
  let at = reading.lastKind === null ? reading.last : afterHyphen(source, reading.last)
  if (isAnd(source, at) && (reading.lastKind === 'hundred' || reading.lastKind === 'scale')) {
    const next = wordAt(source, at + 1)
    if (next?.kind !== 'unit' && next?.kind !== 'ten') return false
    // "two million and three quarters"
    if (partAfterAnd(source, reading.last) !== null) return false
    at += 1
  }
  const word = wordAt(source, at)
  if (word === undefined || !take(reading, word)) return false
  reading.last = at + 1
  return true
}

function take(reading: Reading, word: NumberWord): boolean {
  const { lastKind } = reading
  if (word.kind === 'unit') {
    const isAfterTen = lastKind === 'ten' && word.value > 0 && word.value < 10
    if (lastKind !== null && !isAfterTen && lastKind !== 'hundred' && lastKind !== 'scale') return false
    reading.group += word.value
  } else if (word.kind === 'ten') {
    if (lastKind !== null && lastKind !== 'hundred' && lastKind !== 'scale') return false
    reading.group += word.value
  } else if (word.kind === 'scale' || (word.kind === 'plural-scale' && lastKind !== null && canBeMany(word.value))) {
    return takeScale(reading, word)
  } else return false
  reading.lastKind = word.kind
  return true
}

function takeScale(reading: Reading, { value }: NumberWord): boolean {
  if (value <= 100) {
    if (reading.lastKind === 'hundred') return false
    reading.group = (reading.group || 1) * value
    reading.lastKind = 'hundred'
    return true
  }
  if (reading.lastKind === 'scale' && reading.group === 0) {
    // "two hundred million million" is not written; "thousand billion" is.
    reading.total *= value
  } else {
    if (value >= reading.lowestScale) return false
    reading.total += (reading.group || 1) * value
    reading.group = 0
  }
  reading.lowestScale = value
  reading.lastKind = 'scale'
  return true
}

/** "two and a half million", "a million and a half", "three-and-a-half", "five and a quarter", "two point five". */
function addPart(source: TokenText, reading: Reading): void {
  const part = partAfterAnd(source, reading.last) ?? pointAfter(source, reading)
  if (part === null) return
  const scaleAt = afterHyphen(source, part.last)
  const scale = wordAt(source, scaleAt)
  if (scale?.kind === 'scale' && reading.lastKind !== 'scale') {
    reading.total = (reading.total + reading.group + part.value) * scale.value
    reading.group = 0
    reading.lowestScale = scale.value
    reading.last = scaleAt + 1
  } else if (scale?.kind === 'scale' && scale.value < reading.lowestScale) {
    // "one billion and a half million"
    reading.total += part.value * scale.value
    reading.last = scaleAt + 1
  } else {
    reading.total += part.value * (reading.lastKind === 'scale' ? reading.lowestScale : 1)
    reading.last = part.last
  }
}

/** "point five", "point zero three" after a number below a hundred. */
function pointAfter(source: TokenText, reading: Reading): { value: number; last: number } | null {
  if (normalAt(source, reading.last) !== 'point' || reading.lastKind === 'scale') return null
  let digits = ''
  let last = reading.last + 1
  for (let word = wordAt(source, last); word?.kind === 'unit' && word.value < 10; word = wordAt(source, last)) {
    digits += word.value
    last += 1
  }
  // "point seventy-one"
  const tens = digits === '' ? readWords(source, last) : null
  if (tens !== null && tens.form === 'words' && tens.value >= 10 && tens.value < 100 && Number.isInteger(tens.value))
    return { value: tens.value / 100, last: tens.last }
  return digits === '' ? null : { value: Number(`0.${digits}`), last }
}

/** Lower bounds: "thousands", "tens of thousands", "several hundred", "a few million", "a couple of hundred". */
function readVague(source: TokenText, at: number): NumberRead | null {
  const word = wordAt(source, at)
  if (word?.kind === 'plural-scale') return readPluralScale(source, at, word)
  const normal = normalAt(source, at)
  const start = normal === 'a' ? at + 1 : at
  const lead = normalAt(source, start)
  if (lead !== 'several' && lead !== 'few' && lead !== 'couple') return null
  let scaleAt = start + 1
  if (lead === 'couple' && normalAt(source, scaleAt) === 'of') scaleAt += 1
  let value = lead === 'couple' ? 2 : 1
  let last = scaleAt
  for (let scale = wordAt(source, last); scale?.kind === 'scale'; scale = wordAt(source, last)) {
    value *= scale.value
    last += 1
  }
  if (last > scaleAt)
    return {
      ...wordNumber(source, at, last),
      value,
      form: 'vague',
      scaled: true,
      qualifier: lead === 'couple' ? 'about' : 'at-least',
    }
  const plural = wordAt(source, normalAt(source, scaleAt) === 'of' ? scaleAt + 1 : scaleAt)
  if (lead === 'several' && plural?.kind === 'plural-scale' && plural.value === 10) {
    const tens = readPluralScale(source, scaleAt, plural)
    return tens && { ...tens, first: at, start: source.tokens[at]?.start ?? tens.start }
  }
  return null
}

function readPluralScale(source: TokenText, at: number, word: NumberWord): NumberRead | null {
  let { value } = word
  let last = at + 1
  while (normalAt(source, last) === 'of') {
    const next = wordAt(source, last + 1)
    if (next?.kind !== 'plural-scale' && next?.kind !== 'scale') break
    value *= next.value
    last += 2
  }
  // "Tens" and "scores" are amounts only before "of"; a team's "scores" are none.
  const isAlone = last === at + 1
  if (isAlone && value < 100 && value !== 12 && (value !== 20 || normalAt(source, last) !== 'of')) return null
  return { ...wordNumber(source, at, last), value, form: 'vague', scaled: true, qualifier: 'at-least' }
}

/** A number in words over tokens `[first, last)`, value still to be set. */
export function wordNumber({ tokens }: TokenText, first: number, last: number): NumberRead {
  const start = tokens[first]?.start ?? 0
  const end = tokens[last - 1]?.end ?? start
  return { value: 0, first, last, start, end, form: 'words', scaled: false, rest: '', prefix: '', hasMark: false }
}

/** The number word at `at`, if the sentence goes that far. */
export function wordAt({ tokens, limit }: TokenText, at: number): NumberWord | undefined {
  const token = at < limit ? tokens[at] : undefined
  return token === undefined ? undefined : numberWordByForm.get(token.normal)
}

/** The word at `at` in lower case, or "" outside the sentence. */
export function normalAt({ tokens, limit }: TokenText, at: number): string {
  return (at < limit ? tokens[at]?.normal : undefined) ?? ''
}

function isAnd(source: TokenText, at: number): boolean {
  return normalAt(source, at) === 'and'
}
