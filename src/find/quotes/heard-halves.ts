import { type Document, sentenceAt, tokenAt } from '../../model/document.js'
import { overlaps, type Span } from '../../model/span.js'
import { isFiniteVerb } from '../coreference/coreference-clauses.js'
import type { Draft } from './quote-drafts.js'
import { Word } from './quote-words.js'

/** What may stand between the attribution and its second comma: "she said through an interpreter,", in characters. */
const LONGEST_ADDRESS = 40
/** From here on what the reader hears in a half is somebody's. */
const HEARD = 0.6
/** What goes on with what is said, and not with the saying: "she said, and then went", "he said, until after five". */
const GOES_ON =
  /^(?:and|because|but|especially|even|if|including|not|often|or|particularly|so|then|though|unless|until|usually)\b/i
/** "When she was a girl, she said, they drank"; "In May, she said" tells as often when it was said. */
const CLAUSE = /^(?:because|if|once|unless|until|when|whenever|while)\b/i

/**
 * "The fee is unfair, Lee said, and it will go": the reader often hears one half only of what is said around its
 * attribution. The draft with the other half, where nothing else is said in it.
 */
export function withOtherHalf(document: Document, bits: Int32Array, draft: Draft): Draft {
  const [part, more] = draft.content
  const { source, cue } = draft
  if (part === undefined || more !== undefined || source === null || cue === null || draft.quotations.length > 0)
    return draft
  const tag = { start: Math.min(source.start, cue.start), end: Math.max(source.end, cue.end) }
  const half = tag.start >= part.end ? after(document, bits, part, tag) : before(document, bits, part, tag)
  if (half === null || isHeardAlone(document, half)) return draft
  return { ...draft, content: [part, half].sort((a, b) => a.start - b.start) }
}

/** What stands from the attribution's second comma to the end of the sentence. */
function after(document: Document, bits: Int32Array, part: Span, tag: Span): Span | null {
  const { article, sentences } = document
  const sentence = sentences[sentenceAt(sentences, part.start)]
  if (sentence === undefined || tag.end > sentence.end || !/^,\s+$/.test(article.text.slice(part.end, tag.start)))
    return null
  const rest = article.text.slice(tag.end, sentence.end)
  const [lead = ''] = /^[^,.;:?!“”"‘—–]*,\s+/.exec(rest) ?? []
  if (lead === '' || lead.length > LONGEST_ADDRESS) return null
  const said = rest.slice(lead.length).replace(/[\s.?!]+$/, '')
  const start = tag.end + lead.length
  if (!/\s/.test(said) || /[“”"‘;:]/.test(said)) return null
  // "according to a tally, but his way is long": the writer goes on.
  const isWriters = /^according\b/i.test(article.text.slice(tag.start, tag.end))
  const goesOn = !isWriters && GOES_ON.test(said)
  return goesOn || isSplit(document, bits, part, start) ? { start, end: start + said.length } : null
}

/** "That idea, he said, is old": a subject, and its verb behind the attribution. */
function isSplit(document: Document, bits: Int32Array, subject: Span, verb: number): boolean {
  if (hasVerb(document, bits, subject)) return false
  const { tokens } = document
  const at = tokenAt(tokens, verb)
  const isGerund = ((bits[at] ?? 0) & Word.gerund) !== 0
  return tokens[at]?.casing === 'lower' && !isGerund && isFiniteVerb(tokens, bits, at)
}

function hasVerb({ tokens }: Document, bits: Int32Array, { start, end }: Span): boolean {
  for (let at = tokenAt(tokens, start); (tokens[at]?.start ?? end) < end; at += 1)
    if (isFiniteVerb(tokens, bits, at)) return true
  return false
}

/** What stands from the start of the sentence to the attribution. */
function before(document: Document, bits: Int32Array, part: Span, tag: Span): Span | null {
  const { article, sentences } = document
  const sentence = sentences[sentenceAt(sentences, tag.start)]
  if (sentence === undefined || part.end > sentence.end) return null
  if (!/^[^,.;:?!“”"‘—–]{0,40},\s+$/.test(article.text.slice(tag.end, part.start))) return null
  const said = /^(.*\S),\s+$/s.exec(article.text.slice(sentence.start, tag.start))?.[1]
  if (said === undefined || /[“”"‘;:]/.test(said) || !/\s/.test(said)) return null
  const half = { start: sentence.start, end: sentence.start + said.length }
  return CLAUSE.test(said) || isSplit(document, bits, half, part.start) ? half : null
}

/** Whether the reader hears somebody else speak there. */
function isHeardAlone({ heard }: Document, half: Span): boolean {
  return heard?.sources.some((one) => one.score >= HEARD && overlaps(one, half)) ?? false
}
