import { type Document, sentenceAt } from '../../model/document.js'
import { type DateMention, type Mention, mentionId } from '../../model/mention.js'
import { contains, type Span } from '../../model/span.js'
import { normalAt } from '../figures/number-written.js'
import type { TokenText } from '../figures/numbers.js'
import { finder } from '../finder.js'
import { type Day, dayOf } from './date-calendar.js'
import type { DateReading } from './date-parts.js'
import { dateSpans } from './date-spans.js'
import { type DateContext, dateValue, rangeValue } from './date-values.js'
import { calendarValue } from './date-words.js'

/** What a finder of names can take for a company: "5am". */
const CLOCK = /^\d{1,2}(?:[:.]\d\d)?[ap]m$/i
/** How many words before and after a date may say that it is to come ("will", "scheduled"). */
const FUTURE_REACH = 8

/**
 * Adds every date and clock time, with its value in ISO 8601 or EDTF against the article's own date. Comes before
 * `findFigures`, for which a number in a date is no figure. A span of time ("four years") is a figure and no date.
 */
export const findDates = finder('find-dates', (document) => datesIn(document))

/** The dates of a document, sorted; none stands inside a name ("Friday Night Lights", "June Carter"). */
export function datesIn(document: Document): DateMention[] {
  const published = dayOf(document.article.meta.published)
  const mentions = document.mentions.filter(
    ({ kind, text }) => kind !== 'quote' && !(kind === 'place' && /^\d/.test(text)) && !CLOCK.test(text),
  )
  let next = 0
  let spokenOf: Day | null = null
  const found: DateMention[] = []
  for (const reading of dateSpans(document)) {
    const start = document.tokens[reading.first]?.start ?? 0
    const end = document.tokens[reading.last - 1]?.end ?? start
    for (let mention = mentions[next]; mention !== undefined && mention.end <= start; mention = mentions[next])
      next += 1
    const around = mentions[next]
    if (around !== undefined && around.start < end && !isInside(around, { start, end }, reading)) continue
    const context: DateContext = { published, isFuture: isFuture(document, reading), spokenOf }
    const value =
      reading.to === undefined ? dateValue(reading.parts, context) : rangeValue(reading.parts, reading.to, context)
    spokenOf = firstDay(value) ?? spokenOf
    found.push({
      id: mentionId(document.article.id, 'date', { start, end }),
      kind: 'date',
      start,
      end,
      text: document.article.text.slice(start, end),
      value,
      rule: reading.rule,
      score: value.includes('XXXX') ? 0.7 : 0.9,
    })
  }
  return found
}

/** A name inside a longer date is none ("ET" of "4:30 p.m. ET Wednesday"); one that is all of it, or goes on, is. */
function isInside(mention: Mention, date: Span, { first, last }: DateReading): boolean {
  return last - first > 1 && contains(date, mention) && mention.end - mention.start < date.end - date.start
}

/** The first day of a date's value, where it names a year. */
function firstDay(value: string): Day | null {
  const match = /^(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-([0-3]\d))?/.exec(value)
  if (match === null) return null
  return { year: Number(match[1]), month: Number(match[2] ?? 1), day: Number(match[3] ?? 1) }
}

/** "is to resume", "are to meet", "set to vote". */
const BEFORE_TO: ReadonlySet<string> = new Set(['is', 'are', 'set'])

function isTo(source: TokenText, at: number): boolean {
  return normalAt(source, at) === 'to' && BEFORE_TO.has(normalAt(source, at - 1))
}

/** Verbs right before a date that say it was: "said Monday", "announced on Friday". */
const PAST_BEFORE: ReadonlySet<string> = new Set(['PastTense', 'Copula'])

/**
 * Whether the clause looks ahead: a word of the future ("will", "scheduled") in the sentence near the date, and no verb
 * of the past right before it.
 */
function isFuture({ tokens, article, sentences }: Document, { first, last, parts }: DateReading): boolean {
  const sentence = sentences[sentenceAt(sentences, tokens[first]?.start ?? 0)]
  const from = Math.max(sentence?.firstToken ?? 0, first - FUTURE_REACH)
  const source = { text: article.text, tokens, limit: Math.min(sentence?.lastToken ?? last, last + FUTURE_REACH) }
  const before = tokens[first - 1]?.normal === 'on' || tokens[first - 1]?.normal === 'in' ? first - 2 : first - 1
  const verb = before >= from ? tokens[before] : undefined
  if (parts.month !== undefined && calendarValue(source, first - 1, 'until') !== null) return true
  const isCue = (at: number): boolean => calendarValue(source, at, 'future') !== null || isTo(source, at)
  if (verb?.tags.some((tag) => PAST_BEFORE.has(tag)) === true && !isCue(before)) return false
  for (let at = from; at < source.limit; at += 1) if ((at < first || at >= last) && isCue(at)) return true
  return false
}
