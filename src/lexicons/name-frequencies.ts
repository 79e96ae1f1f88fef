import { loadTable } from './load-table.js'

/** How many of 100,000 people bear a name. */
export interface NameFrequency {
  readonly name: string
  readonly sort: 'family' | 'given'
  readonly perHundredThousand: number
}

/**
 * The commoner names, lower-cased, sorted by sort and name: family names of ten and given names of fifteen people in
 * 100,000 and more. From the US census of 1990 (public domain); names that are rare there and common elsewhere (Wang,
 * Mohammed) are set by hand to what world news holds.
 */
export const nameFrequencies: readonly NameFrequency[] = loadTable(
  'name-frequencies',
  '["name", "family" or "given", number]',
  ([name, sort, perHundredThousand]): NameFrequency | null =>
    typeof name === 'string' && (sort === 'family' || sort === 'given') && typeof perHundredThousand === 'number'
      ? { name, sort, perHundredThousand }
      : null,
)

function mapOf(sort: NameFrequency['sort']): ReadonlyMap<string, number> {
  const ofSort = nameFrequencies.filter((entry) => entry.sort === sort)
  return new Map(ofSort.map((entry) => [entry.name, entry.perHundredThousand / 100_000]))
}

/** The share of people who bear a family name, by its lower-cased form; a name that is not there is rarer than 1 in 10,000. */
export const shareByFamilyName: ReadonlyMap<string, number> = mapOf('family')

/** The share of people who bear a given name, by its lower-cased form; a name that is not there is rarer than 15 in 100,000. */
export const shareByGivenName: ReadonlyMap<string, number> = mapOf('given')
