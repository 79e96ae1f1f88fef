import type { Agency } from '../../lexicons/agencies.js'
import type { Document } from '../../model/document.js'
import { type AgencyMention, mentionId } from '../../model/mention.js'
import { finder } from '../finder.js'
import { type AcronymHit, isFamous, settleAcronyms } from './agency-acronyms.js'
import {
  type CountryVotes,
  countCountries,
  isKnownEverywhere,
  isPlainWord,
  placeBefore,
  settleOwner,
} from './agency-countries.js'
import { isInEvent } from './agency-events.js'
import type { AgencyHit } from './agency-registry.js'
import { scanAgencies } from './agency-scan.js'
import { supportedWeakNames } from './agency-weak.js'
import { findSpunNames } from './spun-names.js'

/** Adds every public body that the article names, by registry, acronym, shape, and synonym-spun or misspelt names. */
export const findAgencies = finder('find-agencies', agenciesIn)

/** The mentions of public bodies, sorted by start, none of which overlap. */
export function agenciesIn(document: Document): AgencyMention[] {
  const scan = scanAgencies(document)
  const spun = findSpunNames(document, scan)
  const names = withoutOverlaps([...scan.names, ...spun])
  const famous = scan.acronyms
    .filter(({ owners }) => owners.every(isFamous))
    .map(({ at, owners }) => ({ owners, first: at, last: at + 1 }))
  const votes = lazyVotes(document, [...names, ...famous])
  const acronyms = settleAcronyms(document, { ...scan, names }, votes)
  const known = [...names, ...acronyms]
  const weak = supportedWeakNames(document, scan.weak, known)
  const named = withoutOverlaps([...known, ...weak]).filter((hit) => !isInEvent(document, hit))
  return toMentions(document, named, votes)
}

/** Of hits that overlap, the longer one; of equals, a spun name before a shape, and the registry before both. */
function withoutOverlaps<Hit extends AgencyHit>(hits: readonly Hit[]): Hit[] {
  const ranked = [...hits].sort((a, b) => b.last - b.first - (a.last - a.first) || b.owners.length - a.owners.length)
  const taken = new Set<number>()
  const kept: Hit[] = []
  for (const hit of ranked) {
    let isFree = true
    for (let at = hit.first; at < hit.last; at += 1) if (taken.has(at)) isFree = false
    if (!isFree) continue
    for (let at = hit.first; at < hit.last; at += 1) taken.add(at)
    kept.push(hit)
  }
  return kept.sort((a, b) => a.first - b.first)
}

function toMentions(
  document: Document,
  hits: readonly (AgencyHit | AcronymHit)[],
  votes: () => CountryVotes,
): AgencyMention[] {
  const fullNames = new Map<string, string>()
  const ids = new Map<AgencyHit, string>()
  const owners = hits.map((hit) => ownerOf(document, hit, votes))
  const mentions: AgencyMention[] = []
  // Names first, so that an acronym before its full name refers to it too.
  hits.forEach((hit, index) => {
    const id = mentionId(document.article.id, 'agency', spanOfHit(document, hit))
    ids.set(hit, id)
    const owner = owners[index]
    const isFull = hit.form === 'name' && hit.rule !== 'agency/weak'
    if (owner && isFull && !fullNames.has(owner.id)) fullNames.set(owner.id, id)
  })
  hits.forEach((hit, index) => {
    const owner = owners[index] ?? null
    const definedBy = 'definedBy' in hit && hit.definedBy !== null ? ids.get(hit.definedBy) : undefined
    const full = owner === null ? undefined : fullNames.get(owner.id)
    // An acronym of another country's body says nothing without a name.
    if (owner === null && hit.form === 'acronym' && definedBy === undefined) return
    const isShort = hit.form === 'acronym' || hit.rule === 'agency/weak'
    mentions.push(mentionOf(document, hit, owner, isShort ? (definedBy ?? full ?? null) : null))
  })
  return mentions
}

function mentionOf(document: Document, hit: AgencyHit, owner: Agency | null, refersTo: string | null): AgencyMention {
  const span = spanOfHit(document, hit)
  const text = document.article.text.slice(span.start, span.end)
  return {
    id: mentionId(document.article.id, 'agency', span),
    kind: 'agency',
    ...span,
    text,
    form: hit.form,
    refersTo,
    rule: hit.rule === 'agency/registry' && owner === null ? 'agency/shape' : hit.rule,
    score: hit.rule === 'agency/registry' && owner === null ? 0.7 : hit.score,
    registryId: owner?.id ?? null,
    canonical: owner === null || owner.name === text ? null : owner.name,
  }
}

/** The one body that is meant, by the words beside the name and by the article. */
function ownerOf(document: Document, hit: AgencyHit, votes: () => CountryVotes): Agency | null {
  if (hit.owners.length === 0) return null
  const span = spanOfHit(document, hit)
  const form = document.article.text.slice(span.start, span.end)
  return settleOwner(hit.owners, form, {
    votes,
    near: possessorCountry(document, hit),
    isPlain: isPlain(document, hit),
  })
}

/** "Britain’s Parliament" → GB; the state of "Ohio’s Supreme Court" is no country that owns one: "". */
function possessorCountry({ tokens }: Document, hit: AgencyHit): string | null {
  if (hit.form === 'acronym' || tokens[hit.first - 1]?.normal !== "'s") return null
  const found = placeBefore(tokens, hit.first - 1)
  if (found === null) return null
  if (found.place.type === 'country' || found.place.country !== 'US') return found.place.country
  // "Ohio’s Senate race" is for the United States' Senate, and "Texas’s U.S. attorney" needs no help.
  const isOwn = hit.owners.every(({ kind, name }) => kind === 'legislature' || name.startsWith('U.S.'))
  return isOwn ? null : ''
}

function lazyVotes(document: Document, hits: readonly Hit[]): () => CountryVotes {
  let votes: CountryVotes | null = null
  return () => {
    if (votes === null) {
      const single = new Set(
        hits.flatMap((hit) => (hit.owners.length === 1 && !isPlain(document, hit) ? hit.owners : [])),
      )
      votes = countCountries(document.tokens, [...single])
    }
    return votes
  }
}

interface Hit {
  readonly owners: readonly Agency[]
  readonly first: number
  readonly last: number
}

/** Whether a hit is of usual words only, and so says nothing of its country: "Commerce Commission". */
function isPlain({ tokens }: Document, { owners: [owner], first, last }: Hit): boolean {
  if (owner === undefined || isKnownEverywhere(owner)) return false
  return last - first > 1 && tokens.slice(first, last).every(({ normal }) => isPlainWord(normal))
}

function spanOfHit({ article, tokens }: Document, hit: AgencyHit): { start: number; end: number } {
  const last = tokens[hit.last - 1]
  // "SEC." at the end of a sentence, though "sec." is an abbreviation.
  const isStopped =
    hit.form === 'acronym' && last?.normal === article.text.slice(last?.start, (last?.end ?? 0) - 1).toLowerCase()
  return { start: tokens[hit.first]?.start ?? 0, end: (last?.end ?? 0) - (isStopped ? 1 : 0) }
}
