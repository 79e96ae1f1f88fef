import { agencyWords } from '../../lexicons/agency-words.js'
import { type OrganizationHead, organizationHeads } from '../../lexicons/organization-heads.js'
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
  if (last === end && head.strength < 3 && isCutAtFor(tokens, end)) return null
  if (last === end && !isPlausible(tokens, { first, at, end }, head)) return null
  for (let index = first > 0 && isBeside(tokens, first - 1) ? first - 1 : first; index < last; index += 1)
    if (agencyWords.get(tokens[index]?.normal ?? '') === 'private') return null
  return { first, last, strength: head.strength }
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
