import { phraseWords } from '../../lexicons/phrase-words.js'
import { normalAt, wordAt } from '../figures/number-written.js'
import { afterHyphen, beginsNumber, readNumber, type TokenText } from '../figures/numbers.js'
import { readClock } from './date-numeric.js'
import type { DateParts, DateReading, Period } from './date-parts.js'
import { calendarValue, calendarWord, holidayAt } from './date-words.js'
import { readYear } from './date-years.js'

const PERIODS: ReadonlySet<unknown> = new Set([
  'day',
  'week',
  'weekend',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
  'minute',
  'hour',
])

/** One part of a date at `at`: a month with its day and year, a weekday, a year, "last week", "two years ago", a time. */
export function readCore(source: TokenText, at: number): DateReading | null {
  const normal = normalAt(source, at)
  if (normal === '') return null
  return (
    readMonth(source, at) ??
    readDayMonth(source, at) ??
    readTime(source, at) ??
    readShift(source, at) ??
    readAgo(source, at) ??
    readNamed(source, at) ??
    readFiscal(source, at) ??
    readOrdinal(source, at) ??
    readPlainYear(source, at)
  )
}

function reading(first: number, last: number, rule: string, parts: DateParts): DateReading {
  return { first, last, rule: `date/${rule}`, parts }
}

/** "January 2025", "Jan. 31", "March 26, 1996", "March 5-7", "May". */
function readMonth(source: TokenText, at: number): DateReading | null {
  const month = calendarValue(source, at, 'month')
  const token = source.tokens[at]
  if (month === null || token === undefined) return null
  let last = skipStop(source, at + 1)
  const day = dayAt(source, last) ?? spokenDay(source, last)
  if (day === null) {
    const yearAt = normalAt(source, last) === ',' || normalAt(source, last) === 'of' ? last + 1 : last
    const year = readYear(source, yearAt)
    if (year?.parts.year !== undefined && year.parts.toYear === undefined)
      return reading(at, year.last, 'month', { month, year: year.parts.year })
    return isBareMonth(source, at) ? reading(at, last, 'month', { month }) : null
  }
  if (token.casing === 'lower' && /^(?:may|march|mar|dec|jan|jun|sep)$/.test(token.normal) && day.isSpoken) return null
  last = day.last
  const to = toDay(source, last)
  if (to !== null) last = to.last
  const parts = { month, day: day.day, ...(to === null ? {} : { toDay: to.day }) }
  const year = readYear(source, normalAt(source, last) === ',' ? last + 1 : last)
  if (year?.parts.year !== undefined && year.parts.toYear === undefined)
    return reading(at, year.last, 'day', { ...parts, year: year.parts.year })
  return reading(at, last, 'day', parts)
}

