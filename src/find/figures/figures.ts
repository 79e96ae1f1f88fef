import type { Document, Sentence, Token } from '../../model/document.js'
import {
  type EntityMention,
  type FigureMention,
  isEntityMention,
  type Mention,
  mentionId,
  type Qualifier,
} from '../../model/mention.js'
import { finder } from '../finder.js'
import { aboutOf, type Spot, spotsOf } from './figure-about.js'
import { type Amount, amountOf, compoundOf } from './figure-amounts.js'
import { type Counted, countedAt, perAt } from './figure-context.js'
import { isAge, isPair, unitOf } from './figure-dimension.js'
import { dollarIn } from './figure-dollars.js'
import { withElided } from './figure-elided.js'
import { isNoFigure } from './figure-exclusions.js'
import { changeOf, qualifierAfter, qualifierBefore } from './figure-qualifiers.js'
import { joinedAmount } from './figure-ranges.js'
import { withRoles } from './figure-roles.js'
import { siOf } from './figure-si.js'
import { spanAt } from './figure-spans.js'
import { colonAmount } from './figure-times.js'
import { isUnitSymbol } from './figure-units.js'
import { normalAt } from './number-written.js'
import { beginsNumber, readNumber, type TokenText } from './numbers.js'

/**
 * Adds every number that counts or measures. Comes after the finders of names and dates: a number inside one of their
 * mentions is no figure.
 *
 * The span is the number with its scale, its unit or currency sign, and the words that qualify it: "at least 75",
 * "some $20 billion", "4 years", "10 to 15 percent", "30 or so", "14-story". What is counted is `of`, outside the span.
 * "nearly" and "almost" are `about`; "thousands" and "several hundred" are `at-least` 1000 and 100; "dozens" at least 12.
 * "rose from 240 to 273" is one figure, 240 with high 273 and change `up`; "rose 5% to 1,200 from 1,140" is three.
 * A vote, a score or a ratio ("52-48") is one figure of dimension `ratio`: `value` 52, `high` 48. A share of things ("a
 * third of voters", "one in five") is a ratio between 0 and 1 in unit `fraction`. Counts of nothing named have unit `none`.
 */
export const findFigures = finder('find-figures', (document) => figuresIn(document))

/** The figures of a document, sorted, none of which overlap. */
export function figuresIn(document: Document): FigureMention[] {
  const found: FigureMention[] = []
  const real = document.mentions.filter((mention) => !isUnitOfNumber(document.article.text, mention))
  const mentions = real.filter(isNameOrDate)
  const reader: Reader = {
    document,
    mentions,
    next: 0,
    entities: real.filter(isEntityMention),
    from: 0,
    spots: null,
    dollar: null,
  }
  for (const sentence of document.sentences) {
    skipTo(reader, sentence.start)
    const inSentence: FigureMention[] = []
    reader.spots = null
    for (let at = sentence.firstToken; at < sentence.lastToken; ) {
      const token = document.tokens[at]
      if (token === undefined) break
      if (!beginsNumber(token)) {
        at += 1
        continue
      }
      const name = mentionOver(reader, token)
      if (name !== null) {
        while (at < sentence.lastToken && (document.tokens[at]?.start ?? name.end) < name.end) at += 1
        continue
      }
      const { figure, last } = figureAt(reader, sentence, at)
      // A sign or a qualifier is the first figure's that took it.
      if (figure !== null && figure.start >= (inSentence.at(-1)?.end ?? 0)) inSentence.push(figure)
      at = Math.max(last, at + 1)
    }
    found.push(...withRoles(document.article.text, withElided(document.article.text, inSentence)))
  }
  return found
}

/** No place is called by a number: "at 120Hz" is a figure whatever else it was taken for. "It" and "the agency" are no names. */
function isNameOrDate(mention: Mention): boolean {
  if (mention.kind === 'quote' || mention.kind === 'figure') return false
  if (isEntityMention(mention) && (mention.form === 'pronoun' || mention.form === 'nominal')) return false
  return !(mention.kind === 'place' && /^\d/.test(mention.text))
}

