import { loadTable } from './load-table.js'

/** What a word is in a sentence, where it can only be that: it ends (or begins) a noun phrase. */
export type PhraseWordKind = 'preposition' | 'conjunction' | 'pronoun' | 'determiner' | 'verb' | 'adverb'

const KINDS: ReadonlySet<unknown> = new Set(['preposition', 'conjunction', 'pronoun', 'determiner', 'verb', 'adverb'])

/** The words that end a noun phrase, by form (lower case). */
export const phraseWords: ReadonlyMap<string, PhraseWordKind> = new Map(
  loadTable('phrase-words', '["word", kind]', ([form, kind]) =>
    typeof form === 'string' && isKind(kind) ? ([form, kind] as const) : null,
  ),
)

function isKind(kind: unknown): kind is PhraseWordKind {
  return KINDS.has(kind)
}
