import { givenNameByForm } from '../../lexicons/given-names.js'
import { nameParticleForms } from '../../lexicons/name-particles.js'
import { plain } from '../normal.js'
import { type PersonName, readPersonName } from '../person-names.js'

const TWO_WORDS = /^(?<given>\p{Lu}\p{Ll}+) (?<family>\p{Lu}[\p{L}’'-]+)$/u

/**
 * A person's name taken apart, as a registry needs it: "Ben Carson" and "Al Gore" are given and family name, though "Ben"
 * and "Al" are particles elsewhere.
 */
export function readName(written: string): PersonName {
  const name = readPersonName(written)
  const two = name.isBare ? TWO_WORDS.exec(written.trim()) : null
  const given = plain(two?.groups?.given ?? '')
  if (!nameParticleForms.has(given) || givenNameByForm.get(given) === undefined) return name
  const words = [given, ...name.words]
  return { ...name, words, joined: words.join(''), isBare: false }
}
