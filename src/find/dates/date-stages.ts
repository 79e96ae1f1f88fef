import { daysInMonth, two } from './date-calendar.js'
import type { DateParts } from './date-parts.js'

/** A third of a month, a year, a decade or a century; other periods and unknown ones stay as they are. */
export function stageOf(value: string, stage: NonNullable<DateParts['stage']>): string {
  if (stage === 'same') return value
  const third = { early: 0, mid: 1, late: 2 }[stage]
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(value)
  if (month !== null) {
    const length = daysInMonth(Number(month[1]), Number(month[2]))
    return `${value}-${two(third * 10 + 1)}/${value}-${two(third === 2 ? length : third * 10 + 10)}`
  }
  if (/^\d{4}$/.test(value)) return `${value}-${two(third * 4 + 1)}/${value}-${two(third * 4 + 4)}`
  const [from, to] = [
    ['0', '3'],
    ['4', '6'],
    ['7', '9'],
  ][third] ?? ['0', '9']
  if (/^\d{3}X$/.test(value)) return `${value.slice(0, 3)}${from}/${value.slice(0, 3)}${to}`
  if (/^\d{2}XX$/.test(value)) return `${value.slice(0, 2)}${from}X/${value.slice(0, 2)}${to}X`
  return value
}
