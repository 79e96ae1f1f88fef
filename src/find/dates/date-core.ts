import { normalAt, wordAt } from '../figures/number-written.js'
import { afterHyphen, type TokenText } from '../figures/numbers.js'
import { readAgo } from './date-ago.js'
import { dayAt, readDayMonth, readMonth, skipStop } from './date-months.js'
import { readClock } from './date-numeric.js'
import { type DateReading, isPeriod, readingOf } from './date-parts.js'
import { calendarValue, calendarWord, holidayAt } from './date-words.js'
import { readYear } from './date-years.js'

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

/** "4:30 p.m. ET", "noon", "midnight". */
function readTime(source: TokenText, at: number): DateReading | null {
  const clock = calendarValue(source, at, 'clock')
  if (clock !== null) return readingOf(at, at + 1, 'clock', { hour: clock, minute: 0 })
  const time = readClock(source, at, calendarValue(source, at - 1, 'clock-before') !== null)
  if (time === null) return null
  const zoned = calendarValue(source, time.last, 'zone') !== null && source.tokens[time.last]?.casing === 'upper'
  return readingOf(at, zoned ? time.last + 1 : time.last, 'clock', time.parts)
}

/** "last month", "this Tuesday", "next May", "the past year", "the following day". */
function readShift(source: TokenText, at: number): DateReading | null {
  const shift = calendarValue(source, at, 'shift')
  if (shift === null) return null
  const word = normalAt(source, at)
  const next = at + 1
  const weekday = calendarValue(source, next, 'weekday')
  if (weekday !== null) return readingOf(at, next + 1, 'weekday', { weekday, shift })
  const month = calendarValue(source, next, 'month')
  if (
    month !== null &&
    (source.tokens[next]?.casing !== 'lower' || !/^(?:may|march|mar)$/.test(normalAt(source, next)))
  ) {
    const day = dayAt(source, next + 1)
    if (day !== null) return readingOf(at, day.last, 'day', { month, day: day.day, shift })
    return readingOf(at, skipStop(source, next + 1), 'month', { month, shift })
  }
  const season = calendarValue(source, next, 'season')
  if (season !== null) return readingOf(at, next + 1, 'season', { season, shift })
  if (word === 'this' && calendarValue(source, next, 'daypart') !== null)
    return readingOf(at, next + 1, 'day', { unit: 'day', shift: 0 })
  if (word === 'last' && normalAt(source, next) === 'night')
    return readingOf(at, next + 1, 'day', { unit: 'day', shift: -1 })
  const period = calendarWord(source, next, 'period')
  if (!isPeriod(period)) return null
  const narrative = calendarValue(source, at, 'narrative')
  if (narrative !== null)
    return readingOf(at, next + 1, 'narrative', { unit: period, shift: narrative, isNarrative: true })
  // "the last day", "this day" count days of a story; "the same year" is the year spoken of.
  if (word === 'same' || (period === 'day' && /^(?:last|this|past|current)$/.test(word))) return null
  return readingOf(at, next + 1, 'shift', { unit: period, shift })
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
    return readingOf(isNext ? at - 2 : at, at + 1, 'day', { unit: 'day', shift: isNext ? 2 * day : day })
  }
  if (token.normal === 'now' && isEndNow(source, at)) return readingOf(at, at + 1, 'day', { unit: 'day', shift: 0 })
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
      return readingOf(at, monthDay.last, 'weekday', { weekday, day: monthDay.day })
    return readingOf(at, last, 'weekday', { weekday })
  }
  const holiday = holidayAt(source, at)
  if (holiday !== null) return readingOf(at, holiday.last, 'holiday', { holiday: holiday.rule })
  const decade = calendarValue(source, at, 'decade')
  if (decade !== null && normalAt(source, at - 1) === 'the') return readingOf(at, at + 1, 'decade', { decade })
  const season = calendarValue(source, at, 'season')
  if (season !== null) return readingOf(at, at + 1, 'season', { season })
  if (token.normal === 'weekend' && normalAt(source, at - 1) === 'the')
    return readingOf(at, at + 1, 'weekend', { unit: 'weekend', isNear: true })
  if (token.normal === 'quarter' && isReportedQuarter(source, at))
    return readingOf(at, at + 1, 'quarter', { unit: 'quarter', shift: -1 })
  const quarter = token.casing === 'digit' ? calendarValue(source, at, 'quarter-code') : null
  if (quarter !== null) return readingOf(at, at + 1, 'quarter', { quarter })
  const half = token.casing === 'lower' ? null : calendarValue(source, at, 'half-code')
  if (half !== null) return readingOf(at, at + 1, 'half', { half })
  const century = token.casing === 'digit' ? /^(\d{1,2})(?:st|nd|rd|th)$/.exec(token.normal) : null
  if (century !== null && calendarWord(source, at + 1, 'period') === 'century')
    return readingOf(at, at + 2, 'century', { century: Number(century[1]) - 1 })
  return null
}

/** "between now and Nov. 15", "between Jan. 22 and now": the only "now" that is a day. */
function isEndNow(source: TokenText, at: number): boolean {
  if (normalAt(source, at - 1) === 'between' && normalAt(source, at + 1) === 'and') return true
  if (normalAt(source, at - 1) !== 'and') return false
  for (let earlier = Math.max(0, at - 6); earlier < at; earlier += 1)
    if (normalAt(source, earlier) === 'between') return true
  return false
}

/** "a loss of $5.5 million for the quarter": the one that results are told of, and no quarter of a game. */
function isReportedQuarter(source: TokenText, at: number): boolean {
  if (normalAt(source, at - 1) !== 'the' || !/^(?:in|for|during)$/.test(normalAt(source, at - 2))) return false
  for (let other = Math.max(0, at - 25); other < Math.min(at + 25, source.limit); other += 1)
    if (calendarValue(source, other, 'earnings') !== null) return true
  return false
}

/** "fiscal 2024", "fiscal year 2024", "FY2024". */
function readFiscal(source: TokenText, at: number): DateReading | null {
  const word = normalAt(source, at)
  if (word === 'fiscal' || word === 'fy') {
    const year = readYear(source, normalAt(source, at + 1) === 'year' ? at + 2 : at + 1)
    return year?.parts.year === undefined ? null : readingOf(at, year.last, 'fiscal', year.parts)
  }
  const glued = /^fy(20\d\d|\d\d)$/.exec(word)?.[1]
  if (glued === undefined) return null
  return readingOf(at, at + 1, 'fiscal', { year: glued.length === 2 ? 2000 + Number(glued) : Number(glued) })
}

/** "the fourth quarter", "the first half of 2024". */
function readOrdinal(source: TokenText, at: number): DateReading | null {
  const ordinal = calendarValue(source, at, 'ordinal')
  if (ordinal === null) return null
  const next = afterHyphen(source, at + 1)
  const word = normalAt(source, next)
  // "the second quarter-mile"
  if (afterHyphen(source, next + 1) > next + 1) return null
  if (word === 'quarter') return readingOf(at, next + 1, 'quarter', { quarter: ordinal })
  if (word === 'half' && ordinal <= 2) return readingOf(at, next + 1, 'half', { half: ordinal })
  return null
}

function readPlainYear(source: TokenText, at: number): DateReading | null {
  const year = source.tokens[at]?.casing === 'digit' || wordAt(source, at) !== undefined ? readYear(source, at) : null
  return year === null
    ? null
    : readingOf(at, year.last, year.parts.decade === undefined ? 'year' : 'decade', year.parts)
}
