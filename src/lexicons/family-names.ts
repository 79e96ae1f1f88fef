import { z } from 'zod'
import { loadLexicon } from './load.js'

const Weight = z.union([z.literal(1), z.literal(2), z.literal(3)])

/** What a family name says. `weight` 3: hardly ever anything else; 2: also a given name; 1: also a word or a place. */
export interface FamilyName {
  readonly weight: z.infer<typeof Weight>
}

/** Names of one weight, sorted. */
const FamilyNames = z.object({ weight: Weight, names: z.array(z.string()) })

/** The family names of many origins, by lower-cased form. */
export const familyNameByForm: ReadonlyMap<string, FamilyName> = new Map(
  loadLexicon('family-names', FamilyNames).flatMap(({ weight, names }) => {
    const name = { weight }
    return names.map((form) => [form.toLowerCase(), name] as const)
  }),
)
