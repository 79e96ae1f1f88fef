import { isPlural } from '../../lexicons/plurals.js'
import { type Amount, amountOf } from './figure-amounts.js'
import { changeOf } from './figure-qualifiers.js'
import { round } from './number-digits.js'
import { normalAt } from './number-written.js'
import { beginsNumber, type NumberRead, readNumber, type TokenText } from './numbers.js'

/**
 * The amount at `at` with what it is joined to: a range ("10 to 15 percent": 10, high 15), or a ratio, a vote or a
 * score ("52-48": 52, high 48, dimension ratio). An amount that is joined to nothing comes back as it is.
 */
export function joinedAmount(source: TokenText, amount: Amount): Amount {
  const joint = jointAt(source, amount)
  if (joint === null) return amount
  const second = numberFrom(source, joint.at)
  if (second === null) return amount
  const other = amountOf(source, second)
  if (other === null || other.first !== joint.at) return amount
  if (amount.measure !== null && other.measure?.id !== amount.measure.id && !isMoneyGoingOn(source, amount, other))
    return amount
  if (joint.kind === 'in') return ratioOf(amount, other)
  if (joint.kind === 'to' && isChange(source, amount)) return amount
  if (joint.kind === 'or' && other.value !== amount.value + 1) return amount
  if (isPhone(source, amount)) return amount
  const isScore = joint.kind !== 'and' && joint.kind !== 'or' && isPair(source, amount, other, joint.kind)
  if (isScore) return { ...spanning(amount, other), dimension: 'ratio', measure: null }
  return rangeOf(amount, other)
}

/** "$5 to 10", "$3–5 million": the sign stands once; "0.7 percent to 6,327" is no range. */
function isMoneyGoingOn(source: TokenText, amount: Amount, other: Amount): boolean {
  // "$15 million to nine laboratories", "$5 to 3 children" goes to them.
  const next = other.last < source.limit ? source.tokens[other.last] : undefined
  if (next?.casing === 'lower' && isPlural(next.normal)) return false
  const isFigure = other.number.form === 'digits' && (other.number.scaled || !amount.number.scaled)
  return (
    amount.measure?.dimension === 'money' && other.measure === null && amount.first < amount.number.first && isFigure
  )
}

/** "fell $2.86 to $41.32": by how much, and what it is now; "rose by 10 to 15 percent" is a range. */
function isChange(source: TokenText, amount: Amount): boolean {
  if (normalAt(source, amount.first - 1) === 'from') return false
  if (amount.measure === null)
    return (
      amount.number.form === 'fraction' &&
      changeOf(source, amount.first, amount.first, Math.max(0, amount.first - 6)) !== null
    )
  return changeOf(source, amount.first, amount.last, Math.max(0, amount.first - 6)) !== null
}

interface Joint {
  readonly kind: 'to' | 'dash' | 'and' | 'or' | 'in'
  readonly at: number
}

/** What joins the amount to a second number, and where that begins. */
function jointAt(source: TokenText, amount: Amount): Joint | null {
  const { text, tokens, limit } = source
  let at = amount.last
  const hyphen = normalAt(source, at)
  const isHyphen = hyphen === '-' || hyphen === '–' || hyphen === '—' || hyphen === '‑'
  if (isHyphen && tokens[at]?.start === amount.end) {
    const word = normalAt(source, at + 1)
    if (word === 'or') return null
    if (word !== 'to') {
      const next = tokens[at + 1]
      const isTight = next !== undefined && next.start === tokens[at]?.end && at + 1 < limit
      return isTight && canBegin(source, at + 1) ? { kind: 'dash', at: at + 1 } : null
    }
    // "10- to 18-foot", "0-to-60"
    at += 1
  }
  const word = normalAt(source, at)
  let next = at + 1
  if (word === 'to' && normalAt(source, next) === '-') next += 1
  if (word === 'to' || word === 'or') return canBegin(source, next) ? { kind: word, at: next } : null
  if (word === 'and') {
    const isBetween =
      normalAt(source, amount.first - 1) === 'between' ||
      normalAt(source, amount.first - 2) === 'between' ||
      (/^ages?$/.test(normalAt(source, amount.first - 2)) && normalAt(source, amount.first - 1) === 'of')
    return isBetween && canBegin(source, next) ? { kind: 'and', at: next } : null
  }
  if (word === 'up' && normalAt(source, next) === 'to' && normalAt(source, amount.first - 1) === 'from')
    return canBegin(source, next + 1) ? { kind: 'to', at: next + 1 } : null
  if (text === '' || amount.measure !== null || amount.number.scaled) return null
  if (word === 'in' && isShare(source, amount, next)) return { kind: 'in', at: next }
  // "five out of three" is no share
  const isOutOf = word === 'out' && normalAt(source, next) === 'of'
  if (isOutOf && (numberFrom(source, next + 1)?.value ?? 0) > amount.value) return { kind: 'in', at: next + 1 }
  return null
}