/** "5am"; "784 HP", "61.4 MPa", "1 USD": what a finder of names took for a company is the number's unit. */
function isUnitOfNumber(text: string, { kind, start, end }: Mention): boolean {
  if (/^\d{1,2}(?:[:.]\d\d)?[ap]m$/i.test(text.slice(start, end))) return true
  if (end - start > 5 || kind === 'date' || kind === 'figure' || kind === 'quote') return false
  return /\d[ \u00a0]?$/.test(text.slice(Math.max(0, start - 2), start)) && isUnitSymbol(text.slice(start, end))
}

interface Reader {
  readonly document: Document
  /** Names and dates, sorted. */
  readonly mentions: readonly Mention[]
  /** The first mention that does not end before the place that is read. */
  next: number
  /** Every mention of an entity, "it" and "the agency" among them, sorted; `from`: the first that may be in the sentence. */
  readonly entities: readonly EntityMention[]
  from: number
  /** Which dollar "$" is here, once a figure has asked. */
  dollar: string | null
  /** Those of the sentence, once a figure has asked for them. */
  spots: readonly Spot[] | null
}

function skipTo(reader: Reader, offset: number): void {
  while ((reader.mentions[reader.next]?.end ?? Number.POSITIVE_INFINITY) <= offset) reader.next += 1
}

/** The name or date that holds a token. */
function mentionOver(reader: Reader, token: Token): Mention | null {
  skipTo(reader, token.start)
  const mention = reader.mentions[reader.next]
  return mention !== undefined && mention.start < token.end ? mention : null
}

/** What stands at token `at`, and the token to go on with. */
function figureAt(reader: Reader, sentence: Sentence, at: number): { figure: FigureMention | null; last: number } {
  const { tokens, article } = reader.document
  const source: TokenText = { text: article.text, tokens, limit: limitOf(reader, sentence, at) }
  const number = readNumber(source, at)
  if (number === null) {
    const timed = tokens[at]?.casing === 'digit' ? colonAmount(source, at) : spanAt(source, at)
    return timed === null
      ? { figure: null, last: at + 1 }
      : { figure: figureOf(reader, sentence, timed), last: timed.last }
  }
  const single = amountOf(source, number)
  if (single === null) return { figure: null, last: number.last }
  const amount = compoundOf(source, joinedAmount(source, single))
  if (isNoFigure({ ...source, limit: sentence.lastToken }, amount, sentence.firstToken))
    return { figure: null, last: amount.last }
  return { figure: figureOf(reader, sentence, amount), last: amount.last }
}

/** Numbers are read up to the next name or date. */
function limitOf(reader: Reader, sentence: Sentence, at: number): number {
  const next = reader.mentions[reader.next]
  if (next === undefined || next.start >= sentence.end) return sentence.lastToken
  let limit = at + 1
  while (limit < sentence.lastToken && (reader.document.tokens[limit]?.end ?? 0) <= next.start) limit += 1
  return limit
}

function figureOf(reader: Reader, sentence: Sentence, amount: Amount): FigureMention {
  const { tokens, article } = reader.document
  const source: TokenText = { text: article.text, tokens, limit: sentence.lastToken }
  const counted = countedOf(reader, source, amount)
  const before = qualifierBefore(source, amount.first)
  const after = qualifierAfter(source, amount.last)
  const late = after === null && counted !== null ? qualifierAfter(source, counted.last) : null
  const qualifier: Qualifier = before?.qualifier ?? after?.qualifier ?? late?.qualifier ?? amount.qualifier ?? 'exact'
  const start = before === null ? amount.start : Math.min(amount.start, tokens[before.first]?.start ?? amount.start)
  const joined = amount.measure === null && amount.isJoined ? counted : null
  const end = after === null ? (joined?.of.end ?? amount.end) : (tokens[after.last - 1]?.end ?? amount.end)
  const span = { start, end }
  const per = perAt(source, amount.last) ?? (counted === null ? null : perAt(source, counted.last))
  const { unit, dimension } = unitOf(source, amount, { counted, dollar: () => dollarOf(reader) })
  const si = siOf({ value: amount.value, high: amount.high, unit, dimension })
  const place = {
    first: before?.first ?? amount.first,
    last: amount.last,
    end: Math.max(amount.last, counted?.last ?? 0),
    canBelong: dimension === 'count' || dimension === 'percent' || dimension === 'ratio',
  }
  return {
    id: mentionId(article.id, 'figure', span),
    kind: 'figure',
    ...span,
    text: article.text.slice(start, end),
    value: amount.value,
    high: amount.high,
    unit,
    dimension,
    qualifier,
    change: canChange(source, amount)
      ? (movedBy(amount) ??
        changeOf(source, before?.first ?? amount.first, amount.last, clauseStart(source, sentence, amount)))
      : null,
    of: joined === null ? (counted?.of ?? null) : null,
    per,
    ...(si === null ? {} : { si }),
    about: aboutOf(source, spotsIn(reader, sentence), place, sentence.firstToken),
    rule: `figure/${amount.measure === null ? (counted === null ? 'number' : 'count') : 'measure'}`,
    score: amount.measure !== null ? 0.95 : counted === null ? 0.7 : 0.85,
  }
}

