import { honorificByForm } from '../../lexicons/honorifics.js'
import { places } from '../../lexicons/places.js'
import { reportingVerbByForm } from '../../lexicons/reporting-verbs.js'
import { officeNames, roleByForm } from '../../lexicons/roles.js'
import { type Document, type Token, tokenAt } from '../../model/document.js'
import type { AgencyMention, OrganizationMention, PersonMention } from '../../model/mention.js'
import type { ClauseRole } from './coreference-clauses.js'

/** A mention that a pronoun or a noun can refer to. */
export type Antecedent = PersonMention | AgencyMention | OrganizationMention

/** Where something was spoken of. */
export interface Sighting {
  readonly sentence: number
  /** The tokens `[first, last)` of the mention. */
  readonly first: number
  readonly last: number
  readonly clause: number
  readonly role: ClauseRole
  readonly form: Antecedent['form']
  /** How a pronoun is written; empty for names and nouns. */
  readonly pronoun: string
  /** The outermost quotation that it stands in, or -1. */
  readonly quotation: number
}

/** Somebody or something that the article has spoken of so far; it grows as the text is read. */
export interface Referent {
  readonly kind: Antecedent['kind']
  readonly key: string
  /** Its number among the referents of the article. */
  readonly order: number
  gender: 'female' | 'male' | null
  /** The latest mention that names it. */
  latest: Antecedent
  /** Nouns for what the person does ("senator"), lower-cased. */
  readonly roles: Set<string>
  /** Every word of the person's titles, lower-cased, "french" as "france". */
  readonly titles: Set<string>
  /** Every mention read so far, pronouns and nouns that were resolved to it included. */
  readonly sightings: Sighting[]
  named: number
  subjects: number
  /** Where it is named further on, in text order. */
  readonly ahead: Sighting[]
}

/** A mention by name, where it stands, and whose it is. */
export interface Named {
  readonly mention: Antecedent
  readonly sighting: Sighting
  readonly referent: Referent
}

const LONGEST_TITLE = 6
const LONGEST_ROLE = 4
/** What makes another office of one. */
export const LESSER: ReadonlySet<string> = new Set(['assistant', 'associate', 'deputy', 'shadow', 'vice'])
const LONGEST_APPOSITION = 9

/** The key under which the mentions of one referent are found: its registry id or its name, a family name alone where no fuller one is known. */
export function referentKey(mention: Antecedent, rootOf: ReadonlyMap<string, string>): string {
  const root = rootOf.get(mention.id)
  if (root !== undefined) return root
  if (mention.kind === 'person') {
    const { given = null, family = null } = mention.name ?? {}
    return `person ${given ?? ''} ${family ?? mention.text}`.toLowerCase()
  }
  return `${mention.kind} ${mention.registryId ?? (mention.canonical ?? mention.text).toLowerCase()}`
}

/** "the Rowan family", "the Giller jury": a family name that many go by, or a thing. */
export function isOfMany({ tokens }: Document, { first, last }: Pick<Sighting, 'first' | 'last'>): boolean {
  return last - first === 1 && tokens[first - 1]?.normal === 'the' && MANY.has(tokens[last]?.normal ?? '')
}

const MANY: ReadonlySet<string> = new Set(
  'award awards brothers children couple estate families family household inquiry jury prize sisters twins'.split(' '),
)

/** The words of the titles that the text gives a person, and of those right before the name. */
export function titleWords(document: Document, mention: PersonMention): string[] {
  const before = wordsBefore(document.tokens, tokenAt(document.tokens, mention.start))
  const titles = mention.roles.flatMap(({ title }) => title.toLowerCase().split(/[\s-]+/))
  const owners = mention.roles.flatMap(({ start }) => ownerBefore(document.tokens, tokenAt(document.tokens, start)))
  return [...before, ...titles, ...owners].map(placeWord)
}

/** "Turkey" of "Turkey's president". */
function ownerBefore(tokens: readonly Token[], first: number): string[] {
  const owner = tokens[first - 2]
  return tokens[first - 1]?.normal === "'s" && owner !== undefined ? [owner.normal] : []
}

/** The word, or the place whose demonym it is. */
export function placeWord(word: string): string {
  return placeByDemonym.get(word) ?? word
}

