import {
  type Day,
  dayNumber,
  dayOf,
  daysInMonth,
  four,
  holidayIn,
  isoWeek,
  printDay,
  shiftMonths,
  toDay,
  two,
  weekdayOf,
} from './date-calendar.js'
import type { DateParts, Period } from './date-parts.js'
import { stageOf } from './date-stages.js'

/** What a date's words are resolved against: the article's own day, and whether its clause speaks of the future. */
export interface DateContext {
  readonly published: Day | null
  readonly isFuture: boolean
  /** The date that the text named last: what "the following year" follows. */
  readonly spokenOf: Day | null
}

/**
 * A range of dates ("from Oct. 2 to Nov. 22, 2016") as EDTF: "2016-10-02/2016-11-22". A year that is said once holds for
 * both ends; an end that would come before its beginning is the next such day.
 */
export function rangeValue(from: DateParts, to: DateParts, context: DateContext): string {
  const isOpen = from.year === undefined && from.month !== undefined && from.unit === undefined
  const year =
    isOpen && to.year !== undefined
      ? to.year - (to.month !== undefined && to.month < (from.month ?? 0) ? 1 : 0)
      : from.year
  const start = edge(dateValue(year === undefined ? from : { ...from, year }, context), 0)
  let end = edge(dateValue(to, context), 1)
  if (end < start && to.weekday !== undefined && to.day === undefined) {
    const day = dayOf(end)
    if (day !== null) end = printDay(toDay(dayNumber(day) + 7))
  } else if (end < start && to.year === undefined && /^\d{4}/.test(end))
    end = `${four(Number(end.slice(0, 4)) + 1)}${end.slice(4)}`
  return `${start}/${end}`
}

/** One end of a value that may be an interval itself. */
function edge(value: string, index: 0 | 1): string {
  return value.split('/')[index] ?? value
}

/**
 * A date as ISO 8601 or EDTF: "2025-02-28", "2025-02", "2025-W09", "2025-02-28T16:30", "2025-33" (first quarter),
 * "199X", "19XX", "2025-02-01/2025-02-10" ("early February"). What the article does not say is X: without its own date
 * "February" is "XXXX-02", "Tuesday" "XXXX-WXX-2", "yesterday" "XXXX-XX-XX".
 */
export function dateValue(parts: DateParts, context: DateContext): string {
  const value = dayValue(parts, context)
  if (parts.hour === undefined) return parts.stage === undefined ? value : stageOf(value, parts.stage)
  const time = `${two(parts.hour)}:${two(parts.minute ?? 0)}`
  return value === '' ? `T${time}` : `${value}T${time}`
}

function dayValue(parts: DateParts, context: DateContext): string {
  if (parts.nth !== undefined) return nthValue(parts, parts.nth, context)
  if (parts.isWeekOf === true) return weekOf(dayValue({ ...parts, isWeekOf: false }, context))
  if (parts.isRest === true) return restValue(parts, context)
  if (parts.weekday !== undefined && parts.day !== undefined && parts.month === undefined)
    return weekdayOnDay(parts.weekday, parts.day, context)
  if (parts.holiday !== undefined) return holidayValue(parts, parts.holiday, context)
  if (parts.decade !== undefined) return decadeValue(parts.decade, context)
  if (parts.century !== undefined) return `${two(parts.century)}XX`
  if (parts.season !== undefined) return `${yearOf(parts, context, seasonMonth(parts.season))}-${parts.season}`
  if (parts.quarter !== undefined) return `${quarterYear(parts, parts.quarter, context)}-${32 + parts.quarter}`
  if (parts.half !== undefined) return `${yearOf(parts, context, parts.half * 6 - 5)}-${39 + parts.half}`
  if (parts.month !== undefined) return monthValue(parts, parts.month, context)
  if (parts.weekday !== undefined) return weekdayValue(parts, parts.weekday, context)
  if (parts.year !== undefined)
    return parts.toYear === undefined ? four(parts.year) : `${four(parts.year)}/${four(parts.toYear)}`
  if (parts.unit === undefined) return ''
  if (parts.unit === 'month' && parts.day !== undefined) return dayOfMonth(parts, parts.day, context)
  const from = parts.isNarrative === true ? (context.spokenOf ?? context.published) : context.published
  const near = parts.isNear === true && !context.isFuture ? -1 : 0
  return shiftValue(parts.unit, parts.shift ?? near, from, parts.isNear === true)
}

