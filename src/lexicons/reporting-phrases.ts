import { z } from 'zod'
import { loadLexicon } from './load.js'

/**
 * A phrase that gives something to a source. `source` says where the source stands: after the phrase ("according to
 * X"), inside it, at its "…" ("as … put it"), before it ("X is of the opinion that"), or nowhere: the phrase only tells the occasion ("in a statement").
 * `spun`: a synonym-spun form of a usual phrase.
 */
export const ReportingPhrase = z.object({
  form: z.string(),
  source: z.enum(['after', 'inside', 'before', 'none']),
  act: z.enum(['speech', 'thought']),
  strength: z.literal([1, 2, 3]),
  spun: z.boolean().default(false),
})
export interface ReportingPhrase extends z.infer<typeof ReportingPhrase> {}

/** Every reporting phrase, as it stands inside a sentence, sorted by form. */
export const reportingPhrases: readonly ReportingPhrase[] = loadLexicon('reporting-phrases', ReportingPhrase)
