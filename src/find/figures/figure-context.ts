import { isFigureWord } from '../../lexicons/figure-words.js'
import { phraseWords } from '../../lexicons/phrase-words.js'
import { isPlural, singular } from '../../lexicons/plurals.js'
import type { Token } from '../../model/document.js'
import type { Span } from '../../model/span.js'
import { measureAt } from './figure-units.js'
import { normalAt } from './number-written.js'
import { afterHyphen, type TokenText } from './numbers.js'

/** What is counted: the span of its words, and as unit the phrase in the singular. `last` is the token after it. */
export interface Counted {
  readonly of: Span
  readonly unit: string
  readonly last: number
}

/** How many words may stand between a number and the noun that it counts. */
const REACH = 7
const VERB_TAGS: ReadonlySet<string> = new Set(['PastTense', 'Gerund', 'PresentTense', 'Infinitive', 'Modal', 'Copula'])

/** Of these, those that a noun in the singular seldom has. */
const VERB_ENDS: ReadonlySet<string> = new Set(['PastTense', 'Gerund', 'Modal', 'Copula'])

/**
 * The noun phrase from token `at` on: "special agents", "4 Bureau of Prisons facilities" (a name may stand in it). A
 * number but one counts a plural; where there is none, the words up to the next that ends a phrase.
 * @param isName whether a token stands inside a name
 */
export function countedAt(
  source: TokenText,
  at: number,
  isOne: boolean,
  isName: (token: number) => boolean,
): Counted | null {
  const start = skipTo(source, at)
  let head = -1
  let first = start
  let last = start
  for (; last < Math.min(source.limit, start + REACH); last += 1) {
    const token = source.tokens[last]
    if (token === undefined) break
    if (isName(last) || isHyphen(source, last)) continue
    // "three of the firms' directors"; "six of the party's 14 lawmakers" says at the 14 what is counted.
    if (isPossessiveMark(source, last)) {
      if (source.tokens[last + 1]?.casing === 'digit') return null
      head = -1
      first = last + 1
      continue
    }
    // "1.1 million paying readers"
    if (head < 0 && isFigureWord('participle', token.normal) && isModifier(source, last)) continue
    // "gas-only", "coal-fired"; "Kia and Hyundai cars"; "737 Max jets"
    if (last > start && head < 0 && (isHyphen(source, last - 1) || isBetweenWords(source, last))) continue
    if (!isNounish(token) || isFigureWord('particle', token.normal)) break
    if (head >= 0 && !canFollow(source, head, token)) break
    // "one proposal asks"
    if (isOne && last > start && isPluralNoun(token) && normalAt(source, at) !== 'of') break
    if (isPluralNoun(token)) head = last
    else if (head >= 0) break
  }
  const isOf = normalAt(source, at) === 'of'
  const end = head >= 0 ? head : isOne || isOf ? last - 1 : start
  const token = source.tokens[end]
  const from = source.tokens[start]
  if (token === undefined || from === undefined || end < start || last === start) return null
  if (token.casing === 'none' || (head < 0 && !isOne && !isNounish(token))) return null
  // "a mother of three replied", "42 percent of those responding"
  if (head < 0 && token.casing === 'lower' && token.tags.some((tag) => VERB_ENDS.has(tag))) return null
  // "the last four of the Qatar Open" counts no Qatar.
  if (head < 0 && ((isOf && token.casing !== 'lower') || isName(start))) return null
  return { of: { start: from.start, end: token.end }, unit: unitOf(source, Math.min(first, end), end), last: end + 1 }
}

/** "special agent" of "special agents": the words as they are written, the last in the singular; "year" of "previous years". */
function unitOf(source: TokenText, first: number, end: number): string {
  const { text, tokens } = source
  const [from, head] = [tokens[first], tokens[end]]
  if (from === undefined || head === undefined) return ''
  const measured = measureAt(source, end)?.measure
  if (measured?.id === singularOf(head) && measured.dimension !== 'count') return measured.id
  return text.slice(from.start, head.start).replace(/\s+/g, ' ') + singularOf(head)
}

function singularOf(token: Token): string {
  return token.casing === 'mixed' && token.normal.endsWith('s') ? token.normal.slice(0, -1) : singular(token.normal)
}

/** Over "of the", "more", "other". */
function skipTo(source: TokenText, at: number): number {
  let start = at
  if (normalAt(source, start) === 'of') {
    start += 1
    while (isFigureWord('determiner', normalAt(source, start))) start += 1
  } else if (normalAt(source, start) === 'the') start += 1
  if (normalAt(source, start) === 'more' || normalAt(source, start) === 'other') start += 1
  return start
}

