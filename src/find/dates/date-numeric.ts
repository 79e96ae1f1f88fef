import * as en from 'chrono-node/en'
import { phraseWords } from '../../lexicons/phrase-words.js'
import { measureAt } from '../figures/figure-units.js'
import { normalAt } from '../figures/number-written.js'
import type { TokenText } from '../figures/numbers.js'
import type { DateParts } from './date-parts.js'

/** Any fixed instant: only what chrono is certain of is used, so no clock comes in. */
const REFERENCE = { instant: new Date(Date.UTC(2000, 0, 1)), timezone: 0 }
/** Digits with marks between them: "2025-02-28", "01/31/2025", "31.01.2025", with a time behind. */
const NUMERIC =
  /\d{4}[/.]\d{1,2}[/.]\d{1,2}(?!\d)|\d{1,2}-\d{1,2}-(?:19|20)\d\d(?![\d-])|\d{4}-\d{1,2}-\d{1,2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?![\d/]|\.\d)/y
const CLOCK = /\d{1,2}(?:[:.]\d{2})? ?(?:[ap]\. ?m\.|[ap]m\b|o[’']clock)/iy
const BARE_CLOCK = /(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:]|\.\d)/y

/** A date all in digits, or a clock time, at token `at`; read by chrono, which knows which of 3/4 is the month. */
export function readNumeric({ text, tokens, limit }: TokenText, at: number): { parts: DateParts; last: number } | null {
  const token = tokens[at]
  if (token === undefined || token.casing !== 'digit') return null
  const written = matchAt(NUMERIC, text, token.start)
  if (written !== '' && !/[\d/.-]/.test(text.charAt(token.start - 1))) {
    const parts = certain(
      written.replace(/^(\d{4})[/.](\d+)[/.](\d+)$/, '$1-$2-$3').replace(/^(\d+)-(\d+)-(\d{4})$/, '$1/$2/$3'),
    )
    return parts?.day === undefined ? null : { parts, last: lastAt(tokens, at, limit, token.start + written.length) }
  }
  return readMonthNumber({ text, tokens, limit }, at) ?? readShortDay({ text, tokens, limit }, at)
}

/** "on 4/22", "from 10/1 to 11/7": a month and a day, where a word says that they are. */
const SHORT = /(\d{1,2})\/(\d{1,2})(?![\d/%-]|\.\d)/y

function readShortDay(source: TokenText, at: number): { parts: DateParts; last: number } | null {
  const { text, tokens, limit } = source
  const token = tokens[at]
  if (
    token === undefined ||
    !SHORT_BEFORE.has(normalAt(source, at - 1)) ||
    /[\d/.$-]/.test(text.charAt(token.start - 1))
  )
    return null
  SHORT.lastIndex = token.start
  const match = SHORT.exec(text)
  if (match === null) return null
  const [first, second] = [Number(match[1]), Number(match[2])]
  // A day above 12 says which of the two is the month; else it is the first, as in the United States.
  const [month, day] = first > 12 ? [second, first] : [first, second]
  const last = lastAt(tokens, at, limit, token.start + match[0].length)
  if (month < 1 || month > 12 || day < 1 || day > 31 || isMeasured(source, last)) return null
  return { parts: { month, day }, last }
}

const SHORT_BEFORE: ReadonlySet<string> = new Set(['on', 'from', 'since', 'until', 'to', 'by'])

/** "from 1/4 to 3/8 of an inch" is no date, nor is "by 1/2 point". */
function isMeasured(source: TokenText, at: number): boolean {
  const next = at < source.limit ? source.tokens[at] : undefined
  if (normalAt(source, at) === 'to')
    return /^(?:[1-9]|1[0-9])$/.test(normalAt(source, at + 1)) && measureAt(source, at + 4) !== null
  return (
    normalAt(source, at) === 'of' ||
    measureAt(source, at) !== null ||
    (next?.casing === 'lower' && !phraseWords.has(next.normal))
  )
}

/** A month in digits: "2016-11", "11/2016". "2014-15" is a season. */
const MONTH = /((?:19|20)\d\d)[-/](0[1-9]|1[0-2])(?![\d/-])|(0?[1-9]|1[0-2])\/((?:19|20)\d\d)(?![\d/-])/y

function readMonthNumber({ text, tokens, limit }: TokenText, at: number): { parts: DateParts; last: number } | null {
  const token = tokens[at]
  if (token === undefined || /[\d/.$-]/.test(text.charAt(token.start - 1))) return null
  MONTH.lastIndex = token.start
  const match = MONTH.exec(text)
  if (match === null) return null
  const year = Number(match[1] ?? match[4])
  const month = Number(match[2] ?? match[3])
  if (match[1] !== undefined && match[0].includes('-') && month > year % 100) return null
  return { parts: { year, month }, last: lastAt(tokens, at, limit, token.start + match[0].length) }
}

/** A clock time at token `at`: "4:30 p.m.", "5pm", "11 a.m.", "10:30" (where `isCued`: after "at", "from" …). */
export function readClock(
  { text, tokens, limit }: TokenText,
  at: number,
  isCued: boolean,
): { parts: DateParts; last: number } | null {
  const token = tokens[at]
  if (token === undefined || token.casing !== 'digit' || token.end - token.start > 7) return null
  const written = matchAt(CLOCK, text, token.start) || (isCued ? matchAt(BARE_CLOCK, text, token.start) : '')
  if (written === '') return null
  // "5 am" is a time and "I am" none: chrono says; it does not know "10.30pm".
  const parts = certain(
    written
      .replace(/^(\d{1,2})\.(?=\d)/, '$1:')
      .replace(/[’']/, "'")
      .replace(/ ?o'clock/i, ':00'),
  )
  if (parts?.hour === undefined) return null
  const end = token.start + written.length
  const last = lastAt(tokens, at, limit, end)
  return { parts, last }
}

function lastAt(tokens: TokenText['tokens'], at: number, limit: number, end: number): number {
  let last = at + 1
  while (last < limit && (tokens[last]?.end ?? Number.POSITIVE_INFINITY) <= end) last += 1
  return last
}

/** What chrono is certain of in a short string. */
function certain(written: string): DateParts | null {
  const [result] = en.parse(written, REFERENCE)
  if (result === undefined || result.index !== 0) return null
  const { start } = result
  const parts: { -readonly [Key in keyof DateParts]: DateParts[Key] } = {}
  for (const component of ['year', 'month', 'day', 'hour', 'minute', 'second'] as const) {
    const value = start.isCertain(component) ? start.get(component) : null
    if (value !== null) parts[component] = value
  }
  if (parts.hour !== undefined) parts.minute ??= 0
  delete parts.second
  return parts
}

/** What `pattern` (sticky) matches at `offset`, or "". */
function matchAt(pattern: RegExp, text: string, offset: number): string {
  pattern.lastIndex = offset
  return pattern.exec(text)?.[0] ?? ''
}
