import { z } from 'zod'
import { loadLexicon } from './load.js'

/**
 * A word of American federal politics, lower case. `title`: what a holder of `office` is called before or after the name;
 * `topic`: a word that an article about it has; `fits`: a title that says nothing against the office ("chairman");
 * `elsewhere`: a word that makes a title another one's ("state Sen.", "company president").
 */
export const OfficeWord = z.object({
  form: z.string(),
  office: z.enum(['senate', 'house', 'congress', 'president', 'vice-president', 'any', 'none']),
  sense: z.enum(['title', 'topic', 'fits', 'elsewhere']),
})
export interface OfficeWord extends z.infer<typeof OfficeWord> {}

/** Every such word, sorted by form and sense. */
export const officeWords: readonly OfficeWord[] = loadLexicon('office-words', OfficeWord)

/** The words of one sense by form. */
export function officeWordsOf(sense: OfficeWord['sense']): ReadonlyMap<string, OfficeWord['office']> {
  return new Map(officeWords.filter((word) => word.sense === sense).map((word) => [word.form, word.office]))
}
