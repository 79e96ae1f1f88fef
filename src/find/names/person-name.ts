import { givenNameByForm } from '../../lexicons/given-names.js'
import { honorifics } from '../../lexicons/honorifics.js'
import type { Document } from '../../model/document.js'
import type { PersonMention, PersonName } from '../../model/mention.js'
import { hasClass, type NameContext } from './name-context.js'
import type { NameSpan } from './name-spans.js'
import { NameTable } from './name-table.js'
import { isNameWord } from './name-zones.js'

const HONORIFICS = new NameTable(
  honorifics
    .filter((entry) => entry.position === 'before')
    .map((entry) => ({ form: entry.form, entry, isWeak: false })),
)
const LONGEST_HONORIFIC = 5

/** A name by its parts, and what they say of the gender. Words are lower-cased, without accents. */
export interface ReadName {
  readonly first: number
  readonly last: number
  readonly name: PersonName
  readonly gender: PersonMention['gender']
  /** The words of the name without its suffix, lower case: what another mention of it may leave part of out. */
  readonly words: readonly string[]
  /** How many of `words` are given names. */
  readonly given: number
}

/**
 * A person's name without the honorific that the scorer may have left in it ("Ms. Lewinsky") and with the suffix that
 * stands after it (", Jr."). What a form of address is part of is a person, whatever the scorer took it for.
 */
export function personSpan(context: NameContext, name: NameSpan): NameSpan {
  let { first } = name
  // "Tory Lord Campbell"
  if (hasClass(context, first, 'RC') && hasClass(context, first + 1, 'H-') && first < name.last - 2) first += 1
  while (first < name.last - 1 && isAddress(context, first, name.kind) && isNameWord(context.tokens, first + 1))
    first += 1
  if (first === name.first && name.kind !== 'person') return name
  return { ...name, first, last: suffixEnd(context, name.last), kind: 'person' }
}

/**
 * "Mr", "Sen.", "Gov.": no part of a name. "Dean", "Earl", "Duke" may be one: they are given names too;
 * "Sen.", with its full stop, is none. In what the
 * scorer took for no person, only "Mr", "Mrs" and "Ms" say that it is one after all ("Miss Earth", "St. Louis").
 */
function isAddress(context: NameContext, at: number, kind: NameSpan['kind']): boolean {
  const token = context.tokens[at]
  if (token === undefined || token.casing === 'initial') return false
  if (kind !== 'person') return /^(?:mr|mrs|ms)$/.test(token.normal)
  const classes = context.facts[at]?.classes ?? []
  const isShort = token.end - token.start > token.normal.length
  if (token.normal === 'justice') return context.tokens.some(({ normal }) => COURT.test(normal))
  const isGiven = !isShort && classes.some((name) => name.startsWith('G'))
  return classes.some((name) => name.startsWith('H-') && name !== 'H-noble') && !isGiven && token.normal !== 'st'
}

/** In a story about a court "Justice Smith" is a judge and no actor. */
const COURT = /^(?:courts?|judges?|bench)$/

function suffixEnd(context: NameContext, last: number): number {
  const at = context.tokens[last]?.normal === ',' ? last + 1 : last
  const word = context.tokens[at]?.normal
  return word === 'jr' || word === 'sr' || (at === last && (word === 'ii' || word === 'iii')) ? at + 1 : last
}

/** Reads the person's name at tokens `[from, last)`, with the honorific before it and the suffix at its end. */
export function readPersonName(document: Document, context: NameContext, from: number, last: number): ReadName {
  // "Sir John" is John Bourn, if anybody.
  const first = /^(?:sir|dame)$/.test(document.tokens[from]?.normal ?? '') && last - from > 1 ? from + 1 : from
  let end = last
  while (end - 1 > first && (hasClass(context, end - 1, 'HA') || context.tokens[end - 1]?.normal === ',')) end -= 1
  let family = end - 1
  while (family > first && (family - 1 > first ? isWithFamily(context, family - 1) : isTied(context, first)))
    family -= 1
  if (end - first === 1 && isGivenOnly(context, first)) family = end
  const honorific = honorificBefore(document, first)
  const given = wordsAt(document, first, family)
  const words = document.tokens.slice(first, end).map((token) => token.normal)
  return {
    first: from,
    last,
    name: {
      honorific: honorific?.text ?? null,
      given,
      family: wordsAt(document, family, end),
      suffix: wordsAt(document, end, last)?.replace(/^,\s*/, '') ?? null,
    },
    gender: honorific?.gender ?? (given === null ? null : genderOf(context.tokens[first]?.normal ?? '')),
    words,
    given: family - first,
  }
}

/** The text of tokens `[from, to)`; null if there are none. */
export function wordsAt(document: Document, from: number, to: number): string | null {
  const start = document.tokens[from]?.start
  const end = document.tokens[to - 1]?.end
  return from < to && start !== undefined && end !== undefined ? document.article.text.slice(start, end) : null
}

function honorificBefore(
  document: Document,
  first: number,
): { readonly text: string; readonly gender: PersonMention['gender'] } | null {
  for (let at = Math.max(0, first - LONGEST_HONORIFIC); at < first; at += 1) {
    if (document.tokens[at]?.casing === 'lower') continue
    const match = HONORIFICS.at(document.tokens, at, first)
    if (match === null || match.last !== first) continue
    return { text: wordsAt(document, at, first) ?? '', gender: match.entry.gender }
  }
  return null
}

/** "van" of "van der Berg", and what a hyphen ties to the family name. */
function isWithFamily(context: NameContext, at: number): boolean {
  const token = context.tokens[at]
  const next = context.tokens[at + 1]
  if (token === undefined || next === undefined) return false
  return isTied(context, at) || hasClass(context, at, 'PT')
}

/** "Sule" and "-" of "Sule-Bako". */
function isTied({ tokens }: NameContext, at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (token === undefined || next === undefined) return false
  return token.end === next.start && (token.normal === '-' || next.normal === '-')
}

/** A single word that is a given name and never a family name ("Kamala"). */
function isGivenOnly(context: NameContext, at: number): boolean {
  return hasClass(context, at, 'G') && !hasClass(context, at, 'F') && !hasClass(context, at - 1, 'H-')
}

function genderOf(given: string): PersonMention['gender'] {
  const known = givenNameByForm.get(given)
  return known === undefined || known.gender === 'either' ? null : known.gender
}
