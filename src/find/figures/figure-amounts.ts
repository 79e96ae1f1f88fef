import { isFigureWord } from '../../lexicons/figure-words.js'
import { phraseWords } from '../../lexicons/phrase-words.js'
import { unitById } from '../../lexicons/units.js'
import type { Dimension, Qualifier } from '../../model/mention.js'
import { currencySign, type Measure, measureAt, measureFor, measureInRest } from './figure-units.js'
import { round } from './number-digits.js'
import { normalAt } from './number-written.js'
import {
  afterHyphen,
  beginsNumber,
  type NumberRead,
  readNumber,
  type TokenText,
  withMaybeScale,
  withScale,
} from './numbers.js'

/** A number with what it is in: tokens `[first, last)`, text `[start, end)`. `measure` is `null` where things are counted. */
export interface Amount {
  readonly number: NumberRead
  readonly value: number
  readonly high: number | null
  readonly measure: Measure | null
  readonly dimension: Dimension | null
  readonly first: number
  readonly last: number
  readonly start: number
  readonly end: number
  readonly qualifier: Qualifier | null
  /** Whether the unit is joined by a hyphen ("14-story"), so that the word after it is its noun. */
  readonly isJoined: boolean
  readonly change: 'up' | 'down' | null
}

const RACES: ReadonlySet<number> = new Set([50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000])

/** The amount whose number is `number`: currency before, scale, unit behind. `null` where the token is no amount ("G7", "21st"). */
export function amountOf(source: TokenText, number: NumberRead): Amount | null {
  const sign = signBefore(source, number)
  if (number.prefix !== '' && sign === null) return null
  const scaled = withMaybeScale(source, number, (letter) =>
    sign !== null ? true : isBareScale(source, number, letter),
  )
  if (sign !== null) return moneyOf(source, scaled, sign)
  return measured(source, scaled)
}

/** Whether a letter glued to a number that is no money multiplies it: "20.8K", "35m people"; not "100m", "4K", "5B". */
function isBareScale({ tokens, limit }: TokenText, number: NumberRead, letter: string): boolean {
  if (number.rest === '') return false
  const next = number.last < limit ? tokens[number.last] : undefined
  if (letter === 'k' || letter === 'K') return true
  if (letter === 'M' || letter === 'B' || letter === 'MM' || (letter === 'b' && number.hasMark)) return true
  if (letter !== 'm') return false
  if (next === undefined || isFigureWord('metre-after', next.normal))
    return next?.normal === 'of' && !RACES.has(number.value)
  if (RACES.has(number.value) || (number.value >= 1000 && !number.hasMark)) return false
  return number.hasMark || (next.casing === 'lower' && phraseWords.get(next.normal) !== 'verb')
}

interface Sign {
  readonly measure: Measure
  readonly first: number
  readonly start: number
  readonly isNegative: boolean
}

/** The sign or code before a number: "$", "US$", "$US", "US $", "RM", "EUR", and a minus before it. */
function signBefore({ text, tokens }: TokenText, number: NumberRead): Sign | null {
  const before = tokens[number.first - 1]
  const written = before === undefined ? '' : text.slice(before.start, before.end)
  const isAt = before !== undefined && /^\s{0,1}$/.test(text.slice(before.end, number.start - number.prefix.length))
  if (number.prefix !== '') {
    const both = isAt ? currencySign(written + number.prefix) : undefined
    const isDollar =
      both === undefined && isAt && before !== undefined && before.end === number.start - number.prefix.length
    const after = isDollar ? currencySign(`${number.prefix}${written}`) : undefined
    if (before !== undefined && (both ?? after) !== undefined)
      return signFrom(text, tokens, number.first - 1, both ?? after)
    return signFrom(text, tokens, number.first, currencySign(number.prefix))
  }
  if (!isAt || before === undefined) return null
  const earlier = tokens[number.first - 2]
  if (earlier !== undefined && /^[$£¥=.]/.test(written) && /^\s?$/.test(text.slice(earlier.end, before.start))) {
    const mark = text.slice(earlier.start, earlier.end)
    // "usd$ 15"
    const code = written === '$' && mark.length === 3 ? currencySign(mark.toUpperCase()) : undefined
    const both = currencySign(mark + written) ?? currencySign(`${mark.toUpperCase()}${written}`) ?? code
    // "hk $ 10" of a text all in lower case; "a $5 toll" is no Australian one.
    if (both !== undefined && (earlier.casing !== 'lower' || /^(?:c|hk|nz|us|[a-z]{3})$/.test(earlier.normal)))
      return signFrom(text, tokens, number.first - 2, both)
  }
  const single = currencySign(written) ?? currencySign(written.replace(/\.$/, ''))
  // "R 5", "Ft 3": a code of letters stands apart only if it is in capitals and no word.
  const isLoose = /^[A-Za-z]{1,2}$/.test(written) && !/^(?:RM|DM|KD|JD|Rs|Rp|Tk)$/.test(written)
  return single === undefined || isLoose ? null : signFrom(text, tokens, number.first - 1, single)
}

