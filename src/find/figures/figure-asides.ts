import { isFigureWord } from '../../lexicons/figure-words.js'
import { reportingVerbByForm } from '../../lexicons/reporting-verbs.js'
import type { Span } from '../../model/span.js'
import { normalAt } from './number-written.js'
import type { TokenText } from './numbers.js'

/**
 * What stands between commas before token `to` and says nothing of its clause, in tokens: ", which Lemma won in 2024,",
 * ", the coach of Duke,", ", Noem told Congress,".
 * @param spots the names before the figure
 */
export function asidesIn(
  source: TokenText,
  spots: readonly { readonly first: number; readonly last: number }[],
  from: number,
  to: number,
): readonly Span[] {
  const asides: Span[] = []
  let comma = -1
  for (let at = from; at < to; at += 1) {
    if (normalAt(source, at) !== ',') continue
    if (comma >= 0 && isParenthesis(source, spots, comma, at)) {
      asides.push({ start: comma, end: at + 1 })
      comma = -1
    } else comma = at
  }
  return asides
}

/** Whether token `at` stands in an aside. */
export function isAside(asides: readonly Span[], at: number): boolean {
  return asides.some(({ start, end }) => start <= at && at < end)
}

function isParenthesis(
  source: TokenText,
  spots: readonly { readonly first: number; readonly last: number }[],
  open: number,
  close: number,
): boolean {
  const word = normalAt(source, open + 1)
  if (isFigureWord('aside', word)) return true
  // ", the coach of Duke," is one only behind a name; "On Tuesday, the party, …" is the subject.
  if (/^(?:the|a|an)$/.test(word)) return spots.some((spot) => spot.last === open)
  for (let at = open + 1; at < close; at += 1)
    if (source.tokens[at]?.casing === 'lower' && reportingVerbByForm.get(normalAt(source, at))?.strength === 3)
      return true
  return false
}
