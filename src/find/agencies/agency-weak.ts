import { agencyWords } from '../../lexicons/agency-words.js'
import { ambiguousByForm } from '../../lexicons/ambiguous.js'
import { nominalHeadByForm } from '../../lexicons/nominal-heads.js'
import { roleByForm } from '../../lexicons/roles.js'
import type { Document, Token } from '../../model/document.js'
import type { AgencyHit } from './agency-registry.js'

/**
 * The bare words that mean a body here: "Treasury" before "Secretary", "House" before "Republicans" or alone where the
 * article speaks of the Senate, "Treasury" alone where the article named the Treasury before.
 */
export function supportedWeakNames(
  document: Document,
  weak: readonly AgencyHit[],
  known: readonly AgencyHit[],
): AgencyHit[] {
  const named = new Set(known.flatMap(({ owners }) => owners.map(({ id }) => id)))
  const isPolitics = known.some(({ owners }) =>
    owners.some(({ kind, country }) => kind === 'legislature' && country === 'US'),
  )
  const { tokens } = document
  const found: AgencyHit[] = []
  for (const hit of weak) {
    const next = tokens[hit.last]
    const owners = hit.owners.filter(({ id }) => named.has(id))
    const owned = owners.length > 0 ? owners : hit.owners
    const [owner] = owned
    if (owner === undefined || isInsideName(tokens, hit)) continue
    if (isBeforeRole(tokens, hit)) found.push({ ...hit, owners: owned, score: 0.7 })
    else if (owner.kind === 'legislature') {
      const isBeforeNoun =
        next !== undefined && agencyWords.get(next.normal) === 'chamber' && next.start - 1 === tokens[hit.last - 1]?.end
      if (isBeforeNoun || (isPolitics && isAlone(tokens, hit) && tokens[hit.first - 1]?.normal === 'the'))
        found.push({ ...hit, owners: owned, score: isBeforeNoun ? 0.75 : 0.65 })
    } else if (isAlone(tokens, hit) && isStandalone(document, hit, owners.length > 0))
      found.push({ ...hit, owners: owned })
  }
  return found
}

/** "Treasury" once the Treasury is known; "the Army", "the Navy" anywhere; not "State", which is a word of its own. */
function isStandalone({ article, tokens }: Document, hit: AgencyHit, isKnown: boolean): boolean {
  const [start, end] = [tokens[hit.first], tokens[hit.last - 1]]
  if (start === undefined || end === undefined) return false
  const form = article.text.slice(start.start, end.end)
  if (hit.last - hit.first === 1) {
    if (roleByForm.has(start.normal) || nominalHeadByForm.has(start.normal)) return false
    const readings = ambiguousByForm.get(form)?.readings ?? []
    if (readings.includes('word') && !isKnown) return false
  }
  const hasArticle = tokens[hit.first - 1]?.normal === 'the'
  if (hit.owners.some(({ kind }) => kind === 'armed-forces')) return hasArticle
  return isKnown && (hasArticle || hit.last - hit.first > 1)
}

/** "Treasury Secretary Scott Bessent", "Homeland Security spokeswoman". */
function isBeforeRole(tokens: readonly Token[], hit: AgencyHit): boolean {
  const next = tokens[hit.last]
  const end = tokens[hit.last - 1]
  return next !== undefined && end !== undefined && next.start - end.end === 1 && roleByForm.has(next.normal)
}

/** Whether the words beside the hit in its sentence have no capitals, so that it is no part of a longer name. */
function isAlone(tokens: readonly Token[], hit: AgencyHit): boolean {
  const [next, end] = [tokens[hit.last], tokens[hit.last - 1]]
  if (next === undefined || end === undefined) return true
  const isJoined = next.start - end.end <= 1
  return !(
    isJoined &&
    (next.casing === 'title' || next.casing === 'upper' || next.normal === '-' || next.normal === 'of')
  )
}

/** Whether a capitalised word or a possessive stands right before it. */
function isInsideName(tokens: readonly Token[], hit: AgencyHit): boolean {
  const [before, start] = [tokens[hit.first - 1], tokens[hit.first]]
  if (before === undefined || start === undefined || start.start - before.end > 1) return false
  if (before.normal === 'the') return false
  return (
    before.casing === 'title' ||
    before.casing === 'upper' ||
    before.casing === 'initial' ||
    before.normal === "'s" ||
    before.normal === '-' ||
    before.normal === '$'
  )
}
