/** How long a date's period is. */
export type Period =
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'
  | 'season'
  | 'minute'
  | 'hour'

/** Which part of its period a date means; "same": "later this month" says nothing that a value can hold. */
export type Stage = 'early' | 'mid' | 'late' | 'same'

/**
 * What the words of a date say, not yet resolved. `month` 1 to 12, `weekday` 1 (Monday) to 7, `season` 21 to 24 as in
 * EDTF. `unit` and `shift`: "last month" is month, -1. `shift` beside `weekday`, `month` or `season`: "last Tuesday".
 */
export interface DateParts {
  readonly year?: number
  /** Last year of "2014-15". */
  readonly toYear?: number
  readonly month?: number
  readonly day?: number
  /** Last day of "March 5-7". */
  readonly toDay?: number
  readonly weekday?: number
  readonly hour?: number
  readonly minute?: number
  readonly second?: number
  /** First year of a decade, with its century ("1990s") or without (90: "the nineties"). */
  readonly decade?: number
  /** 19 is the 20th century. */
  readonly century?: number
  readonly season?: number
  readonly quarter?: number
  readonly half?: number
  readonly unit?: Period
  readonly shift?: number
  readonly stage?: Stage
  /** The shift is from the date spoken of before ("the following year"), not from the article's. */
  readonly isNarrative?: boolean
  /** The last or the coming one, as the clause says ("over the weekend"). */
  readonly isNear?: boolean
  /** Which of its weeks or weekdays a month or year means: 1 to 5, or -1 for the last ("the first Monday in October"). */
  readonly nth?: number
  /** The week that holds the day ("the week of Nov. 4"). */
  readonly isWeekOf?: boolean
  /** What is left of a period that runs ("the rest of the year"). */
  readonly isRest?: boolean
  /** Rule of a holiday, see `Holiday`. */
  readonly holiday?: string
}

/** A date as it was read: tokens `[first, last)`, and what they say. */
export interface DateReading {
  readonly first: number
  readonly last: number
  readonly rule: string
  readonly parts: DateParts
  /** The end of a range ("from Oct. 2 to Nov. 22"); `parts` is its beginning. */
  readonly to?: DateParts
}

/** Whether a reading names a day (by number, weekday, holiday, or how far away). */
export function isDay(parts: DateParts): boolean {
  return parts.day !== undefined || parts.weekday !== undefined || parts.unit === 'day' || parts.holiday !== undefined
}

/** Whether a reading says which year. */
export function hasYear(parts: DateParts): boolean {
  return parts.year !== undefined || (parts.unit !== undefined && parts.month === undefined)
}

/**
 * Two readings side by side as one ("10 p.m." + "Wednesday", "June" + "last year"), or `null` where they are two dates.
 */
export function joinParts(a: DateParts, b: DateParts): DateParts | null {
  const aClock = a.hour !== undefined
  const bClock = b.hour !== undefined
  if (aClock && bClock) return null
  if (aClock || bClock) {
    const other = aClock ? b : a
    return isDay(other) ? { ...a, ...b } : null
  }
  if (a.weekday !== undefined && a.day === undefined && a.shift === undefined) {
    if (b.day !== undefined && b.weekday === undefined) return { ...a, ...b }
    if (b.unit === 'week')
      return { weekday: a.weekday, unit: 'week', ...(b.shift === undefined ? {} : { shift: b.shift }) }
    return null
  }
  // "next week on Friday"
  if (
    a.unit === 'week' &&
    a.nth === undefined &&
    b.weekday !== undefined &&
    b.day === undefined &&
    b.shift === undefined
  )
    return { weekday: b.weekday, unit: 'week', ...(a.shift === undefined ? {} : { shift: a.shift }) }
  if (isYear(b) && (isPartOfYear(a) || a.holiday !== undefined)) return { ...a, ...b }
  // "the 1988 third quarter", "last year's third quarter"
  if (isYear(a) && isPartOfYear(b) && b.month === undefined) return { ...a, ...b }
  return null
}

/** A month, season, quarter or half that does not say of which year. */
function isPartOfYear({ month, season, quarter, half, year, shift }: DateParts): boolean {
  return (month ?? season ?? quarter ?? half) !== undefined && year === undefined && shift === undefined
}

/** A year and nothing else. */
function isYear(parts: DateParts): boolean {
  if (parts.toYear !== undefined || parts.stage !== undefined || parts.isNarrative === true) return false
  if ((parts.month ?? parts.season ?? parts.quarter ?? parts.half ?? parts.holiday) !== undefined) return false
  return parts.year !== undefined || parts.unit === 'year'
}

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

/** Whether the value of a calendar word is a period. */
export function isPeriod(value: unknown): value is Period {
  return PERIODS.has(value)
}

/** A reading over tokens `[first, last)`, found by `date/<rule>`. */
export function readingOf(first: number, last: number, rule: string, parts: DateParts): DateReading {
  return { first, last, rule: `date/${rule}`, parts }
}
