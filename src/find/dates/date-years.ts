import { phraseWords } from '../../lexicons/phrase-words.js'
import { measureAt } from '../figures/figure-units.js'
import { normalAt, readWords, wordAt } from '../figures/number-written.js'
import { afterHyphen, type TokenText } from '../figures/numbers.js'
import type { DateParts } from './date-parts.js'
import { calendarValue } from './date-words.js'

/** The year at token `at` ("2024", "2014-15", "1990s", "nineteen ninety-six"), and the token after it. */
export function readYear(source: TokenText, at: number): { parts: DateParts; last: number } | null {
  const { text, tokens, limit } = source
  const token = at < limit ? tokens[at] : undefined
  if (token === undefined) return null
  if (token.casing !== 'digit') return readSpokenYear(source, at)
  const written = text.slice(token.start, token.end)
  const decade = /^(1[0-9]\d0|20\d0)s$/.exec(written) ?? /^(\d0)s$/.exec(written)
  if (decade?.[1] !== undefined) {
    const isShort = decade[1].length === 2
    const isMarked = /[’'‘]/.test(text.charAt(token.start - 1))
    if (isShort && !isMarked && !isDecadeHere(source, at)) return null
    return { parts: { decade: Number(decade[1]) }, last: at + 1 }
  }
  // "the 1970's" are a decade
  if (
    /^(?:(?:1\d|20)\d0|\d0)$/.test(written) &&
    normalAt(source, at - 1) === 'the' &&
    normalAt(source, at + 1) === "'s" &&
    isDecadeHere(source, at)
  )
    return { parts: { decade: Number(written) }, last: at + 2 }
  if (!/^(?:1\d|20)\d\d$/.test(written)) return null
  const year = Number(written)
  if (!isYearHere(source, at, year)) return null
  const range = yearRange(source, at, year)
  return range === null ? { parts: { year }, last: at + 1 } : { parts: { year, toYear: range }, last: at + 3 }
}

/** "the 70s" are years where nobody speaks of the weather. */
function isDecadeHere(source: TokenText, at: number): boolean {
  const before = normalAt(source, at - 1)
  if (
    before !== 'the' &&
    !(/^(?:early|late|mid|-)$/.test(before) && normalAt(source, before === '-' ? at - 3 : at - 2) === 'the')
  )
    return false
  for (let earlier = Math.max(0, at - 10); earlier < Math.min(at + 4, source.limit); earlier += 1)
    if (calendarValue(source, earlier, 'weather') !== null) return false
  return true
}

/** "2014-15", "2010–2012": the last year, or null. */
function yearRange({ text, tokens, limit }: TokenText, at: number, year: number): number | null {
  const dash = tokens[at + 1]
  const to = tokens[at + 2]
  if (dash === undefined || to === undefined || at + 2 >= limit) return null
  if (dash.start !== tokens[at]?.end || to.start !== dash.end || !/^[-–/]$/.test(text.slice(dash.start, dash.end)))
    return null
  const written = text.slice(to.start, to.end)
  if (/^\d\d$/.test(written) && Number(written) > year % 100) return year - (year % 100) + Number(written)
  return /^(?:1\d|20)\d\d$/.test(written) && Number(written) > year ? Number(written) : null
}

/** Whether four digits are a year where they stand: "in 1848", "the 2019 models"; not "1900 miles", "$2000", "1500 people". */
function isYearHere(source: TokenText, at: number, year: number): boolean {
  const { text, tokens, limit } = source
  const token = tokens[at]
  if (token === undefined) return false
  const before = text.charAt(token.start - 1)
  const after = text.charAt(token.end)
  if (/[$£€¥₹#%°+.\d]/.test(before) || /[%°]/.test(after)) return false
  const money = text.slice(Math.max(0, token.start - 2), token.start)
  if (/[$£€¥₹] $/.test(money)) return false
  const next = at + 1 < limit ? tokens[at + 1] : undefined
  if (next !== undefined && wordAt(source, at + 1)?.kind === 'scale') return false
  // "1900 miles", "2000 years"; "a 2024 year-end report" is of that year.
  const measure = measureAt(source, at + 1)
  if (measure !== null && !(measure.measure.dimension === 'duration' && !measure.word.endsWith('s'))) return false
  const previous = normalAt(source, at - 1)
  // "about 2000 people": what can be counted follows a number that is not exact.
  const isCounted = next?.casing === 'lower' && next.tags.includes('Plural') && next.tags.includes('Actor')
  if (isCounted && !isCalendarCue(source, at - 1)) return false
  if (year >= 1900)
    return !/^(?:some|about|around|nearly|almost|than|over|roughly|approximately)$/.test(previous) || !isNoun(next)
  return isCalendarCue(source, at - 1) && !isNoun(next)
}

function isNoun(next: TokenText['tokens'][number] | undefined): boolean {
  return (
    next?.casing === 'lower' &&
    /[a-z]s$/.test(next.normal) &&
    !/^(?:was|is|has|as|this|its|his|us|does|across)$/.test(next.normal)
  )
}

function isCalendarCue(source: TokenText, at: number): boolean {
  return (
    calendarValue(source, at, 'year-cue') !== null ||
    calendarValue(source, at, 'month') !== null ||
    /^[-–(]$/.test(normalAt(source, at))
  )
}

/** "the year two thousand", "in two thousand and eighteen", "February two thousand and eighteen". */
function readTwoThousand(source: TokenText, at: number): { parts: DateParts; last: number } | null {
  const number = readWords(source, at)
  const isCued =
    normalAt(source, at - 1) === 'year' || calendarValue(source, at - 1, 'month') !== null || isAfterDay(source, at)
  if (number === null || number.value < 2000 || number.value > 2099) return null
  const isIn = /^(?:in|until|since|of)$/.test(normalAt(source, at - 1)) && number.value > 2000
  const next = number.last < source.limit ? source.tokens[number.last] : undefined
  const isEnd = next === undefined || next.casing !== 'lower' || phraseWords.has(next.normal)
  return isCued || (isIn && isEnd) ? { parts: { year: number.value }, last: number.last } : null
}

/** "Feb. 7, two thousand and eighteen". */
function isAfterDay(source: TokenText, at: number): boolean {
  const before = normalAt(source, at - 1) === ',' ? at - 2 : at - 1
  if (calendarValue(source, before, 'month') !== null) return true
  return source.tokens[before]?.casing === 'digit' && calendarValue(source, before - 1, 'month') !== null
}

/** "nineteen ninety-six", "twenty twenty-four", "two thousand and ten" after "the year". */
function readSpokenYear(source: TokenText, at: number): { parts: DateParts; last: number } | null {
  const century = wordAt(source, at)?.value
  if (century === 2 && normalAt(source, at + 1) === 'thousand') return readTwoThousand(source, at)
  const decade = century === 18 || century === 19 ? calendarValue(source, afterHyphen(source, at + 1), 'decade') : null
  if (century !== undefined && decade !== null && decade < 100 && normalAt(source, at - 1) === 'the')
    return { parts: { decade: century * 100 + decade }, last: afterHyphen(source, at + 1) + 1 }
  if (century !== 18 && century !== 19 && century !== 20) return null
  const tens = wordAt(source, at + 1)
  if (tens === undefined || (tens.kind !== 'ten' && !(tens.kind === 'unit' && tens.value >= 10))) return null
  const joint = normalAt(source, at + 2) === '-' ? at + 3 : at + 2
  const unit = tens.kind === 'ten' ? wordAt(source, joint) : undefined
  const hasUnit = unit?.kind === 'unit' && unit.value > 0 && unit.value < 10
  if (century === 20 && !hasUnit && tens.kind === 'ten') return null
  return {
    parts: { year: century * 100 + tens.value + (hasUnit ? unit.value : 0) },
    last: hasUnit ? joint + 1 : at + 2,
  }
}
