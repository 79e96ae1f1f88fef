import { givenNameByForm } from '../lexicons/given-names.js'
import { honorificByForm } from '../lexicons/honorifics.js'
import type { Document } from '../model/document.js'
import type { PersonMention, PersonName } from '../model/mention.js'
import { hasClass, type NameContext } from './name-context.js'

/** A name by its parts, and what they say of the gender. */
export interface ReadName {
  readonly name: PersonName
  readonly gender: PersonMention['gender']
}

/** Reads the person's name at tokens `[first, last)`, with the honorific before it and the suffix at its end. */
export function readPersonName(document: Document, context: NameContext, first: number, last: number): ReadName {
  const words = (from: number, to: number): string | null => {
    const start = document.tokens[from]?.start
    const end = document.tokens[to - 1]?.end
    return from < to && start !== undefined && end !== undefined ? document.article.text.slice(start, end) : null
  }
  let end = last
  while (end - 1 > first && hasClass(context, end - 1, 'HA')) end -= 1
  let family = end - 1
  while (family - 1 > first && isWithFamily(document, context, family - 1)) family -= 1
  const honorific = words(first - 1, first)
  const known = honorific === null ? undefined : honorificByForm.get(honorific)
  const given = words(first, family)
  return {
    name: {
      honorific: known?.position === 'before' ? honorific : null,
      given,
      family: words(family, end),
      suffix: words(end, last)?.replace(/^,\s*/, '') ?? null,
    },
    gender: known?.gender ?? (given === null ? null : genderOf(document.tokens[first]?.normal ?? '')),
  }
}

/** "van" of "van der Berg", and what a hyphen ties to the family name. */
function isWithFamily(document: Document, context: NameContext, at: number): boolean {
  const token = document.tokens[at]
  const next = document.tokens[at + 1]
  if (token === undefined || next === undefined) return false
  const isTied = token.end === next.start && (token.normal === '-' || next.normal === '-')
  return isTied || hasClass(context, at, 'PT')
}

function genderOf(given: string): PersonMention['gender'] {
  const known = givenNameByForm.get(given)
  return known === undefined || known.gender === 'either' ? null : known.gender
}
