import { stopWordKinds } from '../../lexicons/stop-words.js'
import type { Token } from '../../model/document.js'

/** One word of a phrase: where the next words lead, and what ends here. */
export interface PhraseNode<Value> {
  readonly next: Map<string, PhraseNode<Value>>
  /** Whether a phrase has this word in lower case ("of"); a capital is asked for otherwise. */
  canBeLower: boolean
  values: Value[] | null
}

/** A phrase found at tokens `[first, last)`. */
export interface PhraseMatch<Value> {
  readonly values: readonly Value[]
  readonly last: number
}

/** `&` for "and", and abbreviations with and without their full stops. */
const SPELLINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ['and', ['&']],
  ['u.s', ['us', 'u.s.']],
  ['u.s.', ['us', 'u.s']],
  ['us', ['u.s.', 'u.s']],
  ['u.n.', ['un']],
  ['un', ['u.n.', 'u.n']],
  ['st', ['st.']],
])

// "U.S.", then a word with an inner apostrophe but not its possessive, then a possessive, then any mark.
const WORD = /(?:\p{L}\.){2,}|[\p{L}\p{N}]+(?:['’](?!s(?![\p{L}\p{N}]))\p{L}+)*|['’]s(?![\p{L}\p{N}])|[^\p{L}\p{N}\s]/gu

/** The words of a form as `Token.normal` has them, with their casing. Agrees with the tokens of a text for names. */
export function wordsOfForm(form: string): { normal: string; isLower: boolean }[] {
  const straight = form.includes('’') ? form.replaceAll('’', "'") : form
  const words = PLAIN_FORM.test(straight) ? straight.split(' ') : (straight.match(WORD) ?? [])
  return words.map((word) => {
    const lower = word.toLowerCase()
    const plain = ASCII.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '')
    return { normal: plain === '&' ? 'and' : plain, isLower: word === lower && LETTER.test(word) && word !== "'s" }
  })
}

/** A form of plain words, which needs no more than to be split: nearly all are. */
const PLAIN_FORM = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/
const ASCII = /^[\x20-\x7e]*$/
const LETTER = /\p{L}/u

/** An empty table of phrases: a trie over words, so that a text is read once whatever the number of phrases. */
export function phraseTable<Value>(): PhraseNode<Value> {
  return { next: new Map(), canBeLower: false, values: null }
}

/** Adds a phrase; the same phrase may be added with many values. */
export function addPhrase<Value>(table: PhraseNode<Value>, form: string, value: Value): void {
  let node = table
  for (const { normal, isLower } of wordsOfForm(form)) {
    let next = node.next.get(normal)
    if (next === undefined) {
      next = phraseTable<Value>()
      node.next.set(normal, next)
      for (const spelling of SPELLINGS.get(normal) ?? []) if (!node.next.has(spelling)) node.next.set(spelling, next)
    }
    if (isLower) next.canBeLower = true
    node = next
  }
  if (node === table) return
  node.values ??= []
  if (!node.values.includes(value)) node.values.push(value)
}

/** The longest phrase that begins with the token `first`, capitals as in the phrase; never over the end of a block. */
export function matchPhrase<Value>(
  table: PhraseNode<Value>,
  tokens: readonly Token[],
  first: number,
): PhraseMatch<Value> | null {
  let node: PhraseNode<Value> = table
  let found: PhraseMatch<Value> | null = null
  let end = -1
  for (let at = first; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token === undefined || (end >= 0 && token.start - end > 1)) break
    const next = node.next.get(token.normal)
    if (next === undefined || (token.casing === 'lower' && !next.canBeLower && token.normal !== "'s")) break
    node = next
    end = token.end
    if (node.values !== null) found = { values: node.values, last: at + 1 }
  }
  return found
}

/** Kinds of stop word that no name holds or begins with; "Federal", "Fifth" and "Public" do stand in names. */
const FUNCTION_KINDS: ReadonlySet<string> = new Set([
  'determiner',
  'preposition',
  'adverb',
  'verb',
  'conjunction',
  'interjection',
  'contraction',
  'pronoun',
  'month',
  'season',
  'weekday',
])

/** Whether the word, though it has a capital, only opens a sentence or is a date. */
export function isFunctionWord(normal: string): boolean {
  const kind = stopWordKinds.get(normal)
  return kind !== undefined && FUNCTION_KINDS.has(kind)
}
