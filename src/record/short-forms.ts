import { familyNameByForm } from '../lexicons/family-names.js'
import { genericWordByForm } from '../lexicons/generic-words.js'
import { organizationHeadByForm } from '../lexicons/organization-heads.js'
import { places } from '../lexicons/places.js'
import type { EntityMention } from '../model/mention.js'
import { isNaming } from './profile-names.js'

/**
 * Pairs of mentions (places in the list) of which the article says by its writing that they are one body: letters in
 * brackets after a name ("Singapore Airlines (SIA)"); the first letters of the words of one name alone; the first of two
 * words that no other body of the article begins with ("Petrel" beside "Petrel Resources", "Bayern" beside "Bayern
 * Munich"); words cut short ("HCL Tech" beside "HCL Technologies").
 */
export function shortForms(mentions: readonly EntityMention[], text: string): [number, number][] {
  const bodies = mentions.map((mention) => (isBody(mention) && isNaming(mention) ? mention : null))
  const pairs: [number, number][] = []
  for (const [at, mention] of bodies.entries()) {
    const before = mentions[at - 1]
    if (mention === null || before === undefined) continue
    const isBracketed = text.slice(before.end, mention.start) === ' (' && text.charAt(mention.end) === ')'
    if (isBracketed && isBody(before) && isNaming(before) && areItsLetters(mention.text, before.text))
      pairs.push([at - 1, at])
  }
  const firstWithWord = longNames(bodies)
  const names = firstOfName(bodies)
  const byInitials = namesByInitials(names)
  for (const [at, mention] of bodies.entries()) {
    if (mention === null || mention.registryId !== null) continue
    const long = firstWithWord.get(mention.text) ?? byInitials.get(mention.text) ?? fullerThan(mention.text, names)
    if (long !== null) pairs.push([long, at])
  }
  return pairs
}

/** The first mention of each name of several words, by the name. */
function firstOfName(bodies: readonly (EntityMention | null)[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>()
  for (const [at, mention] of bodies.entries())
    if (mention !== null && /\s/.test(mention.text) && !names.has(mention.text)) names.set(mention.text, at)
  return names
}

/** The names of three words and more by their capitals ("CEW" of "Chief Executive Women"); null where two have the same. */
function namesByInitials(names: ReadonlyMap<string, number>): ReadonlyMap<string, number | null> {
  const found = new Map<string, number | null>()
  for (const [name, at] of names) {
    const letters = name
      .split(/[\s-]+/)
      .map((word) => word.charAt(0))
      .filter((letter) => letter !== letter.toLowerCase())
      .join('')
    if (letters.length > 2) found.set(letters, found.has(letters) ? null : at)
  }
  return found
}

/** How many letters of a word that is cut short are written. */
const SHORTEST_CUT = 4

/** Where the one name stands of which this one is the same words, some of them cut short; null where there is none. */
function fullerThan(short: string, names: ReadonlyMap<string, number>): number | null {
  const words = short.split(/\s+/)
  if (words.length < 2) return null
  const isFuller = (name: string): boolean => {
    const full = name.split(/\s+/)
    return (
      name !== short &&
      full.length === words.length &&
      full.every((word, at) => {
        const own = (words[at] ?? '').replace(/\.$/, '')
        const isCut = own.length >= SHORTEST_CUT && word.length > own.length + 1 && word.startsWith(own)
        return word === own || (isCut && /^\p{L}+$/u.test(word))
      })
    )
  }
  const [only, other] = [...names].filter(([name]) => isFuller(name))
  return only === undefined || other !== undefined ? null : only[1]
}

function isBody(mention: EntityMention): mention is Exclude<EntityMention, { kind: 'person' }> {
  return mention.kind === 'agency' || mention.kind === 'organization'
}

/** Whether short is capitals that stand in the name in this order, the first one first: "SIA" in "Singapore Airlines". */
function areItsLetters(short: string, name: string): boolean {
  const letters = short.replaceAll('.', '')
  if (!/^\p{Lu}{3,6}$/u.test(letters) || letters.charAt(0) !== name.replace(/^the /i, '').charAt(0)) return false
  let from = 0
  const upper = name.replace(/^the /i, '').toUpperCase()
  for (const letter of letters) {
    const found = upper.indexOf(letter, from)
    if (found < 0) return false
    from = found + 1
  }
  return true
}

/** The first name of two words by its first; `null` where names of two bodies begin with it. */
function longNames(bodies: readonly (EntityMention | null)[]): ReadonlyMap<string, number | null> {
  const names = new Map<string, { at: number | null; name: string }>()
  for (const [at, mention] of bodies.entries()) {
    const [first, second, third] = mention?.text.split(/\s+/) ?? []
    if (first === undefined || second === undefined || mention === null) continue
    const known = names.get(first)
    const isOwn = !isNoun(first) && !PLACES.has(first.toLowerCase())
    const isShort = third === undefined && isOwn && isPlain(second)
    if (known === undefined) names.set(first, { at: isShort ? at : null, name: mention.text })
    else if (known.name !== mention.text) names.set(first, { ...known, at: null })
  }
  return new Map([...names].map(([word, { at }]) => [word, at]))
}

/** What a body is ("Research", "Networks"), where it is ("Munich"), or a partner's name ("Domecq"). */
function isPlain(word: string): boolean {
  const lower = word.toLowerCase()
  return isNoun(word) || PLACES.has(lower) || familyNameByForm.has(lower)
}

function isNoun(word: string): boolean {
  return organizationHeadByForm.has(word) || genericWordByForm.has(word.toLowerCase())
}

const PLACES: ReadonlySet<string> = new Set(
  places.flatMap(({ name, aliases, demonyms }) => [name, ...aliases, ...demonyms].map((form) => form.toLowerCase())),
)
