import type { Agency } from '../lexicons/agencies.js'

/** What a body is called, and its acronym. */
export interface RegistryName {
  readonly name: string
  readonly acronym: string | null
}

/**
 * What a body is called in an article that writes these `forms` of it: a former name, where the article has no other and came
 * out before that name ended, or has no date; else the present one. `published` is an ISO 8601 date or null.
 */
export function nameAt(
  { name, acronyms, former }: Agency,
  forms: readonly string[],
  published: string | null,
): RegistryName {
  const year = published?.slice(0, 4) ?? ''
  const written = forms.map((form) => form.replace(/^the /i, '').toLowerCase())
  const then = former.find((one) => {
    // One name may be written in two ways ("Organisation", "Organization").
    const own = former
      .filter(({ until }) => until === one.until)
      .flatMap(({ name: full, acronyms: short }) => [full, ...short])
    const known = own.map((form) => form.toLowerCase())
    return year <= one.until && written.every((form) => known.includes(form))
  })
  return then === undefined
    ? { name, acronym: acronyms[0] ?? null }
    : { name: then.name, acronym: then.acronyms[0] ?? null }
}
