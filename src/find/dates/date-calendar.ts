/** A day of the calendar; `month` 1 to 12. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const DAY_MS = 86_400_000

/** Days since 1970-01-01. */
export function dayNumber({ year, month, day }: Day): number {
  return Math.round(Date.UTC(year, month - 1, day) / DAY_MS)
}

/** The day of a day number. */
export function toDay(number: number): Day {
  const date = new Date(number * DAY_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** The day that an ISO date or date-time names, or `null`. */
export function dayOf(iso: string | null): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '')
  return match === null ? null : { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
}

/** 1 (Monday) to 7. */
export function weekdayOf(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}

/** How many days a month has. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The month `months` later (earlier if negative). */
export function shiftMonths({ year, month }: Day, months: number): { year: number; month: number } {
  const all = year * 12 + month - 1 + months
  return { year: Math.floor(all / 12), month: (((all % 12) + 12) % 12) + 1 }
}

/** The ISO 8601 week of a day: "2025-W09". */
export function isoWeek(day: Day): string {
  const thursday = toDay(dayNumber(day) + 4 - weekdayOf(day))
  const first = dayNumber({ year: thursday.year, month: 1, day: 1 })
  const week = Math.floor((dayNumber(thursday) - first) / 7) + 1
  return `${thursday.year}-W${String(week).padStart(2, '0')}`
}

/** The day of a holiday in a year, by its rule (see `Holiday`). */
export function holidayIn(rule: string, year: number): Day {
  const easterRule = /^easter([+-]\d+)$/.exec(rule)
  if (easterRule !== null) return toDay(dayNumber(easter(year)) + Number(easterRule[1]))
  const fixed = /^(\d\d)-(\d\d)$/.exec(rule)
  if (fixed !== null) return { year, month: Number(fixed[1]), day: Number(fixed[2]) }
  const nth = /^(\d\d)-(\d)-(-?\d)(?:\+(\d))?$/.exec(rule)
  const [month, weekday, count, shift] = [1, 2, 3, 4].map((group) => Number(nth?.[group] ?? 0))
  if (month === undefined || weekday === undefined || count === undefined) return { year, month: 1, day: 1 }
  const length = daysInMonth(year, month)
  const edge = { year, month, day: count > 0 ? 1 : length }
  const away = count > 0 ? (weekday - weekdayOf(edge) + 7) % 7 : -((weekdayOf(edge) - weekday + 7) % 7)
  return toDay(dayNumber(edge) + away + 7 * (count > 0 ? count - 1 : count + 1) + (shift ?? 0))
}

/** Easter Sunday of the Gregorian calendar. @see Meeus, Astronomical Algorithms, chapter 8 */
function easter(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return { year, month: Math.floor(sum / 31), day: (sum % 31) + 1 }
}

/** "2025-02-28". */
export function printDay({ year, month, day }: Day): string {
  return `${four(year)}-${two(month)}-${two(day)}`
}

/** "02" */
export function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** "0987" */
export function four(value: number): string {
  return String(value).padStart(4, '0')
}
