import { z } from 'zod'
import { loadLexicon } from './load.js'

/** What sort of public body an agency is. */
export const AgencyKind = z.enum([
  'department',
  'agency',
  'bureau',
  'office',
  'court',
  'legislature',
  'committee',
  'armed-forces',
  'police',
  'intergovernmental',
  'executive',
  'central-bank',
  'regulator',
  'laboratory',
  'other',
])
export type AgencyKind = z.infer<typeof AgencyKind>

/**
 * A public body as the registry knows it. `aliases` are whole forms that news uses without more ("Justice Department");
 * `nominals` are descriptions that can mean nothing else ("Israeli army", "U.N. nuclear watchdog"), no proper names;
 * `weak` are bare words that mean this body only with support from the context ("Justice", "State", "Treasury").
 * `former` are the names that it had, each with the year in which it ended (ISO 8601). `parent` is the id of the body it belongs to. `country` is ISO 3166 alpha-2, "INT" or "EU". `famous` bodies are known by
 * their acronym everywhere. `sameAs` holds its ids elsewhere ("wikidata:Q8333"), only those that are certain. `reference`
 * says where the facts come from.
 */
export const Agency = z.object({
  id: z.string(),
  name: z.string(),
  former: z
    .array(
      z.object({ name: z.string(), acronyms: z.array(z.string()).default([]), until: z.string().regex(/^\d{4}$/) }),
    )
    .default([]),
  aliases: z.array(z.string()).default([]),
  nominals: z.array(z.string()).default([]),
  acronyms: z.array(z.string()).default([]),
  weak: z.array(z.string()).default([]),
  parent: z.string().nullable().default(null),
  country: z.string(),
  kind: AgencyKind,
  famous: z.boolean().default(false),
  sameAs: z.array(z.string()).default([]),
  reference: z.string(),
})
export interface Agency extends z.infer<typeof Agency> {}

/** Every public body of the registry, sorted by id. */
export const agencies: readonly Agency[] = loadLexicon('agencies', Agency)

/** The public bodies by id. */
export const agencyById: ReadonlyMap<string, Agency> = new Map(agencies.map((agency) => [agency.id, agency]))
