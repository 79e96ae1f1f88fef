import { type Day, dayNumber, daysInMonth, holidayIn, isoWeek, shiftMonths, toDay, weekdayOf } from './date-calendar.js'
import type { DateParts, Period } from './date-parts.js'

/** What a date's words are resolved against: the article's own day, and whether its clause speaks of the future. */
export interface DateContext {
  readonly published: Day | null
  readonly isFuture: boolean
  /** The date that the text named last: what "the following year" follows. */
  readonly spokenOf: Day | null
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
  const from = parts.isNarrative === true ? (context.spokenOf ?? context.published) : context.published
  const near = parts.isNear === true && !context.isFuture ? -1 : 0
  return shiftValue(parts.unit, parts.shift ?? near, from, parts.isNear === true)
}

function monthValue(parts: DateParts, month: number, context: DateContext): string {
  const year = yearOf(parts, context, month, parts.day ?? null)
  if (parts.day === undefined) return `${year}-${two(month)}`
  const from = `${year}-${two(month)}-${two(parts.day)}`
  return parts.toDay === undefined ? from : `${from}/${year}-${two(month)}-${two(parts.toDay)}`
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

/** A third of a month, a year, a decade or a century; other periods and unknown ones stay as they are. */
function stageOf(value: string, stage: NonNullable<DateParts['stage']>): string {
  if (stage === 'same') return value
  const third = { early: 0, mid: 1, late: 2 }[stage]
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(value)
  if (month !== null) {
    const length = daysInMonth(Number(month[1]), Number(month[2]))
    return `${value}-${two(third * 10 + 1)}/${value}-${two(third === 2 ? length : third * 10 + 10)}`
  }
  if (/^\d{4}$/.test(value)) return `${value}-${two(third * 4 + 1)}/${value}-${two(third * 4 + 4)}`
  const [from, to] = [
    ['0', '3'],
    ['4', '6'],
    ['7', '9'],
  ][third] ?? ['0', '9']
  if (/^\d{3}X$/.test(value)) return `${value.slice(0, 3)}${from}/${value.slice(0, 3)}${to}`
  if (/^\d{2}XX$/.test(value)) return `${value.slice(0, 2)}${from}X/${value.slice(0, 2)}${to}X`
  return value
}

function seasonMonth(season: number): number {
  return [3, 6, 9, 12][season - 21] ?? 1
}

function printDay({ year, month, day }: Day): string {
  return `${four(year)}-${two(month)}-${two(day)}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function four(value: number): string {
  return String(value).padStart(4, '0')
}
