import { changeWords } from '../../lexicons/change-words.js'
import { isFigureWord } from '../../lexicons/figure-words.js'
import { qualifiers } from '../../lexicons/qualifiers.js'
import type { Qualifier } from '../../model/mention.js'
import { normalAt } from './number-written.js'
import type { TokenText } from './numbers.js'

interface Phrase {
  readonly words: readonly string[]
  readonly qualifier: Qualifier
}

/** Phrases before a number by their last word, phrases after it by their first; longest first. */
const BEFORE = phraseTable('before')
const AFTER = phraseTable('after')

function phraseTable(position: 'before' | 'after'): ReadonlyMap<string, readonly Phrase[]> {
  const table = new Map<string, Phrase[]>()
  for (const { form, qualifier, position: at } of qualifiers) {
    if (at !== position) continue
    const words = form.replace('-', '- ').trim().split(' ')
    const key = (position === 'before' ? words.at(-1) : words[0]) ?? ''
    table.set(key, [...(table.get(key) ?? []), { words, qualifier }])
  }
  for (const phrases of table.values()) phrases.sort((a, b) => b.words.length - a.words.length)
  return table
}

/** The qualifier that ends before token `at` ("at the very least" 75) and its first token. */
export function qualifierBefore(source: TokenText, at: number): { qualifier: Qualifier; first: number } | null {
  for (const { words, qualifier } of BEFORE.get(normalAt(source, at - 1)) ?? []) {
    const first = at - words.length
    if (first < 0 || !words.every((word, index) => normalAt(source, first + index) === word)) continue
    return { qualifier, first }
  }
  return null
}

/** The qualifier that begins at token `at` (30 "or so") and the token after it. */
export function qualifierAfter(source: TokenText, at: number): { qualifier: Qualifier; last: number } | null {
  for (const { words, qualifier } of AFTER.get(normalAt(source, at)) ?? [])
    if (words.every((word, index) => normalAt(source, at + index) === word))
      return { qualifier, last: at + words.length }
  return null
}

type Direction = 'up' | 'down'

const CHANGE_BEFORE = changeTable('before')
const CHANGE_AFTER = changeTable('after')
/** Whether a word tells of a change by itself ("climbed", "narrowed"; not "up"). */
export function isChangeWord(word: string): boolean {
  return CHANGE_BEFORE.has(word) && !isFigureWord('particle', word)
}

/** How far back a verb of change may stand: "rose by a seasonally adjusted 0.3 percent". */
const REACH = 6
/** A particle ("up 3%", "down by 5") stands right before, but for one word. */
const PARTICLE_REACH = 2

function changeTable(position: 'before' | 'after'): ReadonlyMap<string, Direction> {
  return new Map(
    changeWords.filter((word) => word.position === position).map(({ form, direction }) => [form, direction]),
  )
}

/**
 * Whether the figure over tokens `[first, last)` went up or down: a word of change before it in its clause ("fell by
 * 5%", "down 3"), a plus or minus sign, or a noun after it ("a 5% increase"). What it changed *from* has no direction.
 */
export function changeOf(source: TokenText, first: number, last: number, clauseStart: number): Direction | null {
  for (let at = first - 1; at >= Math.max(clauseStart, first - REACH); at -= 1) {
    const direction = CHANGE_BEFORE.get(normalAt(source, at))
    if (direction === undefined) continue
    const word = normalAt(source, at)
    // "up to 600" is a bound, "rack up millions" and "build-up" no change.
    if (isFigureWord('particle', word) && (first - at > PARTICLE_REACH || normalAt(source, at - 1) === '-')) continue
    if (word === 'up' && normalAt(source, at + 1) === 'to' && at + 2 === first) continue
    return direction
  }
  for (let at = last; at < Math.min(last + 3, source.limit); at += 1) {
    const direction = CHANGE_AFTER.get(normalAt(source, at))
    if (direction !== undefined) return direction
  }
  return null
}