/** "20th of next month", "4 to 22 this month". */
function dayOfMonth({ shift, toDay: end }: DateParts, day: number, { published }: DateContext): string {
  const month = published === null ? 'XXXX-XX' : shiftValue('month', shift ?? 0, published, false)
  const from = `${month}-${two(day)}`
  return end === undefined ? from : `${from}/${month}-${two(end)}`
}

function monthValue(parts: DateParts, month: number, context: DateContext): string {
  const year = possibleYear(yearOf(parts, context, month, parts.day ?? null), month, parts)
  if (parts.day === undefined || year === null) return `${year ?? yearOf(parts, context, month)}-${two(month)}`
  const from = `${year}-${two(month)}-${two(parts.day)}`
  return parts.toDay === undefined ? from : `${from}/${year}-${two(month)}-${two(parts.toDay)}`
}

/** The last year that has such a day: "Feb. 29" is of a leap year. `null` where none has ("Feb. 30"). */
function possibleYear(year: string, month: number, { day, year: said }: DateParts): string | null {
  if (day === undefined || !/^\d{4}$/.test(year)) return year
  for (let back = 0; back < (said === undefined ? 8 : 1); back += 1)
    if (day <= daysInMonth(Number(year) - back, month)) return four(Number(year) - back)
  return null
}

/** The year of a month (and day) that the words leave out: the last one that was, or the next where the clause looks ahead. */
function yearOf(
  parts: DateParts,
  { published, isFuture }: DateContext,
  month: number,
  day: number | null = null,
): string {
  if (parts.year !== undefined) return four(parts.year)
  if (published === null) return 'XXXX'
  if (parts.unit === 'year') return four(published.year + (parts.shift ?? 0))
  const at = month * 31 + (day ?? 0)
  const now = published.month * 31 + (day === null ? 0 : published.day)
  if (parts.shift === 0) return four(published.year)
  if (parts.shift === -1) return four(at < now ? published.year : published.year - 1)
  if (parts.shift === 1) return four(at > now ? published.year : published.year + 1)
  if (isFuture) return four(at >= now ? published.year : published.year + 1)
  // A day of the weeks to come ("March 30" in an article of February) rather than one of ten months ago.
  if (day !== null && at > now && at - now <= 62) return four(published.year)
  if (day !== null && at < now && now - at >= 310) return four(published.year + 1)
  // In October "November" is the coming one: the last would be "last November".
  if (day === null && at - now === 31) return four(published.year)
  return four(at <= now ? published.year : published.year - 1)
}

/** The year of a quarter: results are of the quarter that ended last, forecasts of one that runs or comes. */
function quarterYear(parts: DateParts, quarter: number, context: DateContext): string {
  const { published, isFuture } = context
  if (published === null || parts.year !== undefined || parts.unit === 'year') return yearOf(parts, context, 1)
  const now = Math.floor((published.month + 2) / 3)
  if (isFuture) return four(quarter >= now - 1 ? published.year : published.year + 1)
  return four(quarter <= now ? published.year : published.year - 1)
}

function weekdayValue({ shift, unit }: DateParts, weekday: number, { published, isFuture }: DateContext): string {
  if (published === null) return `XXXX-WXX-${weekday}`
  const today = weekdayOf(published)
  const ahead = (weekday - today + 7) % 7
  let days = ahead === 0 ? 0 : isFuture ? ahead : ahead - 7
  if (unit === 'week') days = weekday - today + 7 * (shift ?? 0)
  else if (shift === -1) days = ahead - 7
  else if (shift === 1) days = ahead === 0 ? 7 : ahead
  else if (shift === 0) days = weekday - today
  return printDay(toDay(dayNumber(published) + days))
}

/** "the first Monday in October", "the last week of July", "the third week of 2027". */
function nthValue(parts: DateParts, nth: number, context: DateContext): string {
  const { nth: _, weekday, ...base } = parts
  const period = dayValue(
    base.month === undefined && base.year === undefined && base.unit === undefined
      ? { ...base, unit: 'month', shift: 0 }
      : base,
    context,
  )
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(period)
  const year = /^\d{4}$/.test(period) ? Number(period) : null
  if (month === null && year === null) return period
  const first =
    month === null ? { year: year ?? 0, month: 1, day: 1 } : { year: Number(month[1]), month: Number(month[2]), day: 1 }
  const length =
    month === null
      ? dayNumber({ ...first, year: first.year + 1 }) - dayNumber(first)
      : daysInMonth(first.year, first.month)
  // A week belongs to the month that holds its Thursday, as ISO 8601 has it for years.
  const wanted = weekday ?? 4
  const start = dayNumber(first)
  const last = start + length - 1
  const found =
    nth > 0
      ? start + ((wanted - weekdayOf(first) + 7) % 7) + 7 * (nth - 1)
      : last - ((weekdayOf(toDay(last)) - wanted + 7) % 7)
  if (found > last) return period
  return weekday === undefined ? isoWeek(toDay(found)) : printDay(toDay(found))
}

