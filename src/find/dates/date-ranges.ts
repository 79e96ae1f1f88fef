import { normalAt } from '../figures/number-written.js'
import type { TokenText } from '../figures/numbers.js'
import { type DateParts, type DateReading, isDay } from './date-parts.js'
import { calendarValue } from './date-words.js'

/**
 * Joins two readings that are the ends of one range: "from Oct. 2 to Nov. 22", "between 1985 and 1987", "2014 through
 * 2018". Clock times and the two days of "Monday and Tuesday" stay apart.
 */
export function withRanges(source: TokenText, readings: readonly DateReading[]): readonly DateReading[] {
  const joined: DateReading[] = []
  for (const reading of readings) {
    const before = joined.at(-1)
    if (before !== undefined && isRange(source, before, reading))
      joined[joined.length - 1] = { ...before, last: reading.last, rule: 'date/range', to: reading.parts }
    else joined.push(reading)
  }
  return joined
}

function isRange(source: TokenText, from: DateReading, to: DateReading): boolean {
  if (from.to !== undefined || hasEnd(from.parts) || hasEnd(to.parts)) return false
  const isThe = normalAt(source, to.first - 1) === 'the' || normalAt(source, to.first - 1) === 'on'
  const at = isThe ? to.first - 2 : to.first - 1
  if (at !== from.last) return false
  const joint = normalAt(source, at)
  const before = normalAt(source, normalAt(source, from.first - 1) === 'the' ? from.first - 2 : from.first - 1)
  if (before === 'between') return joint === 'and' || calendarValue(source, at, 'range-joint') !== null
  if (calendarValue(source, at, 'range-joint') === null) return false
  if (before === 'from') return true
  const isDash = /^[-–—]$/.test(joint)
  // "said Friday to December" is no range; "Oct. 2 to Oct. 22" and "May 2015 – June 2018" are.
  return (
    (joint === 'to' || isDash ? hasMonth(from.parts) && hasMonth(to.parts) : true) &&
    grain(from.parts) === grain(to.parts)
  )
}

/** A clock time, a range already, or a part of a period. */
function hasEnd(parts: DateParts): boolean {
  return (parts.hour ?? parts.toDay ?? parts.toYear ?? parts.stage) !== undefined
}

function hasMonth({ month }: DateParts): boolean {
  return month !== undefined
}

function grain(parts: DateParts): 'day' | 'month' | 'year' | 'other' {
  if (isDay(parts)) return 'day'
  if (parts.month !== undefined) return 'month'
  return parts.year !== undefined ? 'year' : 'other'
}
