import { type CalendarKind, calendar, holidays } from '../../lexicons/calendar.js'
import type { TokenText } from '../figures/numbers.js'

/** What a word can be in a date: kind → value. */
const WORDS: ReadonlyMap<string, ReadonlyMap<CalendarKind, number | string>> = wordTable()

function wordTable(): ReadonlyMap<string, ReadonlyMap<CalendarKind, number | string>> {
  const table = new Map<string, Map<CalendarKind, number | string>>()
  for (const { form, kind, value } of calendar) {
    const kinds = table.get(form) ?? new Map<CalendarKind, number | string>()
    kinds.set(kind, value)
    table.set(form, kinds)
  }
  return table
}

/** The words of a holiday by its first word, longest first. */
const HOLIDAYS: ReadonlyMap<string, readonly { words: readonly string[]; rule: string }[]> = holidayTable()

function holidayTable(): ReadonlyMap<string, readonly { words: readonly string[]; rule: string }[]> {
  const table = new Map<string, { words: readonly string[]; rule: string }[]>()
  for (const { forms, rule } of holidays)
    for (const form of forms) {
      // Cut as the tokens are: the possessive is a token of its own.
      const words = form.replaceAll("'s", " 's").replace(/s' /, "s ' ").split(' ')
      const first = words[0] ?? ''
      table.set(first, [...(table.get(first) ?? []), { words, rule }])
    }
  for (const entries of table.values()) entries.sort((a, b) => b.words.length - a.words.length)
  return table
}

/** Words that are in no list and yet begin or end a date. */
const EXTRA: ReadonlySet<string> = new Set(['ago', 'rest', 'remainder', 'now', 'hence'])

/** Whether a word can begin a date: what the scan asks of every token. */
export function beginsDate(normal: string): boolean {
  return WORDS.has(normal) || HOLIDAYS.has(normal) || normal === 'fiscal' || normal === 'fy' || EXTRA.has(normal)
}

/** The value of the word at `at` as `kind`, or `null` where it is no such word. */
export function calendarValue(source: TokenText, at: number, kind: CalendarKind): number | null {
  const value = calendarWord(source, at, kind)
  return typeof value === 'number' ? value : null
}

/** As `calendarValue`, where the value may be a word ("month" for "months"). */
export function calendarWord({ tokens, limit }: TokenText, at: number, kind: CalendarKind): number | string | null {
  const token = at < limit ? tokens[at] : undefined
  return (token === undefined ? undefined : WORDS.get(token.normal)?.get(kind)) ?? null
}

/** The holiday that begins at `at`: its rule and the token after it. */
export function holidayAt({ tokens, limit }: TokenText, at: number): { rule: string; last: number } | null {
  const token = tokens[at]
  if (token === undefined || token.casing === 'lower') return null
  for (const { words, rule } of HOLIDAYS.get(token.normal) ?? []) {
    if (at + words.length > limit) continue
    if (words.every((word, index) => tokens[at + index]?.normal === word)) return { rule, last: at + words.length }
  }
  return null
}
