import { type Day, dayNumber, daysInMonth, holidayIn, isoWeek, shiftMonths, toDay, weekdayOf } from './date-calendar.js'
import type { DateParts, Period } from './date-parts.js'

/** What a date's words are resolved against: the article's own day, and whether its clause speaks of the future. */
export interface DateContext {
  readonly published: Day | null
  readonly isFuture: boolean
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
  if (parts.quarter !== undefined) return `${yearOf(parts, context, parts.quarter * 3 - 2)}-${32 + parts.quarter}`
  if (parts.half !== undefined) return `${yearOf(parts, context, parts.half * 6 - 5)}-${39 + parts.half}`
  if (parts.month !== undefined) return monthValue(parts, parts.month, context)
  if (parts.weekday !== undefined) return weekdayValue(parts, parts.weekday, context)
  if (parts.year !== undefined)
    return parts.toYear === undefined ? four(parts.year) : `${four(parts.year)}/${four(parts.toYear)}`
  return parts.unit === undefined ? '' : shiftValue(parts.unit, parts.shift ?? 0, context)
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
  const at = month * 100 + (day ?? 0)
  const now = published.month * 100 + (day === null ? 0 : published.day)
  if (parts.shift === 0) return four(published.year)
  if (parts.shift === -1) return four(at < now ? published.year : published.year - 1)
  if (parts.shift === 1) return four(at > now ? published.year : published.year + 1)
  if (isFuture) return four(at >= now ? published.year : published.year + 1)
  // Nine months ago and more: the coming one is nearer ("March 30" in an article of February).
  const isNear = at > now && at - now <= (day === null ? 0 : 200)
  return four(at <= now || isNear ? published.year : published.year - 1)
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
  const century = published === null || decade > (published.year % 100) + 5 ? 19 : 20
  return `${century}${Math.floor(decade / 10)}X`
}

function shiftValue(unit: Period, shift: number, { published }: DateContext): string {
  if (published === null) return unknownOf(unit)
  const back = Number.isInteger(shift) ? shift : Math.round(shift)
  switch (unit) {
    case 'day':
      return printDay(toDay(dayNumber(published) + back))
    case 'week':
      return isoWeek(toDay(dayNumber(published) + 7 * back))
    case 'weekend': {
      const saturday = dayNumber(published) + 6 - weekdayOf(published) + 7 * back
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
