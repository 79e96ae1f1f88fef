import { isFigureWord } from '../../lexicons/figure-words.js'
import type { Amount } from './figure-amounts.js'
import { qualifierBefore } from './figure-qualifiers.js'
import { measureAt } from './figure-units.js'
import { partAfterAnd } from './number-parts.js'
import { normalAt } from './number-written.js'
import type { TokenText } from './numbers.js'

/**
 * A span of time that is counted by its article: "within a week", "nearly an hour", "another month", "an hour and a
 * half", "a couple of days", "a full year". `null` where it is a rate ("$5 a week") or no span ("a day later").
 */
export function spanAt(source: TokenText, at: number): Amount | null {
  const word = normalAt(source, at)
  if (word === 'couple' || (word === 'a' && normalAt(source, at + 1) === 'couple')) return coupleOf(source, at)
  const isAnother = word === 'another'
  if (word !== 'a' && word !== 'an' && !isAnother) return null
  const isWhole = /^(?:full|whole|solid|entire)$/.test(normalAt(source, at + 1))
  const unitAt = isWhole ? at + 2 : at + 1
  const unit = measureAt(source, unitAt)
  if (unit === null || unit.measure.dimension !== 'duration' || unit.measure.pluralOnly || /s$/.test(unit.word))
    return null
  if (source.tokens[unitAt]?.casing !== 'lower') return null
  const part = partAfterAnd(source, unit.last)
  const last = part?.last ?? unit.last
  const isCued =
    isWhole || isFigureWord('span-before', normalAt(source, at - 1)) || qualifierBefore(source, at) !== null
  if (part === null && !isCued && !(isAnother && isEnd(source, last))) return null
  if (part === null && !isEnd(source, last)) return null
  return amountOf(source, { first: at, last, value: 1 + (part?.value ?? 0) }, unit.measure)
}

/** "a couple of weeks" */
function coupleOf(source: TokenText, at: number): Amount | null {
  const couple = normalAt(source, at) === 'a' ? at + 1 : at
  const unitAt = normalAt(source, couple + 1) === 'of' ? couple + 2 : couple + 1
  const unit = measureAt(source, unitAt)
  if (unit === null || unit.measure.dimension !== 'duration' || !/s$/.test(unit.word)) return null
  if (/^(?:ago|earlier|later)$/.test(normalAt(source, unit.last))) return null
  return { ...amountOf(source, { first: at, last: unit.last, value: 2 }, unit.measure), qualifier: 'about' }
}

/** "a week ago" is a date, "an hour drive" and "a year deal" are said of something. */
function isEnd({ tokens, limit, text }: TokenText, at: number): boolean {
  const next = at < limit ? tokens[at] : undefined
  if (next === undefined) return true
  if (text.charAt(next.start) === '-') return false
  return !isFigureWord('span-no-end', next.normal)
}

function amountOf(
  { tokens }: TokenText,
  { first, last, value }: { first: number; last: number; value: number },
  measure: NonNullable<Amount['measure']>,
): Amount {
  const start = tokens[first]?.start ?? 0
  const end = tokens[last - 1]?.end ?? start
  const number = {
    value,
    first,
    last,
    start,
    end,
    form: 'words' as const,
    scaled: false,
    rest: '',
    prefix: '',
    hasMark: true,
  }
  return {
    number,
    value,
    high: null,
    measure,
    dimension: measure.dimension,
    first,
    last,
    start,
    end,
    qualifier: null,
    isJoined: false,
    change: null,
  }
}
