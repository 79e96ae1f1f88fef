import { type FunctionClass, functionWords } from '../../lexicons/function-words.js'
import { reportingNounByForm } from '../../lexicons/reporting-nouns.js'
import { reportingVerbByForm } from '../../lexicons/reporting-verbs.js'
import { roleByForm } from '../../lexicons/roles.js'
import type { Document, Token } from '../../model/document.js'

/** What a token can be, as bits; a token may be several things. */
export const Word = {
  determiner: 1,
  possessive: 1 << 1,
  subject: 1 << 2,
  object: 1 << 3,
  relative: 1 << 4,
  be: 1 << 5,
  have: 1 << 6,
  modal: 1 << 7,
  negation: 1 << 8,
  adverb: 1 << 9,
  preposition: 1 << 10,
  coordinator: 1 << 11,
  subordinator: 1 << 12,
  time: 1 << 13,
  /** A form of a reporting verb. */
  report: 1 << 14,
  /** A finite verb form, and no noun that news uses. */
  verb: 1 << 15,
  noun: 1 << 16,
  /** Written like a name: a capital where the sentence does not ask for one, or anywhere for a word that is no other. */
  name: 1 << 17,
  adjective: 1 << 18,
  gerund: 1 << 19,
  comma: 1 << 20,
  colon: 1 << 21,
  dash: 1 << 22,
  stop: 1 << 23,
  semicolon: 1 << 24,
  opening: 1 << 25,
  closing: 1 << 26,
  /** A noun for where one speaks: "statement", "interview". */
  occasion: 1 << 27,
  /** A noun for a person by what they do: "spokesman". */
  role: 1 << 28,
  past: 1 << 29,
  article: 1 << 30,
} as const

const FUNCTION_BITS: ReadonlyMap<string, number> = new Map(
  functionWords.map(({ form, classes }) => [form, classes.reduce((bits, name) => bits | bitOf(name), 0)]),
)
const MARKS: Readonly<Record<string, number>> = {
  ',': Word.comma,
  ':': Word.colon,
  '—': Word.dash,
  '–': Word.dash,
  '―': Word.dash,
  '--': Word.dash,
  '-': 0,
  '.': Word.stop,
  '!': Word.stop,
  '?': Word.stop,
  '…': Word.stop,
  '...': Word.stop,
  ';': Word.semicolon,
  '(': Word.opening,
  '[': Word.opening,
  ')': Word.closing,
  ']': Word.closing,
}
const NOUN_TAGS = new Set(['Singular', 'Plural', 'Noun', 'Uncountable', 'Actor', 'Organization', 'Unit'])
const FINITE_TAGS = new Set(['PastTense', 'PresentTense', 'Verb', 'Infinitive', 'PhrasalVerb'])

function bitOf(name: FunctionClass): number {
  return Word[name]
}

/** What a word can be is the same in every article. */
const bitsByWord = new Map<string, number>()
const MOST_WORDS = 50_000

const bitsByTokens = new WeakMap<Document['tokens'], Int32Array>()

/** The bits of every token of a document, in token order; read once for all finders that ask. Nobody writes into them. */
export function wordBits(document: Document): Int32Array {
  const known = bitsByTokens.get(document.tokens)
  if (known !== undefined) return known
  const bits = readBits(document)
  bitsByTokens.set(document.tokens, bits)
  return bits
}

function readBits(document: Document): Int32Array {
  const bits = new Int32Array(document.tokens.length)
  let at = 0
  for (const token of document.tokens) {
    let found = bitsByWord.get(token.normal)
    if (found === undefined) {
      found = bitsOf(token)
      if (bitsByWord.size === MOST_WORDS) bitsByWord.clear()
      bitsByWord.set(token.normal, found)
    }
    bits[at] = isNameCased(token) ? found | Word.name : found
    at += 1
  }
  for (const { firstToken } of document.sentences) clearOpening(bits, firstToken)
  clearInnerStops(document, bits)
  return bits
}

/** A capital at a sentence's start says nothing for a word that is known as another. */
function clearOpening(bits: Int32Array, at: number): void {
  const found = bits[at] ?? 0
  const other = Word.determiner | Word.possessive | Word.subject | Word.preposition | Word.coordinator
  if (found & (other | Word.subordinator | Word.adverb | Word.modal | Word.be)) bits[at] = found & ~Word.name
}

/** The full stop of "R-Ky.," ends an abbreviation. */
function clearInnerStops(document: Document, bits: Int32Array): void {
  for (let at = 0; at + 1 < bits.length; at += 1) {
    if (!((bits[at] ?? 0) & Word.stop) || !((bits[at + 1] ?? 0) & Word.comma)) continue
    if (document.tokens[at]?.end === document.tokens[at + 1]?.start) bits[at] = 0
  }
}

function isNameCased({ casing, normal }: Token): boolean {
  if (casing === 'title' || casing === 'upper' || casing === 'mixed') return true
  return casing === 'initial' && normal !== 'i' && normal !== 'a'
}

function bitsOf({ normal, casing, tags }: Token): number {
  if (casing === 'none') return MARKS[normal] ?? 0
  let bits = FUNCTION_BITS.get(normal) ?? 0
  if (reportingVerbByForm.has(normal)) bits |= Word.report
  if (reportingNounByForm.get(normal)?.occasion) bits |= Word.occasion
  if (roleByForm.has(normal)) bits |= Word.role | Word.noun
  if (normal.endsWith('ing') && normal.length > 4) bits |= Word.gerund
  if (bits & (Word.be | Word.have | Word.modal)) bits |= Word.verb
  for (const tag of tags) {
    if (NOUN_TAGS.has(tag)) bits |= Word.noun
    else if (FINITE_TAGS.has(tag)) bits |= Word.verb
    else if (tag === 'Adjective') bits |= Word.adjective
    else if (tag === 'Adverb') bits |= Word.adverb
    else if (tag === 'Gerund') bits |= Word.gerund
  }
  if (tags.includes('PastTense') || (normal.endsWith('ed') && normal.length > 4)) bits |= Word.past
  if (normal.endsWith('ly') && tags.length === 0) bits |= Word.adverb
  return bits
}
