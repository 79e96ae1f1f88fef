import { agencyWords } from '../lexicons/agency-words.js'
import { honorificByForm } from '../lexicons/honorifics.js'
import { type OrganizationHead, organizationHeads } from '../lexicons/organization-heads.js'
import { roleByForm } from '../lexicons/roles.js'
import { stopWordKinds } from '../lexicons/stop-words.js'
import type { Token } from '../model/document.js'
import { placeBefore } from './agency-countries.js'
import { wordsOfForm } from './agency-phrases.js'

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

const MOST_WORDS_LEFT = 6

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
  const isPlain = first === at || isPublic(tokens, first, at)
  const links = isPlain ? ANY_LINK : OF_LINK
  const last = head.position === 'last' && !isCourtOf(tokens, end) ? end : rightOf(tokens, end, links)
  const isLeft = first < at
  const isRight = last > end
  if (!isLeft && !isRight) return null
  if (head.position === 'first' && !isRight) return null
  if (head.strength === 1 && !isRight && !isPublic(tokens, first, at)) return null
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
      return each?.normal === word && (each.casing !== 'lower' || word === 'of' || word === 'for')
    })
    if (isHere) return { head, end: at + words.length }
  }
  return null
}

/** "Supreme Court of Ohio", though "Court" otherwise ends a name. */
function isCourtOf(tokens: readonly Token[], end: number): boolean {
  return tokens[end - 1]?.normal === 'court' && tokens[end]?.normal === 'of'
}

const ANY_LINK = /^(?:of|for|on)$/
const OF_LINK = /^of$/

/** Where the capitalised words before the head begin. */
function leftOf(tokens: readonly Token[], at: number, from: number): number {
  let first = at
  while (first > from && at - first < MOST_WORDS_LEFT && isBeside(tokens, first - 1)) {
    const token = tokens[first - 1]
    if (token === undefined) break
    if (isNameWord(token)) {
      // "the Attorney General's Office" keeps its role; "President Xi's Ministry" does not begin with one.
      if (isTitle(token) && tokens[first]?.normal !== "'s" && !isTitle(tokens[first])) break
      first -= 1
    } else if (token.normal === "'s" && first === at && isPossessor(tokens, first - 2)) first -= 1
    else if (
      (token.normal === 'and' || token.normal === '&') &&
      isCommonWord(tokens[first - 2]) &&
      isCommonWord(tokens[first]) &&
      isBeside(tokens, first - 2)
    )
      first -= 2
    else if (token.normal === '-' && isNameWord(tokens[first - 2])) first -= 2
    else break
  }
  return trimLeft(tokens, Math.max(first, from), at)
}

/** Whose office it is: a public role ("Sheriff's Office"), not a place ("Ohio's Department of Health") or a person. */
function isPossessor(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  return (
    roleByForm.has(token.normal) ||
    honorificByForm.has(tokenForm(token)) ||
    /^(?:general|sheriff|coroner|assessor|marshal)$/.test(token.normal)
  )
}

function trimLeft(tokens: readonly Token[], first: number, at: number): number {
  let start = first
  for (;;) {
    const token = tokens[start]
    if (start >= at || token === undefined) return start
    const isLoose = token.normal === "'s" || token.normal === 'and' || token.normal === '&' || token.normal === '-'
    if (!isLoose && !stopWordKinds.has(token.normal) && agencyWords.get(token.normal) !== 'loose') return start
    start += 1
  }
}

/** Where the words after the head end: "of Housing and Urban Development", "for the Southern District of New York". */
export function rightOf(tokens: readonly Token[], end: number, links = OF_LINK): number {
  let last = linkedBy(tokens, end, links)
  if (last === end) return end
  for (;;) {
    const more = Math.max(linkedBy(tokens, last, OF_LINK), joinedBy(tokens, last), listedAt(tokens, last))
    const withFor = more > last ? more : forCourt(tokens, last)
    if (withFor === last) return last
    last = withFor
  }
}

/** "of (the) Health Care": a connector and the capitalised words after it. */
function linkedBy(tokens: readonly Token[], at: number, connector: RegExp): number {
  const link = tokens[at]
  if (link === undefined || link.casing !== 'lower' || !connector.test(link.normal) || !isBeside(tokens, at - 1))
    return at
  const start = tokens[at + 1]?.normal === 'the' ? at + 2 : at + 1
  if (!isNameWord(tokens[start]) || isPerson(tokens, start) || isPresident(tokens, start)) return at
  return wordsEnd(tokens, start)
}

