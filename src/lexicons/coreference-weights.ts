import { z } from 'zod'
import { loadLexicon } from './load.js'

/**
 * A small network that ranks those whom a pronoun may stand for: one hidden layer (tanh) over the numbers of a candidate
 * and of the pronoun, and a line over the pronoun's alone for nobody being meant. `hidden` has a row for each unit, its
 * bias last; `out` and `none` have their bias last. Learned by `training/coreference/train.ts`.
 */
export const CoreferenceNet = z.object({
  of: z.enum(['person', 'body']),
  hidden: z.array(z.array(z.number())),
  out: z.array(z.number()),
  none: z.array(z.number()),
})
export interface CoreferenceNet extends z.infer<typeof CoreferenceNet> {}

/** The networks for pronouns of people and of bodies. */
export const coreferenceNets: readonly CoreferenceNet[] = loadLexicon('coreference-weights', CoreferenceNet)
