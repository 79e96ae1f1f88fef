import { loadTable } from './load-table.js'

/**
 * Words that a rewriter puts in the place of a word of the registry, by how sure the exchange is: `close` are of one
 * synset or in two sources, `near` one step away, `far` in one source only. Base forms; two words are joined by a space.
 */
export interface Synonyms {
  readonly word: string
  readonly close: readonly string[]
  readonly near: readonly string[]
  readonly far: readonly string[]
}

/**
 * The words of agencies' names with what stands for them in synonym-spun copy, sorted by word.
 *
 * Made by counting votes of three sources for every word of a name in `agencies.json`: WordNet 3.1 (synset 3, one step by
 * hypernym, hyponym, similarity or derivation 2, two steps 1), the Moby thesaurus (public domain; on both words' lists 2,
 * on one 1), and the pairs of words that differ in one place in the Problematic Paper Screener's list of tortured
 * phrases (2 for each phrase, 3 at most). Three votes or more are close, two near, one far. Words that news hardly ever
 * uses are left out, and of each kind the commonest are kept.
 * @see https://wordnet.princeton.edu, WordNet 3.1, Copyright 2011 by Princeton University, all rights reserved; used and
 *   passed on under its licence, without warranty
 * @see https://dbrech.irit.fr/pls/apex/f?p=9999:5 Problematic Paper Screener, CC BY 4.0, by Cabanac, Labbé and Magazinov
 */
export const synonyms: readonly Synonyms[] = loadTable(
  'synonyms',
  '["word", "close words", "near words", "far words"]',
  ([word, close, near, far]): Synonyms | null =>
    typeof word === 'string' && typeof close === 'string' && typeof near === 'string' && typeof far === 'string'
      ? { word, close: wordsOf(close), near: wordsOf(near), far: wordsOf(far) }
      : null,
)

function wordsOf(list: string): string[] {
  return list === '' ? [] : list.split(' ').map((word) => word.replaceAll('_', ' '))
}
