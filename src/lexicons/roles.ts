import { z } from 'zod'
import { loadLexicon } from './load.js'

/**
 * A noun for a person by what they do: "spokeswoman", "attorney general". `public`: an office of the state ("senator");
 * `speaks`: speaks for a body ("spokesman"); `head`: leads one ("director"); `collective`: names a group ("Democrats");
 * `anybody`: says nothing of what somebody does ("woman"), and is no title; `relation`: says only whose somebody is
 * ("rival", "predecessor"), and is none either.
 */
export const Role = z.object({
  singular: z.string(),
  plural: z.string(),
  gender: z.enum(['female', 'male']).nullable().default(null),
  public: z.boolean().default(false),
  speaks: z.boolean().default(false),
  head: z.boolean().default(false),
  collective: z.boolean().default(false),
  anybody: z.boolean().default(false),
  relation: z.boolean().default(false),
})
export interface Role extends z.infer<typeof Role> {}

/** Every role, lower-cased but for names inside it, sorted by singular. */
export const roles: readonly Role[] = loadLexicon('roles', Role)

/** The roles by singular and by plural, lower-cased. */
export const roleByForm: ReadonlyMap<string, Role> = new Map(
  roles.flatMap((role) => [[role.plural.toLowerCase(), role] as const, [role.singular.toLowerCase(), role] as const]),
)
