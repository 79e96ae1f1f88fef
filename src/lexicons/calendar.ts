import { z } from 'zod'
import { loadLexicon } from './load.js'

/** What a word does in a date; a word can do several things ("second", "march", "may"). */
export const CalendarKind = z.enum([
  'month',
  'weekday',
  'weekdays',
  'short-weekday',
  'season',
  'day',
  'daypart',
  'clock',
  'meridiem',
  'period',
  'periods',
  'shift',
  'stage',
  'ordinal',
  'quarter-code',
  'decade',
  'zone',
  'year-cue',
  'month-before',
  'clock-before',
  'season-before',
  'until',
  'whole-of',
  'future',
  'spoken-century',
  'narrative',
  'half-code',
  'day-ordinal',
  'weather',
  'earnings',
  'range-joint',
  'week-of',
])
export type CalendarKind = z.infer<typeof CalendarKind>

/**
 * A word of the calendar, lower case. `value`: month 1 to 12, weekday 1 (Monday) to 7, season as in EDTF (21 to 24),
 * day, shift, narrative: how far from now or from the date spoken of, clock and meridiem: hour, decade: its first year in a century, period: its unit,
 * stage: which part of the period.
 */
export const CalendarWord = z.object({
  form: z.string(),
  kind: CalendarKind,
  value: z.union([z.number(), z.string()]),
})
export interface CalendarWord extends z.infer<typeof CalendarWord> {}

/** Every word of the calendar, sorted by form and kind. */
export const calendar: readonly CalendarWord[] = loadLexicon('calendar', CalendarWord)

/**
 * A holiday. `rule`: "12-25" (month-day), "11-4-4" (the fourth Thursday of November; -1: the last), with a shift in
 * days "+1", or "easter-2".
 */
export const Holiday = z.object({ name: z.string(), rule: z.string(), forms: z.array(z.string()) })
export interface Holiday extends z.infer<typeof Holiday> {}

/** Every holiday, sorted by name; forms are lower case with straight apostrophes. */
export const holidays: readonly Holiday[] = loadLexicon('holidays', Holiday)