/** A number may begin at `at`, with a currency sign before it. */
function canBegin(source: TokenText, at: number): boolean {
  return numberFrom(source, at) !== null
}

/** The number at `at` or behind a currency sign there; its `first` may be after `at`. */
function numberFrom(source: TokenText, at: number): NumberRead | null {
  for (let first = at; first < Math.min(at + 3, source.limit); first += 1) {
    const token = source.tokens[first]
    if (token === undefined) return null
    if (beginsNumber(token) && token.normal !== 'a' && token.normal !== 'an') {
      const number = readNumber(source, first)
      if (number !== null) return number
    }
    if (!/^(?:[A-Z]{1,3}\$?|[$£€¥₹])$/.test(source.text.slice(token.start, token.end))) return null
  }
  return null
}

/** "one in five", "9 in 10": small numbers, the second a round one and no time ("three in 10 minutes"). */
function isShare(source: TokenText, amount: Amount, at: number): boolean {
  const second = readNumber(source, at)
  if (second === null || (second.hasMark && second.value < 1000) || second.form === 'fraction') return false
  // "one in 21 people"
  const isOneIn = amount.value === 1 && Number.isInteger(second.value) && second.value > 1 && second.value < 1000
  if (amount.value >= second.value || amount.value > 9 || !Number.isInteger(amount.value)) return false
  const isRound = isOneIn || second.value <= 10 || second.value % 10 === 0 || second.value === 12
  const other = amountOf(source, second)
  return isRound && other !== null && other.measure === null && !(second.value >= 1900 && second.value < 2100)
}

function ratioOf(amount: Amount, other: Amount): Amount {
  return {
    ...spanning(amount, other),
    value: round(amount.value / other.value),
    high: null,
    dimension: 'ratio',
    measure: null,
  }
}

/** Whether two numbers are a score, a vote or a ratio and not a range: nothing measured, and no thing in the plural behind. */
function isPair(source: TokenText, amount: Amount, other: Amount, kind: 'to' | 'dash' | 'in'): boolean {
  if (amount.measure !== null || other.measure !== null || amount.number.scaled || other.number.scaled) return false
  if (amount.number.form === 'vague' || (amount.isJoined && kind === 'to')) return false
  // "fell from 36 to 34": what it was, and is
  if (kind === 'to' && normalAt(source, amount.first - 1) === 'from') return false
  if (amount.value > other.value) return true
  if (kind === 'to') return normalAt(source, other.last) === 'ratio' || normalAt(source, other.last) === 'vote'
  const next = source.tokens[other.last]
  const isCounted =
    next !== undefined && other.last < source.limit && next.casing === 'lower' && /s$|^people$/.test(next.normal)
  return !isCounted && amount.value < 200 && other.value < 200 && amount.number.form === 'digits'
}

function rangeOf(amount: Amount, other: Amount): Amount {
  const isScaled = other.number.scaled && !amount.number.scaled && amount.number.form !== 'vague'
  const scale = isScaled ? scaleOf(other) : 1
  const mantissa = other.value / scale
  const low = isScaled && amount.value < 1000 && amount.value < mantissa ? round(amount.value * scale) : amount.value
  const [from, to] = low <= other.value ? [low, other.value] : [other.value, low]
  const measure = other.measure ?? amount.measure
  return {
    ...spanning(amount, other),
    value: from,
    high: to,
    measure,
    dimension: measure?.dimension ?? other.dimension ?? amount.dimension,
  }
}

/** 1e9 of "15 billion": the power of a thousand in a scaled value. */
function scaleOf({ value }: Amount): number {
  for (const scale of [1e12, 1e9, 1e6, 1e3]) if (Math.abs(value) >= scale) return scale
  return 1
}

function spanning(amount: Amount, other: Amount): Amount {
  return { ...amount, high: other.value, last: other.last, end: other.end, isJoined: other.isJoined }
}

const PHONE = /^\d{3}[-–.](?:\d{3}[-–.])?\d{4}(?!\d)/

/** "555-1234", "202-555-0100": digits by threes and fours. */
function isPhone({ text }: TokenText, { start }: Amount): boolean {
  return PHONE.test(text.slice(start, start + 14))
}
