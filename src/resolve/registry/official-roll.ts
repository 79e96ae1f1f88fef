import type { Office, RegistryEntry } from '../../model/registry.js'
import type { Registry } from './registry.js'

/** Seats of the two chambers; a roll that has nearly all of them on a day leaves no namesake out. */
const SEATS = { senate: 100, house: 435 } as const
const NEARLY_ALL = 0.93

/** Who holds which office on a day, as far as the registry says. Days are ISO dates. */
export class OfficialRoll {
  readonly #officials: readonly RegistryEntry[]
  readonly #held = new Map<string, ReadonlyMap<string, number>>()
  /** The last day on which a term of the registry began: what "today" is for it. */
  readonly latest: string

  constructor(registry: Registry) {
    this.#officials = registry.officials()
    const starts = this.#officials.flatMap(({ offices }) => offices.map(({ start }) => start))
    this.latest = starts.sort().at(-1) ?? ''
  }

  /** Whether the registry knows nearly all holders of an office on a day; of the executive's it knows all or none. */
  isComplete(office: Office['office'], day: string): boolean {
    if (office === 'president' || office === 'vice-president') return true
    return (this.#counts(day).get(office) ?? 0) >= SEATS[office] * NEARLY_ALL
  }

  #counts(day: string): ReadonlyMap<string, number> {
    const known = this.#held.get(day)
    if (known !== undefined) return known
    const counts = new Map<string, number>()
    for (const entry of this.#officials) {
      const office = officeOn(entry, day)?.office
      if (office !== undefined) counts.set(office, (counts.get(office) ?? 0) + 1)
    }
    this.#held.set(day, counts)
    return counts
  }
}

/** The office that an entry holds on a day; the later one on a day of change. */
export function officeOn({ offices }: RegistryEntry, day: string): Office | null {
  return offices.findLast(({ start, end }) => start <= day && day <= end) ?? null
}
