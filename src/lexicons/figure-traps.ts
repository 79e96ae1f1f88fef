import { loadTable } from './load-table.js'

/**
 * Words beside which a number is no figure: `label` before it ("Chapter 247"), `street` after it, `one-noun` and
 * `one-before` round a "one" that counts nothing ("one day", "this one"), `hyphen-word` after "one-", "two-" ("two-way"),
 * `phrase` a saying or name ("9/11").
 */
export type TrapKind = 'label' | 'street' | 'one-noun' | 'one-before' | 'hyphen-word' | 'phrase'

/** Every trap: kind → forms, lower case. */
export const figureTraps: ReadonlyMap<string, ReadonlySet<string>> = trapTable()

function trapTable(): ReadonlyMap<string, ReadonlySet<string>> {
  const table = new Map<string, Set<string>>()
  for (const [form, kind] of loadTable('figure-traps', '["form", "kind"]', ([form, kind]) =>
    typeof form === 'string' && typeof kind === 'string' ? ([form, kind] as const) : null,
  ))
    table.set(kind, (table.get(kind) ?? new Set()).add(form))
  return table
}

/** Whether `form` (lower case) is a trap of this kind. */
export function isTrap(kind: TrapKind, form: string): boolean {
  return figureTraps.get(kind)?.has(form) === true
}
