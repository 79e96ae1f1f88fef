import type { Comparison } from '../model/entity.js'
import type { WordPair } from './align.js'
import { type BodyName, isLeftAway, weightOf } from './body-names.js'
import type { Features } from './features.js'
import type { Pair } from './pair.js'

/** The whole name, "the" aside. */
export function bodyNameExact({ left, right }: Pair): Comparison | null {
  if (left.kind !== 'body') {
    return left.normal === right.normal ? { name: 'name-exact', score: 1, detail: `both "${left.normal}"` } : null
  }
  const names = new Set(wholeNames(right, left).map((name) => name.normal))
  const shared = wholeNames(left, right).find((name) => names.has(name.normal))
  return shared === undefined ? null : { name: 'name-exact', score: 1, detail: `both "${shared.normal}"` }
}

/** The name without its legal form: "Siemens AG", "Siemens Aktiengesellschaft". */
export function nameWithoutLegalForm({ left, right }: Pair): Comparison | null {
  const cores = new Set(wholeNames(right, left).map((name) => name.core.join('')))
  const shared = wholeNames(left, right).find((name) => cores.has(name.core.join('')))
  if (shared === undefined) return null
  return { name: 'name-core', score: 1, detail: `both "${shared.core.join(' ')}" but for the legal form` }
}

/**
 * The names by which one body can be known as the other: all, but where the full names of both have words of their own
 * ("Carolina Panthers", "Florida Panthers") no short form of them ("Panthers").
 */
function wholeNames(own: Features, other: Features): readonly BodyName[] {
  const [main] = own.bodies
  const [otherMain] = other.bodies
  if (main === undefined || otherMain === undefined || own.bodies.length === 1) return own.bodies
  const lacks = (one: BodyName, words: BodyName): boolean => one.core.some((word) => !words.core.includes(word))
  if (!lacks(main, otherMain) || !lacks(otherMain, main)) return own.bodies
  return own.bodies.filter((name) => name === main || lacks(name, main))
}

/** Forms of what is no company: no company is one of them by a slip. */
const OTHER_FAMILIES = /^(?:association|foundation|cooperative|club|ship.*)$/

/** Two legal forms that cannot stand for each other: a company and its subsidiary, or two of one name. */
export function legalForm({ body }: Pair): Comparison | null {
  const [left, right] = [body?.left.legalForm ?? null, body?.right.legalForm ?? null]
  if (body === null || left === null || right === null) return null
  if (left === right) return { name: 'legal-form', score: 0.2, detail: `both ${left}` }
  const families = [body.left.legalFamily ?? '', body.right.legalFamily ?? '']
  const score = families[0] === families[1] ? -0.2 : families.some((family) => OTHER_FAMILIES.test(family)) ? -1 : -0.5
  return { name: 'legal-form', score, detail: `${left} and ${right}` }
}

/**
 * The words of the two names, those that many names share counting less. Words of its own on each side speak against;
 * a name that is the other with a word more is the same where papers leave such words away ("Ford", "Ford Motor"), and
 * another where the word says what sort it is ("Corwin University", "Corwin University Press").
 */
export function wordOverlap({ body, left, right }: Pair): Comparison | null {
  if (body === null || isAcronym(left) || isAcronym(right)) return null
  if (body.left.core.join('') === body.right.core.join('')) return null
  const { pairs, leftOver, rightOver } = body.alignment
  const paired = pairs.reduce((sum, pair) => sum + weightOf(pair.left) * pair.score, 0)
  if (paired === 0) return { name: 'words', score: -1, detail: 'no word in common' }
  const common = pairs.map(written).join(', ')
  if (leftOver.length > 0 && rightOver.length > 0) {
    const detail = `"${leftOver.join(' ')}" and "${rightOver.join(' ')}" differ, in common: ${common}`
    return { name: 'words', score: -0.9, detail }
  }
  const over = [...leftOver, ...rightOver]
  const worst = Math.min(...pairs.map((pair) => pair.score))
  // "OneTel" is no slip of "Intel", which is known: of a single word little is left to know it by.
  const isSlip = worst < 1 && pairs.length === 1 && (left.registryId ?? right.registryId) !== null
  if (over.length === 0) return { name: 'words', score: isSlip ? worst - SLIP : worst, detail: `in common: ${common}` }
  const isName = pairs.some((pair) => weightOf(pair.left) === 1)
  const isTrade =
    over.every(isLeftAway) || (over.join() === 'department' && pairs.some(({ left: word }) => HAS_DEPARTMENT.has(word)))
  const isSort = over.every((word) => weightOf(word) < 1)
  const score = isTrade ? (isName ? 0.75 * worst : -0.5) : isSort ? -0.25 : isName ? 0 : -0.5
  return { name: 'words', score, detail: `in common: ${common}; only one has "${over.join(' ')}"` }
}

/** How much less a name of one word counts that is a known body's but for its spelling. */
const SLIP = 0.4

/** "Staunton Police", "Staunton Police Department". */
const HAS_DEPARTMENT: ReadonlySet<string> = new Set(['police', 'fire'])

function written(pair: WordPair): string {
  return pair.how === 'equal' ? pair.left : `${pair.left}/${pair.right}`
}

function isAcronym(features: Features): boolean {
  return features.bodies.every((name) => name.words.length === 1 && features.acronyms.includes(name.words[0] ?? ''))
}

/** Letters in common: both articles have the acronym, or one name's first letters are the other's acronym. */
export function acronym({ left, right }: Pair): Comparison | null {
  const shared = left.acronyms.find((form) => right.acronyms.includes(form))
  if (shared !== undefined) return { name: 'acronym', score: 1, detail: `both "${shared.toUpperCase()}"` }
  const spelt = initialsIn(left, right) ?? initialsIn(right, left)
  if (spelt !== null) return { name: 'acronym', score: 0.85, detail: `"${spelt.toUpperCase()}" are its first letters` }
  if (left.acronyms.length === 0 || right.acronyms.length === 0) return null
  const detail = `"${left.acronyms.join(', ').toUpperCase()}" and "${right.acronyms.join(', ').toUpperCase()}"`
  return { name: 'acronym', score: -0.3, detail }
}

function initialsIn(short: Features, long: Features): string | null {
  const initials = long.bodies.map((name) => name.initials)
  return short.acronyms.find((form) => initials.includes(form)) ?? null
}

/** An article may take an agency for another organisation; a little against. */
export function sameKind({ left, right }: Pair): Comparison | null {
  if (left.profileKind === right.profileKind) return null
  return { name: 'kind', score: -0.3, detail: `one is read as ${left.profileKind}, the other as ${right.profileKind}` }
}

/**
 * Whether what one article reads as a person or a place is the body of exactly that name in the registry ("Lockheed
 * Martin"). Someone with an honorific or a role is a person.
 */
export function misreadKind({ left, right }: Pair): Comparison | null {
  const body = left.kind === 'body' ? left : right
  const other = body === left ? right : left
  const detail = `a ${left.profileKind} and a ${right.profileKind}`
  const isPossible = body.kind === 'body' && body.registryId !== null && other.registryId === null
  if (!isPossible || body.key !== other.key || other.gender !== null || other.titles.length > 0)
    return { name: 'kind', score: -1, detail }
  // One word ("Ford") may well be somebody's name or a town; two in a row hardly.
  return { name: 'kind', score: other.normal.includes(' ') ? 1 : 0.5, detail: `${detail} called "${other.normal}"` }
}
