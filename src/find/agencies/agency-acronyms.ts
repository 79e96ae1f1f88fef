import { type Agency, type AgencyKind, agencyById } from '../../lexicons/agencies.js'
import { ambiguousByForm } from '../../lexicons/ambiguous.js'
import { organizations } from '../../lexicons/organizations.js'
import type { Document } from '../../model/document.js'
import { type CountryVotes, isKnownEverywhere } from './agency-countries.js'
import { type Definition, definitionAfter, initialsOf, isAcronym } from './agency-definitions.js'
import type { AgencyHit } from './agency-registry.js'
import { type AgencyScan, isHeadline } from './agency-scan.js'

/** Bodies of their own. */
const KNOWN_KINDS: ReadonlySet<AgencyKind> = new Set([
  'department',
  'regulator',
  'central-bank',
  'police',
  'intergovernmental',
])
/** Offices and committees within a body, which news calls by acronym only after the name. */
const INNER_KINDS: ReadonlySet<AgencyKind> = new Set(['executive', 'office', 'committee', 'other'])
const MANY_ALIASES = 4
const OTHERS_ACRONYMS = new Set(organizations.flatMap(({ acronyms }) => acronyms))

interface AcronymContext {
  /** Ids of the bodies that the article names in full. */
  readonly named: ReadonlySet<string>
  readonly votes: () => CountryVotes
}

/** An acronym and the name of the same article that it stands for, if one is there. */
export interface AcronymHit extends AgencyHit {
  readonly definedBy: AgencyHit | null
}

/**
 * The acronyms of an article with their owners. One that the article defines is that name's, whoever else has it; one
 * with several owners is that of the body that is named in full, or whose parent is.
 */
export function settleAcronyms(
  document: Document,
  { names, acronyms }: AgencyScan,
  votes: () => CountryVotes,
): AcronymHit[] {
  const defined = definitionsOf(document, names)
  const named = new Set(names.flatMap(({ owners }) => owners.map(({ id }) => id)))
  const hits: AcronymHit[] = []
  const taken = new Set<number>()
  const others = new Set(acronyms.filter(({ at }) => isAnothers(document, at)).map(({ at }) => writtenAt(document, at)))
  for (const { at, owners } of acronyms) {
    const written = writtenAt(document, at)
    const definition = defined.get(written)
    if (definition !== undefined) continue
    const settled = ownersOf(owners, named)
    if (others.has(written) && !settled.some(({ id }) => named.has(id))) continue
    if (!isMeant(document, at, settled, { named, votes })) continue
    taken.add(at)
    hits.push({ ...acronymHit(at, settled, 0.93), definedBy: null })
  }
  if (defined.size === 0) return hits
  document.tokens.forEach((token, at) => {
    if (token.casing !== 'upper' && token.casing !== 'mixed') return
    const definition = defined.get(writtenAt(document, at))
    if (definition === undefined || taken.has(at)) return
    if (definition.isImplicit && (at < definition.hit.last || isHeadline(document, at))) return
    hits.push({
      ...acronymHit(at, definition.hit.owners, definition.isImplicit ? 0.7 : 0.95),
      definedBy: definition.hit,
    })
  })
  return hits
}

/** "Construction Information Services (CIS)": letters in brackets after words that they begin. */
function isAnothers({ tokens, article }: Document, at: number): boolean {
  if (tokens[at - 1]?.normal !== '(' || tokens[at + 1]?.normal !== ')') return false
  const letters = article.text.slice(tokens[at]?.start, tokens[at]?.end).toLowerCase()
  let first = at - 1
  for (let left = letters.length - 1; left >= 0; left -= 1) {
    first -= 1
    // "Department for International Development": small words count for nothing.
    while (tokens[first]?.casing === 'lower' && first > 0) first -= 1
    if (tokens[first]?.casing === 'none' || tokens[first]?.normal.charAt(0) !== letters.charAt(left)) return false
  }
  return letters.length > 2
}

