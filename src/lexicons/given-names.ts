import { z } from 'zod'
import { loadLexicon } from './load.js'
import { NameList, NameWeight, nameMap } from './names-list.js'

const Gender = z.enum(['female', 'male', 'either'])

/** What a given name says; names of one gender and weight share it. */
export interface GivenName {
  readonly gender: z.infer<typeof Gender>
  readonly weight: NameWeight
}

/** The names of one gender and weight, sorted: an object a name would take 20 ms to read at every start. */
const GivenNames = z.object({ gender: Gender, weight: NameWeight, names: NameList })

/** The given names of many origins, by lower-cased form, also without its accents. */
export const givenNameByForm: ReadonlyMap<string, GivenName> = nameMap(
  loadLexicon('given-names', GivenNames).map(({ gender, weight, names }) => [{ gender, weight }, names]),
)
