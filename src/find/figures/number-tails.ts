import { round } from './number-digits.js'
import { partAfterAnd } from './number-parts.js'
import { normalAt, wordAt } from './number-written.js'
import { type NumberRead, readNumber, type TokenText } from './numbers.js'

/**
 * A scaled number in digits with what goes on behind its scale: "3 million and a half", "3 hundred and 21",
 * "4 thousand 3 hundred", "5 million 200 thousand". Not "5 million and 20 people": those are two.
 */
export function withTail(source: TokenText, number: NumberRead): NumberRead {
  const scale = number.scaled && number.form === 'digits' ? wordAt(source, number.last - 1) : undefined
  if (scale?.kind !== 'scale') return number
  const part = partAfterAnd(source, number.last)
  if (part !== null) return ending(source, number, part.value * scale.value, part.last)
  const isAnd = normalAt(source, number.last) === 'and'
  if (isAnd && scale.value !== 100) return number
  const rest = readNumber(source, isAnd ? number.last + 1 : number.last)
  if (rest === null || rest.first !== (isAnd ? number.last + 1 : number.last)) return number
  const canEnd = rest.value > 0 && rest.value < scale.value && Number.isInteger(rest.value)
  if (!canEnd || rest.rest !== '' || rest.prefix !== '' || rest.form === 'vague') return number
  return isAnd || rest.scaled ? ending(source, number, rest.value, rest.last) : number
}

function ending(source: TokenText, number: NumberRead, more: number, last: number): NumberRead {
  const end = source.tokens[last - 1]?.end ?? number.end
  return { ...number, value: round(number.value + more), last, end, hasMark: true }
}
