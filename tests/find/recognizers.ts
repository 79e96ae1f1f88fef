import { readFileSync } from 'node:fs'
import { dayNumber, daysInMonth } from '../../src/find/dates/date-calendar.js'
import { findDates } from '../../src/find/dates/dates.js'
import { figuresIn } from '../../src/find/figures/figures.js'
import { currencies } from '../../src/lexicons/currencies.js'
import { units } from '../../src/lexicons/units.js'
import type { DateMention, FigureMention } from '../../src/model/mention.js'
import type { Span } from '../../src/model/span.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article-of.js'

/** What a case of Recognizers-Text gives for a date: the days of its past and future readings. */
interface Days {
  readonly date?: string
  readonly startDate?: string
  readonly endDate?: string
  readonly duration?: string
}

export interface Gold extends Span {
  readonly resolution: {
    readonly value?: string | null
    readonly unit?: string
    readonly Timex?: string
    readonly Mod?: string
    readonly FutureResolution?: Days
    readonly PastResolution?: Days
  } | null
}

export interface RecognizersCase {
  readonly id: string
  readonly model: string
  readonly text: string
  readonly context: { readonly ReferenceDateTime?: string } | null
  readonly spans: readonly Gold[]
}

/** The cases of one model in a file of ../shared. */
export function casesOf(file: URL, model: string): RecognizersCase[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  // The file is the data set's own: one case a line, in the shape above.
  return lines.map((line) => JSON.parse(line) as RecognizersCase).filter((item) => item.model === model)
}

/** The figures and dates of a case, read against its own day. */
export async function readCase({ text, context }: RecognizersCase): Promise<readonly (FigureMention | DateMention)[]> {
  const published = context?.ReferenceDateTime?.slice(0, 10) ?? null
  const document = await findDates.run(segmentArticle(articleOf(text.split('\n\n'), published)))
  const dates = document.mentions.flatMap((mention) => (mention.kind === 'date' ? [mention] : []))
  return [...figuresIn(document), ...dates]
}

const isClose = (left: number, right: number, part = 1e-6): boolean =>
  Math.abs(left - right) <= part * Math.max(1, Math.abs(left), Math.abs(right))

/** A number with its unit, as the case has it; a range holds both of its ends. */
export function isNumberRight(gold: Gold, found: FigureMention | DateMention, model: string): boolean {
  if (found.kind === 'date' || gold.resolution?.value == null) return false
  const value = Number(gold.resolution.value.replace(/[%,]/g, ''))
  const isValue = isClose(found.value, value) || (found.high !== null && isClose(found.high, value))
  return isValue && isUnitRight(gold.resolution.unit, found.unit, model)
}

const plain = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** What the cases call some units and currencies. */
const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    c: 'celsius',
    f: 'fahrenheit',
    k: 'kelvin',
    degree: 'degree',
    dollar: 'USD',
    pound: 'GBP',
    cent: 'cent',
    ton: 'tonne',
    'netherlands guilder': 'NLG',
    'costa rican colon': 'CRC',
    age: 'year of age',
    penny: 'penny',
    pence: 'penny',
  }),
)

function isUnitRight(unit: string | undefined, id: string, model: string): boolean {
  if (unit === undefined || model === 'PercentModel') return true
  const words = plain(unit)
  if (SAME.get(words) === id) return true
  if (model === 'AgeModel') return `${words} of age` === id
  const currency = currencies.find(({ code }) => code === id)
  if (currency !== undefined) return plain(currency.name) === words || currency.words.includes(words)
  const measure = units.find((candidate) => candidate.id === id)
  return (
    measure !== undefined && [measure.id, ...measure.forms, ...measure.symbols].some((form) => plain(form) === words)
  )
}

/** Seconds of the units of time, as the cases count them. */
const SECONDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    second: 1,
    minute: 60,
    hour: 3600,
    day: 86400,
    week: 604800,
    weekend: 172800,
    fortnight: 1209600,
    month: 2592000,
    year: 31536000,
    decade: 315360000,
  }),
)

