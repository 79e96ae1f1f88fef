import { loadTable } from './load-table.js'

/** Plurals that a final "s" does not make ("men"), or whose final "s" is taken off in a way of its own ("horses"). */
export const irregularPlurals: ReadonlyMap<string, string> = new Map(
  loadTable('plurals', '["plural", "singular"]', ([plural, singular]) =>
    typeof plural === 'string' && typeof singular === 'string' ? ([plural, singular] as const) : null,
  ),
)

/** The singular of a noun in lower case: "agencies" → "agency"; a word that is no plural comes back as it is. */
export function singular(noun: string): string {
  const irregular = irregularPlurals.get(noun)
  if (irregular !== undefined) return irregular
  if (noun.length < 4 || !noun.endsWith('s') || /(?:ss|us|is|'s)$/.test(noun)) return noun
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`
  if (/(?:sses|xes|ches|shes|zzes|uses)$/.test(noun)) return noun.slice(0, -2)
  return noun.slice(0, -1)
}

/** Whether a word in lower case looks like a plural noun. */
export function isPlural(noun: string): boolean {
  if (irregularPlurals.has(noun)) return true
  return noun.length > 3 && noun.endsWith('s') && !/(?:ss|us|is|'s)$/.test(noun)
}