/** "31 January", "the 5th of May 2024". */
function readDayMonth(source: TokenText, at: number): DateReading | null {
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
  if (year?.parts.year !== undefined) return reading(at, year.last, 'day', { ...parts, year: year.parts.year })
  return reading(at, last, 'day', parts)
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
  return reading(at, monthAt + 2, 'day', parts)
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
function dayAt(
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
function skipStop({ text, tokens, limit }: TokenText, at: number): number {
  const stop = at < limit ? tokens[at] : undefined
  const isStop = stop !== undefined && stop.start === tokens[at - 1]?.end && text.slice(stop.start, stop.end) === '.'
  const next = tokens[at + 1]
  return isStop && at + 1 < limit && next?.casing === 'digit' ? at + 1 : at
}

/** "4:30 p.m. ET", "noon", "midnight". */
function readTime(source: TokenText, at: number): DateReading | null {
  const clock = calendarValue(source, at, 'clock')
  if (clock !== null) return reading(at, at + 1, 'clock', { hour: clock, minute: 0 })
  const time = readClock(source, at, calendarValue(source, at - 1, 'clock-before') !== null)
  if (time === null) return null
  const zoned = calendarValue(source, time.last, 'zone') !== null && source.tokens[time.last]?.casing === 'upper'
  return reading(at, zoned ? time.last + 1 : time.last, 'clock', time.parts)
}

/** "last month", "this Tuesday", "next May", "the past year", "the following day". */
function readShift(source: TokenText, at: number): DateReading | null {
  const shift = calendarValue(source, at, 'shift')
  if (shift === null) return null
  const word = normalAt(source, at)
  const next = at + 1
  const weekday = calendarValue(source, next, 'weekday')
  if (weekday !== null) return reading(at, next + 1, 'weekday', { weekday, shift })
  const month = calendarValue(source, next, 'month')
  if (
    month !== null &&
    (source.tokens[next]?.casing !== 'lower' || !/^(?:may|march|mar)$/.test(normalAt(source, next)))
  ) {
    const day = dayAt(source, next + 1)
    if (day !== null) return reading(at, day.last, 'day', { month, day: day.day, shift })
    return reading(at, skipStop(source, next + 1), 'month', { month, shift })
  }
  const season = calendarValue(source, next, 'season')
  if (season !== null) return reading(at, next + 1, 'season', { season, shift })
  if (word === 'this' && calendarValue(source, next, 'daypart') !== null)
    return reading(at, next + 1, 'day', { unit: 'day', shift: 0 })
  if (word === 'last' && normalAt(source, next) === 'night')
    return reading(at, next + 1, 'day', { unit: 'day', shift: -1 })
  const period = calendarWord(source, next, 'period')
  if (!isPeriod(period)) return null
  const narrative = calendarValue(source, at, 'narrative')
  if (narrative !== null)
    return reading(at, next + 1, 'narrative', { unit: period, shift: narrative, isNarrative: true })
  // "the last day", "this day" count days of a story; "the same year" is the year spoken of.
  if (word === 'same' || (period === 'day' && /^(?:last|this|past|current)$/.test(word))) return null
  return reading(at, next + 1, 'shift', { unit: period, shift })
}

/** "two years ago", "a decade ago", "a year earlier", "the year-ago quarter": found at its last word. */
function readAgo(source: TokenText, at: number): DateReading | null {
  const word = normalAt(source, at)
  if (word === 'hence' || (word === 'now' && normalAt(source, at - 1) === 'from')) return readHence(source, at)
  if (word !== 'ago' && word !== 'earlier') return null
  if (normalAt(source, at - 1) === '-' && normalAt(source, at - 2) === 'year')
    return reading(at - 2, at + 1, 'ago', { unit: 'year', shift: -1 })
  const periodAt = at - 1
  const one = calendarWord(source, periodAt, 'period')
  const many = calendarWord(source, periodAt, 'periods')
  const period = many ?? one
  if (!isPeriod(period) || period === 'minute' || period === 'hour') return null
  const before = normalAt(source, at - 2)
  if (before === 'a' || before === 'an' || before === 'one')
    return reading(at - 2, at + 1, 'ago', { unit: period, shift: -1 })
  if (word === 'earlier') return null
  for (let first = Math.max(0, at - 6); first < periodAt; first += 1) {
    const token = source.tokens[first]
    if (token === undefined || !beginsNumber(token)) continue
    const number = readNumber(source, first)
    if (number === null || number.last !== periodAt) continue
    return reading(number.first, at + 1, 'ago', { unit: period, shift: -number.value })
  }
  return null
}

/** "two weeks from now", "2 days hence". */
function readHence(source: TokenText, at: number): DateReading | null {
  const periodAt = normalAt(source, at) === 'now' ? at - 2 : at - 1
  const period = calendarWord(source, periodAt, 'periods') ?? calendarWord(source, periodAt, 'period')
  if (!isPeriod(period) || period === 'minute' || period === 'hour') return null
  const before = normalAt(source, periodAt - 1)
  if (before === 'a' || before === 'one') return reading(periodAt - 1, at + 1, 'hence', { unit: period, shift: 1 })
  for (let first = Math.max(0, periodAt - 4); first < periodAt; first += 1) {
    const number = beginsNumber(source.tokens[first]) ? readNumber(source, first) : null
    if (number === null || number.last !== periodAt) continue
    return reading(number.first, at + 1, 'hence', { unit: period, shift: number.value })
  }
  return null
}

/** "today", "Tuesday", holidays, "the nineties", "the 20th century", "Q4". */
function readNamed(source: TokenText, at: number): DateReading | null {
  const token = source.tokens[at]
  if (token === undefined) return null
  const day = calendarValue(source, at, 'day')
  if (day !== null) {
    // "the day before yesterday", "the day after tomorrow"
    const isNext =
      normalAt(source, at - 2) === 'day' && normalAt(source, at - 1) === (day < 0 ? 'before' : 'after') && day !== 0
    return reading(isNext ? at - 2 : at, at + 1, 'day', { unit: 'day', shift: isNext ? 2 * day : day })
  }
  const weekday = calendarValue(source, at, 'weekday') ?? calendarValue(source, at, 'short-weekday')
  if (weekday !== null && token.casing !== 'lower') {
    const last = calendarValue(source, at, 'weekday') === null ? skipStop(source, at + 1) : at + 1
    const the = normalAt(source, last) === 'the' ? last + 1 : last
    const monthDay = /^\d{1,2}(?:st|nd|rd|th)$/.test(normalAt(source, the)) ? dayAt(source, the) : null
    if (
      monthDay !== null &&
      calendarValue(source, normalAt(source, monthDay.last) === 'of' ? monthDay.last + 1 : monthDay.last, 'month') ===
        null
    )
      return reading(at, monthDay.last, 'weekday', { weekday, day: monthDay.day })
    return reading(at, last, 'weekday', { weekday })
  }
  const holiday = holidayAt(source, at)
  if (holiday !== null) return reading(at, holiday.last, 'holiday', { holiday: holiday.rule })
  const decade = calendarValue(source, at, 'decade')
  if (decade !== null && normalAt(source, at - 1) === 'the') return reading(at, at + 1, 'decade', { decade })
  const season = calendarValue(source, at, 'season')
  if (season !== null) return reading(at, at + 1, 'season', { season })
  if (token.normal === 'weekend' && normalAt(source, at - 1) === 'the')
    return reading(at, at + 1, 'weekend', { unit: 'weekend', isNear: true })
  const quarter = token.casing === 'digit' ? calendarValue(source, at, 'quarter-code') : null
  if (quarter !== null) return reading(at, at + 1, 'quarter', { quarter })
  const half = token.casing === 'lower' ? null : calendarValue(source, at, 'half-code')
  if (half !== null) return reading(at, at + 1, 'half', { half })
  const century = token.casing === 'digit' ? /^(\d{1,2})(?:st|nd|rd|th)$/.exec(token.normal) : null
  if (century !== null && calendarWord(source, at + 1, 'period') === 'century')
    return reading(at, at + 2, 'century', { century: Number(century[1]) - 1 })
  return null
}

/** "fiscal 2024", "fiscal year 2024", "FY2024". */
function readFiscal(source: TokenText, at: number): DateReading | null {
  const word = normalAt(source, at)
  if (word === 'fiscal' || word === 'fy') {
    const year = readYear(source, normalAt(source, at + 1) === 'year' ? at + 2 : at + 1)
    return year?.parts.year === undefined ? null : reading(at, year.last, 'fiscal', year.parts)
  }
  const glued = /^fy(20\d\d|\d\d)$/.exec(word)?.[1]
  if (glued === undefined) return null
  return reading(at, at + 1, 'fiscal', { year: glued.length === 2 ? 2000 + Number(glued) : Number(glued) })
}

/** "the fourth quarter", "the first half of 2024". */
function readOrdinal(source: TokenText, at: number): DateReading | null {
  const ordinal = calendarValue(source, at, 'ordinal')
  if (ordinal === null) return null
  const next = afterHyphen(source, at + 1)
  const word = normalAt(source, next)
  // "the second quarter-mile"
  if (afterHyphen(source, next + 1) > next + 1) return null
  if (word === 'quarter') return reading(at, next + 1, 'quarter', { quarter: ordinal })
  if (word === 'half' && ordinal <= 2) return reading(at, next + 1, 'half', { half: ordinal })
  return null
}

function readPlainYear(source: TokenText, at: number): DateReading | null {
  const year = source.tokens[at]?.casing === 'digit' || wordAt(source, at) !== undefined ? readYear(source, at) : null
  return year === null ? null : reading(at, year.last, year.parts.decade === undefined ? 'year' : 'decade', year.parts)
}

function isPeriod(value: unknown): value is Period {
  return PERIODS.has(value)
}
