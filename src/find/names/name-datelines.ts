import type { NameContext } from './name-context.js'
import { organizationTable, placeTable } from './name-lexicon.js'
import type { NameKind } from './name-scorer.js'
import type { NameSpan } from './name-spans.js'

const DASH = /^(?:—|–|--|-)$/

/** "KHUZDAR (AP) —", "BERLIN, Aug. 2 (Bloomberg) --": a place in capitals, and in brackets who reports from there. */
export function kindInDateline(context: NameContext, { first, last }: NameSpan): NameKind | null {
  const { tokens } = context
  const isReporter = tokens[first - 1]?.normal === '(' && tokens[last]?.normal === ')'
  // "CALGARY — Ann Lee", in the lists
  const isAlone =
    DASH.test(tokens[last]?.normal ?? '') && tokens.slice(first, last).every(({ casing }) => casing === 'upper')
  if (isAlone && isListedPlace(context, { first, last })) return 'place'
  const close = isReporter ? last : tokens[last]?.normal === '(' ? closingAfter(tokens, last) : -1
  if (close === -1 || !DASH.test(tokens[close + 1]?.normal ?? '')) return null
  const where = isReporter ? tokens.slice(first - 2, first - 1) : tokens.slice(first, last)
  if (!where.every(({ casing }) => casing === 'upper' || (isReporter && casing === 'digit'))) return null
  return isReporter ? 'organization' : 'place'
}

/** The most words that an agency's name has between its brackets, and one. */
const LONGEST_AGENCY = 4

function closingAfter(tokens: NameContext['tokens'], open: number): number {
  for (let at = open + 1; at <= open + LONGEST_AGENCY; at += 1) if (tokens[at]?.normal === ')') return at
  return -1
}

/** "The Barrie, Ont., mother": what a state is named after, unless the lists have it as a body. */
export function isTown({ tokens }: NameContext, { first, last }: NameSpan): boolean {
  if (tokens[last]?.normal !== ',' || last - first > 2) return false
  const state = placeTable.at(tokens, last + 1, last + 4)
  if (
    state === null ||
    !/^(?:state|region)$/.test(state.entry.type) ||
    !/^(?:,|—|–|--)$/.test(tokens[state.last]?.normal ?? '')
  )
    return false
  return organizationTable.at(tokens, first, last) === null
}

/** Whether the lists have the whole name as a place's. */
export function isListedPlace(context: NameContext, { first, last }: Pick<NameSpan, 'first' | 'last'>): boolean {
  return placeTable.at(context.tokens, first, last)?.last === last
}
