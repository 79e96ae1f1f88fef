import { distance } from 'fastest-levenshtein'
import { familyNameByForm } from '../lexicons/family-names.js'
import { givenNameByForm } from '../lexicons/given-names.js'
import { type Alignment, align, misspelling } from './align.js'
import { type BodyName, weightOf } from './body-names.js'
import type { Features } from './features.js'
import { skeleton } from './normal.js'
import { areNicknames, areSpellings, isInitialOf, type PersonName } from './person-names.js'

/** Two names of a kind, with their words paired. */
export interface AlignedNames<Name> {
  readonly left: Name
  readonly right: Name
  readonly alignment: Alignment
}

/** Two profiles to compare. `person` or `body` is the best pairing of their names, `null` where they have none. */
export interface Pair {
  readonly left: Features
  readonly right: Features
  readonly person: AlignedNames<PersonName> | null
  readonly body: AlignedNames<BodyName> | null
}

/** Pairs two profiles' names: of all their variants the two that fit best. */
export function pairOf(left: Features, right: Features): Pair {
  return {
    left,
    right,
    person: bestOf(left.people.flatMap(alike(right)), right.people.flatMap(alike(left)), alignPeople),
    body: bestOf(left.bodies, right.bodies, alignBodies),
  }
}

function bestOf<Name>(
  left: readonly Name[],
  right: readonly Name[],
  alignTwo: (left: Name, right: Name) => Alignment,
): AlignedNames<Name> | null {
  let best: AlignedNames<Name> | null = null
  let bestFit = Number.NEGATIVE_INFINITY
  for (const leftName of left) {
    for (const rightName of right) {
      const alignment = alignTwo(leftName, rightName)
      const fit = fitOf(alignment)
      if (fit > bestFit) {
        best = { left: leftName, right: rightName, alignment }
        bestFit = fit
      }
    }
  }
  return best
}

function fitOf({ pairs, leftOver, rightOver }: Alignment): number {
  const paired = pairs.reduce((sum, pair) => sum + pair.score, 0)
  return paired - 2 * Math.min(leftOver.length, rightOver.length) - 0.1 * Math.max(leftOver.length, rightOver.length)
}

/** The name, and the name turned where the other profile shows that its first word is the family name: "Xi Jinpeng". */
function alike({ people }: Features): (name: PersonName) => readonly PersonName[] {
  return (name) => {
    const [first = '', ...rest] = name.words
    const isTurned = !name.isFamilyFirst && people.some((other) => other.isFamilyFirst && other.family === first)
    if (!isTurned || rest.length === 0 || rest.length > 2) return [name]
    return [
      { ...name, words: [rest.join(''), first], joined: rest.join('') + first, family: first, isFamilyFirst: true },
    ]
  }
}

/** "Bettie", "Betty", "Betti". */
const PET_ENDING = /(?<=..)(?:ie|ey|y|i)$/

/** The words of two people's names, paired. */
export function alignPeople(left: PersonName, right: PersonName): Alignment {
  return align(left.words, right.words, left.isFamilyFirst || right.isFamilyFirst ? syllableLikeness : personLikeness)
}

/** The words of two bodies' names, paired. */
export function alignBodies(left: BodyName, right: BodyName): Alignment {
  return align(left.core, right.core, bodyLikeness)
}

/** Words of names whose every syllable tells: "Jong-un" and "Jong-il" are two brothers, "Jong-eun" is a spelling. */
function syllableLikeness(left: string, right: string): number {
  if (left.length === 1 || right.length === 1) return isInitialOf(left, right) || isInitialOf(right, left) ? 0.5 : 0
  if (areSpellings(left, right)) return 0.95
  return skeleton(left) === skeleton(right) && distance(left, right) <= 1 ? 0.8 : 0
}

/**
 * How surely two words of people's names are forms of one, 0 to 1: initials, nicknames, spellings and misspellings; two
 * known names that differ are two names ("Tom", "Tim"), not one misspelt, but for spellings that sound alike.
 */
export function personLikeness(left: string, right: string): number {
  if (left.length === 1 || right.length === 1) return isInitialOf(left, right) || isInitialOf(right, left) ? 0.5 : 0
  if (areSpellings(left, right)) return 0.95
  if (areNicknames(left, right) || left.replace(PET_ENDING, 'y') === right.replace(PET_ENDING, 'y')) return 0.9
  const score = misspelling(left, right)
  if (score === 0) return 0
  const [givenLeft, givenRight] = [givenNameByForm.get(left), givenNameByForm.get(right)]
  const areGiven = givenLeft !== undefined && givenRight !== undefined
  const areFamily = familyNameByForm.has(left) && familyNameByForm.has(right)
  if (!areGiven && !areFamily) return score
  if (areGiven && new Set([givenLeft.gender, givenRight.gender, 'either']).size > 2) return 0
  return isSpelling(left, right) ? 0.6 : 0
}

/** Two known names that sound alike are two spellings of one: "Mohamed", "Mohammed"; "Olsen", "Olson". */
function isSpelling(left: string, right: string): boolean {
  const slips = Math.min(left.length, right.length) >= 6 ? 2 : 1
  return skeleton(left) === skeleton(right) && distance(left, right) <= slips
}

function bodyLikeness(left: string, right: string): number {
  // "Engineering" and "Equipment" are two words, "North" and "South" too; "Motor" and "Motors" are one.
  if (`${left}s` === right || left === `${right}s`) return 0.95
  if (weightOf(left) < 1 && weightOf(right) < 1) return 0
  const score = misspelling(left, right)
  // Two slips make "McKesson" another company, but not "Siemensag" or what sounds alike.
  const isAlike = left.startsWith(right) || right.startsWith(left) || skeleton(left) === skeleton(right)
  return isAlike || distance(left, right) < 2 || Math.min(left.length, right.length) > 8 ? score : Math.min(score, 0.6)
}
