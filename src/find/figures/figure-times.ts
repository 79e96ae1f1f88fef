import { isFigureWord } from '../../lexicons/figure-words.js'
import { unitById } from '../../lexicons/units.js'
import type { Amount } from './figure-amounts.js'
import { round } from './number-digits.js'
import { normalAt } from './number-written.js'
import type { TokenText } from './numbers.js'

/** "2:04:35", "1:45.2", "3:43", "3:1". */
const TIME = /(\d{1,2}):(?:([0-5]\d):)?([0-5]?\d)(\.\d{1,3})?(?![\d:])/y
/** How far before a time the race may be told: "ran the mile in a personal best of 3:43". */
const REACH = 8

/**
 * A time that somebody took ("2:04:35", "1:45.2", or "3:43" after "ran … in"), in seconds; or a ratio ("a ratio of 3:1").
 * `null` for clock times and all else with a colon.
 */
export function colonAmount(source: TokenText, at: number): Amount | null {
  const { text, tokens, limit } = source
  const token = tokens[at]
  if (token === undefined || /[\d:.]/.test(text.charAt(token.start - 1))) return null
  TIME.lastIndex = token.start
  const match = TIME.exec(text)
  if (match === null) return null
  const [written, first = '', middle, lastPart = '', decimals = ''] = match
  const end = token.start + written.length
  let last = at + 1
  while (last < limit && (tokens[last]?.start ?? end) < end) last += 1
  const shape = { first: at, last, start: token.start, end }
  const isRatio = middle === undefined && decimals === '' && isNear(source, at, last, 'ratio')
  if (isRatio) return amountOf(shape, Number(first), Number(lastPart), null)
  if (lastPart.length !== 2) return null
  const isTime = middle !== undefined || decimals !== '' || isRace(source, at)
  if (!isTime || /^\s?[ap]\.?m\b/i.test(text.slice(end, end + 4))) return null
  const parts = [first, ...(middle === undefined ? [] : [middle]), lastPart].map(Number)
  const seconds = parts.reduce((sum, part) => sum * 60 + part, 0) + Number(decimals)
  return amountOf(shape, round(seconds), null, 'second')
}

/** "ran the mile in 3:43", "won in a time of 3:43". */
function isRace(source: TokenText, at: number): boolean {
  return /^(?:in|of|clocked)$/.test(normalAt(source, at - 1)) && isNear(source, at, at, 'race')
}

function isNear(source: TokenText, first: number, last: number, kind: 'race' | 'ratio'): boolean {
  for (let at = Math.max(0, first - REACH); at < Math.min(last + 3, source.limit); at += 1)
    if (isFigureWord(kind, normalAt(source, at))) return true
  return false
}

function amountOf(
  shape: Pick<Amount, 'first' | 'last' | 'start' | 'end'>,
  value: number,
  high: number | null,
  unit: string | null,
): Amount {
  const measure = unit === null ? undefined : unitById.get(unit)
  const number = { ...shape, value, form: 'digits' as const, scaled: false, rest: '', prefix: '', hasMark: true }
  const found =
    measure === undefined
      ? null
      : { id: measure.id, dimension: measure.dimension, pluralOnly: measure.pluralOnly, isWeak: false }
  const dimension = found?.dimension ?? 'ratio'
  return { ...shape, number, value, high, measure: found, dimension, qualifier: null, isJoined: false, change: null }
}
