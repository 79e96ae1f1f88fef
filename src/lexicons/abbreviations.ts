import { z } from 'zod'
import { loadLexicon } from './load.js'

/** A token whose full stop ends no sentence. `final`: it may also stand last in a sentence ("Inc.", "U.S."). */
export const Abbreviation = z.object({
  form: z.string(),
  final: z.boolean(),
  kind: z.enum([
    'title',
    'suffix',
    'month',
    'weekday',
    'state',
    'country',
    'company',
    'street',
    'degree',
    'latin',
    'time',
    'number',
    'unit',
    'other',
  ]),
})
export interface Abbreviation extends z.infer<typeof Abbreviation> {}

/** Every abbreviation, sorted by form. */
export const abbreviations: readonly Abbreviation[] = loadLexicon('abbreviations', Abbreviation)

/** The abbreviations by form as written, full stop included. */
export const abbreviationByForm: ReadonlyMap<string, Abbreviation> = new Map(
  abbreviations.map((entry) => [entry.form, entry]),
)
