import { phraseWords } from '../../lexicons/phrase-words.js'
import { normalAt, wordAt } from '../figures/number-written.js'
import { afterHyphen, type TokenText } from '../figures/numbers.js'
import { type DateReading, readingOf } from './date-parts.js'
import { calendarValue } from './date-words.js'
import { readYear } from './date-years.js'

/** "January 2025", "Jan. 31", "March 26, 1996", "March 5-7", "May". */
export function readMonth(source: TokenText, at: number): DateReading | null {
  const month = calendarValue(source, at, 'month')
  const token = source.tokens[at]
  if (month === null || token === undefined) return null
  let last = skipStop(source, at + 1)
  const day = dayAt(source, last) ?? spokenDay(source, last)
  if (day === null) {
    const yearAt = normalAt(source, last) === ',' || normalAt(source, last) === 'of' ? last + 1 : last
    const year = readYear(source, yearAt)
    if (year?.parts.year !== undefined && year.parts.toYear === undefined)
      return readingOf(at, year.last, 'month', { month, year: year.parts.year })
    return isBareMonth(source, at) ? readingOf(at, last, 'month', { month }) : null
  }
  if (token.casing === 'lower' && /^(?:may|march|mar|dec|jan|jun|sep)$/.test(token.normal) && day.isSpoken) return null
  last = day.last
  const to = toDay(source, last)
  if (to !== null) last = to.last
  const parts = { month, day: day.day, ...(to === null ? {} : { toDay: to.day }) }
  const year = readYear(source, normalAt(source, last) === ',' ? last + 1 : last)
  if (year?.parts.year !== undefined && year.parts.toYear === undefined)
    return readingOf(at, year.last, 'day', { ...parts, year: year.parts.year })
  return readingOf(at, last, 'day', parts)
}

/** "31 January", "the 5th of May 2024". */
export function readDayMonth(source: TokenText, at: number): DateReading | null {
  const spoken = dayAt(source, at) === null ? spokenDay(source, at, 'of') : null
  const from = dayAt(source, at) ?? spoken
  if (from === null) return null
  const to = /^(?:-|–|to|and|until|till|through)$/.test(normalAt(source, from.last))
    ? dayAt(source, from.last + 1)
    : null
  const day = to ?? from
  const isOf = normalAt(source, day.last) === 'of'
  const monthAt = isOf ? day.last + 1 : day.last
  const month = calendarValue(source, monthAt, 'month')
  if (month === null) return isOf || to !== null ? readDayOfShift(source, at, { day: from.day, to, monthAt }) : null
  if (source.tokens[monthAt]?.casing === 'lower' && !isClearMonth(source, monthAt)) return null
  const last = skipStop(source, monthAt + 1)
  const year = readYear(source, normalAt(source, last) === ',' ? last + 1 : last)
  const parts = { month, day: from.day, ...(to === null ? {} : { toDay: to.day }) }
  if (year?.parts.year !== undefined) return readingOf(at, year.last, 'day', { ...parts, year: year.parts.year })
  return readingOf(at, last, 'day', parts)
}

/** "20th of next month", "4 to 22 this month". */
function readDayOfShift(
  source: TokenText,
  at: number,
  { day, to, monthAt }: { day: number; to: { day: number } | null; monthAt: number },
): DateReading | null {
  const shift = calendarValue(source, monthAt, 'shift')
  if (shift === null || normalAt(source, monthAt + 1) !== 'month' || normalAt(source, monthAt) === 'same') return null
  const parts = { unit: 'month' as const, shift, day, ...(to === null ? {} : { toDay: to.day }) }
  return readingOf(at, monthAt + 2, 'day', parts)
}

/** Months that in lower case are no other word. */
function isClearMonth(source: TokenText, at: number): boolean {
  return !/^(?:may|march|mar|august|aug|dec|jan|jun|sep|apr|oct|nov|jul|feb)$/.test(normalAt(source, at))
}

/** A day of the month in words at `at`: "Fourth" of "July Fourth", "twenty-first" of "May twenty-first"; before `of` or at the end of its phrase. */
function spokenDay(
  source: TokenText,
  at: number,
  before?: 'of',
): { day: number; last: number; isSpoken: boolean } | null {
  const tens = wordAt(source, at)
  const unitAt = tens?.kind === 'ten' && tens.value <= 30 ? afterHyphen(source, at + 1) : at
  const unit = calendarValue(source, unitAt, 'day-ordinal')
  if (unit === null || (unitAt > at && unit > 9)) return null
  const day = (unitAt > at ? (tens?.value ?? 0) : 0) + unit
  const next = unitAt + 1 < source.limit ? source.tokens[unitAt + 1] : undefined
  const isEnd = next === undefined || next.casing === 'none' || next.casing === 'digit' || phraseWords.has(next.normal)
  if (day > 31 || (before === undefined ? !isEnd || normalAt(source, unitAt + 1) === '-' : next?.normal !== before))
    return null
  // "the first of May said" needs its month right behind.
  if (
    before !== undefined &&
    calendarValue(source, unitAt + 2, 'month') === null &&
    normalAt(source, unitAt + 3) !== 'month'
  )
    return null
  return { day, last: unitAt + 1, isSpoken: true }
}

/** A day of the month at `at`: "5", "31st", "eighth" is not read (ordinals in words are seldom days). */
export function dayAt(
  { text, tokens, limit }: TokenText,
  at: number,
): { day: number; last: number; isSpoken: boolean } | null {
  const token = at < limit ? tokens[at] : undefined
  if (token === undefined || token.casing !== 'digit') return null
  const written = /^(\d{1,2})(st|nd|rd|th)?$/.exec(text.slice(token.start, token.end))
  const day = Number(written?.[1] ?? 0)
  if (day < 1 || day > 31) return null
  // "May 20%", "March 5 million": no days.
  const after = text.slice(token.end, token.end + 8)
  if (/^(?:%| percent| per c| millio| billio| people)/.test(after)) return null
  return { day, last: at + 1, isSpoken: false }
}

function toDay(source: TokenText, at: number): { day: number; last: number } | null {
  if (!/^[-–]$|^to$/.test(normalAt(source, at))) return null
  const day = dayAt(source, at + 1)
  return day === null || calendarValue(source, day.last, 'month') !== null ? null : day
}

/** A month alone must look like one: capital, and for "May", "March" a word before it that calls for a date. */
function isBareMonth(source: TokenText, at: number): boolean {
  const token = source.tokens[at]
  if (token === undefined || (token.casing === 'lower' && !isClearMonth(source, at))) return false
  if (!/^(?:may|march|mar|jan|dec|jun|sep|august|april|june)$/.test(token.normal)) return true
  const before = normalAt(source, at - 1)
  const isCalled = calendarValue(source, at - 1, 'month-before') !== null
  if (/^(?:may|march)$/.test(token.normal)) return isCalled && before !== 'and' && before !== 'to'
  if (/^(?:august|april|june)$/.test(token.normal)) {
    const next = source.tokens[at + 1]
    return isCalled || next?.casing === 'lower' || next?.casing === 'none' || next === undefined
  }
  return isCalled || normalAt(source, at + 1) === '.'
}

/** The full stop of "Mar." where the token does not hold it. */
export function skipStop({ text, tokens, limit }: TokenText, at: number): number {
  const stop = at < limit ? tokens[at] : undefined
  const isStop = stop !== undefined && stop.start === tokens[at - 1]?.end && text.slice(stop.start, stop.end) === '.'
  const next = tokens[at + 1]
  return isStop && at + 1 < limit && next?.casing === 'digit' ? at + 1 : at
}