/** "and Urban Development" after "of Housing"; not "and the FBI", "and Senator Lee", "and Department of …". */
function joinedBy(tokens: readonly Token[], at: number): number {
  const link = tokens[at]
  if (link === undefined || (link.normal !== 'and' && link.normal !== '&') || !isBeside(tokens, at - 1)) return at
  const next = tokens[at + 1]
  if (!isNameWord(next) || !isCommonWord(next) || headAt(tokens, at + 1) !== null) return at
  const end = wordsEnd(tokens, at + 1)
  // "Department of Energy and Justice Department": what follows is a name of its own.
  return headAt(tokens, end - 1) === null ? end : at
}

/** ", Media and Sport": items after commas, the last one after "and". */
function listedAt(tokens: readonly Token[], at: number): number {
  let end = at
  for (let items = 0; items < 4; items += 1) {
    if (tokens[end]?.normal !== ',' || !isCommonWord(tokens[end + 1]) || !isNameWord(tokens[end + 1])) return at
    end = wordsEnd(tokens, end + 1)
    const joined = joinedBy(tokens, tokens[end]?.normal === ',' ? end + 1 : end)
    if (joined > end + 1) return joined
  }
  return at
}

function forCourt(tokens: readonly Token[], at: number): number {
  const isCourt = tokens[at - 1]?.normal === 'appeals' || tokens[at - 1]?.normal === 'court'
  return isCourt && tokens[at]?.normal === 'for' ? linkedBy(tokens, at, /^for$/) : at
}

/** Where the capitalised words from `start` on end; the first may be a role ("Office of Inspector General"). */
function wordsEnd(tokens: readonly Token[], start: number): number {
  let end = start + 1
  while (isNameWord(tokens[end]) && isBeside(tokens, end - 1) && !isRole(tokens[end])) end += 1
  // "Veterans' Affairs", "Children's Services"
  const mark = tokens[end]?.normal
  if (
    (mark === "'" || mark === "'s") &&
    isNameWord(tokens[end + 1]) &&
    isCommonWord(tokens[end + 1]) &&
    isBeside(tokens, end)
  )
    return wordsEnd(tokens, end + 1)
  return end
}

/** Whether the token at `at` and the next stand in one block, with one space or none between. */
function isBeside(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  return token !== undefined && next !== undefined && next.start - token.end <= 1
}

function isNameWord(token: Token | undefined): boolean {
  if (token === undefined || token.casing === 'lower' || token.casing === 'none') return false
  if (token.casing === 'digit') return /^\d+(?:st|nd|rd|th)$/.test(token.normal)
  return !stopWordKinds.has(token.normal) || token.casing === 'upper'
}

/** A capitalised word that is no person's, no place's and no acronym. */
function isCommonWord(token: Token | undefined): boolean {
  if (token === undefined || token.casing !== 'title') return false
  return (
    !token.tags.some((tag) =>
      /Name$|^(?:City|Country|Region|Place|Demonym|SportsTeam|Honorific|Month|WeekDay)$/.test(tag),
    ) && !isRole(token)
  )
}

function isPerson(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.tags.some((tag) => tag === 'MaleName' || tag === 'FemaleName') === true && isNameWord(tokens[at + 1])
  )
}

/** "of President Xi": a title before a name, and not "of Inspector General". */
function isPresident(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return isTitle(tokens[at]) && isNameWord(next) && !isCommonWord(next)
}

function isRole(token: Token | undefined): boolean {
  return token !== undefined && roleByForm.has(token.normal)
}

function isTitle(token: Token | undefined): boolean {
  return token !== undefined && (roleByForm.has(token.normal) || honorificByForm.has(tokenForm(token)))
}

function tokenForm(token: Token): string {
  return token.normal.charAt(0).toUpperCase() + token.normal.slice(1).replace(/\.$/, '')
}

function isPublic(tokens: readonly Token[], first: number, at: number): boolean {
  for (let index = first; index < at; index += 1) {
    const token = tokens[index]
    if (token && (agencyWords.get(token.normal) === 'public' || placeBefore(tokens, index + 1) !== null)) return true
    if (token?.tags.some((tag) => /^(?:City|Country|Region|Place|Demonym)$/.test(tag))) return true
  }
  return false
}