/** "the week of Nov. 4" */
function weekOf(value: string): string {
  const day = dayOf(value)
  return day === null ? 'XXXX-WXX' : isoWeek(day)
}

/** "the rest of the year": from the article's day to the end of the period. */
function restValue({ unit }: DateParts, { published }: DateContext): string {
  if (published === null || unit === undefined) return unknownOf(unit ?? 'year')
  const { year, month } = published
  const end =
    unit === 'week'
      ? toDay(dayNumber(published) + 7 - weekdayOf(published))
      : unit === 'month'
        ? { year, month, day: daysInMonth(year, month) }
        : { year, month: 12, day: 31 }
  return `${printDay(published)}/${printDay(end)}`
}

/** "Friday the 15th": the last such day, or the next where the clause looks ahead. */
function weekdayOnDay(weekday: number, day: number, { published, isFuture }: DateContext): string {
  if (published === null) return `XXXX-XX-${two(day)}`
  const now = dayNumber(published)
  for (let away = 0; away < 400; away += 1) {
    const found = toDay(now + (isFuture ? away : -away))
    if (found.day === day && weekdayOf(found) === weekday) return printDay(found)
  }
  return `XXXX-XX-${two(day)}`
}

function holidayValue(parts: DateParts, rule: string, { published, isFuture }: DateContext): string {
  if (parts.year !== undefined) return printDay(holidayIn(rule, parts.year))
  if (published === null) return /^\d\d-\d\d$/.test(rule) ? `XXXX-${rule}` : 'XXXX'
  if (parts.unit === 'year') return printDay(holidayIn(rule, published.year + (parts.shift ?? 0)))
  const now = dayNumber(published)
  const years = [published.year - 1, published.year, published.year + 1]
  const days = years.map((year) => holidayIn(rule, year))
  const past = days.filter((day) => dayNumber(day) <= now).at(-1)
  const next = days.find((day) => dayNumber(day) >= now)
  const isNextNear =
    past !== undefined && next !== undefined && dayNumber(next) - now < 30 && now - dayNumber(past) > 90
  const chosen = isFuture || isNextNear ? next : past
  return printDay(chosen ?? holidayIn(rule, published.year))
}

function decadeValue(decade: number, { published }: DateContext): string {
  if (decade >= 100) return `${Math.floor(decade / 10)}X`
  // The last such decade: "the '80s" of an article of 1989 are its own.
  const now = published?.year ?? 2000
  const first = now - (now % 100) + decade
  return `${Math.floor((first > now ? first - 100 : first) / 10)}X`
}

function shiftValue(unit: Period, shift: number, published: Day | null, isNear: boolean): string {
  if (published === null) return unknownOf(unit)
  const back = Number.isInteger(shift) ? shift : Math.round(shift)
  switch (unit) {
    case 'day':
      return printDay(toDay(dayNumber(published) + back))
    case 'week':
      return isoWeek(toDay(dayNumber(published) + 7 * back))
    case 'weekend': {
      // On a weekday the last one is over, on a Saturday or Sunday it is this one.
      const isOn = weekdayOf(published) > 5
      const saturday = dayNumber(published) + 6 - weekdayOf(published) + 7 * (isOn && isNear ? 0 : back)
      return `${printDay(toDay(saturday))}/${printDay(toDay(saturday + 1))}`
    }
    case 'month': {
      const { year, month } = shiftMonths(published, back)
      return `${four(year)}-${two(month)}`
    }
    case 'quarter': {
      const { year, month } = shiftMonths(published, 3 * back)
      return `${four(year)}-${33 + Math.floor((month - 1) / 3)}`
    }
    case 'decade':
      return `${Math.floor(published.year / 10) + back}X`
    case 'century':
      return `${two(Math.floor(published.year / 100) + back)}XX`
    default:
      return four(published.year + back)
  }
}

function unknownOf(unit: Period): string {
  if (unit === 'day') return 'XXXX-XX-XX'
  if (unit === 'week' || unit === 'weekend') return 'XXXX-WXX'
  return unit === 'month' ? 'XXXX-XX' : 'XXXX'
}

function seasonMonth(season: number): number {
  return [3, 6, 9, 12][season - 21] ?? 1
}
