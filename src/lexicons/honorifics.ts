import { z } from 'zod'
import { loadLexicon } from './load.js'

/** A title that stands before a name ("Sen.") or after it ("Jr."). `long` is the written-out form, where `form` is short. */
export const Honorific = z.object({
  form: z.string(),
  position: z.enum(['before', 'after']),
  gender: z.enum(['female', 'male']).nullable(),
  kind: z.enum(['courtesy', 'academic', 'military', 'police', 'political', 'judicial', 'religious', 'noble', 'suffix']),
  long: z.string().nullable().default(null),
})
export interface Honorific extends z.infer<typeof Honorific> {}

/** Every honorific, sorted by form. */
export const honorifics: readonly Honorific[] = loadLexicon('honorifics', Honorific)

/** The honorifics by form as written, and without its full stop. */
export const honorificByForm: ReadonlyMap<string, Honorific> = new Map(
  honorifics.flatMap((entry) => [[entry.form.replace(/\.$/, ''), entry] as const, [entry.form, entry] as const]),
)
