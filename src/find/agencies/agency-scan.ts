import type { Agency } from '../../lexicons/agencies.js'
import { agencyWords } from '../../lexicons/agency-words.js'
import { type Document, sentenceAt, type Token } from '../../model/document.js'
import { placeBefore } from './agency-countries.js'
import { isBeside, isCommonWord, isNameWord, joinedBy, leftOf, rightOf } from './agency-edges.js'
import { type AgencyHit, acronymOwners, otherNameEnd, registryNameAt, weakNameAt } from './agency-registry.js'
import { councilAt, shapeAt } from './agency-shapes.js'
import { baseForm, registryFrequency } from './spun-table.js'

/** What one pass over an article finds: names, acronyms that are still to be settled, and words that need support. */
export interface AgencyScan {
  readonly names: readonly AgencyHit[]
  readonly acronyms: readonly { readonly at: number; readonly owners: readonly Agency[] }[]
  readonly weak: readonly AgencyHit[]
  /** Known names of other organisations, tokens `[first, last)`. */
  readonly others: readonly { readonly first: number; readonly last: number }[]
}

/** Reads the tokens once. Names are sorted and none overlap. */
export function scanAgencies(document: Document): AgencyScan {
  const { tokens, article } = document
  const names: AgencyHit[] = []
  const acronyms: { at: number; owners: readonly Agency[] }[] = []
  const weak: AgencyHit[] = []
  const others: { first: number; last: number }[] = []
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]
    const previous = names.at(-1)
    const from = previous?.last ?? 0
    if (token === undefined || token.casing === 'lower' || token.casing === 'none') {
      at += 1
      continue
    }
    const name = registryNameAt(tokens, at)
    const otherEnd = otherNameEnd(tokens, at)
    if (otherEnd > (name?.last ?? at)) {
      others.push({ first: at, last: otherEnd })
      at = otherEnd
      continue
    }
    if (name !== null) {
      if (isOfTwoPeoples(tokens, name.first)) {
        others.push({ first: at, last: name.last })
        at = name.last
        continue
      }
      const widened = widen(tokens, name, from)
      names.push(widened)
      at = widened.last
      continue
    }
    const bare = weakNameAt(tokens, at)
    const shape = bare !== null && bare.last - at > 1 ? null : shapeHit(document, at, previous)
    if (shape !== null) {
      while (names.length > 0 && (names.at(-1)?.last ?? 0) > shape.first) names.pop()
      names.push(shape)
      at = shape.last
      continue
    }
    const owners = acronymOwners(article.text, token)
    if (owners.length > 0) acronyms.push({ at, owners })
    else if (bare !== null) weak.push(bare)
    at += 1
  }
  return { names, acronyms, weak, others }
}

/**
 * A registry name that is part of a longer one: "Ohio Department of Health", "Supreme Court of Canada", "Washington State
 * Department of Health". The longer one has the registry's owner only where the place is that owner's country.
 */
function widen(tokens: readonly Token[], hit: AgencyHit, from: number): AgencyHit {
  const last = rightOf(tokens, hit.last)
  if (last > hit.last && placeBefore(tokens, last) !== null) {
    const country = placeBefore(tokens, last)?.place
    const owners = country?.type === 'country' ? hit.owners.filter((owner) => owner.country === country.country) : []
    return { ...hit, last, owners, rule: owners.length > 0 ? hit.rule : 'agency/shape', score: 0.85 }
  }
  const joined = joinedEnd(tokens, hit)
  if (joined > hit.last)
    return {
      ...hit,
      first: leftOf(tokens, hit.first, from),
      last: joined,
      owners: [],
      rule: 'agency/shape',
      score: 0.8,
    }
  if (last > hit.last && tokens[hit.last - 1]?.normal === 'department') {
    return { ...hit, last, owners: [], rule: 'agency/shape', score: 0.85 }
  }
  if (hit.owners.some(({ country }) => country === 'INT' || country === 'EU')) return hit
  if (
    agencyWords.get(tokens[hit.first - 1]?.normal ?? '') === 'public' &&
    isNameWord(tokens[hit.first - 1]) &&
    isBeside(tokens, hit.first - 1) &&
    hit.first > from
  )
    return { ...hit, first: leftOf(tokens, hit.first, from), owners: [], rule: 'agency/shape', score: 0.8 }
  const before = placeBefore(tokens, hit.first)
  const previous = tokens[hit.first - 1]
  const start = tokens[hit.first]
  if (before === null || before.first < from || !previous || !start || start.start - previous.end > 1) return hit
  if (before.place.country === 'US' && before.place.type === 'country')
    return { ...hit, first: tokens[before.first]?.normal.startsWith('u') ? before.first : hit.first }
  const isCountry = before.place.type === 'country'
  const owners = isCountry ? hit.owners.filter((owner) => owner.country === before.place.country) : []
  return { ...hit, first: before.first, owners, rule: owners.length > 0 ? hit.rule : 'agency/shape', score: 0.85 }
}

