import { z } from 'zod'
import { Dimension } from '../model/mention.js'
import { loadLexicon } from './load.js'

/**
 * A unit of measure. `forms` are written out, in lower case; `symbols` count as written ("MW" is not "mW").
 * A value times `factor` is in `base` (a temperature has `offset` added first); `reference` says where the factor is from.
 * `pluralOnly`: after the number one or a hyphen the word is no unit ("one quarter").
 */
export const Unit = z.object({
  id: z.string(),
  dimension: Dimension,
  forms: z.array(z.string()).default([]),
  symbols: z.array(z.string()).default([]),
  factor: z.number().optional(),
  offset: z.number().optional(),
  base: z.string().optional(),
  pluralOnly: z.boolean().default(false),
  reference: z.string().optional(),
})
export interface Unit extends z.infer<typeof Unit> {}

/** Every unit but the currencies, sorted by id. */
export const units: readonly Unit[] = loadLexicon('units', Unit)

/** The units by id. */
export const unitById: ReadonlyMap<string, Unit> = new Map(units.map((unit) => [unit.id, unit]))

/** A value in the unit's base unit: 12 degrees Fahrenheit in celsius, 3 miles in metres; null where there is no base. */
export function toBase(value: number, unit: Unit): number | null {
  return unit.factor === undefined ? null : (value + (unit.offset ?? 0)) * unit.factor
}
