import { z } from 'zod'
import { loadLexicon } from './load.js'

/**
 * The legal form of a company, as names carry it: "AG", "Aktiengesellschaft". Forms of one entry say the same thing.
 * `family` tells forms that may stand for each other in loose use from those that may not.
 */
export const LegalForm = z.object({
  id: z.string(),
  forms: z.array(z.string()).min(1),
  family: z.string(),
  reference: z.string(),
})
export interface LegalForm extends z.infer<typeof LegalForm> {}

/** Every legal form, sorted by id. */
export const legalForms: readonly LegalForm[] = loadLexicon('legal-forms', LegalForm)
