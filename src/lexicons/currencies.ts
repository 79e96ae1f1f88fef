import { data } from 'currency-codes'
import { z } from 'zod'
import { loadLexicon } from './load.js'

/** What the ISO list lacks: the signs and the words by which news call a currency. `name` only where ISO has none. */
const Mending = z.object({
  code: z.string().regex(/^[A-Z]{3}$/),
  name: z.string().optional(),
  signs: z.array(z.string()).default([]),
  words: z.array(z.string()).default([]),
  weakWords: z.array(z.string()).default([]),
  dollarOf: z.string().optional(),
})

/** A currency. `signs` stand before (or, some, after) the number as written; `words` after it, in lower case. */
export interface Currency {
  readonly code: string
  readonly name: string
  readonly signs: readonly string[]
  readonly words: readonly string[]
  /** Words that are money only after a large number ("5 million won"). */
  readonly weakWords: readonly string[]
  /** The country (ISO 3166 alpha-2) whose papers write "$" for it; `null` for all others. */
  readonly dollarOf: string | null
}

/** Codes that are no money: metals, test codes, and units of account that news never write as an amount. */
const NO_MONEY = /^(?:X[ABPTSUX][A-Z]|USN|CHE|CHW|CLF|COU|MXV|UYI|UYW|BOV)$/

/**
 * Every currency, sorted by code: ISO 4217 from the package `currency-codes`, with signs and words from
 * `currencies.json`, which also holds currencies that are no longer money ("marks").
 */
export const currencies: readonly Currency[] = allCurrencies()

function allCurrencies(): readonly Currency[] {
  const mendings = new Map(loadLexicon('currencies', Mending).map((entry) => [entry.code, entry]))
  const listed = data
    .filter(({ code }) => !NO_MONEY.test(code))
    .map(({ code, currency }): Currency => {
      const mending = mendings.get(code)
      mendings.delete(code)
      const name = currency.trim()
      const words = new Set([...(mending?.words ?? []), ...namesOf(name)])
      return {
        code,
        name,
        signs: mending?.signs ?? [],
        words: [...words],
        weakWords: mending?.weakWords ?? [],
        dollarOf: mending?.dollarOf ?? null,
      }
    })
  const added = [...mendings.values()].map((entry) => ({
    ...entry,
    name: entry.name ?? entry.code,
    dollarOf: entry.dollarOf ?? null,
  }))
  return [...listed, ...added].sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** "Barbados Dollar" → "barbados dollar", "barbados dollars"; a name of one word ("Sol") may be another word in news. */
function namesOf(name: string): string[] {
  const plain = name.toLowerCase()
  return /^[a-z]+( [a-z]+)+$/.test(plain) ? [plain, `${plain}s`] : []
}
