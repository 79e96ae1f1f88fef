import { type Document, tokenAt } from '../../model/document.js'
import type { AgencyMention, Mention, OrganizationMention, PlaceMention } from '../../model/mention.js'
import { mentionId } from '../../model/mention.js'
import type { Span } from '../../model/span.js'
import { finder } from '../finder.js'
import { withHeadPhrases } from './head-phrases.js'
import { foundNames } from './heard-names.js'
import { withKnownBodies } from './known-bodies.js'
import { withKnownSurnames } from './known-surnames.js'
import { isMeasure } from './measures.js'
import { settled } from './name-article.js'
import { readContext } from './name-context.js'
import { withListsSplit } from './name-lists.js'
import { corrected } from './name-rules.js'
import { besideAgencies, type NameSpan } from './name-spans.js'
import { organizationMentions } from './organizations.js'
import { personMentions } from './people.js'
import { withoutNamesakes } from './place-namesakes.js'
import { placeMentions } from './places.js'
import { type NamedSpan, roleReader } from './role-reader.js'
import { isThing } from './things.js'

/**
 * Document → Document with people (and their roles), organizations that are no public bodies, and places. None of the
 * three overlap each other. Nationalities, events, laws and products are told apart from them and not reported.
 */
export const findNames = finder('find-names', namesIn)

/** What `findNames` finds. */
export function namesIn(document: Document): Mention[] {
  const context = readContext(document)
  const scores = foundNames(document, context).map((name) => ({ ...name, score: scoreOf(name.margin) }))
  const found = withListsSplit(context, scores).flatMap((name) => corrected(context, name) ?? [])
  const known = withKnownBodies(document, context, withKnownSurnames(document, context, found))
  const scored = withHeadPhrases(context, known)
  const named = scored.filter(
    (name) => name.kind !== 'other' && !isMeasure(document, context, name) && !isThing(document, context, name),
  )
  const kept = withoutNamesakes(context, settled(document, context, besideAgencies(document, context, named)))
  const ofKind = (kind: NameSpan['kind']): NameSpan[] => kept.filter((name) => name.kind === kind)
  const organizations = organizationMentions(document, context, ofKind('organization'))
  const places = placeMentions(document, context, ofKind('place'))
  const persons = ofKind('person')
  const roles = roleReader(document, context, [
    ...document.mentions.filter((mention): mention is AgencyMention => mention.kind === 'agency').map(inTokens),
    ...places.map(inTokens),
    ...organizations.map(inTokens),
    ...persons.map((name) => ({ ...name, kind: 'person' as const, id: personId(name) })),
  ])
  return [...personMentions(document, context, persons, roles), ...organizations, ...places]

  function inTokens({ start, end, id, kind }: AgencyMention | OrganizationMention | PlaceMention): NamedSpan {
    return { first: tokenAt(document.tokens, start), last: tokenAt(document.tokens, end - 1) + 1, id, kind }
  }

  function personId({ first, last }: NameSpan): string {
    const span: Span = { start: document.tokens[first]?.start ?? 0, end: document.tokens[last - 1]?.end ?? 0 }
    return mentionId(document.article.id, 'person', span)
  }
}

/** A margin of nothing is a guess between two kinds; one of 60 and more is as sure as it gets. */
function scoreOf(margin: number): number {
  return Math.round(100 * (0.5 + 0.48 * Math.min(1, Math.max(0, margin / 60)))) / 100
}
