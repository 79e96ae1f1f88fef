import { agencyWords } from '../../lexicons/agency-words.js'
import { type OrganizationHead, organizationHeads } from '../../lexicons/organization-heads.js'
import { roleByForm } from '../../lexicons/roles.js'
import type { Token } from '../../model/document.js'
import { placeBefore } from './agency-countries.js'
import { isBeside, isCommonWord, isPerson, isPlaceWord, leftOf, rightOf } from './agency-edges.js'
import { isFunctionWord, wordsOfForm } from './agency-phrases.js'
import { baseForm, registryFrequency } from './spun-table.js'

interface Head {
  readonly head: OrganizationHead
  readonly words: readonly string[]
}

/** Heads by their first word, the longest first. */
const HEADS = new Map<string, Head[]>()
for (const head of organizationHeads) {
  const words = wordsOfForm(head.form).map(({ normal }) => normal)
  const [first] = words
  if (first === undefined || head.kind !== 'agency') continue
  HEADS.set(
    first,
    [...(HEADS.get(first) ?? []), { head, words }].sort((a, b) => b.words.length - a.words.length),
  )
}

/** "of" everywhere; "for" and "on" where nothing but a place or "Federal" stands before the head. */
const ANY_LINK = /^(?:of|for|on)$/
const OF_LINK = /^of$/

/** A capitalised phrase, tokens `[first, last)`, that its head makes the name of a public body. */
export interface AgencyShape {
  readonly first: number
  readonly last: number
  readonly strength: 1 | 2 | 3
}

/**
 * The name that is built round the head that begins with the token `at`, or null: "Ohio Department of Health". It takes
 * no token before `from`.
 */
export function shapeAt(tokens: readonly Token[], at: number, from: number): AgencyShape | null {
  const found = headAt(tokens, at)
  if (found === null) return null
  const { head, end } = found
  const first = head.position === 'first' && head.strength < 3 ? at : leftOf(tokens, at, from)
  const links = (first === at || isPublic(tokens, first, at)) && head.form !== 'Parliament' ? ANY_LINK : OF_LINK
  const last = head.position === 'last' && !isCourtOf(tokens, end) ? end : rightOf(tokens, end, links)
  if (head.position === 'first' ? last === end : first === at && last === end) return null
  if (isOffice(tokens, at, last)) return null
  if (last === end && head.strength < 3 && isCutAtFor(tokens, end)) return null
  if (last === end && !isPlausible(tokens, { first, at, end }, head)) return null
  for (let index = first > 0 && isBeside(tokens, first - 1) ? first - 1 : first; index < last; index += 1)
    if (agencyWords.get(tokens[index]?.normal ?? '') === 'private') return null
  return { first, last, strength: head.strength }
}

const LONGEST_OFFICE = 4

/** "Inspector General of Police Ann Lee": what somebody is. */
function isOffice(tokens: readonly Token[], at: number, last: number): boolean {
  const words = tokens.slice(at, Math.min(last, at + LONGEST_OFFICE)).map(({ normal }) => normal)
  return words.includes('of') && roleByForm.has(words.join(' '))
}

/** What a local council is in the house style of many papers: "Kent county council", "Toronto city council". */
const COUNCILS = /^(?:borough|city|county|district|municipal|parish|regional|town)$/
/** Countries in whose papers a place's council is "Hackney council" alone. */
const BARE: ReadonlySet<string> = new Set(['AU', 'GB', 'IE', 'NZ'])
/** "council tax", "council house": the noun goes on. */
const NOT_COUNCIL = /^(?:estate|flat|home|house|housing|tax|taxes)$/
const LONGEST_PLACE = 4

/**
 * The local council whose name begins with the capitalised word at `at` and whose nouns have small letters, or null:
 * "Leeds city council", "Kensington and Chelsea borough council".
 */
