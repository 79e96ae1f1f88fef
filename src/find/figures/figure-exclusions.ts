import { isFigureWord } from '../../lexicons/figure-words.js'
import { phraseWords } from '../../lexicons/phrase-words.js'
import type { Amount } from './figure-amounts.js'
import { qualifierBefore } from './figure-qualifiers.js'
import { normalAt } from './number-written.js'
import type { TokenText } from './numbers.js'

/**
 * Whether a number that was read is no figure: part of a name ("Boeing 737"), a label ("Chapter 247", "page 12", "No. 1"),
 * a list or telephone number, an address, a bare year, or a "one" that counts nothing.
 * @param first the sentence's first token
 */
export function isNoFigure(source: TokenText, amount: Amount, first: number): boolean {
  if (isInCompound(source, amount) || isPhrase(source, amount) || isNameWord(source, amount, first)) return true
  if (isStage(source, amount) || isLabel(source, amount, first) || isTitled(source, amount)) return true
  if (isFigureWord('code', normalAt(source, amount.last))) return true
  if (amount.measure !== null) return isOneDay(source, amount)
  if (amount.number.form === 'words' && amount.value === 1 && amount.number.last === amount.number.first + 1)
    return isIdleOne(source, amount)
  if (amount.number.form !== 'digits') return isIdleWord(source, amount)
  return (
    isAddress(source, amount) ||
    isAircraft(source, amount) ||
    isListNumber(source, amount, first) ||
    isLongCode(source, amount) ||
    isTelephone(source, amount)
  )
}

