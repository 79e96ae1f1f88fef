import { z } from 'zod'
import { loadLexicon } from './load.js'

/** What a function word can do in a clause; a word may do several ("that" is relative and subordinator). */
export const FunctionClass = z.enum([
  'adverb',
  'article',
  'be',
  'coordinator',
  'determiner',
  'have',
  'modal',
  'negation',
  'object',
  'possessive',
  'preposition',
  'relative',
  'subject',
  'subordinator',
  'time',
])
export type FunctionClass = z.infer<typeof FunctionClass>

/** A word that builds clauses, lower-cased with straight apostrophes, and all that it can do. */
export const FunctionWord = z.object({ form: z.string(), classes: z.array(FunctionClass) })
export interface FunctionWord extends z.infer<typeof FunctionWord> {}

/** Every function word, sorted by form. */
export const functionWords: readonly FunctionWord[] = loadLexicon('function-words', FunctionWord)
