import { isFigureWord } from '../../lexicons/figure-words.js'
import { phraseWords } from '../../lexicons/phrase-words.js'
import { round } from './number-digits.js'
import { normalAt, readWords, wordAt, wordNumber } from './number-written.js'
import { afterHyphen, type NumberRead, type TokenText, withScale } from './numbers.js'

/**
 * Reads a fraction at `at`: "1/2", "10 1/2", "2½", "two-thirds", "a third of", "half of", "half a million",
 * "3 and a half". `whole` is the number in digits that was read there, if any.
 */
export function readPart(source: TokenText, at: number, whole: NumberRead | null): NumberRead | null {
  if (whole !== null) return readMixed(source, whole)
  const word = wordAt(source, at)
  if (word?.kind === 'sign')
    return withScale(source, { ...wordNumber(source, at, at + 1), value: word.value, form: 'fraction' })
  const normal = normalAt(source, at)
  if (normal === 'half' || (normal === 'a' && normalAt(source, at + 1) === 'half')) return readHalf(source, at)
  if (normal === 'a' || normal === 'an') return readShare(source, at, at + 1, 1)
  if (word?.kind === 'part' && wordAt(source, at + 1)?.kind === 'scale' && word.value === 4)
    return withScale(source, { ...wordNumber(source, at, at + 1), value: 0.25 })
  if (word?.kind !== 'unit' && word?.kind !== 'ten') return null
  const number = readWords(source, at)
  return number === null || number.scaled ? null : readShare(source, at, number.last, number.value)
}

/** Parts after digits: "1/2", "10 1/2", "2½", "7 tenths", "3 and a half". */
function readMixed(source: TokenText, whole: NumberRead): NumberRead | null {
  if (whole.hasMark || whole.rest !== '' || whole.prefix !== '' || whole.scaled) return null
  const { text, tokens, limit } = source
  const at = whole.last
  const slash = slashed(source, whole.last - 1)
  if (slash !== null)
    return withScale(source, {
      ...whole,
      value: round(whole.value / slash.below),
      last: slash.last,
      end: slash.end,
      form: 'fraction',
      hasMark: true,
    })
  const sign = wordAt(source, at)
  const token = tokens[at]
  if (sign?.kind === 'sign' && token !== undefined)
    return withScale(source, { ...whole, value: whole.value + sign.value, last: at + 1, end: token.end, hasMark: true })
  const partAt = afterHyphen(source, at)
  const part = partAt < limit ? tokens[partAt] : undefined
  if (part !== undefined && part.casing === 'digit' && /^\d{1,2}$/.test(text.slice(part.start, part.end))) {
    const below = slashed(source, partAt)
    const above = Number(text.slice(part.start, part.end))
    if (below !== null && above < below.below)
      return withScale(source, {
        ...whole,
        value: round(whole.value + above / below.below),
        last: below.last,
        end: below.end,
        hasMark: true,
      })
  }
  const after = partAfterAnd(source, at)
  if (after === null) return null
  const end = tokens[after.last - 1]?.end ?? whole.end
  return withScale(source, { ...whole, value: whole.value + after.value, last: after.last, end, hasMark: true })
}

/** "and a half", "-and-a-half", "and three quarters" at token `at`: what it adds, and the token after it. */
export function partAfterAnd(source: TokenText, at: number): { value: number; last: number } | null {
  const and = afterHyphen(source, at)
  if (normalAt(source, and) !== 'and') return null
  const countAt = afterHyphen(source, and + 1)
  const word = wordAt(source, countAt)
  // "fifty-four hundredths"
  const tens = word?.kind === 'ten' ? readWords(source, countAt) : null
  const one = /^an?$/.test(normalAt(source, countAt)) ? 1 : 0
  const count = tens?.value ?? (word?.kind === 'unit' ? word.value : one)
  const partAt = afterHyphen(source, tens?.last ?? countAt + 1)
  const part = wordAt(source, partAt)
  if (part === undefined || part.kind !== (count === 1 ? 'part' : 'parts') || count >= part.value) return null
  // "two and a third man": after another word than a scale or a unit it may be the third one.
  if (part.value !== 2 && count === 1 && normalAt(source, partAt + 1) !== '' && isThirdOne(source, partAt + 1))
    return null
  return { value: count / part.value, last: partAt + 1 }
}