interface DefinedName {
  readonly hit: AgencyHit
  /** Known by the initials only, not by "Name (ABC)". */
  readonly isImplicit: boolean
}

function definitionsOf(document: Document, names: readonly AgencyHit[]): Map<string, DefinedName> {
  const { tokens, article } = document
  const defined = new Map<string, DefinedName>()
  for (const hit of names) {
    const definition: Definition | null = definitionAfter(article.text, tokens, hit.first, hit.last)
    if (definition !== null && !defined.has(definition.written))
      defined.set(definition.written, { hit, isImplicit: false })
  }
  for (const hit of names) {
    if (hit.owners.length > 0) continue
    const initials = initialsOf(article.text, tokens, hit.first, hit.last)
    if (initials.length >= 3 && initials.length <= 6 && !defined.has(initials))
      defined.set(initials, { hit, isImplicit: true })
  }
  return defined
}

function ownersOf(owners: readonly Agency[], named: ReadonlySet<string>): readonly Agency[] {
  const full = owners.filter(({ id }) => named.has(id))
  if (full.length > 0) return full
  const kin = owners.filter(({ parent }) => parent !== null && named.has(parent))
  return kin.length > 0 ? kin : owners
}

/**
 * An acronym that is likelier something else ("WHO" in capitals, "SEC" in sport) needs the name or a relative beside it; a
 * little-known body's also an article that speaks of its country.
 */
function isMeant(document: Document, at: number, owners: readonly Agency[], context: AcronymContext): boolean {
  const written = writtenAt(document, at)
  const entry = ambiguousByForm.get(written)
  const isNamed = owners.some(
    ({ id, parent }) => context.named.has(id) || (parent !== null && context.named.has(parent)),
  )
  if (isNamed) return true
  if (entry === undefined ? OTHERS_ACRONYMS.has(written) : entry.readings[0] !== 'agency') return false
  const [likeliest] = entry?.owners ?? []
  if (likeliest !== undefined && !agencyById.has(likeliest)) return false
  if (entry !== undefined && isShouted(document, at)) return false
  return owners.some((owner) => isAtHome(owner, context.votes()))
}

/** Whether everyone knows the body by its acronym. */
export function isFamous({ famous }: Agency): boolean {
  return famous
}

/** A body of its own, or one that the registry knows by many names, is known by its acronym; an office within another is not. */
function isWellKnown({ kind, aliases }: Agency): boolean {
  return KNOWN_KINDS.has(kind) || aliases.length >= MANY_ALIASES
}

/** Whether the article may speak of the body: of a famous one anywhere, of another where its country is spoken of. */
function isAtHome(owner: Agency, votes: CountryVotes): boolean {
  if (isFamous(owner) || owner.country === 'INT' || owner.country === 'EU') return true
  if (INNER_KINDS.has(owner.kind)) return false
  const own = votes.get(owner.country) ?? 0
  const most = Math.max(0, ...votes.values())
  // Where no country is spoken of, English news means its own bodies.
  if (isWellKnown(owner)) return own > 0 || (most === 0 && isKnownEverywhere(owner))
  return own === most
}

/** Whether the words on both sides are in capitals too. */
function isShouted({ tokens, article }: Document, at: number): boolean {
  const beside = [tokens[at - 1], tokens[at + 1]].filter((token) => token !== undefined && token.casing !== 'none')
  return (
    beside.length > 0 &&
    beside.every(
      (token) => token?.casing === 'upper' && !isAcronym(article.text, token) === false && token.end - token.start > 1,
    )
  )
}

function writtenAt({ article, tokens }: Document, at: number): string {
  const token = tokens[at]
  return token === undefined ? '' : article.text.slice(token.start, token.end).replaceAll('.', '')
}

function acronymHit(at: number, owners: readonly Agency[], score: number): AgencyHit {
  return { first: at, last: at + 1, rule: 'agency/acronym', score, form: 'acronym', owners }
}
