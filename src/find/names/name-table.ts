import type { Token } from '../../model/document.js'

/** One written form of an entry of a word list; a weak form means it only with support from the context. */
export interface NameForm<Entry> {
  readonly form: string
  readonly entry: Entry
  readonly isWeak: boolean
}

/** A form that stands in the text at tokens `[first, last)`. */
export interface NameMatch<Entry> extends NameForm<Entry> {
  readonly last: number
}

interface Candidate<Entry> extends NameForm<Entry> {
  readonly words: readonly string[]
  readonly isUpper: boolean
}

/** Finds the forms of a word list in running tokens; longest first. An all-capital form ("US") needs capitals. */
export class NameTable<Entry> {
  readonly #byFirst = new Map<string, Candidate<Entry>[]>()

  constructor(forms: readonly NameForm<Entry>[]) {
    for (const form of forms) {
      const words = wordsOf(form.form)
      const first = words[0]
      if (first === undefined) continue
      const candidate = { ...form, words, isUpper: /^[^a-z]*[A-Z][^a-z]*$/.test(form.form) }
      const candidates = this.#byFirst.get(first)
      if (candidates === undefined) this.#byFirst.set(first, [candidate])
      else candidates.push(candidate)
    }
    for (const candidates of this.#byFirst.values()) candidates.sort((a, b) => b.words.length - a.words.length)
  }

  /** The longest form that begins at token `first` and ends before token `limit`. */
  at(tokens: readonly Token[], first: number, limit: number): NameMatch<Entry> | null {
    const token = tokens[first]
    if (token === undefined) return null
    const candidates = this.#byFirst.get(token.normal)
    if (candidates === undefined) return null
    for (const candidate of candidates) {
      const last = first + candidate.words.length
      if (last > limit || !matches(candidate.words, tokens, first)) continue
      if (candidate.isUpper && token.casing !== 'upper' && token.casing !== 'initial') continue
      return { form: candidate.form, entry: candidate.entry, isWeak: candidate.isWeak, last }
    }
    return null
  }

  /** The entries one of whose forms is exactly this text, case apart; in the order of the list. */
  withForm(text: string): readonly NameForm<Entry>[] {
    const words = wordsOf(text)
    const candidates = this.#byFirst.get(words[0] ?? '') ?? []
    const isUpper = /^[^a-z]*[A-Z][^a-z]*$/.test(text)
    return candidates.filter(
      (candidate) =>
        candidate.words.length === words.length &&
        candidate.words.every((word, at) => word === words[at]) &&
        (isUpper || !candidate.isUpper),
    )
  }
}

function matches(words: readonly string[], tokens: readonly Token[], first: number): boolean {
  for (let at = 1; at < words.length; at += 1) if (tokens[first + at]?.normal !== words[at]) return false
  return true
}

/** A word with its inner marks, a possessive, a dotted abbreviation, or one mark. */
const WORD = /(?:\p{L}\.){2,}\p{L}?|'s(?!\p{L})|[\p{L}\p{N}]+(?:['](?!s(?!\p{L}))\p{L}+|&[\p{L}]+)*|[^\s\p{L}\p{N}]/gu

/** A short word and its full stop ("St.", "Co."), which the tokenizer keeps as one and looks up without the stop. */
const STOPPED = /(^|\s)(\p{L}{2,5})\.(?=\s|$)/gu

/** Words of plain letters with single spaces, which is what most forms are, need no more than a cut at the spaces. */
const PLAIN = /^[A-Za-z]+(?: [A-Za-z]+)*$/

/** Cuts a form as the text's words are cut: hyphens apart, "U.S." whole, possessives apart, "St." without its stop. */
function wordsOf(form: string): string[] {
  if (PLAIN.test(form)) return form.toLowerCase().split(' ')
  const plain = form.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()
  return plain.replace(STOPPED, '$1$2').match(WORD) ?? []
}
