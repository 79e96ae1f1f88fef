import { agencyWords } from '../../lexicons/agency-words.js'
import { honorificByForm } from '../../lexicons/honorifics.js'
import { roleByForm } from '../../lexicons/roles.js'
import type { Token } from '../../model/document.js'
import { isFunctionWord } from './agency-phrases.js'

const MOST_WORDS_LEFT = 6
const MOST_ITEMS = 4
const OF_LINK = /^of$/
const FOR_LINK = /^for$/

/** Where the capitalised words before the head at `at` begin; never before the token `from`. */
export function leftOf(tokens: readonly Token[], at: number, from: number): number {
  let first = at
  while (first > from && at - first < MOST_WORDS_LEFT && isBeside(tokens, first - 1)) {
    const step = stepLeft(tokens, first, first === at)
    if (step === 0) break
    first -= step
  }
  return trimLeft(tokens, Math.max(first, from), at)
}

/** How many tokens to the left belong to the name as well; 0 for none. */
function stepLeft(tokens: readonly Token[], first: number, isAtHead: boolean): 0 | 1 | 2 {
  const token = tokens[first - 1]
  if (isNameWord(token)) {
    // "Attorney General's Office" keeps its role; "President Xi's Ministry" does not begin with one.
    return isTitle(token) && tokens[first]?.normal !== "'s" && !isTitle(tokens[first]) ? 0 : 1
  }
  const before = tokens[first - 2]
  if (token?.normal === "'s") return isAtHead && isTitle(before) ? 1 : 0
  if (token?.normal === '-') return isNameWord(before) ? 2 : 0
  const isJoint = token?.normal === 'and' || token?.normal === '&'
  return isJoint && isCommonWord(before) && isCommonWord(tokens[first]) && isBeside(tokens, first - 2) ? 2 : 0
}

function trimLeft(tokens: readonly Token[], first: number, at: number): number {
  let start = first
  while (start < at) {
    const normal = tokens[start]?.normal ?? ''
    const isLoose = normal === "'s" || normal === 'and' || normal === '&' || normal === '-'
    const isUpper = tokens[start]?.casing === 'upper'
    if (!isLoose && (isUpper || !isFunctionWord(normal)) && agencyWords.get(normal) !== 'loose') break
    start += 1
  }
  return start
}

/** Where the words after the head end: "of Housing and Urban Development", "for the Southern District of New York". */
export function rightOf(tokens: readonly Token[], end: number, links = OF_LINK): number {
  let last = linkedBy(tokens, end, links)
  if (last === end) return end
  for (;;) {
    const more = Math.max(linkedBy(tokens, last, OF_LINK), joinedBy(tokens, last), listedAt(tokens, last))
    const next = more > last ? more : forCourt(tokens, last)
    if (next === last) return last
    last = next
  }
}

/** "of (the) Health Care": a connector and the capitalised words after it. */
function linkedBy(tokens: readonly Token[], at: number, connector: RegExp): number {
  const link = tokens[at]
  if (link?.casing !== 'lower' || !connector.test(link.normal) || !isBeside(tokens, at - 1)) return at
  const hasArticle = tokens[at + 1]?.normal === 'the'
  const start = hasArticle ? at + 2 : at + 1
  if (!isBeside(tokens, at) || !isBeside(tokens, start - 1)) return at
  if (!isNameWord(tokens[start]) || isPerson(tokens, start) || isPresident(tokens, start)) return at
  return wordsEnd(tokens, start, hasArticle && isTitle(tokens[start]))
}

/** "and Urban Development" after "of Housing"; not "and the FBI", "and Senator Lee", "and Justice Department". */
export function joinedBy(tokens: readonly Token[], at: number): number {
  const link = tokens[at]
  if (link === undefined || (link.normal !== 'and' && link.normal !== '&') || !isBeside(tokens, at - 1)) return at
  const next = tokens[at + 1]
  return isNameWord(next) && isCommonWord(next) && isBeside(tokens, at) ? wordsEnd(tokens, at + 1, false) : at
}

