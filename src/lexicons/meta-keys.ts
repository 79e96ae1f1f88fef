import { z } from 'zod'
import { loadLexicon } from './load.js'

/**
 * Under which keys files say what they are. `key` is in lower case, of front matter also without "-" and "_";
 * of several keys for one field the lowest `rank` wins.
 * @see https://ogp.me and the documentation of Hugo, Jekyll and Parse.ly for the usual keys
 */
export const MetaKey = z.object({
  id: z.string(),
  place: z.enum(['front-matter', 'html-meta']),
  key: z.string(),
  field: z.enum(['title', 'byline', 'publisher', 'published', 'url']),
  rank: z.int(),
})
export interface MetaKey extends z.infer<typeof MetaKey> {}

/** All keys, sorted by id. */
export const metaKeys: readonly MetaKey[] = loadLexicon('meta-keys', MetaKey)

/** The keys of one place that name a field, best first. */
export function keysFor(place: MetaKey['place'], field: MetaKey['field']): readonly string[] {
  return metaKeys
    .filter((entry) => entry.place === place && entry.field === field)
    .sort((a, b) => a.rank - b.rank)
    .map((entry) => entry.key)
}