export function councilAt(tokens: readonly Token[], at: number): AgencyShape | null {
  let end = at
  while (end - at < LONGEST_PLACE && isPlaceName(tokens, end, at)) end += 1
  const isNamed = end > at && !isFunctionWord(tokens[at]?.normal ?? '') && tokens[end - 1]?.normal !== 'and'
  if (!isNamed || tokens[end]?.casing !== 'lower' || !isBeside(tokens, end - 1)) return null
  const isKind = COUNCILS.test(tokens[end]?.normal ?? '') && isBeside(tokens, end)
  if (!isKind && !isTownOf(tokens, end)) return null
  const head = isKind ? end + 1 : end
  const isCouncil = tokens[head]?.normal === 'council' && tokens[head]?.casing === 'lower'
  if (!isCouncil || NOT_COUNCIL.test(tokens[head + 1]?.normal ?? '')) return null
  return { first: at, last: head + 1, strength: 3 }
}

/** Whether a town or county of those countries ends before `end`: "Hackney", not "English". */
function isTownOf(tokens: readonly Token[], end: number): boolean {
  const place = placeBefore(tokens, end)?.place
  const isDemonym = tokens[end - 1]?.tags.includes('Demonym') ?? true
  return place !== undefined && place.type !== 'country' && !isDemonym && BARE.has(place.country ?? '')
}

/** A capitalised word, or "and" between two. */
function isPlaceName(tokens: readonly Token[], at: number, first: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (at > first && !isBeside(tokens, at - 1)) return false
  return token?.casing === 'title' || (at > first && token?.normal === 'and' && next?.casing === 'title')
}

function headAt(tokens: readonly Token[], at: number): { head: OrganizationHead; end: number } | null {
  const token = tokens[at]
  if (token === undefined || token.casing === 'lower') return null
  const heads = HEADS.get(token.normal)
  if (heads === undefined) return null
  for (const { head, words } of heads) {
    const isHere = words.every((word, step) => {
      const each = tokens[at + step]
      if (each?.normal !== word || (step > 0 && !isBeside(tokens, at + step - 1))) return false
      return each.casing !== 'lower' || (step > 0 && !/^\p{L}{4}/u.test(word))
    })
    if (isHere) return { head, end: at + words.length }
  }
  return null
}

/** "American Registry" of "American Registry for Internet Numbers": the name goes on, so it is another's. */
function isCutAtFor(tokens: readonly Token[], end: number): boolean {
  const isFor = tokens[end]?.normal === 'for' && isBeside(tokens, end - 1) && isBeside(tokens, end)
  return isFor && isCommonWord(tokens[end + 1]) && !isFunctionWord(tokens[end + 1]?.normal ?? '')
}

/** "Supreme Court of Ohio", though "Court" otherwise ends a name. */
function isCourtOf(tokens: readonly Token[], end: number): boolean {
  return tokens[end - 1]?.normal === 'court' && tokens[end]?.normal === 'of'
}

/**
 * Whether the words before the head `[at, end)` can make it a body's name. A weak head wants a place or a word like
 * "Federal"; "Snow Patrol", "Laurence H. Tribe" and "Serious Crime and Police Bill" name none.
 */
function isPlausible(
  tokens: readonly Token[],
  words: { first: number; at: number; end: number },
  head: OrganizationHead,
): boolean {
  const { first, at, end } = words
  if (isCommonWord(tokens[end]) && isBeside(tokens, end - 1)) return false
  if (head.strength === 3) return true
  if (isPublic(tokens, first, at)) return true
  if (head.strength === 1) return false
  for (let index = first; index < at; index += 1) if (tokens[index]?.casing === 'initial') return false
  if (isPerson(tokens, first)) return false
  return at - first > 1 || registryFrequency(baseForm(tokens[first]?.normal ?? '')) > 0
}

function isPublic(tokens: readonly Token[], first: number, at: number): boolean {
  for (let index = first; index < at; index += 1) {
    const token = tokens[index]
    if (token === undefined) continue
    if (agencyWords.get(token.normal) === 'public' || isPlaceWord(token) || placeBefore(tokens, index + 1) !== null)
      return true
  }
  return false
}
