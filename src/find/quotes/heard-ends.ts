import { type Document, sentenceAt, tokenAt } from '../../model/document.js'
import type { Span } from '../../model/span.js'
import { mentionsAt } from './heard-sources.js'
import { Word, wordBits } from './quote-words.js'
import { LONGEST_MENTION } from './speakers.js'

/** What begins a phrase, and so ends none. */
const OPENERS: ReadonlySet<string> = new Set(
  'a about after against an at before between by during for from her his in into its of on our than the their to using with within without'.split(
    ' ',
  ),
)
/** What cannot be part of a noun phrase behind its first word. */
const STOPPERS =
  Word.preposition |
  Word.coordinator |
  Word.subordinator |
  Word.relative |
  Word.be |
  Word.have |
  Word.modal |
  Word.adverb
/** The most words that a noun phrase is given. */
const LONGEST_PHRASE = 8

/**
 * "They communicate using [sign language]", "the flight to [Santiago]": what was heard may end before the noun phrase
 * that its last word begins, or inside of a name; and "… their lives. His" ends with its sentence.
 */
export function wholeEnd(document: Document, { start, end }: Span): Span {
  const { article, tokens, sentences, quotations } = document
  const last = tokenAt(tokens, end - 1)
  if (quotations.some((quotation) => quotation.end === end && quotation.style !== 'block')) return { start, end }
  const sentence = sentences[sentenceAt(sentences, end - 1)]
  const opening = sentence?.firstToken ?? last
  const isOpener = OPENERS.has(tokens[last]?.normal ?? '')
  if (isOpener && opening === last && (tokens[opening]?.start ?? start) > start) {
    const before = article.text.slice(start, tokens[opening - 1]?.end)
    return { start, end: start + before.replace(/[\s.?!]+$/, '').length }
  }
  const limit = Math.min(sentence?.end ?? end, nextHeard(document, end))
  const torn = nameOver(document, end)
  if (torn !== null) return { start, end: torn <= limit ? torn : end }
  return { start, end: isOpener ? phraseEnd(document, last + 1, limit) : end }
}

/** Where the name ends that goes on over `end`, or null. */
function nameOver({ mentions }: Document, end: number): number | null {
  const name = mentionsAt(mentions, end - LONGEST_MENTION, end).find((mention) => mention.end > end)
  return name?.end ?? null
}

/** Where the next thing that was heard begins, or a quotation does. */
function nextHeard({ heard, quotations }: Document, end: number): number {
  const starts = [...(heard?.contents ?? []), ...(heard?.cues ?? []), ...(heard?.sources ?? []), ...quotations]
  return starts.reduce((next, { start }) => (start >= end && start < next ? start : next), Number.POSITIVE_INFINITY)
}

/** Where the noun phrase that begins at token `first` ends, or the token before it where none does. */
function phraseEnd(document: Document, first: number, limit: number): number {
  const { tokens, mentions } = document
  const bits = wordBits(document)
  let end = tokens[first - 1]?.end ?? 0
  for (let at = first; at < first + LONGEST_PHRASE; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.end > limit) break
    const name = mentionsAt(mentions, token.start, token.start + 1)[0]
    if (name !== undefined && name.end <= limit) {
      end = name.end
      while ((tokens[at + 1]?.end ?? limit + 1) <= end) at += 1
      continue
    }
    const isTied = token.normal === '-' || token.normal === "'s" || /^[$£€%]$/.test(token.normal)
    const isOpened = at === first && OPENERS.has(token.normal)
    // "because of the reports": behind an article any word is a noun.
    const isNoun = /^(?:an?|the)$/.test(tokens[at - 1]?.normal ?? '') && token.casing !== 'none'
    if (!isTied && !isOpened && !isNoun && (token.casing === 'none' || !canGoOn(bits[at] ?? 0, token.tags))) break
    end = token.end
  }
  return end
}

function canGoOn(bit: number, tags: readonly string[]): boolean {
  if (bit & STOPPERS) return (bit & Word.name) !== 0
  return (
    !(bit & (Word.verb | Word.past)) || (bit & (Word.noun | Word.adjective | Word.name)) !== 0 || tags.includes('Noun')
  )
}
