import type { Features } from './features.js'
import { byCodeUnit, skeleton } from './normal.js'
import { longForms, spellingOf } from './person-names.js'

/** Starts the keys under which bare family names and full names meet. */
export const FAMILY_KEY = 'family:'
/** Starts the keys of registry ids. */
export const REGISTRY_KEY = 'id:'

/** Starts the keys under which equal names meet. */
export const WHOLE_KEY = 'whole:'

const MOST_WORDS = 2
const FEWEST_INITIALS = 3

/**
 * The block keys of a profile, sorted: profiles are compared only where they share one.
 * People: family name; first letter of the given name, or of what it is a nickname of, with the family name
 * as written and as it sounds; all words in one.
 * Bodies: name without legal form, the first significant words, acronyms and first letters. All: the registry id.
 */
export function blockKeys(features: Features): string[] {
  const keys = new Set<string>()
  if (features.registryId !== null) keys.add(`${REGISTRY_KEY}${features.registryId}`)
  if (features.kind === 'person') addPersonKeys(features, keys)
  else if (features.kind === 'body') addBodyKeys(features, keys)
  else if (features.normal !== '') keys.add(`${WHOLE_KEY}${features.normal}`)
  return [...keys].sort(byCodeUnit)
}

function addPersonKeys({ people, families }: Features, keys: Set<string>): void {
  for (const family of families) keys.add(`${FAMILY_KEY}${family}`)
  for (const { words, isBare, joined } of people) {
    if (joined !== '') keys.add(`${WHOLE_KEY}${joined}`)
    const [first] = words
    const last = words.at(-1)
    if (isBare || first === undefined || last === undefined) continue
    const initials = new Set(longForms(first).map((given) => given.charAt(0)))
    for (const initial of initials) {
      for (const family of [...families, last]) keys.add(`name:${initial}.${family}`)
      keys.add(`sound:${initial}.${skeleton(spellingOf(last))}`)
    }
    // Family name first: "Shoigu Sergey" meets "Sergey Shoigu".
    for (const given of longForms(last)) keys.add(`name:${given.charAt(0)}.${first}`)
  }
}

function addBodyKeys({ bodies, acronyms }: Features, keys: Set<string>): void {
  for (const acronym of acronyms) keys.add(`acronym:${acronym}`)
  for (const { core, significant, initials } of bodies) {
    keys.add(`${WHOLE_KEY}${core.join('')}`)
    for (const word of significant.slice(0, MOST_WORDS)) keys.add(`word:${word}`)
    keys.add(`sound:${significant.slice(0, MOST_WORDS).map(skeleton).join('.')}`)
    if (initials !== null && initials.length >= FEWEST_INITIALS) keys.add(`acronym:${initials}`)
  }
}
