import { ambiguousByForm } from '../../lexicons/ambiguous.js'
import type { PlaceEntry } from '../../lexicons/places.js'
import type { Document } from '../../model/document.js'
import { mentionId, type PlaceMention } from '../../model/mention.js'
import { isAcronym } from './acronym-shape.js'
import type { NameContext } from './name-context.js'
import { placeTable } from './name-lexicon.js'
import type { NameSpan } from './name-spans.js'
import { wordsAt } from './person-name.js'

/** Places with their canonical name and id, where the list of places has them. */
export function placeMentions(document: Document, context: NameContext, names: readonly NameSpan[]): PlaceMention[] {
  const votes = areaVotes(document, names)
  const firstWith = new Map<string, string>()
  return names.flatMap((name) => {
    const start = document.tokens[name.first]?.start
    const end = document.tokens[name.last - 1]?.end
    if (start === undefined || end === undefined) return []
    const text = document.article.text.slice(start, end)
    const county = countyOf(document, name, text)
    const known = county === null ? entryOf(document, name, text, votes) : null
    const key = known?.id ?? (county ?? text).toLowerCase()
    const form = placeTable.withForm(text).find(({ entry }) => entry === known) ?? null
    const id = mentionId(document.article.id, 'place', { start, end })
    const refersTo = firstWith.get(key) ?? null
    if (refersTo === null) firstWith.set(key, id)
    return [
      {
        kind: 'place' as const,
        id,
        start,
        end,
        text,
        rule: ruleOf(context, name, known !== null),
        score: name.score,
        form: isAcronym(text, form) ? ('acronym' as const) : ('name' as const),
        refersTo,
        registryId: known?.id ?? null,
        canonical: known === null || known.name === text ? county : known.name,
      },
    ]
  })
}

/** "WASHINGTON (AP) —": first in its paragraph, in capitals. */
function ruleOf(context: NameContext, name: NameSpan, isKnown: boolean): string {
  if (name.rule !== 'place/learned' && name.rule !== 'place/heard') return name.rule
  const token = context.tokens[name.first]
  const after = context.tokens[name.last]?.normal
  const isDateline = token?.casing === 'upper' && (after === '(' || after === '—' || after === '–' || after === '--')
  if (isDateline) return 'place/dateline'
  return isKnown ? 'place/listed' : name.rule
}

/**
 * Which countries, and which states of the US, the article's places of one meaning lie in: they say which Georgia and
 * which Athens is meant.
 */
function areaVotes(document: Document, names: readonly NameSpan[]): Map<string, number> {
  const votes = new Map<string, number>()
  const add = (area: string): void => void votes.set(area, (votes.get(area) ?? 0) + 1)
  for (const { first, last } of names) {
    const [only, ...others] = placeTable.withForm(wordsAt(document, first, last) ?? '')
    if (only === undefined || others.length > 0) continue
    const { id, type, country, state } = only.entry
    if (country !== null) add(country)
    if (type === 'state') add(id)
    else if (state !== null) add(stateId(country, state))
  }
  return votes
}

/** A state's id ends in its short name. */
function stateId(country: string | null, state: string): string {
  return `state-${country}-${state}`.toLowerCase()
}

/**
 * A city of a US state is meant where the story is in that state: Athens is in Greece, whatever Americans win there. A state
 * that shares a city's name ("Washington") is told by other words; Georgia is one in a story of American places.
 */
function votesFor(
  { type, country, state }: PlaceEntry,
  entries: readonly PlaceEntry[],
  votes: ReadonlyMap<string, number>,
): number {
  if (type === 'city' && state !== null) return votes.get(stateId(country, state)) ?? 0
  const hasCity = type === 'state' && entries.some((other) => other.type === 'city' && other.country === country)
  return hasCity ? 0 : (votes.get(country ?? '') ?? 0)
}

/** "Los Angeles, Riverside and San Bernardino Counties": the first two are counties as well. */
function countyOf({ tokens }: Document, { last }: NameSpan, text: string): string | null {
  let isList = false
  for (const { normal, casing } of tokens.slice(last, last + LONGEST_LIST)) {
    if (COUNTIES.test(normal)) return isList ? `${text} County` : null
    if (normal === ',' || normal === 'and') isList = true
    else if (!isList || casing === 'lower' || casing === 'none') return null
  }
  return null
}