/** ", Media and Sport": items after commas, the last one after "and". */
function listedAt(tokens: readonly Token[], at: number): number {
  let end = at
  for (let items = 0; items < MOST_ITEMS; items += 1) {
    const next = tokens[end + 1]
    if (tokens[end]?.normal !== ',' || !isCommonWord(next) || !isNameWord(next) || !isBeside(tokens, end)) return at
    end = wordsEnd(tokens, end + 1, false)
    const joint = tokens[end]?.normal === ',' ? end + 1 : end
    const joined = joinedBy(tokens, joint)
    if (joined > joint) return joined
  }
  return at
}

function forCourt(tokens: readonly Token[], at: number): number {
  const before = tokens[at - 1]?.normal
  return before === 'appeals' || before === 'court' ? linkedBy(tokens, at, FOR_LINK) : at
}

/** Where the capitalised words from `start` on end: before a title, unless it is whose office it is. */
function wordsEnd(tokens: readonly Token[], start: number, isOffice: boolean): number {
  let end = start + 1
  while (isBeside(tokens, end - 1)) {
    const next = tokens[end]
    if (isNameWord(next) && (isOffice || !isRole(next))) end += 1
    else if (next?.normal === '-' && isNameWord(tokens[end + 1]) && isTight(tokens, end)) end += 2
    else break
  }
  // "Veterans' Affairs", "Children's Services"
  const mark = tokens[end]?.normal
  const after = tokens[end + 1]
  const isPossessive =
    (mark === "'" || mark === "'s") && isNameWord(after) && isCommonWord(after) && isBeside(tokens, end)
  return isPossessive ? wordsEnd(tokens, end + 1, false) : end
}

/** Whether the token at `at` and the next stand in one block, with one space or none between. */
export function isBeside(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  return token !== undefined && next !== undefined && next.start - token.end <= 1
}

/** Whether nothing stands between a mark and the words on both sides of it. */
function isTight(tokens: readonly Token[], at: number): boolean {
  const [before, mark, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  return before?.end === mark?.start && mark?.end === after?.start
}

/** A word with a capital, or "5th", that a name may hold. */
export function isNameWord(token: Token | undefined): boolean {
  if (token === undefined || token.casing === 'lower' || token.casing === 'none') return false
  if (token.casing === 'digit') return /^\d+(?:st|nd|rd|th)$/.test(token.normal)
  return token.casing === 'upper' || !isFunctionWord(token.normal)
}

const PROPER_TAG = /Name$|^(?:City|Country|Region|Place|Demonym|SportsTeam|Honorific|Month|WeekDay)$/
const PLACE_TAG = /^(?:City|Country|Region|Place|Demonym)$/

/** A capitalised word that is no person's, no place's, no title and no acronym. */
export function isCommonWord(token: Token | undefined): boolean {
  return token?.casing === 'title' && !token.tags.some((tag) => PROPER_TAG.test(tag)) && !isTitle(token)
}

/** Whether the word can be a place or what belongs to it. */
export function isPlaceWord(token: Token | undefined): boolean {
  return token?.tags.some((tag) => PLACE_TAG.test(tag)) ?? false
}

/** Whether a person's name begins here: a given name that is no place, and one more word. */
export function isPerson(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const isGiven = token?.tags.some((tag) => tag === 'MaleName' || tag === 'FemaleName') ?? false
  return isGiven && !isPlaceWord(token) && isNameWord(tokens[at + 1])
}

/** "of President Xi": a title before a name, and not "of Inspector General". */
function isPresident(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return isTitle(tokens[at]) && isNameWord(next) && !isCommonWord(next) && !isTitle(next)
}

function isRole(token: Token | undefined): boolean {
  return token !== undefined && roleByForm.has(token.normal)
}

/** Whether the word is a role or stands before a name ("Gen."); "St." before a place does not count. */
export function isTitle(token: Token | undefined): boolean {
  if (token === undefined) return false
  if (roleByForm.has(token.normal)) return true
  const form = token.normal.charAt(0).toUpperCase() + token.normal.slice(1).replace(/\.$/, '')
  const honorific = honorificByForm.get(form)
  return honorific !== undefined && honorific.kind !== 'religious'
}
