import { z } from 'zod'
import { loadLexicon } from './load.js'

/** What sort of place it is. */
export const PlaceType = z.enum([
  'country',
  'state',
  'city',
  'district',
  'region',
  'continent',
  'water',
  'island',
  'site',
])
export type PlaceType = z.infer<typeof PlaceType>

/**
 * A place. `country` is ISO 3166 alpha-2, null where it lies in several or none; `state` is the short name of the US
 * state. `demonyms` are the words for what belongs to it and its people ("French"). `weak` forms mean it only with
 * support from the context ("Calif." stands after a town).
 */
export const PlaceEntry = z.object({
  id: z.string(),
  name: z.string(),
  type: PlaceType,
  country: z.string().nullable().default(null),
  state: z.string().nullable().default(null),
  aliases: z.array(z.string()).default([]),
  weak: z.array(z.string()).default([]),
  demonyms: z.array(z.string()).default([]),
  capital: z.boolean().default(false),
  sameAs: z.array(z.string()).default([]),
})
export interface PlaceEntry extends z.infer<typeof PlaceEntry> {}

/** Every place, sorted by id. */
export const places: readonly PlaceEntry[] = loadLexicon('places', PlaceEntry)

/** The places by id. */
export const placeById: ReadonlyMap<string, PlaceEntry> = new Map(places.map((place) => [place.id, place]))
