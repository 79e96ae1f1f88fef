import { z } from 'zod'
import { loadLexicon } from './load.js'

/**
 * A noun of speech or thought. `cue`: its complement is what was said or thought ("the claim that …"); `speaks`: it can
 * be the source itself ("the report says"); `occasion`: it is where one speaks ("in an interview").
 */
export const ReportingNoun = z.object({
  lemma: z.string(),
  plural: z.string(),
  act: z.enum(['speech', 'thought']),
  cue: z.boolean(),
  speaks: z.boolean(),
  occasion: z.boolean(),
})
export interface ReportingNoun extends z.infer<typeof ReportingNoun> {}

/** Every reporting noun, sorted by lemma. */
export const reportingNouns: readonly ReportingNoun[] = loadLexicon('reporting-nouns', ReportingNoun)

/** The reporting nouns by singular and by plural, lower-cased. */
export const reportingNounByForm: ReadonlyMap<string, ReportingNoun> = new Map(
  reportingNouns.flatMap((noun) => [[noun.plural, noun] as const, [noun.lemma, noun] as const]),
)
