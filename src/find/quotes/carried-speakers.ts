import { isPersonal, type PersonalPronoun, pronounByForm } from '../../lexicons/pronouns.js'
import { reportingNounByForm } from '../../lexicons/reporting-nouns.js'
import { type Document, sentenceAt, tokenAt } from '../../model/document.js'
import type { EntityMention, QuoteMention, Speaker } from '../../model/mention.js'
import { contains, type Span } from '../../model/span.js'
import { addedBy } from './added-by.js'
import { hasNewSubject } from './new-subjects.js'
import { Word } from './quote-words.js'
import { mentionsIn, type SpeakerContext } from './speakers.js'

/** How far a pronoun reaches back to the one who spoke before, in characters: a paragraph and a half of news. */
const REACH = 500
/** A pronoun that coreference read with less than this goes to the one who spoke before; from 0.8 to 1 it makes half a point of difference. */
const SURE = 0.9

interface Spoke {
  readonly source: Span
  readonly speaker: Speaker
  /** The words that were given. */
  readonly content: readonly Span[]
  /** Whether only that they added something says who they are. */
  readonly hasAdded: boolean
}

/**
 * “…,” he said: the pronoun beside a quotation mostly stands for the one whose words came just before ("Ham explained
 * why he left. “…,” he said"), and for somebody without a name too, where nobody with a name was spoken of since.
 * Quotes are sorted by start; returns them in that order.
 */
export function carrySpeakers(context: SpeakerContext, quotes: readonly QuoteMention[]): QuoteMention[] {
  const byId = new Map(context.mentions.map((mention) => [mention.id, mention]))
  let last: Spoke | null = null
  let outer: readonly Span[] = []
  return quotes.map((quote) => {
    const { source } = quote
    if (source === null) return quote
    const gender = genderAt(context, source)
    const speaker =
      last === null
        ? quote.speaker
        : gender === null
          ? addedBy(context, quote, isNear(context, last.source, source) ? last.speaker : null)
          : carriedTo(context, quote, last, { gender, byId })
    // “He would say, ‘…,’” recalls Lee: who speaks in her words does not go on.
    const isInside = quote.content.every((part) => outer.some((whole) => contains(whole, part) && whole.end > part.end))
    if (!isInside) outer = quote.content
    const isSpeaking = !isInside && !isTold(context, quote)
    if (speaker !== null && isSpeaking && isOne(context, speaker, source, gender !== null))
      last = { source, speaker, content: quote.content, hasAdded: gender === null && speaker !== quote.speaker }
    return speaker === quote.speaker ? quote : { ...quote, speaker }
  })
}

/** "The premier shrugged off claims by Keller that …": whose claim it is does not speak here. */
function isTold({ document: { article, tokens } }: SpeakerContext, { source, cue }: QuoteMention): boolean {
  if (source === null || cue === null || cue.end > source.start) return false
  if (!reportingNounByForm.has(tokens[tokenAt(tokens, cue.end - 1)]?.normal ?? '')) return false
  return /^\s(?:by|from)\s(?:the\s)?$/.test(article.text.slice(cue.end, source.start))
}

interface Known {
  readonly gender: PersonalPronoun['gender'] | 'thing'
  readonly byId: ReadonlyMap<string, EntityMention>
}

function carriedTo(context: SpeakerContext, quote: QuoteMention, last: Spoke, { gender, byId }: Known): Speaker | null {
  const { source, speaker } = quote
  // “A,” he said. “B.”: one "he".
  if (source?.start === last.source.start)
    return last.speaker.kind === 'unnamed' && speaker?.mention != null ? speaker : last.speaker
  if (source === null || !isNear(context, last.source, source)) return speaker
  if (gender === 'thing') return isBody(last.speaker) && speaker?.mention == null ? last.speaker : speaker
  const own = speaker?.mention === undefined ? null : (byId.get(speaker.mention ?? '') ?? null)
  if (last.speaker.kind === 'unnamed') return isOpenBetween(context, last, quote, own) ? last.speaker : speaker
  if (isSomebodyNewSince(context.document, last.source, source, gender)) return speaker
  const before = rootOf(byId, last.speaker.mention)
  if (before?.kind !== 'person' || (before.gender !== null && before.gender !== gender)) return speaker
  if (own !== null && ((own.score >= SURE && !last.hasAdded) || rootOf(byId, own.id) === before)) return speaker
  if (own !== null && isToldOfSince(context, last.source, quote, rootOf(byId, own.id))) return speaker
  return { mention: before.id, kind: 'person', name: before.text, organization: null, candidates: [] }
}

