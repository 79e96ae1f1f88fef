import { currencies } from '../../lexicons/currencies.js'
import { units } from '../../lexicons/units.js'
import type { Dimension } from '../../model/mention.js'
import type { NumberRead, TokenText } from './numbers.js'
import { afterHyphen } from './numbers.js'

/** What a number is in: a unit of `units.json` or a currency (its ISO 4217 code). */
export interface Measure {
  readonly id: string
  readonly dimension: Dimension
  /** No unit after "one" or in the singular: "one quarter" is a fraction, "two quarters" are months. */
  readonly pluralOnly: boolean
  /** Money only after a large number: "5 million won". */
  readonly isWeak: boolean
}

interface Node {
  readonly next: Map<string, Node>
  measure: Measure | null
}

/** Symbols that after a space are a word or an initial: "5 in 10", "Section 5 A". */
const GLUED_ONLY: ReadonlySet<string> = new Set(['in', 'x', 'h', 'L', 'J', 'pp', 'mb', 'db', 'cal', 'px'])

const newNode = (): Node => ({ next: new Map(), measure: null })
/** Words that are money only after a large number. */
const WEAK = new Map<string, Measure>()
/** Forms by words in lower case; symbols and codes as written. */
const FORMS = newNode()
const SYMBOLS = newNode()
/** Signs and codes before a number: "$", "US$", "EUR", "RM". */
const SIGNS = new Map<string, Measure>()

fillTables()

function fillTables(): void {
  for (const { id, dimension, forms, symbols, pluralOnly } of units) {
    const measure: Measure = { id, dimension, pluralOnly, isWeak: false }
    for (const form of forms) add(FORMS, form.split(/[ -]/), measure)
    for (const symbol of symbols) add(SYMBOLS, pieces(symbol), measure)
  }
  for (const { code, signs, words, weakWords } of currencies) {
    const money: Measure = { id: code, dimension: 'money', pluralOnly: false, isWeak: false }
    for (const word of words) add(FORMS, word.split(/[ -]/), money)
    for (const word of weakWords) addWeak(word, { ...money, isWeak: true })
    add(SYMBOLS, [code], money)
    SIGNS.set(code, money)
    for (const sign of signs) {
      SIGNS.set(sign, money)
      if (/^[^A-Za-z.]+$/.test(sign) || sign === 'zł' || sign === 'Kč') add(SYMBOLS, pieces(sign), money)
    }
  }
}

/** A weak word that is a unit too ("pound") is money only in `measureFor`. */
function addWeak(word: string, money: Measure): void {
  WEAK.set(word, money)
  if (!FORMS.next.get(word)?.measure) add(FORMS, [word], money)
}

function add(root: Node, words: readonly string[], measure: Measure): void {
  let node = root
  for (const word of words) {
    const next = node.next.get(word) ?? newNode()
    node.next.set(word, next)
    node = next
  }
  node.measure ??= measure
}

/** "km/h" → km, /, h: cut as tokens are. */
function pieces(symbol: string): string[] {
  return symbol.match(/[A-Za-zµμΩłč]+\d*|[^A-Za-z]/g) ?? [symbol]
}

/** A measure over tokens up to `last`. */
export interface MeasureRead {
  readonly measure: Measure
  readonly last: number
  /** The words as written, in lower case. */
  readonly word: string
}

/** The longest unit that begins at token `at`: "square feet", "km/h", "Australian dollars". `null` if there is none. */
export function measureAt(source: TokenText, at: number): MeasureRead | null {
  const token = at < source.limit ? source.tokens[at] : undefined
  if (token === undefined) return null
  const form = FORMS.next.get(token.normal)
  const long = form === undefined ? null : walk(source, form, at + 1, false)
  if (long !== null) return { ...long, word: token.normal }
  const written = stopless(source.text, token)
  if (GLUED_ONLY.has(written) || isSignOfNext(source, at, written)) return null
  const symbol = SYMBOLS.next.get(written)
  const short = symbol === undefined ? null : walk(source, symbol, at + 1, true)
  return short === null ? null : { ...short, word: written }
}

/** "mph." at the end of a sentence is "mph". */
function stopless(text: string, { start, end, normal }: TokenText['tokens'][number]): string {
  const written = text.slice(start, end)
  return written.endsWith('.') && !normal.endsWith('.') ? written.slice(0, -1) : written
}

/** A currency sign before digits is theirs: "from 5 $10 notes". */
function isSignOfNext({ tokens }: TokenText, at: number, written: string): boolean {
  return !/^[A-Za-z%°]/.test(written) && tokens[at + 1]?.casing === 'digit' && SIGNS.has(written)
}

/** The unit that a number's own token ends with: "120Hz", "100km/h". */
export function measureInRest(source: TokenText, number: NumberRead): MeasureRead | null {
  const symbol = SYMBOLS.next.get(number.rest)
  const short = symbol === undefined ? null : walk(source, symbol, number.last, true)
  if (short !== null) return { ...short, word: number.rest }
  const form = FORMS.next.get(number.rest.toLowerCase())
  const long = form === undefined ? null : walk(source, form, number.last, false)
  return long === null ? null : { ...long, word: number.rest.toLowerCase() }
}

/** Goes down the table from `node` with the tokens from `at`; symbols must not be broken by a space. */
function walk(source: TokenText, node: Node, at: number, isSymbol: boolean): { measure: Measure; last: number } | null {
  const { text, tokens, limit } = source
  let best = node.measure === null ? null : { measure: node.measure, last: at }
  let here = node
  let next = at
  while (next < limit && here.next.size > 0) {
    const token = tokens[next]
    if (token === undefined) break
    if (isSymbol && token.start !== tokens[next - 1]?.end) break
    const key = isSymbol ? text.slice(token.start, token.end) : token.normal
    const child =
      here.next.get(key) ?? (isSymbol ? undefined : here.next.get(tokens[afterHyphen(source, next)]?.normal ?? ''))
    if (child === undefined) break
    next = here.next.has(key) ? next + 1 : afterHyphen(source, next) + 1
    here = child
    if (here.measure !== null) best = { measure: here.measure, last: next }
  }
  return best
}

/** Which measure a word is after this value: "2 million pounds" are sterling, "200 pounds" a weight. */
export function measureFor({ measure, word }: MeasureRead, value: number): Measure | null {
  const weak = WEAK.get(word)
  if (weak !== undefined && Math.abs(value) >= 1e6) return weak
  return measure.isWeak ? null : measure
}

/** The currency whose sign or code is written as `sign`, or `undefined`. */
export function currencySign(sign: string): Measure | undefined {
  return SIGNS.get(sign)
}

/** Whether `written` is the symbol or code of a unit or a currency: "MPa", "USD", "MUSD", "TDs". */
export function isUnitSymbol(written: string): boolean {
  const node = SYMBOLS.next.get(written) ?? FORMS.next.get(written.toLowerCase())
  return node?.measure != null || (/^M[A-Z]{3}$/.test(written) && SIGNS.has(written.slice(1)))
}
