import { z } from 'zod'
import { loadLexicon } from './load.js'

/**
 * A verb that reports speech or thought. `direct`: can introduce a direct quote ("…," she joked); `indirect`: takes a
 * clause ("claims that …"); `addressee`: its object is the one spoken to ("told reporters"). `strength` 1..3: how surely
 * the verb reports, wherever it stands in news. `forms` are all its inflections, lower-cased, the lemma among them.
 */
export const ReportingVerb = z.object({
  lemma: z.string(),
  forms: z.array(z.string()),
  act: z.enum(['speech', 'thought']),
  stance: z.enum(['neutral', 'assertive', 'positive', 'negative', 'tentative', 'directive']),
  direct: z.boolean(),
  indirect: z.boolean(),
  addressee: z.boolean(),
  strength: z.literal([1, 2, 3]),
})
export interface ReportingVerb extends z.infer<typeof ReportingVerb> {}

/** Every reporting verb, sorted by lemma. */
export const reportingVerbs: readonly ReportingVerb[] = loadLexicon('reporting-verbs', ReportingVerb)

/** The reporting verbs by each of their forms, lower-cased. */
export const reportingVerbByForm: ReadonlyMap<string, ReportingVerb> = new Map(
  reportingVerbs.flatMap((verb) => verb.forms.map((form) => [form, verb] as const)),
)
