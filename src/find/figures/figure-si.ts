import { toBase, unitById } from '../../lexicons/units.js'
import type { FigureMention, SiValue } from '../../model/mention.js'
import { round } from './number-digits.js'

/** Dimensions whose base is no unit of the SI: shares and things. */
const WITHOUT: ReadonlySet<string> = new Set(['percent', 'ratio', 'count', 'money', 'ordinal'])

/**
 * The value of a measure in the unit of the SI (celsius for temperatures): "14 miles" is 22530.816 metre. `null` where it
 * has none. A rate keeps its `per`: "60 miles an hour" is a unit of its own, "3 gallons a day" is volume a day.
 */
export function siOf({
  value,
  high,
  unit,
  dimension,
}: Pick<FigureMention, 'value' | 'high' | 'unit' | 'dimension'>): SiValue | null {
  const measure = WITHOUT.has(dimension) ? undefined : unitById.get(unit)
  if (measure?.base === undefined) return null
  const low = toBase(value, measure)
  const top = high === null ? null : toBase(high, measure)
  return low === null ? null : { value: round(low), high: top === null ? null : round(top), unit: measure.base }
}
