import { honorifics } from '../../lexicons/honorifics.js'
import { roles } from '../../lexicons/roles.js'
import type { Token } from '../../model/document.js'
import { type NameForm, NameTable } from './name-table.js'

/**
 * A title of the word lists; `isTitle` is false for forms of address that give no role ("Mr.", "Dr.") and for `isAnybody`,
 * which is one only with what narrows it ("the world’s richest man").
 */
export interface RoleEntry {
  readonly isTitle: boolean
  readonly isAnybody: boolean
  readonly gender: 'female' | 'male' | null
  /** "actor" of "actors": what each of many is; `null` for forms of address. */
  readonly singular: string | null
}

const FORMS: readonly NameForm<RoleEntry>[] = [
  ...roles
    .filter((role) => !role.collective)
    .flatMap((role) =>
      [role.singular, role.plural].map((form) => ({
        form: form.toLowerCase(),
        entry: {
          isTitle: !role.anybody && !role.relation,
          isAnybody: role.anybody,
          gender: role.gender,
          singular: role.singular,
        },
        isWeak: form !== role.singular,
      })),
    ),
  ...honorifics
    .filter((honorific) => honorific.position === 'before')
    .map(({ form, gender, kind }) => ({
      form: form.toLowerCase(),
      entry: {
        isAnybody: false,
        singular: null,
        isTitle: !['courtesy', 'academic', 'noble', 'religious'].includes(kind),
        gender,
      },
      isWeak: false,
    })),
]

const ROLE_TABLE = new NameTable(FORMS)
const LONGEST = 6

/** The title that ends just before token `end`, the longest first: "chief of staff" before "Stephen Miller". */
export function roleEndingAt(
  tokens: readonly Token[],
  end: number,
  limit: number,
): { readonly first: number; readonly entry: RoleEntry; readonly isPlural: boolean } | null {
  for (let first = Math.max(limit, end - LONGEST); first < end; first += 1) {
    const match = ROLE_TABLE.at(tokens, first, end)
    if (match !== null && match.last === end) return { first, entry: match.entry, isPlural: match.isWeak }
  }
  return null
}

/** The title, or form of address, that begins at token `first`; null if none does. */
export function roleStartingAt(
  tokens: readonly Token[],
  first: number,
  limit: number,
): { readonly last: number; readonly entry: RoleEntry; readonly isPlural: boolean } | null {
  const match = ROLE_TABLE.at(tokens, first, limit)
  return match === null ? null : { last: match.last, entry: match.entry, isPlural: match.isWeak }
}
