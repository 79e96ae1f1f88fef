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

/** What stands before a given name, or a whole one: "Sir John" and "Sir John Bourn", never "Sir Bourn". */
const BEFORE_GIVEN: ReadonlySet<string> = new Set(['Sir', 'Dame', 'Rt Hon', 'Shah'])

/** Titles that make a whole name with one word behind them, as written: "Lord Falconer", "King Charles", "Pope Leo". */
export const dignities: ReadonlySet<string> = new Set([
  'Pope',
  ...honorifics.filter(({ form, kind }) => kind === 'noble' && !BEFORE_GIVEN.has(form)).map(({ form }) => form),
])
