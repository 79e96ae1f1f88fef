import { familyFirstNames } from '../lexicons/family-first-names.js'
import { givenNameByForm } from '../lexicons/given-names.js'
import { shareByFamilyName, shareByGivenName } from '../lexicons/name-frequencies.js'
import type { Comparison } from '../model/entity.js'
import type { WordPair } from './align.js'
import type { AlignedNames, Pair } from './pair.js'
import type { PersonName } from './person-names.js'

/** The whole name, word for word. */
export function personNameExact({ person }: Pair): Comparison | null {
  if (person === null || person.left.words.length === 0) return null
  if (!isOneWord(person.left, person.right)) return null
  const written = person.left.words.join(' ')
  if (haveOneDignity(person))
    return { name: 'name-exact', score: 1, detail: `both "${person.left.dignity} ${written}"` }
  return person.left.isBare
    ? { name: 'name-exact', score: 0.3, detail: `both only "${written}"` }
    : { name: 'name-exact', score: 1, detail: `both "${written}"` }
}

/** "Lord Falconer" here and there: a whole name, though there is one word of it. */
function haveOneDignity({ left, right }: AlignedNames<PersonName>): boolean {
  return left.dignity !== null && left.dignity === right.dignity
}

/** The family name: equal, misspelt, in another place, different; for a bare name, whether it can be the other's. */
export function familyName(pair: Pair): Comparison | null {
  const { person, left, right } = pair
  if (person === null) return null
  if (isOneWord(person.left, person.right) && person.left.isBare !== person.right.isBare)
    return { name: 'family', score: 1, detail: 'the same letters, written apart' }
  if (person.left.isBare || person.right.isBare) return bareName(pair)
  if (isOneWord(person.left, person.right)) return { name: 'family', score: 1, detail: `both "${person.left.family}"` }
  const both = `"${person.left.family}" and "${person.right.family}"`
  const found = person.alignment.pairs.find((words) => words.left === person.left.family)
  if (found !== undefined && found.right === person.right.family) {
    if (found.how === 'equal') return { name: 'family', score: 1, detail: `both ${both.split(' and ')[0]}` }
    return { name: 'family', score: found.score - 0.1, detail: `${both} may be one name spelt two ways` }
  }
  if (isTurned(person.left, person.right)) return { name: 'family', score: 0.9, detail: `${both}, family name first` }
  const { leftOver, rightOver, pairs } = person.alignment
  // "Ruiz Montoya" and "Ruiz Ibarra" are both called "Ruiz".
  const isOneMore = leftOver.length === 0 || rightOver.length === 0
  if (isOneMore && left.families.some((family) => right.families.includes(family)))
    return { name: 'family', score: 0.8, detail: `${both}, but one family name in common` }
  if (pairs.length >= 2 && isOneMore)
    return hasOrder(pairs, person.left.words, person.right.words)
      ? { name: 'family', score: 0.6, detail: `${both}: one name is the other with a word more` }
      : { name: 'family', score: -0.6, detail: `${both}: the words stand in another order` }
  return { name: 'family', score: -1, detail: `${both} differ` }
}

/** The same letters, however the words are parted: "Jan Daniel Bothma", "JanDaniel Bothma". */
function isOneWord(left: PersonName, right: PersonName): boolean {
  return left.joined === right.joined
}

function bareName({ person, left, right }: Pair): Comparison | null {
  const bare = person?.left.isBare ? left : right
  const other = bare === left ? right : left
  const word = bare.people[0]?.words[0] ?? bare.families[0]
  if (word === undefined) return null
  if (bare.families.some((family) => other.families.includes(family)))
    return { name: 'family', score: 0.8, detail: `"${bare.name}" is the family name of "${other.name}"` }
  if (other.people[0]?.words[0] === word)
    return { name: 'family', score: 0.3, detail: `"${bare.name}" is the first word of "${other.name}"` }
  const slip = person?.alignment.pairs[0]
  if (slip !== undefined && slip.score > 0.5)
    return { name: 'family', score: slip.score - 0.2, detail: `"${slip.left}" and "${slip.right}" may be one name` }
  return { name: 'family', score: -1, detail: `"${bare.name}" is no name of "${other.name}"` }
}

