import { familyNameByForm } from '../lexicons/family-names.js'
import type { EntityMention } from '../model/mention.js'
import { isNaming } from './profile-names.js'

/**
 * Pairs of mentions (places in the list) of which the article says by its writing that they are one body: letters in
 * brackets after a name ("Singapore Airlines (SIA)"), and the first word of a name of two surnames that no other body of
 * the article begins with ("Northrop" beside "Northrop Grumman").
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
  for (const [at, mention] of bodies.entries()) {
    const long = mention === null || mention.registryId !== null ? undefined : firstWithWord.get(mention.text)
    if (long !== undefined && long !== null) pairs.push([long, at])
  }
  return pairs
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

/** The first name of two surnames by its first word; `null` where names of two bodies begin with the word. */
function longNames(bodies: readonly (EntityMention | null)[]): ReadonlyMap<string, number | null> {
  const names = new Map<string, { at: number | null; name: string }>()
  for (const [at, mention] of bodies.entries()) {
    const words = mention?.text.split(/\s+/) ?? []
    const [first, second] = words
    if (first === undefined || second === undefined || mention === null) continue
    const known = names.get(first)
    const isTwoNames = words.length === 2 && familyNameByForm.has(second.toLowerCase())
    if (known === undefined) names.set(first, { at: isTwoNames ? at : null, name: mention.text })
    else if (known.name !== mention.text) names.set(first, { ...known, at: null })
  }
  return new Map([...names].map(([word, { at }]) => [word, at]))
}
