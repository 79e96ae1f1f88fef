import { z } from 'zod'

/** How surely a form is such a name. 3: hardly ever anything else; 2: also a name of the other sort; 1: also a word or a place. */
export const NameWeight = z.literal([1, 2, 3])
export type NameWeight = z.infer<typeof NameWeight>

/** Very many names, checked in one go: zod's own array of strings takes some 10 ms for forty thousand. */
export const NameList = z.custom<readonly string[]>(
  (value) => Array.isArray(value) && value.every((name) => typeof name === 'string'),
  'an array of names',
)

/** Each name of the groups, lower-cased, with what its group says. */
export function nameMap<Sense>(groups: Iterable<readonly [Sense, readonly string[]]>): ReadonlyMap<string, Sense> {
  const map = new Map<string, Sense>()
  for (const [sense, names] of groups) for (const name of names) map.set(name.toLowerCase(), sense)
  return map
}