/** "FTSE -0.6%" went down; "-4 degrees" is where it stands. */
function movedBy({ measure, value, high }: Amount): 'down' | null {
  return measure?.id === 'percent' && value < 0 && high === null ? 'down' : null
}

/** What something changed *from* has no direction, unless it is told with what it changed to ("from 240 to 273"). */
function canChange(source: TokenText, amount: Amount): boolean {
  return !isPair(amount) && (amount.high !== null || normalAt(source, amount.first - 1) !== 'from')
}

function countedOf(reader: Reader, source: TokenText, amount: Amount): Counted | null {
  const isOf = normalAt(source, amount.last) === 'of'
  if (isPair(amount)) return null
  const dimension = amount.measure?.dimension
  if (dimension !== undefined && dimension !== 'count') {
    return dimension !== 'age' && dimension !== 'temperature' && isOf
      ? countedAt(source, amount.last, true, isNameIn(reader))
      : null
  }
  if (dimension === 'count' || isAge(source, amount)) return null
  const start = amount.isJoined ? amount.last + 1 : amount.last
  const isSingle =
    amount.isJoined || (amount.value === 1 && amount.high === null) || (amount.dimension === 'ratio' && isOf)
  if (amount.isJoined) return joinedNoun(source, start)
  const isFraction = amount.dimension === 'ratio' && amount.high === null && amount.number.form === 'fraction'
  if (isFraction && !isOf && normalAt(source, amount.last) !== 'the') return null
  return countedAt(source, start, isSingle, isNameIn(reader))
}

/** "14-story": the word after the hyphen. */
function joinedNoun({ tokens, limit }: TokenText, at: number): Counted | null {
  const noun = at < limit ? tokens[at] : undefined
  if (noun === undefined) return null
  return { of: { start: noun.start, end: noun.end }, unit: noun.normal, last: at + 1 }
}

function isNameIn(reader: Reader): (at: number) => boolean {
  return (at) => {
    const token = reader.document.tokens[at]
    if (token === undefined) return false
    return reader.mentions.some(
      (mention) => isEntityMention(mention) && mention.start <= token.start && token.end <= mention.end,
    )
  }
}

/** Where the clause of an amount begins: after a semicolon, a dash, or a conjunction. */
function clauseStart(source: TokenText, sentence: Sentence, amount: Amount): number {
  let first = amount.first
  while (first > sentence.firstToken && !/^(?:;|:|—|--|while|but|although|whereas)$/.test(normalAt(source, first - 1)))
    first -= 1
  return first
}

function dollarOf(reader: Reader): string {
  reader.dollar ??= dollarIn(reader.document)
  return reader.dollar
}

/** The entities of a sentence, as they stand. */
function spotsIn(reader: Reader, sentence: Sentence): readonly Spot[] {
  if (reader.spots !== null) return reader.spots
  const { entities } = reader
  while ((entities[reader.from]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) reader.from += 1
  const inSentence: EntityMention[] = []
  for (let index = reader.from; index < entities.length; index += 1) {
    const mention = entities[index]
    if (mention === undefined || mention.start >= sentence.end) break
    if (mention.start >= sentence.start) inSentence.push(mention)
  }
  reader.spots = spotsOf(reader.document.tokens, inSentence)
  return reader.spots
}
