import { distance } from 'fastest-levenshtein'
import { familyFirstNames } from '../../lexicons/family-first-names.js'
import { familyNameByForm } from '../../lexicons/family-names.js'
import { namesByNickname } from '../../lexicons/nicknames.js'
import type { ReadName } from './person-name.js'

/** A misspelt surname has at least as many letters: of shorter ones too many are a letter apart. */
const SHORTEST_MISSPELT = 5

/** Which of the given full names, by index, a surname alone does not mean. */
export type NotBySurname = (first: readonly number[]) => ReadonlySet<number>

/**
 * For each name of an article, in text order, the index of the fuller or earlier name that it is a form of; -1 for none.
 * A bare surname means the nearest person before it who bears it; if none came yet (a headline), the first one after.
 * Never one of `notBySurname`, unless a courtesy title says so ("Mrs. Dray" for Anna Dray).
 */
export function personReferences(names: readonly ReadName[], notBySurname: NotBySurname): number[] {
  const chain = names.map(() => -1)
  const isFull = names.map((name) => name.words.length > 1 && !isSurnameOf(name, names))
  const full = names.map((_, index) => (isFull[index] ? index : -1)).filter((index) => index !== -1)
  for (const index of full) chain[index] = earlierFull(names, full, index, chain)
  const others = notBySurname(full.filter((index) => chain[index] === -1))
  // The last place in the text where each full name, or a form of it, has stood: the nearest one is meant.
  const seen = new Map<number, number>()
  const candidatesOf = formIndex(names, full)
  names.forEach((name, index) => {
    if (isFull[index]) seen.set(chain[index] === -1 ? index : (chain[index] ?? -1), index)
    if (isFull[index] && chain[index] !== -1) return
    const candidates = (candidatesOf.get(name.words.join(' ')) ?? []).filter(
      (other) => other !== index && agree(name, names[other]) && !(others.has(other) && isOther(name, names[other])),
    )
    const same = nearest(candidates, seen, index)
    const target = same === -1 ? misspelt(names, full, index, chain) : same
    if (target === -1) return
    chain[index] = target
    seen.set(target, index)
  })
  return chain.map((target, index) => {
    const same = target === -1 ? firstSame(names, index, chain) : target
    return same === -1 ? bearerOf(names, index) : same
  })
}

/** "Pope meets bishops" over a story of Pope Leo: who has the title that stands there for a name. */
function bearerOf(names: readonly ReadName[], index: number): number {
  const { words = [] } = names[index] ?? {}
  if (words.length !== 1) return -1
  return names.findIndex(({ name }) => name.honorific !== null && name.honorific.toLowerCase() === words[0])
}

/** Two words that a hyphen ties. */
function isHyphened(words: readonly string[]): boolean {
  return words.length === 3 && words[1] === '-'
}

/** "the Cruz-Rubio matchup" in a story of Ted Cruz and Marco Rubio: two people, whose surnames mean each of them. */
function isPair(words: readonly string[], names: readonly ReadName[]): boolean {
  if (!isHyphened(words)) return false
  const isSurname = (word: string | undefined): boolean =>
    names.some((name) => name.words.length > 1 && name.words[1] !== '-' && name.words.at(-1) === word)
  return isSurname(words[0]) || isSurname(words[2])
}

/** "Sule-Bako" where somebody's longer name ends so. */
function isSurnameOf({ words }: ReadName, names: readonly ReadName[]): boolean {
  if (!isHyphened(words)) return false
  const surname = words.join(' ')
  return names.some((name) => name.words.length > 3 && name.words.slice(-3).join(' ') === surname)
}

/** The first full name that this one repeats, or says more or less fully ("Donald J. Trump", "Donald Trump"). */
function earlierFull(names: readonly ReadName[], full: readonly number[], index: number, chain: number[]): number {
  const name = names[index]
  if (name === undefined) return -1
  for (const other of full) {
    if (other >= index) break
    const earlier = names[other]
    if (earlier === undefined || chain[other] !== -1) continue
    const isSame = isSameFull(name, earlier) || isBeginning(name, earlier, names)
    if (isSame && agree(name, earlier)) return other
  }
  return -1
}

/**
 * "Azlan Hakim" after "Azlan Hakim Mohd Noor"; not "Ann Lee" after the headline "Ann Lee Says", where "Lee" alone is
 * somebody's name too.
 */
function isBeginning({ words }: ReadName, longer: ReadName, names: readonly ReadName[]): boolean {
  if (words.length >= longer.words.length || !words.every((word, at) => word === longer.words[at])) return false
  return !names.some((name) => name.words.length === 1 && name.words[0] === words.at(-1))
}

function isSameFull(a: ReadName, b: ReadName): boolean {
  if (a.words.join(' ') === b.words.join(' ')) return true
  if (a.given === 0 || b.given === 0) return false
  const family = (name: ReadName): string => name.words.slice(name.given).join(' ')
  if (family(a) !== family(b)) return false
  return sameGiven(a.words[0] ?? '', b.words[0] ?? '') && middlesAgree(a, b)
}

