import { z } from 'zod'
import { loadLexicon } from './load.js'

/**
 * A word of a number. `unit` 0 to 19, `ten` 20 to 90, `scale` multiplies ("million"), `plural-scale` stands alone
 * ("millions"), `part` and `parts` divide ("third": value 3), `sign` is a fraction in one character ("½").
 */
export const NumberWord = z.object({
  form: z.string(),
  kind: z.enum(['unit', 'ten', 'scale', 'plural-scale', 'part', 'parts', 'sign']),
  value: z.number(),
})
export interface NumberWord extends z.infer<typeof NumberWord> {}

/** Every number word, sorted by form. */
export const numberWords: readonly NumberWord[] = loadLexicon('number-words', NumberWord)

/** The number words by form. */
export const numberWordByForm: ReadonlyMap<string, NumberWord> = new Map(numberWords.map((word) => [word.form, word]))
