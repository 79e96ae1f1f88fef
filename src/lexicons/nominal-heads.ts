import { z } from 'zod'
import { loadLexicon } from './load.js'

/** A common noun that refers back to a name: "the agency", "the company", "the city". People's nouns are in `roles`. */
export const NominalHead = z.object({
  lemma: z.string(),
  plural: z.string(),
  kinds: z.array(z.enum(['agency', 'organization', 'place'])),
  agencyKinds: z.array(z.string()).default([]),
  company: z.boolean().default(false),
})
export interface NominalHead extends z.infer<typeof NominalHead> {}

/**
 * Every nominal head, sorted by lemma. `agencyKinds` narrows "court", "committee" … to those kinds of `Agency`; `company`
 * marks what a business is called, by its trade or otherwise: "the German airline".
 */
export const nominalHeads: readonly NominalHead[] = loadLexicon('nominal-heads', NominalHead)

/** The nominal heads by singular and by plural. */
export const nominalHeadByForm: ReadonlyMap<string, NominalHead> = new Map(
  nominalHeads.flatMap((head) => [[head.plural, head] as const, [head.lemma, head] as const]),
)
