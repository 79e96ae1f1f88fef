import { nominalHeadByForm } from '../../lexicons/nominal-heads.js'
import { reportingVerbByForm } from '../../lexicons/reporting-verbs.js'
import { type Role, roleByForm } from '../../lexicons/roles.js'
import type { Token } from '../../model/document.js'
import { canNarrow, endsPhrase, isNameLike, phraseOf } from './coreference-phrases.js'
import { placeWord } from './coreference-referents.js'

const LONGEST_HEAD = 3
/** The most words between "the" and the noun. */
export const MOST_MODIFIERS = 5
/** "The Dutch", "the Chinese" are many. */
const MANY = /(?:ch|sh|ss|se|i)$/

function isDemonym({ normal }: Token): boolean {
  return placeWord(normal) !== normal
}

/** What is said of somebody behind "the". */
export interface Phrase {
  readonly last: number
  /** What the noun says that the person does; null where it says an age or a country. */
  readonly role: Role | null
  /** Whether it says for which party and place somebody sits. */
  readonly isParty: boolean
}

/** The phrase that begins at token `first`, or null. */
export function phraseAt(tokens: readonly Token[], first: number): Phrase | null {
  const age = first + 5
  const isAge =
    tokens[first]?.casing === 'digit' && tokens[first + 2]?.normal === 'year' && tokens[first + 4]?.normal === 'old'
  // "the 61-year-old retired captain", "the 61-year-old"
  if (isAge)
    return rolePhraseAt(tokens, age) ?? (endsPhrase(tokens, age) ? { last: age, role: null, isParty: false } : null)
  const word = tokens[first]
  if (word?.casing === 'title' && isDemonym(word) && !MANY.test(word.normal)) {
    // "the Romanian", "the Romanian international"; “…,” said the Dane.
    const last = tokens[first + 1]?.normal === 'international' ? first + 2 : first + 1
    const isSaid = tokens[last]?.casing === 'none' && reportingVerbByForm.has(tokens[first - 2]?.normal ?? '')
    if (endsPhrase(tokens, last) && (tokens[last]?.casing === 'lower' || isSaid))
      return { last, role: null, isParty: false }
  }
  const native = nativeEnd(tokens, first)
  if (native > first) return { last: native, role: null, isParty: false }
  return partyPhraseAt(tokens, first) ?? rolePhraseAt(tokens, first)
}

/** "the Sixmilebridge man", "the Cork woman": the token after it, or `first`. */
function nativeEnd(tokens: readonly Token[], first: number): number {
  let at = first
  while (at - first < MOST_MODIFIERS && isNameLike(tokens[at])) at += 1
  const isOne = at > first && /^(?:man|native|woman)$/.test(tokens[at]?.normal ?? '')
  return isOne && endsPhrase(tokens, at + 1) ? at + 1 : first
}

/** What one is for a party or a state; "the Russian leader" needs no party. */
export const SEATS: ReadonlySet<string> = new Set(
  'congressman congresswoman councillor governor leader member mep mla mna mp mpp msp senator td'.split(' '),
)

/** "the Kentucky Republican", "the New York Democrat", "the Liberal leader", "the MP for Bath" */
function partyPhraseAt(tokens: readonly Token[], first: number): Phrase | null {
  const seat = SEATS.has(tokens[first]?.normal ?? '') ? seatEnd(tokens, first + 1) : 0
  const member = roleByForm.get(tokens[first]?.normal ?? '')
  if (seat > first + 1 && member !== undefined && endsPhrase(tokens, seat))
    return { last: seat, role: member, isParty: true }
  let isCountry = false
  for (let at = first; at < first + MOST_MODIFIERS; at += 1) {
    const token = tokens[at]
    if (token === undefined) return null
    const role = at > first ? roleByForm.get(token.normal) : undefined
    if (role?.singular.toLowerCase() === token.normal) {
      const isSeat = role.collective || (SEATS.has(token.normal) && !isCountry)
      const last = SEATS.has(token.normal) ? seatEnd(tokens, at + 1) : at + 1
      return isSeat && endsPhrase(tokens, last) ? { last, role, isParty: true } : null
    }
    // "the Dublin Mid-West TD"
    const isHyphen = token.normal === '-' && at > first && isNameLike(tokens[at + 1])
    if (!isNameLike(token) && !isHyphen) return null
    if (isDemonym(token)) isCountry = true
  }
  return null
}

const JOINTS = /^(?:and|-)$/

/** "the Tory MP for Sleaford and North Hykeham", "the MLA from Akota constituency" */
function seatEnd(tokens: readonly Token[], at: number): number {
  if (!/^(?:for|from)$/.test(tokens[at]?.normal ?? '') || !isNameLike(tokens[at + 1])) return at
  let last = at + 2
  while (isNameLike(tokens[last]) || (JOINTS.test(tokens[last]?.normal ?? '') && isNameLike(tokens[last + 1])))
    last += 1
  if (/^(?:constituency|district|riding)$/.test(tokens[last]?.normal ?? '')) return last + 1
  // "the senator from Ohio" is another as often.
  return tokens[at]?.normal === 'from' ? at : last
}

function rolePhraseAt(tokens: readonly Token[], first: number): Phrase | null {
  for (let at = first; at < first + MOST_MODIFIERS; at += 1) {
    for (let size = LONGEST_HEAD; size > 0; size -= 1) {
      const words = tokens.slice(at, at + size)
      const role = roleByForm.get(phraseOf(tokens, at, size))
      // "the Ottawa Senators winger": a name's word is no noun.
      if (role === undefined || !words.every(({ casing }) => casing === 'lower')) continue
      // "the coast guard" is no guard.
      if (nominalHeadByForm.has(phraseOf(tokens, at - 1, size + 1))) return null
      const isOne = role.singular.split(' ').at(-1) === words.at(-1)?.normal
      const last = childrenEnd(tokens, at + size)
      return isOne && endsPhrase(tokens, last) ? { last, role, isParty: false } : null
    }
    const modifier = tokens[at]
    if (modifier === undefined || (modifier.casing === 'none' && modifier.normal !== '-')) return null
    // "fourth-generation"
    const isTied = tokens[at - 1]?.normal === '-'
    if (modifier.casing === 'lower' && !isTied && !canNarrow(modifier)) return null
  }
  return null
}

/** "the mother of two": the token after it. */
function childrenEnd(tokens: readonly Token[], at: number): number {
  const isParent = /^(?:father|grandfather|grandmother|mother)$/.test(tokens[at - 1]?.normal ?? '')
  return isParent && tokens[at]?.normal === 'of' && /^(?:two|three|four|five|six)$/.test(tokens[at + 1]?.normal ?? '')
    ? at + 2
    : at
}