function isThirdOne({ tokens, limit }: TokenText, at: number): boolean {
  const token = at < limit ? tokens[at] : undefined
  if (token === undefined || token.casing === 'none' || phraseWords.has(token.normal)) return false
  return !isFigureWord('scaled-part', token.normal)
}

/** The part of a fraction below the line, where token `at` is followed by "/" and digits. Dates ("9/11") are no fractions. */
function slashed({ text, tokens, limit }: TokenText, at: number): { below: number; last: number; end: number } | null {
  const above = tokens[at]
  const slash = tokens[at + 1]
  const below = tokens[at + 2]
  if (above === undefined || slash === undefined || below === undefined || at + 2 >= limit) return null
  if (!/^[/⁄]$/.test(text.slice(slash.start, slash.end))) return null
  if (above.end !== slash.start || slash.end !== below.start) return null
  const written = text.slice(below.start, below.end)
  const isGoingOn = tokens[at + 3]?.start === below.end && /^[/⁄-]$/.test(text.charAt(below.end))
  const value = Number(written)
  const isPart = /^(?:[2-68]|1[026]|20|32|64|100|128|1000)$/.test(written)
  if (!isPart || isGoingOn || Number(text.slice(above.start, above.end)) >= value) return null
  return { below: value, last: at + 3, end: below.end }
}

/** "half of", "half a million", "nearly half", "a half", "half an hour" (the unit comes later). */
function readHalf(source: TokenText, at: number): NumberRead | null {
  const half = normalAt(source, at) === 'half' ? at : at + 1
  const before = normalAt(source, at - 1)
  if (isFigureWord('half-before', before)) return null
  const joined = afterHyphen(source, half + 1)
  const article = /^an?$/.test(normalAt(source, half + 1)) ? half + 2 : joined
  const base = { ...wordNumber(source, at, half + 1), value: 0.5, form: 'fraction' as const }
  const scale = wordAt(source, article)
  if (scale?.kind === 'scale') {
    const scaled = withScale(source, { ...base, last: article, form: 'words' })
    return scaled.scaled ? scaled : null
  }
  // "half-brother" and "half time" are words of their own; "half-hour" and "half an hour" wait for their unit.
  const after = normalAt(source, half + 1)
  if (isFigureWord('half-span', after) && normalAt(source, half + 2) !== '-') return base
  const isShare =
    isFigureWord('share-after', after) || isFigureWord('share-before', before) || half > at || joined > half + 1
  return isShare ? base : null
}

/** "two-thirds", "three quarters of", "one third", "a fifth of": `number` parts, the word for the part at `last`. */
function readShare(source: TokenText, at: number, last: number, number: number): NumberRead | null {
  const partAt = afterHyphen(source, last)
  const part = wordAt(source, partAt)
  if (part === undefined || part.value === 2) return null
  if (number === 1 ? part.kind !== 'part' : part.kind !== 'parts') return null
  const after = normalAt(source, partAt + 1)
  const isJoined = partAt > last
  // "three quarters" are months, "two thirds" can be nothing else; "a third" may be the third one, "one third" not.
  // "one twentieth-century house"
  if (afterHyphen(source, partAt + 1) > partAt + 1) return null
  const isOne = normalAt(source, at) === 'one' || (part.value >= 100 && !isThirdOne(source, partAt + 1))
  const isClear = part.value !== 4 && (number > 1 || isOne)
  const isBefore =
    isFigureWord('share-before', normalAt(source, at - 1)) && (number > 1 || !isThirdOne(source, partAt + 1))
  const isShare = isJoined || isClear || after === 'of' || isBefore
  const scaled = wordAt(source, partAt + 1)?.kind === 'scale'
  if ((!isShare && !scaled) || (number === 1 && isJoined && normalAt(source, at) !== 'one')) return null
  const share = { ...wordNumber(source, at, partAt + 1), value: round(number / part.value), form: 'fraction' as const }
  return scaled ? { ...withScale(source, share), form: 'words' } : ofScale(source, share)
}

/** "two thirds of a million": a number, no share. */
function ofScale(source: TokenText, share: NumberRead): NumberRead {
  const isOf = normalAt(source, share.last) === 'of' && normalAt(source, share.last + 1) === 'a'
  if (!isOf || wordAt(source, share.last + 2)?.kind !== 'scale') return share
  const scaled = withScale(source, { ...share, last: share.last + 2 })
  return scaled.scaled ? { ...scaled, form: 'words' } : share
}
