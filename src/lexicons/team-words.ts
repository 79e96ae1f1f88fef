import { loadTable } from './load-table.js'

const SIDES = ['before', 'after', 'both'] as const

/** Where a word stands by which a place is the team that plays for it: before the place, after it, or either. */
export type TeamWordSide = (typeof SIDES)[number]

/** The words that make a place beside them a team, in articles about sport, by form (lower case). */
export const teamWords: ReadonlyMap<string, TeamWordSide> = new Map(
  loadTable('team-words', '["word", "before", "after" or "both"]', ([form, side]) => {
    const known = SIDES.find((one) => one === side)
    return typeof form === 'string' && known !== undefined ? ([form, known] as const) : null
  }),
)