function sameGiven(a: string, b: string): boolean {
  if (a === b || (namesByNickname.get(a)?.includes(b) ?? false) || (namesByNickname.get(b)?.includes(a) ?? false))
    return true
  return (a.length === 1 || b.length === 1) && a.charAt(0) === b.charAt(0)
}

/** "George W. Bush" is not "George H. W. Bush". */
function middlesAgree(a: ReadName, b: ReadName): boolean {
  const [left, right] = [a.words.slice(1, a.given), b.words.slice(1, b.given)]
  return left.length === 0 || right.length === 0 || left[0]?.charAt(0) === right[0]?.charAt(0)
}

/**
 * Every shorter form of the full names (the ends of the name, its first word, a family name before Chinese given ones:
 * "Melissa Foo Hui Ling") → the full names, in text order.
 */
function formIndex(names: readonly ReadName[], full: readonly number[]): Map<string, number[]> {
  const forms = new Map<string, number[]>()
  const add = (form: string, index: number): void => {
    const known = forms.get(form)
    if (known === undefined) forms.set(form, [index])
    else if (!known.includes(index)) known.push(index)
  }
  for (const index of full) {
    const words = names[index]?.words ?? []
    if (isPair(words, names)) continue
    for (let from = 1; from < words.length; from += 1) add(words.slice(from).join(' '), index)
    if ((words[0]?.length ?? 0) > 1) add(words[0] ?? '', index)
    // "Kilroy" for Robert Kilroy-Silk
    if (words.length > 3 && words.at(-2) === '-') add(words.at(-3) ?? '', index)
    if (words.length > 2 && familyFirstNames.has(words[1] ?? '')) add(words[1] ?? '', index)
  }
  return forms
}

/** Different honorific genders, or different suffixes, are different people. */
function agree(a: ReadName, b: ReadName | undefined): boolean {
  if (b === undefined) return false
  // "Mia" alone may be Siraj Mia: that it is a woman's given name too says nothing.
  const isSurname =
    a.words.length === 1 && a.name.honorific === null && b.words.length > 1 && a.words[0] === b.words.at(-1)
  if (!isSurname && a.gender !== null && b.gender !== null && a.gender !== b.gender) return false
  return a.name.suffix === null || b.name.suffix === null || a.name.suffix === b.name.suffix
}

/** Whether a name is the bare surname of a person who is not called by it, and no courtesy title tells that it is. */
function isOther(name: ReadName, full: ReadName | undefined): boolean {
  const isSurname = name.words.length === 1 && name.words[0] === full?.words.at(-1)
  return isSurname && (name.name.honorific === null || name.gender === null || name.gender !== full?.gender)
}

/**
 * The one person before whose surname this one is but for a letter ("Bornsten" for Harold Bornstein), where it is no
 * known surname and no plural ("the Lees"). Read on the BBC and on PolNeAR's training articles: 16 of 16 right.
 */
function misspelt(
  names: readonly ReadName[],
  full: readonly number[],
  index: number,
  chain: readonly number[],
): number {
  const name = names[index]
  const surname = name?.words.at(-1) ?? ''
  if (name === undefined || name.words.length > 1 || surname.length < SHORTEST_MISSPELT) return -1
  if (familyNameByForm.has(surname)) return -1
  const meant = full.filter((other) => {
    const family = names[other]?.words.at(-1) ?? ''
    if (other > index || chain[other] !== -1 || family.charAt(0) !== surname.charAt(0)) return false
    if (Math.abs(family.length - surname.length) > 1 || surname === `${family}s`) return false
    return distance(family, surname) === 1 && agree(name, names[other])
  })
  return meant.length === 1 ? (meant[0] ?? -1) : -1
}

function nearest(candidates: readonly number[], seen: ReadonlyMap<number, number>, index: number): number {
  let best = -1
  let bestSeen = -1
  for (const candidate of candidates) {
    const last = seen.get(candidate) ?? -1
    if (last > bestSeen) {
      best = candidate
      bestSeen = last
    }
  }
  return best === -1 ? (candidates.find((candidate) => candidate > index) ?? -1) : best
}

/** The first mention written the same way, for names that no fuller one stands for. */
function firstSame(names: readonly ReadName[], index: number, chain: readonly number[]): number {
  const name = names[index]
  if (name === undefined) return -1
  const words = name.words.join(' ')
  for (let other = 0; other < index; other += 1) {
    const earlier = names[other]
    if (earlier === undefined || earlier.words.length !== name.words.length || !agree(name, earlier)) continue
    // "Mr. Dray" is not the "Dray" that stands for Anna Dray.
    const target = chain[other] ?? -1
    if (earlier.words.join(' ') === words && (target === -1 || agree(name, names[target]))) return other
  }
  return -1
}
