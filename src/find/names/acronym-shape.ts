import { shareByFamilyName, shareByGivenName } from '../../lexicons/name-frequencies.js'
import { placeTable } from './name-lexicon.js'
import type { NameForm } from './name-table.js'

const CAPITALS = /^\p{Lu}(?:[\p{Lu}&]|\.(?=\p{Lu}|$))+$/u
/** Longer words in capitals, which no list knows, are words: "HEMPSTEAD (AP) —", a headline. */
const LONGEST = 5
/** Shorter ones are acronyms more often than words ("LA", "MIA"). */
const SHORTEST_WORD = 4

/**
 * Whether a name is an acronym, and no word that a dateline or a headline writes in capitals. `known` is the listed form
 * that it has, which tells: "US" is listed in capitals, "London" is not.
 */
export function isAcronym(text: string, known: NameForm<unknown> | null): boolean {
  if (!CAPITALS.test(text)) return false
  if (text.length < SHORTEST_WORD || text.includes('.') || text.includes('&')) return true
  if (known !== null) return !isWord(known)
  const word = text.toLowerCase()
  // The commoner names only: a few families are called Eads.
  if (shareByGivenName.has(word) || shareByFamilyName.has(word) || placeTable.withForm(text).some(isWord)) return false
  return text.length <= LONGEST
}

/** "London", not "PwC". */
function isWord({ form }: NameForm<unknown>): boolean {
  return /\p{Ll}{2}/u.test(form)
}