/** "and" between two words before the noun, or digits that are part of its name. */
function isBetweenWords({ tokens, limit }: TokenText, at: number): boolean {
  const token = tokens[at]
  const next = at + 1 < limit ? tokens[at + 1] : undefined
  if (token === undefined || next === undefined || !isNounish(next)) return false
  // "737 Max jets", "Model 3 sedans"
  if (token.casing === 'digit')
    return next.casing !== 'lower' || (tokens[at - 1]?.casing === 'title' && isPluralNoun(next))
  return token.normal === 'and' && (tokens[at - 1]?.casing === 'lower') === (next.casing === 'lower')
}

/** Whether a participle stands before a noun ("12 injured passengers") and not at the end of the phrase ("12 injured"). */
function isModifier({ tokens, limit }: TokenText, at: number): boolean {
  const next = at + 1 < limit ? tokens[at + 1] : undefined
  return next !== undefined && isNounish(next)
}

function isNounish(token: Token): boolean {
  if (token.casing === 'none' || token.casing === 'digit') return false
  // "US" and "IT" are names, "us" and "it" are not.
  return token.casing === 'upper' || !phraseWords.has(token.normal)
}

/** After a plural, only another plural goes on with the phrase ("sales representatives"), and no verb does. */
function canFollow({ tokens }: TokenText, head: number, token: Token): boolean {
  // "17 counties counts its own ballots"
  const next = phraseWords.get(tokens[head + 2]?.normal ?? '')
  if (next === 'determiner' || next === 'pronoun') return false
  // "six patients sometimes"
  if (token.tags.some((tag) => VERB_TAGS.has(tag) || tag === 'Adverb')) return false
  return tokens[head]?.casing !== 'title' && isPluralNoun(token)
}

/** "agents", "MPs", "PCs". */
function isPluralNoun(token: Token): boolean {
  return isPlural(token.normal) || (token.casing === 'mixed' && token.normal.endsWith('s'))
}

function isHyphen(source: TokenText, at: number): boolean {
  return afterHyphen(source, at) > at
}

/** The "'s" after a word, and the mark alone after a plural in front of what it has ("the firms' directors"). */
function isPossessiveMark(source: TokenText, at: number): boolean {
  const word = normalAt(source, at)
  if (word === "'s" || word === '’s') return true
  if (word !== "'" && word !== '’') return false
  const before = source.tokens[at - 1]
  const next = at + 1 < source.limit ? source.tokens[at + 1] : undefined
  const isAttached = before?.end === source.tokens[at]?.start && before?.normal.endsWith('s') === true
  return isAttached && next !== undefined && (next.casing === 'digit' || isNounish(next))
}

const RATES: ReadonlyMap<string, string> = new Map([
  ['annually', 'year'],
  ['yearly', 'year'],
  ['monthly', 'month'],
  ['weekly', 'week'],
  ['daily', 'day'],
  ['hourly', 'hour'],
])

/** What a figure is for each of: "a day", "per field office", "an ounce", "/day", "annually"; several joined by " / ". */
export function perAt(source: TokenText, at: number): string | null {
  const found: string[] = []
  let next = at
  for (;;) {
    const rate = rateAt(source, next)
    if (rate === null) break
    found.push(rate.unit)
    next = rate.last
  }
  return found.length === 0 ? null : found.join(' / ')
}

function rateAt(source: TokenText, at: number): { unit: string; last: number } | null {
  const word = normalAt(source, at)
  const adverb = RATES.get(word)
  if (adverb !== undefined) return { unit: adverb, last: at + 1 }
  const next = word === '-' ? at + 1 : at
  const article = normalAt(source, next)
  if (article === 'a' || article === 'an' || article === '/' || article === 'each' || article === 'every') {
    const nounAt = afterHyphen(source, next + 1)
    const measure = measureAt(source, nounAt)
    // "210,643 contracts a week earlier"
    if (measure !== null && isFigureWord('not-per', normalAt(source, measure.last))) return null
    if (measure !== null && !/s$/.test(measure.word)) return { unit: measure.measure.id, last: measure.last }
    const noun = normalAt(source, nounAt)
    return isFigureWord('per-noun', noun) ? { unit: noun, last: nounAt + 1 } : null
  }
  if (article !== 'per') return null
  // "barrel-per-day"
  let start = afterHyphen(source, next + 1)
  while (
    /^(?:every|each|one|of|its|the|their)$/.test(normalAt(source, start)) ||
    source.tokens[start]?.casing === 'digit'
  )
    start += 1
  const measure = measureAt(source, start)
  if (measure !== null) return { unit: measure.measure.id, last: measure.last }
  // "per each of its 20 field offices" names them in the plural
  const isMany = source.tokens[start - 1]?.casing === 'digit'
  const counted = countedAt(source, start, !isMany, () => false)
  if (counted === null) return null
  return { unit: counted.unit.toLowerCase(), last: counted.last }
}