/** Whether a sentence between the two has somebody new for its subject. */
function isSomebodyNewSince(document: Document, from: Span, to: Span, gender: PersonalPronoun['gender']): boolean {
  const sentence = sentenceAt(document.sentences, to.start)
  return sentenceAt(document.sentences, from.start) < sentence - 1 && hasNewSubject(document, sentence, gender)
}

/** No more words stand before the subject of a sentence that tells of it. */
const LEADING = 6

/** "Mayor Chow offered her condolences. “…,” she wrote": a new paragraph tells of the one whom coreference takes. */
function isToldOfSince(
  context: SpeakerContext,
  from: Span,
  { source, content }: QuoteMention,
  who: EntityMention | null,
): boolean {
  const { article, sentences, tokens } = context.document
  const end = source?.start ?? 0
  const paragraph = article.text.lastIndexOf('\n\n', end)
  if (who === null || paragraph < from.end) return false
  return mentionsIn(context, { start: paragraph, end }).some((mention) => {
    if (mention.form !== 'name' || (mention.id !== who.id && mention.refersTo !== who.id)) return false
    if (content.some((part) => contains(part, mention))) return false
    const opening = sentences[sentenceAt(sentences, mention.start)]?.firstToken ?? 0
    return tokenAt(tokens, mention.start) - opening < LEADING
  })
}

/** The name that a mention stands for. */
function rootOf(byId: ReadonlyMap<string, EntityMention>, id: string | null): EntityMention | null {
  const mention = byId.get(id ?? '')
  return mention === undefined ? null : (byId.get(mention.refersTo ?? '') ?? mention)
}

/** The gender of "he", "she", "it": one person or body. */
function genderAt({ document: { tokens } }: SpeakerContext, source: Span): Known['gender'] | null {
  const token = tokens[tokenAt(tokens, source.start)]
  if (token === undefined || token.end < source.end) return null
  const pronoun = pronounByForm.get(token.normal)
  if (pronoun === undefined || pronoun.number === 'plural') return null
  return isPersonal(pronoun) ? pronoun.gender : 'thing'
}

function isNear({ document }: SpeakerContext, from: Span, to: Span): boolean {
  if (to.start < from.end || to.start - from.end > REACH) return false
  return document.article.text.slice(from.end, to.start).split('\n\n').length <= 2
}

/**
 * Whether nobody is named from the source before up to the pronoun, but in the words that the quote gives; nor in those
 * that the one before said ("The judge said he had sympathy for Foo. “…,” he said"), unless the pronoun means somebody
 * else (`own`) by coreference, or surely one of them.
 */
function isOpenBetween(
  context: SpeakerContext,
  from: Spoke,
  { source, content }: QuoteMention,
  own: EntityMention | null,
): boolean {
  const named = mentionsIn(context, { start: from.source.end, end: source?.start ?? from.source.end }).filter(
    ({ kind, form, start }) => kind === 'person' && form === 'name' && start >= from.source.end,
  )
  const isIn = (spans: readonly Span[], mention: EntityMention): boolean =>
    spans.some((part) => contains(part, mention))
  const others = named.filter((mention) => !isIn(content, mention))
  if (others.length === 0) return true
  if (!others.every((mention) => isIn(from.content, mention))) return false
  const isOther = own !== null && !others.some(({ id, refersTo }) => [id, refersTo].includes(own.refersTo ?? own.id))
  return !isOther && (own === null || own.score < SURE)
}

/** "The company said … “…,” it added." */
function isBody({ kind, mention }: Speaker): boolean {
  return mention !== null && (kind === 'agency' || kind === 'organization')
}

/** Whether a speaker is one person or body: somebody with a name, or a head noun for what one does ("the minister"). */
function isOne(
  { document: { tokens }, bits }: SpeakerContext,
  speaker: Speaker,
  source: Span,
  isCarried: boolean,
): boolean {
  if (speaker.kind !== 'unnamed') return speaker.mention !== null
  // “Still the chair,” it says.
  if (speaker.name === null) return false
  if (isCarried) return true
  let at = tokenAt(tokens, source.start)
  let role = -1
  for (; (tokens[at]?.start ?? source.end) < source.end; at += 1) {
    const bit = bits[at] ?? 0
    if (role >= 0 && bit & (Word.comma | Word.preposition | Word.relative | Word.opening)) break
    if (tokens[at]?.normal === "'s") role = -1
    else if (bit & Word.role) role = at
    else if (bit & Word.noun) role = -1
  }
  return role >= 0 && !(tokens[role]?.tags ?? []).includes('Plural') && !/[^s]s$/.test(tokens[role]?.normal ?? '')
}
