import { isFigureWord } from '../../lexicons/figure-words.js'
import type { FigureMention } from '../../model/mention.js'
import type { Amount } from './figure-amounts.js'
import type { Counted } from './figure-context.js'
import { normalAt } from './number-written.js'
import type { TokenText } from './numbers.js'

/** What an amount is in: its unit, an age, a share, a vote or a score, or the noun that it counts. @param dollar which dollar a bare "$" is */
export function unitOf(
  source: TokenText,
  amount: Amount,
  { counted, dollar }: { readonly counted: Counted | null; readonly dollar: () => string },
): { unit: string; dimension: FigureMention['dimension'] } {
  if (amount.measure !== null)
    return { unit: isBareDollar(source, amount) ? dollar() : amount.measure.id, dimension: amount.measure.dimension }
  if (isAge(source, amount)) return { unit: 'year of age', dimension: 'age' }
  if (amount.dimension === 'ratio' && amount.high === null) return { unit: 'fraction', dimension: 'ratio' }
  if (isPair(amount)) return { unit: isVote(source, amount) ? 'vote' : 'none', dimension: 'ratio' }
  return { unit: counted?.unit ?? 'none', dimension: amount.dimension ?? 'count' }
}

/** "$5" or "5 dollars", without a word of whose. */
function isBareDollar({ text, tokens }: TokenText, { measure, first, last }: Amount): boolean {
  if (measure?.id !== 'USD') return false
  const sign = tokens[first]
  const isSign = sign !== undefined && text.charAt(sign.start) === '$'
  if (isSign) return sign.end - sign.start === 1
  const isWord = /^dollars?$/.test(tokens[last - 1]?.normal ?? '')
  return isWord && !/^(?:us|u\.s\.|american|states)$/.test(tokens[last - 2]?.normal ?? '')
}

/** "52-48", "9 to 1". */
export function isPair({ dimension, high }: Amount): boolean {
  return dimension === 'ratio' && high !== null
}

/** "voted 52-48", "a 6-3 ruling". */
function isVote(source: TokenText, { first, last }: Amount): boolean {
  for (let at = first - 4; at < last + 3; at += 1)
    if ((at < first || at >= last) && isFigureWord('vote', normalAt(source, at))) return true
  return false
}

/** "aged 40", "Hague, 44, has", "she was 10." */
export function isAge(source: TokenText, { first, last, value, number }: Amount): boolean {
  if (!Number.isInteger(value) || value > 115 || value < 1 || number.scaled) return false
  const before = normalAt(source, first - 1)
  const after = normalAt(source, last)
  const early = /^(?:between|from|of)$/.test(before) ? normalAt(source, first - 2) : before
  if (/^(?:aged|age|ages)$/.test(early)) return true
  const isOpen = /^(?:[.,;)]|and|when|by|at|who)?$/.test(after)
  if (/^(?:turned|turns|turning)$/.test(before) && isOpen) return true
  if (before === ',' && /^[,;)]$/.test(after)) {
    const name = source.tokens[first - 2]
    return name?.casing === 'title' && number.form === 'digits'
  }
  const isPerson =
    /^(?:he|she|who|i)$/.test(normalAt(source, first - 2)) || /^(?:he|she|who|i)$/.test(normalAt(source, first - 3))
  return isOpen && isPerson && /^(?:was|is|be|am|'s)$/.test(before)
}
