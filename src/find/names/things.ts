import { nameWords } from '../../lexicons/name-words.js'
import type { Document } from '../../model/document.js'
import type { NameSpan } from './name-spans.js'

/** Whether an organization is none, but a thing that has an acronym: "DVD", "GDP". */
export function isThing(document: Document, { first, last, kind }: NameSpan): boolean {
  const token = document.tokens[first]
  if (token === undefined || kind !== 'organization' || last - first > 1) return false
  if (token.casing !== 'upper' && token.casing !== 'mixed') return false
  const text = document.article.text.slice(token.start, token.end)
  return nameWords.get(text.replace(/s$/, '').toLowerCase()) === 'thing'
}
