import type { Document } from '../model/document.js'
import { type DateMention, mentionId } from '../model/mention.js'
import { dayOf } from './date-calendar.js'
import type { DateReading } from './date-parts.js'
import { dateSpans } from './date-spans.js'
import { dateValue } from './date-values.js'
import { calendarValue } from './date-words.js'
import { finder } from './finder.js'

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
  const mentions = document.mentions.filter((mention) => mention.kind !== 'quote')
  let next = 0
  const found: DateMention[] = []
  for (const reading of dateSpans(document)) {
    const start = document.tokens[reading.first]?.start ?? 0
    const end = document.tokens[reading.last - 1]?.end ?? start
    for (let mention = mentions[next]; mention !== undefined && mention.end <= start; mention = mentions[next])
      next += 1
    const around = mentions[next]
    if (around !== undefined && around.start < end) continue
    const value = dateValue(reading.parts, { published, isFuture: isFuture(document, reading) })
    found.push({
      id: mentionId(document.article.id, 'date', { start, end }),
      kind: 'date',
      start,
      end,
      text: document.article.text.slice(start, end),
      value,
      rule: reading.rule,
      score: value.includes('X') && published === null ? 0.7 : 0.9,
    })
  }
  return found
}

/** Whether a word of the sentence near the date looks ahead. */
function isFuture({ tokens, article }: Document, { first, last }: DateReading): boolean {
  const source = { text: article.text, tokens, limit: Math.min(tokens.length, last + FUTURE_REACH) }
  for (let at = Math.max(0, first - FUTURE_REACH); at < source.limit; at += 1) {
    if (at >= first && at < last) continue
    if (calendarValue(source, at, 'future') !== null) return true
  }
  return false
}
