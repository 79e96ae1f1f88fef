import { z } from 'zod'
import { SetupError } from '../model/errors.js'
import { loadLexicon } from './load.js'

/**
 * A small network that ranks the people whom a pronoun may stand for: one hidden layer (tanh) over the numbers of a
 * candidate and of the pronoun, and a line over the pronoun's alone for nobody being meant. `hidden` has a row for each
 * unit, its bias last; `out` and `none` have their bias last. Learned by `training/coreference`.
 */
export const CoreferenceNet = z.object({
  hidden: z.array(z.array(z.number())),
  out: z.array(z.number()),
  none: z.array(z.number()),
})
export interface CoreferenceNet extends z.infer<typeof CoreferenceNet> {}

const [net] = loadLexicon('coreference-weights', CoreferenceNet)
if (net === undefined)
  throw new SetupError(['Expected one network in src/lexicons/coreference-weights.json, got none.'])

export const coreferenceNet: CoreferenceNet = net
