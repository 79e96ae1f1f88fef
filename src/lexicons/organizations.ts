import { z } from 'zod'
import { loadLexicon } from './load.js'

/** What sort of organisation it is. */
export const OrganizationKind = z.enum([
  'company',
  'media',
  'party',
  'union',
  'ngo',
  'team',
  'league',
  'university',
  'bank',
  'armed-group',
  'religious',
  'other',
])
export type OrganizationKind = z.infer<typeof OrganizationKind>

/**
 * A well-known organisation that is no public body. `weak` forms mean it only with support from the context ("Target"),
 * also where the name itself is among them. `sameAs` holds its ids elsewhere ("wikidata:Q95"), only those that are certain.
 */
export const OrganizationEntry = z.object({
  id: z.string(),
  name: z.string(),
  aliases: z.array(z.string()).default([]),
  acronyms: z.array(z.string()).default([]),
  weak: z.array(z.string()).default([]),
  country: z.string().nullable().default(null),
  kind: OrganizationKind,
  sameAs: z.array(z.string()).default([]),
})
export interface OrganizationEntry extends z.infer<typeof OrganizationEntry> {}

/** Every organisation, sorted by id. */
export const organizations: readonly OrganizationEntry[] = loadLexicon('organizations', OrganizationEntry)

/** The organisations by id. */
export const organizationById: ReadonlyMap<string, OrganizationEntry> = new Map(
  organizations.map((organization) => [organization.id, organization]),
)
