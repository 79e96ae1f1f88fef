import { z } from 'zod'
import { loadLexicon } from './load.js'

const Weight = z.union([z.literal(1), z.literal(2), z.literal(3)])
const Gender = z.enum(['female', 'male', 'either'])

/** What a given name says. `weight` 3: hardly ever anything else; 2: also a family name; 1: also a word or a place. */
export interface GivenName {
  readonly gender: z.infer<typeof Gender>
  readonly weight: z.infer<typeof Weight>
}

/** Names of one gender and weight, sorted: eighteen thousand objects would take 20 ms to read at every start. */
const GivenNames = z.object({ gender: Gender, weight: Weight, names: z.array(z.string()) })

/** The given names of many origins, by lower-cased form. */
export const givenNameByForm: ReadonlyMap<string, GivenName> = new Map(
  loadLexicon('given-names', GivenNames).flatMap(({ gender, weight, names }) => {
    const name = { gender, weight }
    return names.map((form) => [form.toLowerCase(), name] as const)
  }),
)