const COUNTIES = /^counties$/
/** Tokens of a list of counties, from its first name to the noun at its end. */
const LONGEST_LIST = 24

/** The entry that a place's name means here: by the state or country after it, by its company, by the lists' order. */
function entryOf(
  document: Document,
  { first, last }: NameSpan,
  text: string,
  votes: ReadonlyMap<string, number>,
): PlaceEntry | null {
  const forms = placeTable.withForm(text)
  const strong = forms.filter((form) => !form.isWeak)
  const entries = (strong.length > 0 ? strong : forms).map((form) => form.entry)
  const whole = cityAround(document, last)
  if (whole !== null && entries.some((entry) => entry.type === 'city' && entry.id !== whole.id)) return null
  const around = placesAround(document, last)
  const inside = entries.find((entry) => around.some((area) => liesIn(entry, area)))
  if (inside !== undefined) return inside
  // "Paris, Texas": a namesake that no list has.
  const isCity = entries.some(({ type }) => type === 'city')
  if (isCity && around.length > 0 && entries.every((entry) => around.every((area) => isElsewhere(entry, area))))
    return null
  if (entries.length < 2) return entries[0] ?? null
  const state = isOfState(document, first, last) ? entries.find((entry) => entry.type === 'state') : undefined
  if (state !== undefined) return state
  if (document.tokens[last]?.normal === 'state' && first < last) return null
  const owners = ambiguousByForm.get(text)?.owners ?? []
  const rank = (entry: PlaceEntry): number => {
    const listed = owners.indexOf(entry.id)
    return votesFor(entry, entries, votes) * 10 + (listed === -1 ? 0 : 5 - listed) + (entry.capital ? 0.5 : 0)
  }
  return entries.reduce((best, entry) => (rank(entry) > rank(best) ? entry : best))
}

/** What a name after a comma, that holds the place, can mean: "Paris, Texas,"; not "In Paris, Germany's chancellor". */
function placesAround(document: Document, last: number): PlaceEntry[] {
  const { tokens } = document
  const found = tokens[last]?.normal === ',' ? placeTable.at(tokens, last + 1, last + 5) : null
  if (found === null) return []
  const next = tokens[found.last]
  const areas = placeTable.withForm(wordsAt(document, last + 1, found.last) ?? '').map(({ entry }) => entry)
  const isClosed = next === undefined || next.casing === 'none'
  return areas.filter(({ type }) => AREAS.has(type) && (type !== 'country' || isClosed) && next?.normal !== "'s")
}

const AREAS: ReadonlySet<string> = new Set(['state', 'country', 'region'])

/** "New York Gov. …", "upstate New York": the state of that name. */
function isOfState({ tokens }: Document, first: number, last: number): boolean {
  if (tokens[first - 1]?.normal === 'upstate' || tokens[first - 1]?.normal === 'downstate') return true
  const next = tokens[last]?.normal ?? ''
  return next === 'attorney' ? tokens[last + 1]?.normal === 'general' : OF_STATES.has(next)
}

/** What states have, and cities of their name have not. */
const OF_STATES: ReadonlySet<string> = new Set(
  'gov governor governors gubernatorial legislature rep representative sen senator state'.split(' '),
)

/** Whether a city lies in another country, or in another state. */
function isElsewhere(place: PlaceEntry, around: PlaceEntry): boolean {
  if (place.country === null || around.country === null) return false
  return place.country !== around.country || (around.type === 'state' && place.country === 'US')
}

/** "Stalingrad and other areas of Paris": the city that a place is told to be a part of. */
function cityAround({ tokens }: Document, last: number): PlaceEntry | null {
  const [joint, other, , preposition] = tokens.slice(last, last + 4).map(({ normal }) => normal)
  if ((joint !== 'and' && joint !== 'or') || other !== 'other' || !(preposition === 'of' || preposition === 'in'))
    return null
  const around = placeTable.at(tokens, last + 4, last + 8)?.entry
  return around?.type === 'city' ? around : null
}

/** Whether a place lies in a state or country, or can lie in a region. */
function liesIn(place: PlaceEntry, around: PlaceEntry): boolean {
  if (place.country === null || place.country !== around.country || place.id === around.id) return false
  if (around.type === 'country' || around.type === 'region') return true
  return place.state !== null && around.id === stateId(place.country, place.state)
}