/**
 * "Shoigu Sergey" for "Sergey Shoigu": the same words, turned, or with a middle name more ("Arkadii Romanovich
 * Rotenberg"). "James Taylor" and "Taylor James" are two people, and so are "Salman bin Muhammad" and his son.
 */
function isTurned(left: PersonName, right: PersonName): boolean {
  if (left.isPatronymic || right.isPatronymic) return false
  const [shorter, longer] =
    left.words.length <= right.words.length ? [left.words, right.words] : [right.words, left.words]
  const [first = '', ...rest] = shorter
  const last = shorter.at(-1) ?? ''
  if (shorter.length < 2 || (givenNameByForm.has(first) && givenNameByForm.has(last) && !isAsian(first, last)))
    return false
  const written = longer.join(' ')
  if (written === [...rest, first].join(' ') || written === [last, ...shorter.slice(0, -1)].join(' ')) return true
  return shorter.length === 2 && longer.length === 3 && longer[0] === last && longer[2] === first
}

function isAsian(first: string, last: string): boolean {
  return familyFirstNames.has(first) || familyFirstNames.has(last)
}

function hasOrder(pairs: readonly WordPair[], left: readonly string[], right: readonly string[]): boolean {
  const places = [...pairs]
    .sort((a, b) => left.indexOf(a.left) - left.indexOf(b.left))
    .map((pair) => right.indexOf(pair.right))
  return places.every((place, at) => at === 0 || place > (places[at - 1] ?? -1))
}

/** The given name: equal, a nickname, an initial, misspelt, or another one. Nothing for a bare name. */
export function givenName({ person }: Pair): Comparison | null {
  if (person === null) return null
  if (isOneWord(person.left, person.right) && !(person.left.isBare && person.right.isBare))
    return { name: 'given', score: 1, detail: 'the same letters' }
  if (person.left.isBare || person.right.isBare) return null
  const [leftFirst = ''] = person.left.words
  const [rightFirst = ''] = person.right.words
  const found = person.alignment.pairs.find((words) => words.left === leftFirst || words.right === rightFirst)
  if (found === undefined || isFamilyOnly(found, person.left, person.right))
    return { name: 'given', score: -1, detail: `"${leftFirst}" and "${rightFirst}" are two given names` }
  const isElsewhere = found.left !== leftFirst || found.right !== rightFirst
  if (isElsewhere && (person.left.isPatronymic || person.right.isPatronymic))
    return {
      name: 'given',
      score: -0.8,
      detail: `"${leftFirst}" and "${rightFirst}": one's name is the other's father's`,
    }
  if (isCrossed(person) && !isTurned(person.left, person.right))
    return { name: 'given', score: -0.6, detail: `"${leftFirst}" and "${rightFirst}" stand in each other's place` }
  if (found.how === 'equal') return { name: 'given', score: 1, detail: `both "${found.left}"` }
  const both = `"${found.left}" and "${found.right}"`
  if (found.score === 0.5) return { name: 'given', score: 0.55, detail: `${both}: an initial` }
  return found.score === 0.9 && found.left.charAt(0) !== found.right.charAt(0)
    ? { name: 'given', score: 0.9, detail: `${both}: a nickname` }
    : { name: 'given', score: found.score, detail: `${both} may be one name` }
}

/** "Salman bin Muhammad", "Muhammad bin Salman": father and son. */
function isCrossed({ left, right, alignment }: AlignedNames<PersonName>): boolean {
  const [leftFirst] = left.words
  const [rightFirst] = right.words
  if (leftFirst === rightFirst) return false
  const of = (word: string | undefined): boolean => alignment.pairs.some((pair) => pair.left === word)
  const by = (word: string | undefined): boolean => alignment.pairs.some((pair) => pair.right === word)
  return by(leftFirst) && of(rightFirst)
}

function isFamilyOnly(found: WordPair, left: PersonName, right: PersonName): boolean {
  return found.left === left.family && found.right === right.family
}

