import { normalAt } from '../figures/number-written.js'
import { beginsNumber, readNumber, type TokenText } from '../figures/numbers.js'
import { type DateReading, isPeriod, readingOf } from './date-parts.js'
import { calendarWord } from './date-words.js'

/** "two years ago", "a decade ago", "a year earlier", "the year-ago quarter": found at its last word. */
export function readAgo(source: TokenText, at: number): DateReading | null {
  const word = normalAt(source, at)
  if (word === 'hence' || (word === 'now' && normalAt(source, at - 1) === 'from')) return readHence(source, at)
  if (word !== 'ago' && word !== 'earlier') return null
  if (normalAt(source, at - 1) === '-' && normalAt(source, at - 2) === 'year')
    return readingOf(at - 2, at + 1, 'ago', { unit: 'year', shift: -1 })
  const periodAt = at - 1
  const one = calendarWord(source, periodAt, 'period')
  const many = calendarWord(source, periodAt, 'periods')
  const period = many ?? one
  if (!isPeriod(period) || period === 'minute' || period === 'hour') return null
  const before = normalAt(source, at - 2)
  if (before === 'a' || before === 'an' || before === 'one')
    return readingOf(at - 2, at + 1, 'ago', { unit: period, shift: -1 })
  if (word === 'earlier') return null
  for (let first = Math.max(0, at - 6); first < periodAt; first += 1) {
    const token = source.tokens[first]
    if (token === undefined || !beginsNumber(token)) continue
    const number = readNumber(source, first)
    if (number === null || number.last !== periodAt) continue
    return readingOf(number.first, at + 1, 'ago', { unit: period, shift: -number.value })
  }
  return null
}

/** "two weeks from now", "2 days hence". */
function readHence(source: TokenText, at: number): DateReading | null {
  const periodAt = normalAt(source, at) === 'now' ? at - 2 : at - 1
  const period = calendarWord(source, periodAt, 'periods') ?? calendarWord(source, periodAt, 'period')
  if (!isPeriod(period) || period === 'minute' || period === 'hour') return null
  const before = normalAt(source, periodAt - 1)
  if (before === 'a' || before === 'one') return readingOf(periodAt - 1, at + 1, 'hence', { unit: period, shift: 1 })
  for (let first = Math.max(0, periodAt - 4); first < periodAt; first += 1) {
    const number = beginsNumber(source.tokens[first]) ? readNumber(source, first) : null
    if (number === null || number.last !== periodAt) continue
    return readingOf(number.first, at + 1, 'hence', { unit: period, shift: number.value })
  }
  return null
}
