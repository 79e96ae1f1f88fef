import { loadTable } from './load-table.js'

/**
 * What a word beside the name of a public body says of it. `loose`: stands before a name and is no part of it ("former");
 * `public`: makes a body of the state of what follows ("Federal … Board"); `chamber`: after "House" makes it the chamber ("House bill");
 * `private`: makes it another organisation ("Olympic Committee").
 */
export type AgencyWordKind = 'loose' | 'public' | 'chamber' | 'private'

/** The words beside names of public bodies, by form (lower case). */
export const agencyWords: ReadonlyMap<string, AgencyWordKind> = new Map(
  loadTable('agency-words', '["word", "loose|public|chamber|private"]', ([form, kind]) =>
    typeof form === 'string' && isKind(kind) ? ([form, kind] as const) : null,
  ),
)

function isKind(kind: unknown): kind is AgencyWordKind {
  return kind === 'loose' || kind === 'public' || kind === 'chamber' || kind === 'private'
}