/** A date, a period or a span of time, as the case has it in its past or its future reading. */
export function isTimeRight({ resolution }: Gold, found: FigureMention | DateMention): boolean {
  if (resolution === null) return false
  if (found.kind === 'figure') return isSpanRight(resolution, found)
  const mine = daysOf(found.value)
  const timex = resolution.Timex ?? ''
  const said = daysOf(timex.replace('XXXX', found.value.slice(0, 4)))
  if (mine === null)
    return (
      found.value === timex ||
      timex === `${found.value.slice(0, 5)}${SEASONS[Number(found.value.slice(5)) - 21] ?? '?'}`
    )
  if (said !== null && mine.from === said.from && mine.to === said.to) return true
  // "late last year": the year is right, and which part of it is a matter of taste.
  if (resolution.Mod !== undefined && said !== null && said.from <= mine.from && mine.to <= said.to) return true
  return [resolution.FutureResolution, resolution.PastResolution].some(
    (days) => days !== undefined && areDaysRight(days, mine, found),
  )
}

const SEASONS = ['SP', 'SU', 'FA', 'WI'] as const

/** "past 3 weeks" is a figure, three weeks, for the cases a period of that length. */
function isSpanRight(
  { Timex, FutureResolution }: NonNullable<Gold['resolution']>,
  { value, unit, dimension }: FigureMention,
): boolean {
  if (dimension !== 'duration') return false
  const duration = FutureResolution?.duration
  if (duration !== undefined) return isClose(value * (SECONDS.get(unit) ?? 0), Number(duration), 0.004)
  const span = /P(?:T?)(\d+(?:\.\d+)?)([YMWDHS])\)?$/.exec(Timex ?? '')
  const named = { Y: 'year', M: 'month', W: 'week', D: 'day', H: 'hour', S: 'second' }[span?.[2] ?? '']
  if (span === null || named === undefined) return false
  return (
    (unit === named && value === Number(span[1])) ||
    (unit === 'decade' && named === 'year' && value * 10 === Number(span[1]))
  )
}

interface Interval {
  readonly from: number
  readonly to: number
  /** The first day of its end, which the cases take for the end itself ("2014 to 2018"). */
  readonly end: number
}

function areDaysRight({ date, startDate, endDate }: Days, mine: Interval, found: DateMention): boolean {
  const day = numberOf(date)
  if (day !== null) {
    const isThat = mine.from === day && mine.to === day + 1
    // "two years ago" is a year: the words are no finer.
    return isThat || (/ (?:ago|now)$/.test(found.text) && mine.from <= day && day < mine.to)
  }
  const [start, end] = [numberOf(startDate), numberOf(endDate)]
  if (start === null || end === null || mine.from !== start) return false
  return mine.to === end || mine.to === end + 1 || (found.value.includes('/') && mine.end === end)
}

function numberOf(iso: string | undefined): number | null {
  const days = iso === undefined ? null : daysOf(iso.slice(0, 10))
  return days?.from ?? null
}

/** The days of a value, half-open; `null` for seasons and what is not known. */
function daysOf(value: string): Interval | null {
  const [first = '', second] = value.split('T')[0]?.split('/') ?? []
  if (second !== undefined) {
    const [from, to] = [daysOf(first), daysOf(second)]
    return from === null || to === null ? null : { from: from.from, to: to.to, end: to.from }
  }
  const between = (year: number, month: number, months: number): Interval => {
    const next = month - 1 + months
    const from = dayNumber({ year, month, day: 1 })
    return { from, to: dayNumber({ year: year + Math.floor(next / 12), month: (next % 12) + 1, day: 1 }), end: from }
  }
  const [, y = '', m, d] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(first) ?? []
  const [year, month] = [Number(y), Number(m)]
  if (d !== undefined) {
    const from = dayNumber({ year, month, day: Number(d) })
    return Number(d) > daysInMonth(year, month) ? null : { from, to: from + 1, end: from }
  }
  if (m !== undefined && month <= 12) return between(year, month, 1)
  if (m !== undefined && month >= 33 && month <= 36) return between(year, (month - 33) * 3 + 1, 3)
  if (m !== undefined && (month === 40 || month === 41)) return between(year, (month - 40) * 6 + 1, 6)
  const week = /^(\d{4})-W(\d\d)$/.exec(first)
  if (week !== null) {
    const fourth = dayNumber({ year: Number(week[1]), month: 1, day: 4 })
    const from = fourth - ((((fourth + 3) % 7) + 7) % 7) + 7 * (Number(week[2]) - 1)
    return { from, to: from + 7, end: from }
  }
  if (/^\d{4}$/.test(first)) return between(Number(first), 1, 12)
  if (/^\d{3}X$/.test(first)) return between(Number(first.slice(0, 3)) * 10, 1, 120)
  return null
}
