import { reportingNounByForm } from '../../lexicons/reporting-nouns.js'
import { roleByForm } from '../../lexicons/roles.js'
import type { Document } from '../../model/document.js'
import type { Referent, Sighting } from './coreference-referents.js'

/** Those who speak about a company, not for it. */
const OUTSIDERS: ReadonlySet<string> = new Set(
  'analyst attorney barrister broker commentator consultant correspondent economist expert lawyer professor reporter researcher scientist solicitor strategist trader'.split(
    ' ',
  ),
)
const OF: ReadonlySet<string> = new Set(['at', 'for', 'from', 'of', 'with'])

/**
 * "Ann Lee, an analyst at Four Corners", "Four Corners analyst Ann Lee": a body that the article, which names others, names
 * only as that of somebody who looks on is not "the company".
 */
export function isOutsiders(document: Document, referent: Referent, known: readonly Referent[]): boolean {
  return (
    isLookingOn(document, referent) && known.some((one) => one.kind === 'organization' && !isLookingOn(document, one))
  )
}

/** "In an e-mail to the Herald, the company said": whoever is written to is another. */
export function isWrittenTo({ tokens }: Document, { sightings }: Referent, sentence: number): boolean {
  const last = sightings.at(-1)
  if (last === undefined || last.sentence !== sentence) return false
  const before = tokens[last.first - 1]?.normal === 'the' ? last.first - 2 : last.first - 1
  if (tokens[before]?.normal !== 'to') return false
  const noun = tokens[before - 1]?.normal ?? ''
  const whole = tokens[before - 2]?.normal === '-' ? `${tokens[before - 3]?.normal}-${noun}` : noun
  return reportingNounByForm.get(whole)?.occasion === true
}

function isLookingOn(document: Document, { kind, sightings }: Referent): boolean {
  return (
    kind === 'organization' && sightings.length > 0 && sightings.every((sighting) => isLookedFrom(document, sighting))
  )
}

function isLookedFrom({ tokens, mentions }: Document, { first, last, form }: Sighting): boolean {
  if (form === 'pronoun' || form === 'nominal') return false
  if (isOutsider(tokens[last]?.normal)) return true
  if (!OF.has(tokens[first - 1]?.normal ?? '')) return false
  if (isOutsider(tokens[first - 2]?.normal)) return true
  const end = tokens[first - 2]?.end
  return mentions.some((mention) => mention.kind === 'person' && mention.end === end)
}

function isOutsider(word: string | undefined): boolean {
  const role = word === undefined ? undefined : roleByForm.get(word)
  return role !== undefined && OUTSIDERS.has(role.singular)
}
