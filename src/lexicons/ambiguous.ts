import { z } from 'zod'
import { loadLexicon } from './load.js'

/** What a form can be. */
export const Reading = z.enum(['person', 'place', 'agency', 'organization', 'month', 'weekday', 'role', 'word', 'unit'])
export type Reading = z.infer<typeof Reading>

/**
 * A form that is two things: "March" is a month, a word and a family name; "DOE" is two departments. `owners` are the
 * ids of the registry's entries (agencies, organizations, places) that bear the form; the likeliest reading, and owner, comes first.
 */
export const Ambiguous = z.object({
  form: z.string(),
  readings: z.array(Reading),
  owners: z.array(z.string()).default([]),
})
export interface Ambiguous extends z.infer<typeof Ambiguous> {}

/** Every ambiguous form, sorted. */
export const ambiguous: readonly Ambiguous[] = loadLexicon('ambiguous', Ambiguous)

/** The ambiguous forms by form as written. */
export const ambiguousByForm: ReadonlyMap<string, Ambiguous> = new Map(ambiguous.map((entry) => [entry.form, entry]))