/**
 * Where "Department of Energy" ends in "Department of Energy and Climate Change", which is another: words after "and" that
 * the registry's names have as well, and that begin no body's name.
 */
function joinedEnd(tokens: readonly Token[], hit: AgencyHit): number {
  const isLinked = tokens.slice(hit.first, hit.last).some(({ normal }) => LINKS.has(normal))
  if (!isLinked || tokens[hit.last]?.normal !== 'and') return hit.last
  const start = hit.last + 1
  const end = joinedBy(tokens, hit.last)
  const words = tokens.slice(start, end)
  if (words.length === 0 || words.length > MOST_JOINED || isNameWord(tokens[end])) return hit.last
  if (!words.every(isRegistryWord)) return hit.last
  const isOther =
    registryNameAt(tokens, start) !== null ||
    weakNameAt(tokens, start) !== null ||
    shapeAt(tokens, end - 1, start) !== null
  return isOther ? hit.last : end
}

function isRegistryWord(token: Token): boolean {
  const { normal } = token
  return isCommonWord(token) && registryFrequency(baseForm(normal)) > 0 && agencyWords.get(normal) !== 'public'
}

const MOST_JOINED = 3
const LINKS: ReadonlySet<string> = new Set(['of', 'for', 'on'])

/** "Malaysian Indian" before "Congress": no state's body, since a state has one people. */
function isOfTwoPeoples(tokens: readonly Token[], end: number): boolean {
  return [end - 1, end - 2].every(
    (at) => tokens[at]?.casing === 'title' && tokens[at].tags.includes('Demonym') && isBeside(tokens, at),
  )
}

/** A name by its shape; "Senate" before "Ethics Panel" belongs to it, another name before it does not. */
function shapeHit(document: Document, at: number, previous: AgencyHit | undefined): AgencyHit | null {
  const isChamber = previous?.owners.some(({ kind }) => kind === 'legislature') ?? false
  const from = previous === undefined ? 0 : isChamber ? previous.first : previous.last
  const shape = shapeAt(document.tokens, at, from) ?? councilAt(document.tokens, at)
  if (shape === null || isHeadline(document, at) || isAllCapitals(document, at)) return null
  return {
    first: shape.first,
    last: shape.last,
    rule: 'agency/shape',
    score: shape.strength === 3 ? 0.85 : shape.strength === 2 ? 0.75 : 0.65,
    form: 'name',
    owners: [],
  }
}

/** Whether no word of the token's sentence has a small letter: "CENTRAL DIVISION" above a table. */
function isAllCapitals({ tokens, sentences }: Document, at: number): boolean {
  if (tokens[at]?.casing !== 'upper') return false
  const sentence = sentences[sentenceAt(sentences, tokens[at].start)]
  if (sentence === undefined) return false
  for (let index = sentence.firstToken; index < sentence.lastToken; index += 1) {
    const casing = tokens[index]?.casing
    if (casing === 'lower' || casing === 'title' || casing === 'mixed') return false
  }
  return true
}

/** Whether most words of the token's sentence have capitals, so that capitals say nothing. */
export function isHeadline({ tokens, sentences }: Document, at: number): boolean {
  const token = tokens[at]
  const sentence = token && sentences[sentenceAt(sentences, token.start)]
  if (!sentence) return false
  // A headline has no full stop.
  if (tokens[sentence.lastToken - 1]?.normal === '.') return false
  let words = 0
  let capitals = 0
  for (let index = sentence.firstToken; index < sentence.lastToken; index += 1) {
    const each = tokens[index]
    if (each === undefined || each.casing === 'none' || each.casing === 'digit' || each.end - each.start < 4) continue
    words += 1
    if (each.casing !== 'lower') capitals += 1
  }
  return words >= 5 && capitals > words * 0.75
}
