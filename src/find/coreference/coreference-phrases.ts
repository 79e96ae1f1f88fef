import { functionWords } from '../../lexicons/function-words.js'
import { nominalHeadByForm } from '../../lexicons/nominal-heads.js'
import { roleByForm } from '../../lexicons/roles.js'
import type { Token } from '../../model/document.js'

const NARROWS: ReadonlySet<string> = new Set(['Adjective', 'PastTense', 'Singular', 'Value', 'Ordinal'])
const FUNCTION_WORDS: ReadonlySet<string> = new Set(functionWords.map(({ form }) => form))

/** Whether a word may narrow a noun: "retired", "federal", "transit"; what no tag knows is mostly a noun or an adjective. */
export function canNarrow({ casing, normal, tags }: Token): boolean {
  if (casing !== 'lower') return false
  return tags.length === 0 ? !FUNCTION_WORDS.has(normal) : tags.some((tag) => NARROWS.has(tag))
}

/** `size` words from `first` on, lower-cased. */
export function phraseOf(tokens: readonly Token[], first: number, size: number): string {
  if (size === 1) return tokens[first]?.normal ?? ''
  return tokens
    .slice(first, first + size)
    .map(({ normal }) => normal)
    .join(' ')
}

/** "the England coach", "the French president": whose. */
export function isNameLike(token: Token | undefined): token is Token {
  return token !== undefined && (token.casing === 'title' || token.casing === 'upper')
}

/** Whether the phrase ends before `at`: "the agency director" and "the senator from Iowa", "the company that" are others. */
export function endsPhrase(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]
  if (next === undefined || next.casing === 'none') return next?.normal !== '-'
  if (next.casing === 'title' || next.casing === 'upper' || next.casing === 'mixed' || next.casing === 'digit')
    return false
  const { tags, normal } = next
  if (normal === "'s" || normal === "'") return true
  if (tags.includes('QuestionWord') || normal === 'that' || normal === 'of' || normal === 'from') return false
  if (nominalHeadByForm.has(normal) || roleByForm.has(normal)) return false
  if (tags.includes('PastTense') || tags.includes('Infinitive') || tags.includes('PresentTense')) return true
  if (tags.length === 0) return /(?:ed|ly|n't)$/.test(normal)
  const isNoun =
    tags.includes('Singular') || tags.includes('Plural') || tags.includes('Actor') || tags.includes('Uncountable')
  return !isNoun
}

/** The most words of a town or of the state behind it. */
const LONGEST_TOWN = 3

/** "the Barrie, Ont., mom": the token of the noun behind the town and its state, for "the" at `at`; else the one after "the". */
export function pastTown(tokens: readonly Token[], at: number): number {
  if (!/^(?:an?|one|the)$/.test(tokens[at]?.normal ?? '')) return at + 1
  let next = at + 1
  for (let part = 0; part < 2; part += 1) {
    const from = next
    while (isNameLike(tokens[next]) && next - from < LONGEST_TOWN) next += 1
    if (next === from || tokens[next]?.normal !== ',') return at + 1
    next += 1
  }
  return tokens[next]?.casing === 'lower' ? next : at + 1
}
