import { pronounByForm } from '../../lexicons/pronouns.js'
import { tokenAt } from '../../model/document.js'
import type { QuoteMention, Speaker } from '../../model/mention.js'
import type { Span } from '../../model/span.js'
import { Word } from './quote-words.js'
import type { SpeakerContext } from './speakers.js'

/** How far a pronoun reaches back to somebody without a name, in characters: a paragraph and a half of news. */
const REACH = 500

/**
 * “…,” an ICE spokesperson said. “…,” she added: the pronoun stands for the one without a name who spoke just before,
 * where nobody with a name was spoken of in between. Quotes are sorted by start; returns them in that order.
 */
export function carryUnnamed(context: SpeakerContext, quotes: readonly QuoteMention[]): QuoteMention[] {
  let last: { source: Span; speaker: Speaker } | null = null
  return quotes.map((quote) => {
    const { source } = quote
    if (source === null) return quote
    const isCarried = last !== null && isPersonal(context, source) && isOpenBetween(context, last.source, source)
    const carried = isCarried && last !== null ? { ...quote, speaker: last.speaker } : quote
    if (carried.speaker?.kind === 'unnamed' && (isCarried || isOnePerson(context, source)))
      last = { source, speaker: carried.speaker }
    return carried
  })
}

/** "he", "she": one person. */
function isPersonal({ document: { tokens } }: SpeakerContext, source: Span): boolean {
  const token = tokens[tokenAt(tokens, source.start)]
  if (token === undefined || token.end < source.end) return false
  const gender = pronounByForm.get(token.normal)?.gender
  return gender === 'male' || gender === 'female'
}

/** Whether nobody is named from the source before up to the pronoun, and it is near enough. */
function isOpenBetween({ document, mentions }: SpeakerContext, from: Span, to: Span): boolean {
  if (to.start < from.end || to.start - from.end > REACH) return false
  return (
    !mentions.some(
      ({ kind, form, start }) => kind === 'person' && form === 'name' && start >= from.end && start < to.start,
    ) && document.article.text.slice(from.end, to.start).split('\n\n').length <= 2
  )
}

/** "an ICE spokesperson", "the minister": a head noun for what one person does, and no plural. */
function isOnePerson({ document: { tokens }, bits }: SpeakerContext, source: Span): boolean {
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