function signFrom(text: string, tokens: TokenText['tokens'], first: number, measure: Measure | undefined): Sign | null {
  const token = tokens[first]
  if (token === undefined || measure === undefined) return null
  const minus = tokens[first - 1]
  const isNegative =
    minus !== undefined &&
    minus.end === token.start &&
    /^[-−–]$/.test(text.slice(minus.start, minus.end)) &&
    (minus.start === 0 || /[\s(]/.test(text.charAt(minus.start - 1)))
  const from = isNegative ? first - 1 : first
  return { measure, first: from, start: tokens[from]?.start ?? token.start, isNegative }
}

function moneyOf(source: TokenText, number: NumberRead, { measure, first, start, isNegative }: Sign): Amount {
  // "$5 million dollars", "$31.20 US": the word says which dollar.
  const word = measureAt(source, number.last)
  const isSame = word !== null && word.measure.dimension === 'money' && word.last > number.last
  return {
    ...plain(number),
    value: isNegative ? -number.value : number.value,
    measure: isSame && measure.id === 'USD' ? word.measure : measure,
    dimension: 'money',
    first,
    start,
    last: isSame ? word.last : number.last,
    end: isSame ? (source.tokens[word.last - 1]?.end ?? number.end) : number.end,
  }
}

function plain(number: NumberRead): Amount {
  return {
    number,
    value: number.value,
    high: null,
    measure: null,
    dimension: number.form === 'fraction' ? 'ratio' : null,
    first: number.first,
    last: number.last,
    start: number.start,
    end: number.end,
    qualifier: number.qualifier ?? null,
    isJoined: false,
    change: null,
  }
}

/** A unit glued, after a hyphen, after a space, or after "of a" ("three-quarters of a mile", "millions of dollars"). */
function measured(source: TokenText, number: NumberRead): Amount | null {
  if (number.rest !== '') {
    const glued = measureInRest(source, number)
    if (glued === null) return null
    return withMeasure(source, number, glued.measure, glued.last, false)
  }
  const joined = afterHyphen(source, number.last)
  const isJoined = joined > number.last
  const direct = measureAt(source, joined)
  if (direct !== null) {
    const measure = measureFor(direct, number.value)
    if (measure !== null && isUnitHere(measure, direct.word, number.value, isJoined)) {
      const amount = withMeasure(source, number, measure, direct.last, isJoined)
      return measure.dimension === 'money' ? withLateScale(source, amount) : amount
    }
  }
  const inch = isInchMark(source, number.last) ? (unitById.get('inch') ?? null) : null
  if (inch !== null) return withMeasure(source, number, plainMeasure(inch), number.last + 1, false)
  const large = largeMoneyAt(source, number.last)
  if (large !== null)
    return withMeasure(source, { ...number, value: number.value * 1e6 }, large, number.last + 1, false)
  return partOfMeasure(source, number) ?? { ...plain(number), isJoined }
}

/** '10" screen', '10 " long': the mark closes no quotation. */
function isInchMark(source: TokenText, at: number): boolean {
  const mark = at < source.limit ? source.tokens[at] : undefined
  if (mark === undefined || !/^["″]$/.test(source.text.slice(mark.start, mark.end))) return false
  return isFigureWord('inch-after', normalAt(source, at + 1))
}

function plainMeasure({ id, dimension }: Pick<Measure, 'id' | 'dimension'>): Measure {
  return { id, dimension, pluralOnly: false, isWeak: false }
}

/** "75 USD million": the scale behind the code. */
function withLateScale(source: TokenText, amount: Amount): Amount {
  const scaled = amount.number.scaled ? amount.number : withScale(source, { ...amount.number, last: amount.last })
  return scaled.scaled && scaled.last > amount.last
    ? { ...amount, number: scaled, value: scaled.value, last: scaled.last, end: scaled.end }
    : amount
}

/** "30 MUSD", "120 MEUR": millions, as companies of the north of Europe write them. */
function largeMoneyAt({ text, tokens, limit }: TokenText, at: number): Measure | null {
  const token = at < limit ? tokens[at] : undefined
  if (token?.casing !== 'upper' || token.end - token.start !== 4 || text.charAt(token.start) !== 'M') return null
  return currencySign(text.slice(token.start + 1, token.end)) ?? null
}

/** Units that are written side by side: "5 feet 2 inches", "2 hours, 32 minutes", "3 dollars and 50 cents". */
const PARTS: ReadonlyMap<string, { readonly part: string; readonly each: number }> = new Map([
  ['foot', { part: 'inch', each: 12 }],
  ['hour', { part: 'minute', each: 60 }],
  ['minute', { part: 'second', each: 60 }],
  ['pound', { part: 'ounce', each: 16 }],
  ['stone', { part: 'pound', each: 14 }],
  ['USD', { part: 'cent', each: 100 }],
  ['EUR', { part: 'cent', each: 100 }],
  ['GBP', { part: 'penny', each: 100 }],
  ['year', { part: 'month', each: 12 }],
  ['month', { part: 'day', each: 30.436875 }],
  ['week', { part: 'day', each: 7 }],
  ['day', { part: 'hour', each: 24 }],
])

/** The amount with the smaller units that follow it, in its own unit: "5 feet 2 inches" is 5.166… feet. */
export function compoundOf(source: TokenText, amount: Amount): Amount {
  const rule = amount.measure === null ? undefined : PARTS.get(amount.measure.id)
  if (rule === undefined || amount.high !== null || amount.isJoined || !Number.isInteger(amount.value)) return amount
  let at = amount.last
  if (normalAt(source, at) === ',') at += 1
  if (normalAt(source, at) === 'and') at += 1
  const number = beginsNumber(source.tokens[at]) ? readNumber(source, at) : null
  const read = number === null || number.first !== at ? null : amountOf(source, number)
  const part =
    read === null
      ? null
      : bareCents(source, bareInches(source, read, rule.part), { part: rule.part, isNext: at === amount.last })
  if (part === null || part.measure?.id !== rule.part || part.value >= rule.each || part.isJoined) return amount
  const rest = compoundOf(source, part)
  return { ...amount, value: round(amount.value + rest.value / rule.each), last: rest.last, end: rest.end }
}

/** "15 dollars 50": what stands right behind and ends the phrase is cents. */
function bareCents(source: TokenText, amount: Amount, { part, isNext }: { part: string; isNext: boolean }): Amount {
  if (!isNext || (part !== 'cent' && part !== 'penny') || amount.measure !== null || amount.high !== null) return amount
  const next = amount.last < source.limit ? source.tokens[amount.last] : undefined
  const isEnd = next === undefined || next.casing === 'none' || next.normal === 'more'
  if (!isEnd || !Number.isInteger(amount.value) || amount.value < 10 || amount.value > 99 || amount.isJoined)
    return amount
  return { ...amount, measure: { id: part, dimension: 'money', pluralOnly: false, isWeak: false }, dimension: 'money' }
}

/** "5 ft 2 in": "in" is a word like another but for here. */
function bareInches(source: TokenText, amount: Amount, part: string): Amount {
  if (part !== 'inch' || amount.measure !== null || normalAt(source, amount.last) !== 'in') return amount
  const next = source.tokens[amount.last + 1]
  if (next !== undefined && amount.last + 1 < source.limit && phraseWords.get(next.normal) === 'determiner')
    return amount
  const inch = unitById.get('inch')
  const measure =
    inch === undefined ? null : { id: inch.id, dimension: inch.dimension, pluralOnly: false, isWeak: false }
  return {
    ...amount,
    measure,
    dimension: 'length',
    last: amount.last + 1,
    end: source.tokens[amount.last]?.end ?? amount.end,
  }
}

/** "one quarter" is a fraction and "two second no time: such words are units in the plural or after a hyphen. */
function isUnitHere(measure: Measure, word: string, value: number, isJoined: boolean): boolean {
  if (measure.pluralOnly && (value === 1 || (!isJoined && !word.endsWith('s')))) return false
  // "people aged 18 to 34 vote": what is counted stands in the plural.
  if (measure.dimension === 'count' && value !== 1 && !isJoined && measure.id === word) return false
  return !(word === 'second' && Number.isInteger(value) && value !== 1 && !isJoined)
}

function withMeasure(source: TokenText, number: NumberRead, measure: Measure, last: number, isJoined: boolean): Amount {
  const token = source.tokens[last - 1]
  // The full stop that a token keeps ("mph.") is no part of the figure.
  const isStopped = token !== undefined && source.text.charAt(token.end - 1) === '.' && !token.normal.endsWith('.')
  const end = token === undefined ? number.end : token.end - (isStopped ? 1 : 0)
  return { ...plain(number), measure, dimension: measure.dimension, last, end, isJoined }
}

/** "half an hour", "three-quarters of a mile", "hundreds of billions of dollars", "seven-tenths of 1 percent". */
function partOfMeasure(source: TokenText, number: NumberRead): Amount | null {
  if (number.form !== 'fraction' && number.form !== 'vague' && !number.scaled) return null
  const isOf = normalAt(source, number.last) === 'of'
  let at = isOf ? number.last + 1 : number.last
  const article = /^an?$/.test(normalAt(source, at))
  if (article && number.form === 'fraction') at += /^(?:us|u\.s\.|uk)$/.test(normalAt(source, at + 1)) ? 2 : 1
  else if (!isOf) return null
  const factor = number.form === 'fraction' && !article ? readNumber(source, at) : null
  const unit = measureAt(source, factor === null ? at : factor.last)
  if (unit === null || (factor !== null && factor.value !== 1)) return null
  const measure = measureFor(unit, number.value)
  // "half of the year", "a quarter of a century" are spans; "a third of years" is not said.
  if (measure === null || (number.form === 'fraction' && !article && factor === null)) return null
  return withMeasure(source, { ...number, value: round(number.value) }, measure, unit.last, false)
}
