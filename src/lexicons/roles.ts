import { z } from 'zod'
import { loadLexicon } from './load.js'

/**
 * A noun for a person by what they do: "spokeswoman", "attorney general". `public`: an office of the state ("senator");
 * `speaks`: speaks for a body ("spokesman"); `head`: leads one ("director"); `collective`: names a group ("Democrats");
 * `anybody`: says nothing of what somebody does ("woman"), and is no title; `relation`: says only whose somebody is
 * ("rival", "predecessor"), and is none either. `same`: other names of the office ("PM", "prime minister"); `shared`:
 * acronyms of it that mean it only where the article writes it out ("DA").
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
  same: z.array(z.string()).default([]),
  shared: z.array(z.string()).default([]),
})
export interface Role extends z.infer<typeof Role> {}

/** Every role, lower-cased but for names inside it, sorted by singular. */
export const roles: readonly Role[] = loadLexicon('roles', Role)

/** The roles by singular and by plural, lower-cased. */
export const roleByForm: ReadonlyMap<string, Role> = new Map(
  roles.flatMap((role) => [[role.plural.toLowerCase(), role] as const, [role.singular.toLowerCase(), role] as const]),
)

/** What an office is called too, lower case, by each of its names: "ceo" → "chief executive", "district attorney" → "da". */
export const officeNames: ReadonlyMap<string, readonly string[]> = namesByOffice()

function namesByOffice(): Map<string, string[]> {
  const names = new Map<string, string[]>()
  const add = (name: string, other: string): void => void names.set(name, [...(names.get(name) ?? []), other])
  for (const { singular, same, shared } of roles) {
    const own = singular.toLowerCase()
    for (const other of [...same, ...shared]) {
      add(own, other.toLowerCase())
      add(other.toLowerCase(), own)
    }
  }
  return names
}

/** The office that an acronym means where the article writes it out, by the acronym: "DA". */
export const officeByShared: ReadonlyMap<string, Role> = new Map(
  roles.flatMap((role) => role.shared.map((form) => [form, role] as const)),
)
