import { nameWords } from '../../lexicons/name-words.js'
import type { Document, Token } from '../../model/document.js'
import { organizationTable } from './name-lexicon.js'
import type { NameSpan } from './name-spans.js'

/**
 * Organizations that are none, one acronym each: a thing that has one ("DVD", "GDP"), and what the article writes out in
 * small letters ("the producer price index (PPI)").
 */
export function isThing(document: Document, defined: ReadonlySet<string>, { first, last, kind }: NameSpan): boolean {
  const token = document.tokens[first]
  if (token === undefined || kind !== 'organization' || last - first > 1) return false
  if (token.casing !== 'upper' && token.casing !== 'mixed') return false
  const text = document.article.text.slice(token.start, token.end)
  if (nameWords.get(text.replace(/s$/, '').toLowerCase()) === 'thing') return true
  return defined.has(text) && organizationTable.withForm(text).length === 0
}

/** The acronyms in brackets behind their words in small letters. */
export function definedThings({ article, tokens }: Document): ReadonlySet<string> {
  const defined = new Set<string>()
  tokens.forEach((token, at) => {
    if (token.casing !== 'upper' || tokens[at - 1]?.normal !== '(' || tokens[at + 1]?.normal !== ')') return
    const words = tokens.slice(Math.max(0, at - 1 - token.normal.length), at - 1)
    if (isWrittenOut(token.normal, words)) defined.add(article.text.slice(token.start, token.end))
  })
  return defined
}

function isWrittenOut(acronym: string, words: readonly Token[]): boolean {
  if (words.length < acronym.length || words.at(-1)?.casing !== 'lower') return false
  return words.every(({ normal, casing }, at) => casing === 'lower' && normal.startsWith(acronym.charAt(at)))
}
