import { type Document, sentenceAt } from '../../model/document.js'
import type { HeardContent } from './heard-contents.js'
import type { HeardPair } from './heard-pairs.js'
import { saysSurely } from './heard-surety.js'

/** A content with the pair that was chosen for it. */
export interface Heard {
  readonly content: HeardContent
  readonly pair: HeardPair
}

/** A content between its neighbours: the one before with its pair, and the one after. */
interface Placed {
  readonly content: HeardContent
  readonly next: HeardContent | undefined
  readonly before: Heard | null
}

/** What is likeliest by itself (`found`), unless what stands round it says that the one before still speaks, or nobody known. */
export function settledPair(document: Document, found: HeardPair, { content, next, before }: Placed): HeardPair {
  if (before !== null && isSequel(document, before.content, content) && !isOwnTag(document, content, found))
    return before.pair
  if (isSetApart(document, content, found, next)) {
    if (before === null) return without(found)
    if (goesOnAfter(document, before, content)) return before.pair
    return isSameName(document, before.pair, found) ? found : without(found)
  }
  if (before !== null && (isElsewhere(document, content, found) || isPassedOver(document, content, found, before)))
    return goesOnAfter(document, before, content) ? before.pair : found
  if (found.source !== null || before === null) return found
  // "Selwood told the paper that it lags. “Roads went ahead of it.”"
  const goesOn = content.quotations.length > 0 && goesOnAfter(document, before, content)
  return goesOn || isBroken(document, before, content) ? before.pair : found
}

function without(pair: HeardPair): HeardPair {
  return { ...pair, source: null, cue: null }
}

/** Whether direct speech is the next paragraph of the one before it, whose mark was not closed. */
function isSequel({ quotations }: Document, before: HeardContent, content: HeardContent): boolean {
  const continued = quotations[content.quotations[0] ?? -1]?.continues ?? null
  return continued !== null && continued === before.quotations.at(-1)
}

/** “…,” added Lee: an attribution of its own in the same sentence, after no full stop. */
function isOwnTag({ article, sentences }: Document, content: HeardContent, { source }: HeardPair): boolean {
  if (source === null || source.start < content.end || isStopped(article.text, content)) return false
  return sentenceAt(sentences, source.start) === sentenceAt(sentences, content.end - 1)
}

/**
 * “It is safe.” Mayor Reed said it would open: a full stop ends what is said of direct speech, and the sentence after it
 * has a content of its own.
 */
export function isSetApart(
  { article, sentences }: Document,
  content: HeardContent,
  { source }: HeardPair,
  next: HeardContent | undefined,
): boolean {
  if (source === null || next === undefined || content.quotations.length === 0) return false
  if (source.start < content.end || !isStopped(article.text, content)) return false
  const sentence = sentenceAt(sentences, source.start)
  return sentence > sentenceAt(sentences, content.end - 1) && sentence === sentenceAt(sentences, next.start)
}

/** “It lasts.” Mayor Reed left the room: the sentence after it says nothing of speech. */
function isElsewhere(document: Document, content: HeardContent, { source, cue }: HeardPair): boolean {
  if (source === null || content.quotations.length === 0) return false
  if (source.start < content.end || !isStopped(document.article.text, content)) return false
  const isAfter = sentenceAt(document.sentences, source.start) > sentenceAt(document.sentences, content.end - 1)
  return isAfter && (cue === null || !saysSurely(document, cue))
}

/** "The firm said it grew. Ms Lee said it would not. “…”": somebody spoke in a sentence between the source and the direct speech. */
function isPassedOver(
  { sentences }: Document,
  content: HeardContent,
  { source }: HeardPair,
  { pair: { source: nearer, cue } }: Heard,
): boolean {
  if (source === null || nearer === null || cue === null || content.quotations.length === 0) return false
  if (source.end > nearer.start || nearer.end > content.start) return false
  return sentenceAt(sentences, source.start) < sentenceAt(sentences, nearer.start)
}

function isStopped(text: string, { start, end }: HeardContent): boolean {
  return /\.\s?[”"’'»]*$/u.test(text.slice(start, end))
}

/** Whether the one before spoke right before, or in the sentence before in the same paragraph. */
function goesOnAfter({ article, sentences }: Document, before: Heard, content: HeardContent): boolean {
  if (before.pair.source === null) return false
  if (before.content.quotations.length > 0 && article.text.slice(before.content.end, content.start).trim() === '')
    return true
  const last = sentenceAt(sentences, Math.max(before.content.end, before.pair.source.end) - 1)
  const first = sentenceAt(sentences, content.start)
  return first - last <= 1 && sentences[first]?.block === sentences[last]?.block
}

function isSameName({ article }: Document, before: HeardPair, found: HeardPair): boolean {
  if (before.source === null || found.source === null) return false
  const nameOf = ({ start, end }: { start: number; end: number }): string | undefined =>
    article.text.slice(start, end).split(/,/)[0]?.split(/\s+/).at(-1)
  return nameOf(before.source) === nameOf(found.source)
}

/** "However, she said, the rules look different": the second part of a sentence that its attribution breaks. */
function isBroken({ sentences }: Document, before: Heard, next: HeardContent): boolean {
  const { source } = before.pair
  if (source === null || source.start < before.content.end || source.end > next.start) return false
  return sentenceAt(sentences, before.content.start) === sentenceAt(sentences, next.start)
}
