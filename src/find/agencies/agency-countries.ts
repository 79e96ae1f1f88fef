import type { Agency, AgencyKind } from '../../lexicons/agencies.js'
import { ambiguousByForm } from '../../lexicons/ambiguous.js'
import { organizationHeads } from '../../lexicons/organization-heads.js'
import { phraseWords } from '../../lexicons/phrase-words.js'
import { type PlaceEntry, places } from '../../lexicons/places.js'
import { synonyms } from '../../lexicons/synonyms.js'
import type { Token } from '../../model/document.js'
import { addPhrase, matchPhrase, type PhraseNode, phraseTable } from './agency-phrases.js'

/** So often must an article speak of another country that a body of a country it never speaks of is not meant. */
export const MANY_VOTES = 6

/** Kinds of body that every country has under the same name; the rest have names of their own. */
const SHARED_KINDS: ReadonlySet<AgencyKind> = new Set([
  'department',
  'court',
  'legislature',
  'committee',
  'central-bank',
])

/** Whose bodies with plain names are known everywhere. */
const HOMES: ReadonlySet<string> = new Set(['US', 'GB', 'INT', 'EU'])

export function isKnownEverywhere({ country, famous }: Agency): boolean {
  return famous || HOMES.has(country)
}

/** Words that names of bodies share: those of which the word lists know others that mean the same, and "of", "and". */
const PLAIN: ReadonlySet<string> = new Set([
  ...synonyms.map(({ word }) => word),
  ...organizationHeads.flatMap(({ form }) => form.toLowerCase().split(/[\s-]/)),
  ...phraseWords.keys(),
  '-',
  '&',
])

/** Whether a word is a usual one, also in the plural, and no place's. */
export function isPlainWord(word: string): boolean {
  return (PLAIN.has(word) || PLAIN.has(word.replace(/s$/, ''))) && !PLACE_WORDS.has(word)
}

const PLACE_WORDS: ReadonlySet<string> = new Set(
  places.flatMap(({ name, aliases, demonyms }) =>
    [name, ...aliases, ...demonyms].filter((form) => !form.includes(' ')).map((form) => form.toLowerCase()),
  ),
)

/** Whether other countries have a body of the same name, so that the name alone does not tell the country. */
export function isSharedName({ kind }: Agency): boolean {
  return SHARED_KINDS.has(kind)
}

const PLACES: PhraseNode<PlaceEntry> = phraseTable()
for (const place of places)
  for (const form of [place.name, ...place.aliases, ...place.demonyms]) addPhrase(PLACES, form, place)

/** How often an article speaks of each country, by ISO code. */
export type CountryVotes = ReadonlyMap<string, number>

/** The place, or what belongs to it ("Texas", "British"), that begins with the token `first`. */
export function placeAt(tokens: readonly Token[], first: number): { place: PlaceEntry; last: number } | null {
  const match = tokens[first]?.casing === 'lower' ? null : matchPhrase(PLACES, tokens, first)
  const place = match?.values[0]
  return match && place ? { place, last: match.last } : null
}

/** The place whose last word is the token before `end`: "New York" before "Police Department". */
export function placeBefore(tokens: readonly Token[], end: number): { place: PlaceEntry; first: number } | null {
  for (let first = Math.max(0, end - 4); first < end; first += 1) {
    const found = placeAt(tokens, first)
    if (found?.last === end) return { place: found.place, first }
  }
  return null
}

/** Counts the countries that places, demonyms and the sum signs of an article speak of, and the bodies already known. */
export function countCountries(tokens: readonly Token[], known: readonly Agency[]): CountryVotes {
  const votes = new Map<string, number>()
  const vote = (country: string | null, weight: number): void => {
    if (country !== null) votes.set(country, (votes.get(country) ?? 0) + weight)
  }
  // A name that other countries have too is its own country's only beside another.
  for (const agency of known) vote(agency.country, isSharedName(agency) ? 1 : 2)
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.casing === 'lower') continue
    if (token.normal === '£') vote('GB', 1)
    const found = placeAt(tokens, at)
    if (found === null) continue
    vote(found.place.country, found.place.type === 'country' ? 2 : 1)
    at = found.last - 1
  }
  return votes
}

/**
 * Which of the owners of a name is meant. `near` is the country that the words beside it say ("the British Parliament"),
 * `null` where they say none; `isPlain`: every word of the name is a usual one. None is meant where the article speaks of
 * other countries only.
 */
export function settleOwner(
  owners: readonly Agency[],
  form: string,
  context: { votes: () => CountryVotes; near: string | null; isPlain: boolean },
): Agency | null {
  const [only] = owners
  if (only === undefined) return null
  if (context.near !== null) return owners.find(({ country }) => country === context.near) ?? null
  if (owners.length === 1 && /^(?:U\.?S|United States)/.test(form)) return only
  if (owners.length === 1 && !SHARED_KINDS.has(only.kind) && !context.isPlain) return only
  const votes = context.votes()
  const order = ambiguousByForm.get(form)?.owners ?? []
  const ranked = [...owners].sort(
    (a, b) =>
      (votes.get(b.country) ?? 0) - (votes.get(a.country) ?? 0) ||
      rank(order, a) - rank(order, b) ||
      Number(b.country === 'US') - Number(a.country === 'US') ||
      (a.id < b.id ? -1 : 1),
  )
  const best = ranked[0]
  if (best === undefined) return null
  const own = votes.get(best.country) ?? 0
  const other = Math.max(0, ...[...votes].map(([country, count]) => (country === best.country ? 0 : count)))
  const all = [...votes.values()].reduce((sum, count) => sum + count, 0)
  const isForeign = own <= 1 && other >= MANY_VOTES && other > all / 2
  // Where many have the name, only the article can tell, but for the United States' in an American paper.
  // "Commerce Commission" alone is New Zealand's in its own stories only.
  const isUntold = own === 0 && best.country !== 'US' && (owners.length > 1 || (context.isPlain && all > 0))
  return isUntold || (isForeign && SHARED_KINDS.has(best.kind)) ? null : best
}

function rank(order: readonly string[], agency: Agency): number {
  const at = order.indexOf(agency.id)
  return at === -1 ? order.length : at
}
