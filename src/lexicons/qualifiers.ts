import { z } from 'zod'
import { Qualifier } from '../model/mention.js'
import { loadLexicon } from './load.js'

/** Words round a number that say how exact it is: "at the very least" (before), "or so" (after). Lower case. */
export const QualifierPhrase = z.object({
  form: z.string(),
  qualifier: Qualifier,
  position: z.enum(['before', 'after']),
})
export interface QualifierPhrase extends z.infer<typeof QualifierPhrase> {}

/** Every qualifier, sorted by form. */
export const qualifiers: readonly QualifierPhrase[] = loadLexicon('qualifiers', QualifierPhrase)
