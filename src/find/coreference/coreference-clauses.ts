import type { Document } from '../../model/document.js'
import { Word, wordBits } from '../quotes/quote-words.js'

/** What begins a clause: the sentence, "that" after a verb, a relative word, "when", "and" before a verb or subject, a break. */
export type ClauseKind = 'main' | 'that' | 'relative' | 'subordinate' | 'coordinate' | 'aside'

/** Where a mention stands in its clause, as far as the words beside it tell; `inverted`: "said Ruth Keller". */
export type ClauseRole =
  | 'subject'
  | 'inverted'
  | 'object'
  | 'possessive'
  | 'of'
  | 'by'
  | 'oblique'
  | 'joined'
  | 'beside'

/** The clauses of an article, by token. */
export interface Clauses {
  readonly bits: Int32Array
  /** The clause that each token stands in; numbers go up through the article. */
  readonly clauseOf: Int32Array
  /** What began each clause. */
  readonly kinds: readonly ClauseKind[]
}

const LONGEST_TITLE = 6
const LONGEST_ASIDE = 24
const PLAIN = Word.determiner | Word.adjective | Word.possessive | Word.noun | Word.name | Word.article
const STOPPERS = Word.preposition | Word.coordinator | Word.subordinator | Word.relative | Word.comma | Word.stop
const BREAKS = Word.dash | Word.semicolon | Word.colon | Word.opening | Word.closing

/** Cuts the sentences of a document into clauses by their function words: no parse, one pass. */
export function readClauses(document: Document): Clauses {
  const bits = wordBits(document)
  const clauseOf = new Int32Array(bits.length)
  const kinds: ClauseKind[] = []
  for (const { firstToken, lastToken } of document.sentences) {
    kinds.push('main')
    for (let at = firstToken; at < lastToken; at += 1) {
      const kind = at === firstToken ? null : beginsAt(document, bits, at)
      if (kind !== null) kinds.push(kind)
      clauseOf[at] = kinds.length - 1
    }
  }
  return { bits, clauseOf, kinds }
}

function beginsAt({ tokens }: Document, bits: Int32Array, at: number): ClauseKind | null {
  const bit = bits[at] ?? 0
  if (bit & BREAKS) return 'aside'
  const token = tokens[at]
  if (token === undefined || token.casing === 'none') return null
  const { normal } = token
  const after = bits[at + 1] ?? 0
  if (normal === 'that') return (bits[at - 1] ?? 0) & Word.noun && after & Word.verb ? 'relative' : 'that'
  if (normal === 'who' || normal === 'which' || normal === 'whom' || normal === 'whose' || normal === 'where')
    return 'relative'
  if (bit & Word.subordinator && !(bit & Word.preposition)) return 'subordinate'
  if (bit & Word.subordinator) return startsClause(tokens, bits, at + 1) ? 'subordinate' : null
  if (bit & Word.coordinator) return startsClause(tokens, bits, at + 1) || after & Word.verb ? 'coordinate' : null
  // ", he said": a subject after a comma begins its own clause.
  if ((bits[at - 1] ?? 0) & Word.comma && bit & Word.subject && !(bit & Word.object)) return 'coordinate'
  return null
}

/** Whether a noun phrase with a finite verb stands at `at`, within a few words. */
function startsClause(tokens: Document['tokens'], bits: Int32Array, at: number): boolean {
  for (let next = at; next < at + 5; next += 1) {
    const bit = bits[next] ?? 0
    if (bit & Word.subject) return true
    if (next > at && isFiniteVerb(tokens, bits, next)) return true
    if (!(bit & PLAIN) || bit & (Word.preposition | Word.comma)) return false
  }
  return false
}

/** Whether the token can be a finite verb here: not after "the" or "to", and not written as a name. */
export function isFiniteVerb(tokens: Document['tokens'], bits: Int32Array, at: number): boolean {
  const bit = bits[at] ?? 0
  const token = tokens[at]
  if (token === undefined || token.casing !== 'lower') return false
  if (bit & (Word.be | Word.have | Word.modal)) return true
  if (!(bit & (Word.verb | Word.report | Word.past)) || token.tags.includes('Infinitive')) return false
  // "The two said", "the mother of two told us"
  if (tokens[at - 1]?.tags.includes('TextValue') && token.tags.includes('PastTense')) return true
  return !((bits[at - 1] ?? 0) & (Word.determiner | Word.article | Word.preposition))
}

/** The role of the mention in the tokens `[first, last)`. */
export function roleOf({ tokens }: Document, { bits }: Clauses, first: number, last: number): ClauseRole {
  const next = tokens[last]?.normal
  if (next === "'s" || next === "'") return 'possessive'
  let left = first - 1
  while (first - left <= LONGEST_TITLE && isTitleWord(bits[left] ?? 0)) left -= 1
  const before = bits[left] ?? 0
  const word = tokens[left]?.normal ?? ''
  // "The minister, Ann Lee, has left": the name in apposition stands where its role does.
  const isApposed = isComma(bits, left) && isComma(bits, last) && isFiniteVerb(tokens, bits, last + 1)
  if (isApposed) return 'subject'
  const canOpen = (before & Word.preposition) === 0 || (before & Word.subordinator) !== 0
  if (canOpen && isBeforeVerb(tokens, bits, last)) return 'subject'
  if (before & Word.preposition) return word === 'of' || word === 'by' ? word : 'oblique'
  if (word === 'to') return 'oblique'
  if (before & Word.coordinator) return 'joined'
  if (before & (Word.verb | Word.report | Word.past | Word.gerund) && !(before & Word.name)) {
    const isSaid = (before & Word.report) !== 0 && (bits[left - 1] ?? 0) & (Word.comma | Word.closing)
    return isSaid || isQuotationMark(tokens, left - 1) ? 'inverted' : 'object'
  }
  return 'beside'
}

function isComma(bits: Int32Array, at: number): boolean {
  return ((bits[at] ?? 0) & Word.comma) !== 0
}

function isQuotationMark(tokens: Document['tokens'], at: number): boolean {
  return /^["”’'»]+$/.test(tokens[at]?.normal ?? '')
}

function isTitleWord(bit: number): boolean {
  return (
    (bit & PLAIN) !== 0 &&
    (bit & STOPPERS) === 0 &&
    ((bit & (Word.verb | Word.past | Word.report)) === 0 || (bit & Word.name) !== 0)
  )
}

/** Whether a finite verb follows, across adverbs and an aside between commas or brackets. */
function isBeforeVerb(tokens: Document['tokens'], bits: Int32Array, last: number): boolean {
  let at = last
  const opening = bits[at] ?? 0
  if (opening & (Word.comma | Word.opening)) {
    const close = opening & Word.comma ? Word.comma : Word.closing
    const limit = Math.min(tokens.length, last + LONGEST_ASIDE)
    at += 1
    while (at < limit && !((bits[at] ?? 0) & (close | Word.stop))) at += 1
    if (!((bits[at] ?? 0) & close)) return false
    at += 1
    if (opening & Word.opening && (bits[at] ?? 0) & Word.comma) return false
  }
  while ((bits[at] ?? 0) & Word.adverb && !((bits[at] ?? 0) & (Word.be | Word.have | Word.modal))) at += 1
  return isFiniteVerb(tokens, bits, at)
}
