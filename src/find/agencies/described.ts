import { type Agency, agencies } from '../../lexicons/agencies.js'
import { roleByForm } from '../../lexicons/roles.js'
import type { Document, Token } from '../../model/document.js'
import { type AgencyMention, isEntityMention, mentionId } from '../../model/mention.js'
import { type Span, textAt } from '../../model/span.js'
import { endsPhrase } from '../coreference/coreference-phrases.js'
import { finder } from '../finder.js'
import { addPhrase, matchPhrase, type PhraseNode, phraseTable } from './agency-phrases.js'

/** A description that the registry holds can mean nothing else. */
const SCORE = 0.9

/** Adds the public bodies that are described and not named: "Israeli army", "Winnipeg police", "the Alberta government". */
export const findDescribed = finder('find-described', describedIn)

let table: PhraseNode<Agency> | null = null

/** The mentions of public bodies by what they are, sorted by start, where no name stands; a place's may stand inside. */
export function describedIn(document: Document): AgencyMention[] {
  const { tokens, mentions } = document
  table ??= descriptions()
  const found: AgencyMention[] = []
  const taken = mentions.filter((mention) => isEntityMention(mention) && mention.kind !== 'place')
  let next = 0
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.casing === 'lower' || token.casing === 'none') continue
    const match = matchPhrase(table, tokens, at)
    const [owner, other] = match?.values ?? []
    if (match === null || owner === undefined || other !== undefined || !isWhole(tokens, match.last)) continue
    const span = { start: token.start, end: tokens[match.last - 1]?.end ?? token.end }
    while ((taken[next]?.end ?? span.end) <= span.start) next += 1
    if ((taken[next]?.start ?? span.end) < span.end) continue
    found.push(mentionOf(document, owner, span))
    at = match.last - 1
  }
  return found
}

function descriptions(): PhraseNode<Agency> {
  const found = phraseTable<Agency>()
  for (const agency of agencies) for (const form of agency.nominals) addPhrase(found, form, agency)
  return found
}

/** "Toronto police board" and "Israeli government bonds" are others; "Israeli army chief" tells whose. */
function isWhole(tokens: readonly Token[], last: number): boolean {
  return endsPhrase(tokens, last) || roleByForm.has(tokens[last]?.normal ?? '')
}

function mentionOf({ article }: Document, owner: Agency, span: Span): AgencyMention {
  return {
    id: mentionId(article.id, 'agency', span),
    kind: 'agency',
    ...span,
    text: textAt(article.text, span),
    form: 'nominal',
    refersTo: null,
    rule: 'agency/description',
    score: SCORE,
    registryId: owner.id,
    canonical: owner.name,
  }
}
