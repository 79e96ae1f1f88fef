import { z } from 'zod'
import { loadLexicon } from './load.js'
import { NameList, NameWeight, nameMap } from './names-list.js'

/** What a family name says; names of one weight share it. */
export interface FamilyName {
  readonly weight: NameWeight
}

/** The names of one weight, sorted. */
const FamilyNames = z.object({ weight: NameWeight, names: NameList })

/** The family names of many origins, by lower-cased form, also without its accents. */
export const familyNameByForm: ReadonlyMap<string, FamilyName> = nameMap(
  loadLexicon('family-names', FamilyNames).map(({ weight, names }) => [{ weight }, names]),
)
