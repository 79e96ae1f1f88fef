import { loadTable } from './load-table.js'

/**
 * Offices of which every town ("local": mayor) or every state and country ("wide": governor) has its own, lower-cased: two
 * holders of one office in two places are two people.
 */
export const reachByOffice: ReadonlyMap<string, 'local' | 'wide'> = new Map(
  loadTable('territorial-offices', '["office", "local" or "wide"]', ([office, reach]) =>
    typeof office === 'string' && (reach === 'local' || reach === 'wide') ? ([office, reach] as const) : null,
  ),
)
