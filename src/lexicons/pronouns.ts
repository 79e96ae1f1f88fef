import { z } from 'zod'
import { loadLexicon } from './load.js'

/** A pronoun of the third person; `gender` "thing" stands for bodies and things, "any" for whoever is many. */
export const Pronoun = z.object({
  form: z.string(),
  gender: z.enum(['female', 'male', 'thing', 'any']),
  number: z.enum(['singular', 'plural']),
  use: z.enum(['subject', 'object', 'possessive', 'reflexive', 'either']),
})
export interface Pronoun extends z.infer<typeof Pronoun> {}

/** A pronoun that stands for one person. */
export interface PersonalPronoun extends Pronoun {
  readonly gender: 'female' | 'male'
}

/** Whether a pronoun stands for one person: "she", "his", not "it" or "they". */
export function isPersonal(pronoun: Pronoun): pronoun is PersonalPronoun {
  return pronoun.gender === 'female' || pronoun.gender === 'male'
}

/** Every pronoun of the third person, sorted by form. */
export const pronouns: readonly Pronoun[] = loadLexicon('pronouns', Pronoun)

/** The pronouns by form, lower-cased. */
export const pronounByForm: ReadonlyMap<string, Pronoun> = new Map(pronouns.map((pronoun) => [pronoun.form, pronoun]))
