import type { Document } from '../model/document.js'
import type { Mention } from '../model/mention.js'
import { finder } from './finder.js'
import { readContext } from './name-context.js'
import { scoreNames } from './name-scorer.js'
import { besideAgencies, type NameSpan } from './name-spans.js'
import { organizationMentions } from './organizations.js'
import { personMentions } from './people.js'
import { placeMentions } from './places.js'

/**
 * Document → Document with people (and their roles), organizations that are no public bodies, and places. None of the
 * three overlap each other. Nationalities, events, laws and products are told apart from them and not reported.
 */
export const findNames = finder('find-names', namesIn)

/** What `findNames` finds. */
export function namesIn(document: Document): Mention[] {
  const context = readContext(document)
  const names: NameSpan[] = scoreNames(context)
    .filter((name) => name.kind !== 'other')
    .map((name) => ({ ...name, rule: `${name.kind}/learned`, score: scoreOf(name.margin) }))
  const kept = besideAgencies(document, context, names)
  return [
    ...personMentions(
      document,
      context,
      kept.filter((name) => name.kind === 'person'),
    ),
    ...organizationMentions(
      document,
      context,
      kept.filter((name) => name.kind === 'organization'),
    ),
    ...placeMentions(
      document,
      context,
      kept.filter((name) => name.kind === 'place'),
    ),
  ]
}

/** A margin of nothing is a guess between two kinds; one of 100 and more (five units of weight) is as sure as it gets. */
function scoreOf(margin: number): number {
  return Math.round(100 * (0.5 + 0.48 * Math.min(1, Math.max(0, margin / 100)))) / 100
}