/** "Covid-19", "F-150", "TPP-11", "under-18s", "4x4", "1:18.9": letters or digits are joined to it. */
function isInCompound({ text }: TokenText, { start, end, number, measure }: Amount): boolean {
  const before = text.charAt(start - 1)
  if (/[-–/.:_@#&+’'\\]/.test(before) && /[\p{L}\d)]/u.test(text.charAt(start - 2))) return true
  if (/[\p{L}\d]/u.test(before) && number.prefix === '' && number.form === 'digits') return true
  if (before === '#') return true
  return measure === null && /^[/\\:_@]\d/.test(text.slice(end, end + 2)) && number.form === 'digits'
}

/** Sayings and names: "9/11", "24/7", "ground zero". */
function isPhrase(source: TokenText, { first, last, number }: Amount): boolean {
  if (
    number.form === 'digits' &&
    amountText(source, first, last + 2).match(/^(?:9\/11|24\/7|50\/50|20\/20|911)\b/) !== null
  )
    return source.text.charAt(source.tokens[first]?.end ?? 0) !== ','
  const word = normalAt(source, first)
  return (
    isFigureWord('phrase', `${normalAt(source, first - 1)} ${word}`) ||
    isFigureWord('phrase', `${word} ${normalAt(source, last)}`) ||
    isFigureWord('phrase', `${word} ${normalAt(source, last)} ${normalAt(source, last + 1)}`)
  )
}

/** "the Big Four", "Six Nations": a number word in capitals beside a name, where no sentence begins. */
function isNameWord({ tokens, text }: TokenText, { first, number, measure }: Amount, sentence: number): boolean {
  const token = tokens[number.first]
  if (token === undefined || token.casing !== 'title' || measure !== null || first === sentence) return false
  const before = tokens[first - 1]
  const opens = before !== undefined && /[“"‘':.—–-]/.test(text.charAt(before.end - 1))
  const isName = before?.casing === 'title' || before?.casing === 'upper' || before?.casing === 'mixed'
  return !opens && (isName || tokens[number.last]?.casing === 'title')
}

/** "50 Cent", "50's beef", "half-time": what looks like a unit is part of a name or of another word. */
function isTitled(source: TokenText, { measure, value, number, last, isJoined }: Amount): boolean {
  if (normalAt(source, last) === "'s" && measure === null) return true
  if (measure === null || last === number.last) return false
  const word = source.tokens[last - 1]
  if (number.form === 'fraction' && measure.pluralOnly && isJoined) return true
  return (
    word?.casing === 'title' &&
    value !== 1 &&
    !isJoined &&
    !/s$|^(?:celsius|fahrenheit|kelvin)$/.test(word.normal) &&
    measure.id.toLowerCase() === word.normal
  )
}

/** "Chelsea 2-1": a score stands beside names. */
function isScore({ dimension, high, value }: Amount): boolean {
  return dimension === 'ratio' && high !== null && value < 200
}

/** A word before it that it numbers: a label ("Route 66"), or any name in capitals ("Boeing 737", "Stoxx 50"). */
function isLabel(source: TokenText, amount: Amount, sentence: number): boolean {
  const { text, tokens } = source
  let at = amount.first - 1
  const mark = normalAt(source, at)
  if (at > sentence && mark === '.' && tokens[at]?.start === tokens[at - 1]?.end) at -= 1
  const before = at >= sentence ? tokens[at] : undefined
  if (before === undefined || amount.measure?.dimension === 'money' || isScore(amount)) return false
  if (/[-–]/.test(text.charAt(amount.start - 1)) || before.end + 3 < amount.start) return false
  const isMeasured = amount.measure !== null
  const isSmall = amount.number.form === 'digits' && !amount.number.hasMark
  if (isFigureWord('label', before.normal) && !isMeasured) {
    // "part 2" and "section 5" are labels in lower case; "line 20 people" is not written.
    return before.normal !== 'count' || isSmall
  }
  const isName =
    before.casing === 'title' || before.casing === 'upper' || before.casing === 'mixed' || before.casing === 'initial'
  if (!isName || isMeasured || !isSmall || at !== amount.first - 1) return false
  if (at === sentence && before.casing === 'title') return false
  if (phraseWords.has(before.normal) || qualifierBefore(source, amount.first) !== null) return false
  return true
}

/** "one day" and "at one time" are no spans of time. */
function isOneDay(source: TokenText, { first, number, value, isJoined, measure, last }: Amount): boolean {
  if (value !== 1 || number.form !== 'words' || isJoined || measure === null) return false
  const isPlainOne = normalAt(source, first) === 'one' && last === first + 2
  return isPlainOne && isFigureWord('one-noun', normalAt(source, first + 1)) && qualifierBefore(source, first) === null
}

/** "one" counts only before a noun: "one proposal", "one of 11"; not "one of the best", "this one", "no one", "one can". */
function isIdleOne(source: TokenText, { first, last, isJoined, high, dimension }: Amount): boolean {
  if (high !== null || dimension === 'ratio') return false
  if (isJoined)
    return isFigureWord('hyphen-word', normalAt(source, last + 1)) || source.tokens[last + 1]?.casing !== 'lower'
  if (isFigureWord('one-before', normalAt(source, first - 1))) return true
  const next = normalAt(source, last)
  if (next === 'of') return !/^\d+$/.test(normalAt(source, last + 1)) && !isSmallNumber(normalAt(source, last + 1))
  const token = source.tokens[last]
  if (token === undefined || last >= source.limit || token.casing === 'none' || token.casing === 'digit') return true
  return isFigureWord('one-noun', next) || phraseWords.has(next) || /(?:ed|ing)$/.test(next)
}

function isSmallNumber(word: string): boolean {
  return /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/.test(word)
}

/** "zero", "two-way", "fifty-something". */
function isIdleWord(source: TokenText, { isJoined, last, number, first }: Amount): boolean {
  if (isJoined && number.form === 'fraction') return number.value === 0.5
  if (isJoined && number.form === 'words') {
    const word = normalAt(source, last + 1)
    return isFigureWord('hyphen-word', word)
  }
  return normalAt(source, first) === 'zero' && source.tokens[last]?.casing !== 'lower'
}

/** "575 Wilbraham Road", "1600 Pennsylvania Avenue NW". */
function isAddress({ tokens, limit }: TokenText, { last, number, high }: Amount): boolean {
  if (number.hasMark && high === null) return false
  for (let at = last; at < Math.min(last + 4, limit); at += 1) {
    const token = tokens[at]
    if (
      token === undefined ||
      (token.casing !== 'title' && token.casing !== 'upper' && token.casing !== 'initial' && token.casing !== 'digit')
    )
      return false
    if (at > last && isFigureWord('street', token.normal)) return true
  }
  return false
}

/** "reached the last eight": a stage of a cup. "the last four games" counts. */
function isStage(source: TokenText, { first, last, measure, high }: Amount): boolean {
  if (measure !== null || high !== null || !/^(?:last|final)$/.test(normalAt(source, first - 1))) return false
  const next = last < source.limit ? source.tokens[last] : undefined
  return normalAt(source, first - 2) === 'the' && (next === undefined || next.casing === 'none')
}

/** "two new 737 Max jets", "its own 787 Dreamliner". */
function isAircraft(source: TokenText, { value, last, number }: Amount): boolean {
  return !number.hasMark && /^7[0-8]7$/.test(String(value)) && isFigureWord('aircraft', normalAt(source, last))
}

/** "1. Wash your hands", "2) …" at the start of a block. */
function isListNumber({ text, tokens }: TokenText, { first, end, value }: Amount, sentence: number): boolean {
  const before = tokens[first - 1]
  const isFirst =
    first === sentence && (before === undefined || text.slice(before.end, tokens[first]?.start).includes('\n'))
  return isFirst && value < 100 && /^[.):]/.test(text.charAt(end))
}

/** A bare year that is no date here, and codes with leading zeros. */
function isLongCode({ text, tokens, limit }: TokenText, { number, start, end, last }: Amount): boolean {
  const written = text.slice(start, end)
  if (/^0\d/.test(written)) return true
  if (number.hasMark || number.scaled || !/^(?:19|20)\d\d$/.test(written)) return false
  const next = last < limit ? tokens[last] : undefined
  return next === undefined || next.casing !== 'lower'
}

/** "202-555-0100", "0800 123 4567", "(202) 555-0100". */
function isTelephone({ text }: TokenText, { start, end }: Amount): boolean {
  return (
    /\+(?:\d{1,5}[ -]){0,4}$/.test(text.slice(Math.max(0, start - 16), start)) ||
    /^\)? ?\d{3}[-–. ]\d{4}\b/.test(text.slice(end, end + 11)) ||
    (end - start === 3 && /^[-–.]\d{4}\b/.test(text.slice(end, end + 6))) ||
    /^[-–]\d{3}[-–]\d{4}\b/.test(text.slice(end, end + 10)) ||
    /(?:\d{3}[-–). ]{1,2})?\d{3}[-–.]$/.test(text.slice(Math.max(0, start - 9), start)) ||
    /\b\d{3}[-–.]\d{4}$/.test(text.slice(start, end))
  )
}

function amountText({ text, tokens }: TokenText, first: number, last: number): string {
  return text.slice(tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0)
}