/** The names between the first and the last: words that each side has and the other lacks speak against. */
export function middleName({ person }: Pair): Comparison | null {
  if (person === null || person.left.isBare || person.right.isBare) return null
  if (isOneWord(person.left, person.right)) return null
  const { leftOver, rightOver, pairs } = person.alignment
  const leftMiddle = middleOf(person.left, leftOver)
  const rightMiddle = middleOf(person.right, rightOver)
  if (leftMiddle.length > 0 && rightMiddle.length > 0)
    return { name: 'middle', score: -1, detail: `"${leftMiddle.join(' ')}" and "${rightMiddle.join(' ')}" differ` }
  if (pairs.length >= 3) return { name: 'middle', score: 0.5, detail: 'a middle name in common' }
  return null
}

/** What is left over of a name's words between the first and the last; a word that it has twice may be left over once. */
function middleOf({ words }: PersonName, leftOver: readonly string[]): readonly string[] {
  const between = words.slice(1, -1)
  return leftOver.filter((word) => between.includes(word))
}

/** Jr., Sr., II, III: two of them are two people; one without says little. */
export function suffix({ left, right }: Pair): Comparison | null {
  if (left.suffix === null && right.suffix === null) return null
  if (left.suffix === right.suffix) return { name: 'suffix', score: 0.5, detail: `both "${left.suffix}"` }
  if (left.suffix !== null && right.suffix !== null)
    return { name: 'suffix', score: -1, detail: `"${left.suffix}" and "${right.suffix}" are two people` }
  return { name: 'suffix', score: -0.4, detail: `only one is "${left.suffix ?? right.suffix}"` }
}

/** Mr. and Ms. of one name are two people. */
export function gender({ left, right }: Pair): Comparison | null {
  if (left.gender === null || right.gender === null || left.gender === right.gender) return null
  return { name: 'gender', score: -1, detail: 'one is Mr., the other Ms. or Mrs.' }
}

/** So many people are in the news at a time that a name's share of all people says how many bear it there. */
const PEOPLE_IN_NEWS = 100_000
/** And so many who are called by a title and one name. */
const LORDS_IN_NEWS = 100
const LEAST_FAMILY = 1e-6
const LEAST_GIVEN = 1e-4
/** So many have a family name that looks like a given one: "Johnson", "Jonzon". */
const ALIKE_FAMILIES = 5e-4
const INITIAL_SHARE = 0.05
/** The log odds at which the score is -1. */
const COMMONEST = 4

/** How many in the news may bear the name: two called "John Smith" may be any two, two called "Ines Ostrow" hardly. */
export function commonName({ person }: Pair): Comparison | null {
  if (person === null) return null
  const { left, right } = person
  const shorter = left.words.length <= right.words.length ? left : right
  const family = (shorter.isBare ? shorter.words[0] : shorter.family) ?? ''
  const isSpelt = !left.isBare && !right.isBare && left.family !== right.family
  const familyShare = Math.max(shareByFamilyName.get(family) ?? LEAST_FAMILY, isSpelt ? ALIKE_FAMILIES : 0)
  const given = shorter.words[0] ?? ''
  const share = shorter.isBare
    ? Math.max(familyShare, shareByGivenName.get(family) ?? 0)
    : familyShare * givenShare(given) * 0.3 ** Math.max(0, shorter.words.length - 2)
  const bearers = (haveOneDignity(person) ? LORDS_IN_NEWS : PEOPLE_IN_NEWS) * share
  // A bare name says so little that the context decides anyway.
  const odds = Math.log1p(bearers) * (shorter.isBare ? 0.25 : 1)
  if (odds < 0.2) return null
  const detail = `some ${Math.ceil(bearers)} in the news may be called "${shorter.words.join(' ')}"`
  return { name: 'common-name', score: -Math.min(1, odds / COMMONEST), detail }
}

function givenShare(given: string): number {
  return given.length === 1 ? INITIAL_SHARE : (shareByGivenName.get(given) ?? LEAST_GIVEN)
}
