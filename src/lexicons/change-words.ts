import { z } from 'zod'
import { loadLexicon } from './load.js'

/** A word that says whether a figure went up or down: before it ("rose 5%") or after it ("a 5% increase"). */
export const ChangeWord = z.object({
  form: z.string(),
  direction: z.enum(['up', 'down']),
  position: z.enum(['before', 'after']),
})
export interface ChangeWord extends z.infer<typeof ChangeWord> {}

/** Every word of change, sorted by form. */
export const changeWords: readonly ChangeWord[] = loadLexicon('change-words', ChangeWord)
