import { distance } from 'fastest-levenshtein'
import { skeleton } from './normal.js'

/** Two words held to be the same, and how much: 1 equal, less for an initial, a nickname, a misspelling. */
export interface WordPair {
  readonly left: string
  readonly right: string
  readonly score: number
  readonly how: 'equal' | 'other'
}

/** Words of two names paired; what found no partner is left over on its side. */
export interface Alignment {
  readonly pairs: readonly WordPair[]
  readonly leftOver: readonly string[]
  readonly rightOver: readonly string[]
}

/** How alike two words are, 0 to 1. */
export type Likeness = (left: string, right: string) => number

/** Pairs each word with its likest partner, equal words first; every word is used once. */
export function align(left: readonly string[], right: readonly string[], likeness: Likeness): Alignment {
  const pairs: WordPair[] = []
  const rightFree = [...right]
  const leftFree: string[] = []
  for (const word of left) {
    const at = rightFree.indexOf(word)
    if (at < 0) leftFree.push(word)
    else {
      rightFree.splice(at, 1)
      pairs.push({ left: word, right: word, score: 1, how: 'equal' })
    }
  }
  for (;;) {
    const best = likest(leftFree, rightFree, likeness)
    if (best === null) return { pairs, leftOver: leftFree, rightOver: rightFree }
    const [l] = leftFree.splice(best.left, 1)
    const [r] = rightFree.splice(best.right, 1)
    if (l !== undefined && r !== undefined) pairs.push({ left: l, right: r, score: best.score, how: 'other' })
  }
}

function likest(left: readonly string[], right: readonly string[], likeness: Likeness) {
  let best: { left: number; right: number; score: number } | null = null
  for (const [l, leftWord] of left.entries()) {
    for (const [r, rightWord] of right.entries()) {
      const score = likeness(leftWord, rightWord)
      if (score > (best?.score ?? 0)) best = { left: l, right: r, score }
    }
  }
  return best
}

/**
 * How likely two different words are one word misspelt or transliterated otherwise, 0 to 0.9: one slip in four and more
 * letters, two in seven and more, or the same consonants. Numbers are never misspelt.
 */
export function misspelling(left: string, right: string): number {
  const shorter = Math.min(left.length, right.length)
  const longer = Math.max(left.length, right.length)
  if (shorter < 4 || longer - shorter > 3 || /\d/.test(left + right)) return 0
  const slips = distance(left, right)
  if (slips === 1) return shorter >= 6 ? 0.9 : shorter === 5 ? 0.8 : 0.6
  if (slips === 2 && shorter >= 7) return 0.75
  const sounds = skeleton(left)
  if (slips <= 3 && sounds.length >= 3 && sounds === skeleton(right)) return 0.7
  return isSwap(left, right) ? 0.8 : 0
}

/** Whether two neighbouring letters are swapped: "Marcon", "Macron". */
function isSwap(left: string, right: string): boolean {
  if (left.length !== right.length) return false
  let at = 0
  while (at < left.length && left[at] === right[at]) at += 1
  return left[at] === right[at + 1] && left[at + 1] === right[at] && left.slice(at + 2) === right.slice(at + 2)
}
