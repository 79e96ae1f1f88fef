import { normalAt } from '../figures/number-written.js'
import type { TokenText } from '../figures/numbers.js'
import { type DateParts, type DateReading, isDay } from './date-parts.js'
import { calendarValue, calendarWord } from './date-words.js'

/** Reads a date that begins at a token. */
type Read = (source: TokenText, at: number) => DateReading | null

/**
 * A week or a weekday by its place: "the first week of October", "the last Monday in May", "the week of Nov. 4", "the
 * week after next", "the rest of the year". `read` reads the date inside it.
 */
export function readPlaced(source: TokenText, at: number, read: Read): DateReading | null {
  return readNth(source, at, read) ?? readWeekOf(source, at, read) ?? readAfterNext(source, at) ?? readRest(source, at)
}

function readNth(source: TokenText, at: number, read: Read): DateReading | null {
  const nth = normalAt(source, at) === 'last' ? -1 : calendarValue(source, at, 'ordinal')
  if (nth === null) return null
  const weekday = calendarValue(source, at + 1, 'weekday')
  if (weekday === null && normalAt(source, at + 1) !== 'week') return null
  const isJoined = /^(?:of|in)$/.test(normalAt(source, at + 2))
  // "the last week of a war" names no period; "the third week next year" does.
  const from = isJoined ? at + 3 : at + 2
  const start = normalAt(source, from) === 'the' ? from + 1 : from
  const base = read(source, start)
  if (base === null || base.first !== start || (!isJoined && nth === -1) || !isPeriod(base.parts)) return null
  const parts: DateParts = { ...base.parts, nth, ...(weekday === null ? {} : { weekday }) }
  return { first: at, last: base.last, rule: weekday === null ? 'date/week' : 'date/weekday', parts }
}

/** A month or a year, of which a week or a weekday can be the first. */
function isPeriod(parts: DateParts): boolean {
  if (
    isDay(parts) ||
    (parts.hour ?? parts.stage ?? parts.toYear ?? parts.decade ?? parts.quarter ?? parts.half) !== undefined
  )
    return false
  return parts.month !== undefined || parts.year !== undefined || parts.unit === 'month' || parts.unit === 'year'
}

/** "the week of Nov. 4", "the week beginning on February 4". */
function readWeekOf(source: TokenText, at: number, read: Read): DateReading | null {
  if (normalAt(source, at) !== 'week' || calendarValue(source, at + 1, 'week-of') === null) return null
  const start = normalAt(source, at + 2) === 'on' ? at + 3 : at + 2
  const day = read(source, start)
  if (day === null || day.first !== start || day.parts.day === undefined || day.parts.month === undefined) return null
  return { first: at, last: day.last, rule: 'date/week', parts: { ...day.parts, isWeekOf: true } }
}

/** "the week after next". */
function readAfterNext(source: TokenText, at: number): DateReading | null {
  const unit = calendarWord(source, at, 'period')
  if (normalAt(source, at + 1) !== 'after') return null
  const next = normalAt(source, at + 2) === 'the' ? at + 3 : at + 2
  if (normalAt(source, next) !== 'next' || calendarWord(source, next + 1, 'period') !== null) return null
  if (unit !== 'week' && unit !== 'month' && unit !== 'year' && unit !== 'weekend') return null
  return { first: at, last: next + 1, rule: 'date/shift', parts: { unit, shift: 2 } }
}

/** "the rest of the week". */
function readRest(source: TokenText, at: number): DateReading | null {
  if (!/^(?:rest|remainder)$/.test(normalAt(source, at)) || normalAt(source, at + 1) !== 'of') return null
  const unit = calendarWord(source, at + 3, 'period')
  if (!/^(?:the|this)$/.test(normalAt(source, at + 2)) || (unit !== 'week' && unit !== 'month' && unit !== 'year'))
    return null
  return { first: at, last: at + 4, rule: 'date/rest', parts: { unit, isRest: true } }
}