const placeByDemonym: ReadonlyMap<string, string> = new Map(
  places.flatMap(({ name, demonyms }) => demonyms.map((form) => [form.toLowerCase(), name.toLowerCase()] as const)),
)

/** The country of a place by its names and demonyms, lower-cased; null where it lies in none or several. */
export const countryByForm: ReadonlyMap<string, string | null> = new Map(
  places.flatMap(({ name, aliases, demonyms, country }) =>
    [name, ...aliases, ...demonyms].map((form) => [form.toLowerCase(), country] as const),
  ),
)

/** The nouns that name what a person does, from the mention's roles, its honorific and the words beside it. */
export function roleNouns(document: Document, mention: PersonMention): Set<string> {
  const nouns = new Set<string>()
  for (const { title } of mention.roles) addRoles(nouns, title.toLowerCase().split(/[\s-]+/))
  const { tokens } = document
  const first = tokenAt(tokens, mention.start)
  const last = tokenAt(tokens, mention.end - 1) + 1
  // "Sen." may stand in the mention or before it.
  addRoles(nouns, longForm(document, first - 1))
  addRoles(nouns, longForm(document, first))
  addRoles(nouns, wordsBefore(tokens, first))
  addRoles(nouns, wordsAfter(tokens, last))
  return nouns
}

/** The words that a title at `at` is short for: "Sen." is a senator. */
function longForm(document: Document, at: number): string[] {
  const token = document.tokens[at]
  if (token === undefined || token.casing === 'lower' || token.casing === 'none') return []
  const written = document.article.text.slice(token.start, token.end).replace(/\.$/, '')
  const entry = honorificByForm.get(written)
  return entry === undefined ? [] : (entry.long ?? entry.form).toLowerCase().split(/\s+/)
}

/** Titles right before a name: "Homeland Security Secretary Kristi Noem". */
function wordsBefore(tokens: readonly Token[], first: number): string[] {
  const words: string[] = []
  for (let at = first - 1; at >= 0 && first - at <= LONGEST_TITLE; at -= 1) {
    const token = tokens[at]
    if (token === undefined || (token.casing === 'none' && token.normal !== '-')) break
    words.unshift(token.normal)
  }
  // Only a title that touches the name is the person's.
  return roleEndsAt(words, words.length) === 0 ? [] : words.slice(-3)
}

/** An apposition after a name: ", a Republican senator from Iowa,". */
function wordsAfter(tokens: readonly Token[], last: number): string[] {
  if (tokens[last]?.normal !== ',') return []
  const words: string[] = []
  for (let at = last + 1; at < tokens.length && words.length < LONGEST_APPOSITION; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.casing === 'none' || token.tags.includes('Preposition')) break
    if (token.tags.includes('Pronoun') || token.tags.includes('QuestionWord')) break
    // "Echoing Rice, the prime minister said no": a clause of its own; "Rice, the first named to the board" is none.
    if (token.tags.includes('PastTense') || reportingVerbByForm.get(token.normal)?.strength === 3)
      return tokens[last + 1]?.normal === 'the' && reportingVerbByForm.has(token.normal) ? [] : words
    // "the president’s oldest son": what stands before the mark is somebody else's.
    if (token.normal === "'s") words.length = 0
    else words.push(token.normal)
  }
  return words
}

/** Adds the nouns among the words, and the longer roles that end with them. */
export function addRoles(nouns: Set<string>, title: readonly string[]): void {
  const words = title.filter((word) => word !== '-')
  for (let end = words.length; end > 0; end -= 1) {
    const size = roleEndsAt(words, end)
    // "the prime minister" is not the deputy prime minister, nor "the governor" her deputy.
    if (size === 0 || LESSER.has(words[end - size - 1] ?? '')) continue
    const shortest = LESSER.has(words[end - size] ?? '') ? end - size : end - 1
    for (let from = end - size; from <= shortest; from += 1) {
      const phrase = words.slice(from, end).join(' ')
      if (!roleByForm.has(phrase)) continue
      nouns.add(phrase)
      for (const name of officeNames.get(phrase) ?? []) nouns.add(name)
    }
  }
}

/** How many words the longest role that ends before `end` has; 0 where none does. */
function roleEndsAt(words: readonly string[], end: number): number {
  for (let size = Math.min(LONGEST_ROLE, end); size > 0; size -= 1)
    if (roleByForm.has(words.slice(end - size, end).join(' '))) return size
  return 0
}
