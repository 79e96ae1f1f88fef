import { phraseWords } from '../../lexicons/phrase-words.js'
import type { Document } from '../../model/document.js'
import { normalAt } from '../figures/number-written.js'
import type { TokenText } from '../figures/numbers.js'
import { readCore } from './date-core.js'
import { readNumeric } from './date-numeric.js'
import { type DateParts, type DateReading, hasYear, isDay, joinParts } from './date-parts.js'
import { withRanges } from './date-ranges.js'
import { readPlaced } from './date-weeks.js'
import { beginsDate, calendarValue, calendarWord } from './date-words.js'

/** Words that may stand between two parts of one date: "10 p.m. on Wednesday", "the summer of 2016". */
const JOINTS: ReadonlySet<string> = new Set([',', 'of', 'at', 'in', 'on', 'the', "'s"])

/** Every date of a document as read from its tokens, in order, none of which overlap. */
export function dateSpans({ article, tokens, sentences }: Document): DateReading[] {
  const found: DateReading[] = []
  for (const { firstToken, lastToken } of sentences) {
    const source: TokenText = { text: article.text, tokens, limit: lastToken }
    let free = firstToken
    const inSentence: DateReading[] = []
    for (let at = firstToken; at < lastToken; at += 1) {
      const token = tokens[at]
      if (token === undefined || (token.casing !== 'digit' && !beginsDate(token.normal))) continue
      const reading = readDate(source, at)
      if (reading === null || reading.first < free) continue
      inSentence.push(reading)
      free = reading.last
      at = reading.last - 1
    }
    found.push(...withRanges(source, inSentence))
  }
  return found
}

/** The date that begins at `at` (or, for "two years ago", ends there). */
export function readDate(source: TokenText, at: number): DateReading | null {
  return readStaged(source, at) ?? readPlaced(source, at, readJoined) ?? readJoined(source, at)
}

/** "early February", "mid-1996", "the end of last year", "later this month". */
function readStaged(source: TokenText, at: number): DateReading | null {
  const stage = calendarWord(source, at, 'stage')
  if (stage !== 'early' && stage !== 'mid' && stage !== 'late' && stage !== 'same') return null
  let next = at + 1
  const word = normalAt(source, next)
  if (word === 'of') next += normalAt(source, next + 1) === 'the' ? 2 : 1
  else if (calendarValue(source, at, 'whole-of') !== null) return null
  else if (word === '-' || word === 'in' || word === 'on') next += 1
  const core = readJoined(source, next)
  if (core !== null && core.first === next && core.parts.stage === undefined)
    return { ...core, first: at, rule: 'date/stage', parts: { ...core.parts, stage } }
  // "later in the year" is this year's, as "the end of the year".
  if (word === 'in' && normalAt(source, next) === 'the') {
    const unit = calendarWord(source, next + 1, 'period')
    if (unit === 'week' || unit === 'month' || unit === 'year')
      return { first: at, last: next + 2, rule: 'date/stage', parts: { unit, shift: 0, stage } }
  }
  const period = word === 'of' && normalAt(source, next - 1) === 'the' ? calendarWord(source, next, 'period') : null
  if (period === 'month' || period === 'year' || period === 'decade' || period === 'century')
    return { first: at, last: next + 1, rule: 'date/stage', parts: { unit: period, shift: 0, stage } }
  return null
}

/** A date of one or more parts: "Friday, Feb. 28, 2025 at 4:30 p.m." */
function readJoined(source: TokenText, at: number): DateReading | null {
  const numeric = readNumeric(source, at)
  let reading: DateReading | null =
    numeric === null
      ? readCore(source, at)
      : { first: at, last: numeric.last, rule: 'date/numeric', parts: numeric.parts }
  if (reading === null) return null
  for (;;) {
    const joined: DateReading | null = joinNext(source, reading)
    if (joined === null) break
    reading = joined
  }
  return isBare(source, reading) ? null : withDaypart(source, reading)
}

function joinNext(source: TokenText, reading: DateReading): DateReading | null {
  let next = reading.last
  let joint = ''
  while (next < reading.last + 2 && JOINTS.has(normalAt(source, next))) {
    joint = normalAt(source, next)
    next += 1
  }
  if (joint === ',' && !isDay(reading.parts) && reading.parts.hour === undefined) return null
  const core = readCore(source, next)
  if (core === null || core.first !== next) return null
  if (joint === 'in' && core.parts.year === undefined) return null
  // "2015 June"
  const isYearFirst = joint === '' && core.parts.month !== undefined && core.parts.year === undefined
  const parts = joinParts(reading.parts, core.parts) ?? (isYearFirst ? joinParts(core.parts, reading.parts) : null)
  return parts === null ? null : { first: reading.first, last: core.last, rule: 'date/joined', parts }
}

/** A season, a half or a short weekday alone is a word like another; "in the summer" is not. */
function isBare(source: TokenText, { parts, first, last }: DateReading): boolean {
  if (parts.season !== undefined && !hasYear(parts) && parts.shift === undefined)
    return !isSeasonHere(source, first, last)
  if (parts.half !== undefined && !hasYear(parts)) return true
  const isShort = last === first + 1 && calendarValue(source, first, 'short-weekday') !== null
  return isShort
}

/** "over the summer," "by fall": a preposition before it, and no noun that it would be part of ("spring training"). */
function isSeasonHere(source: TokenText, first: number, last: number): boolean {
  const before = normalAt(source, first - 1) === 'the' ? first - 2 : first - 1
  if (calendarValue(source, before, 'season-before') === null) return false
  const next = source.tokens[last]
  return next === undefined || last >= source.limit || next.casing === 'none' || phraseWords.has(next.normal)
}

/** "Tuesday night", "tomorrow morning": the part of the day belongs to the span. */
function withDaypart(source: TokenText, reading: DateReading): DateReading {
  const canHave = isDay(reading.parts) && reading.parts.hour === undefined && reading.parts.month === undefined
  if (!canHave || calendarValue(source, reading.last, 'daypart') === null) return reading
  return { ...reading, last: reading.last + 1 }
}

export type { DateParts, DateReading }
