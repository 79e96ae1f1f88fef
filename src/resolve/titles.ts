import { honorifics } from '../lexicons/honorifics.js'
import { type PlaceEntry, places } from '../lexicons/places.js'
import { roleModifiers } from '../lexicons/role-modifiers.js'
import { roles } from '../lexicons/roles.js'
import { reachByOffice } from '../lexicons/territorial-offices.js'
import { plain, wordsOf } from './normal.js'

/** A person's title taken apart: "then-acting Florida Gov." is the office "governor" of Florida. */
export interface Title {
  /** Words of the office in plain form, written out, without what says when it is held. */
  readonly office: readonly string[]
  /** What it is the office of: the names with capitals in it, in plain form; a place by its id. */
  readonly of: readonly string[]
  /** The office of which every town, or every country, has its own; `null` for another. */
  readonly territorial: string | null
}

/** "Gov." → "governor", "CEO" → "chief executive officer": the written-out words of a short title. */
const written = new Map<string, readonly string[]>([
  ['ceo', ['chief', 'executive', 'officer']],
  ['cfo', ['chief', 'financial', 'officer']],
  ['congressman', ['representative']],
  ['congresswoman', ['representative']],
  ['pm', ['prime', 'minister']],
])
for (const { form, long } of honorifics) if (long !== null) written.set(plain(form).replaceAll('.', ''), wordsOf(long))

const officeWords = new Set([
  ...roles.flatMap((role) => wordsOf(role.singular)),
  ...honorifics.flatMap(({ form, long }) => wordsOf(long ?? form)),
])

const placeByForm = new Map<string, PlaceEntry>()
for (const place of places) {
  for (const form of [place.name, ...place.aliases, ...place.demonyms, ...place.weak]) {
    const key = wordsOf(form).join(' ')
    if (!placeByForm.has(key)) placeByForm.set(key, place)
  }
}
const placeById = new Map(places.map((place) => [`place:${place.id}`, place]))

const PIECES = /[\p{L}\p{N}.’']+/gu
const CAPITAL = /^\p{Lu}/u
const MOST_PLACE_WORDS = 3

/** Takes a title apart. */
export function readTitle(title: string): Title {
  const pieces = title.match(PIECES) ?? []
  const office: string[] = []
  const names: string[][] = []
  let isOpen = false
  const words = pieces.map((piece) => plain(piece).replaceAll('.', ''))
  for (const [at, piece] of pieces.entries()) {
    const word = words[at] ?? ''
    const long = written.get(word) ?? [word]
    const isPlace = placeByForm.has(`${word} ${words[at + 1] ?? ''}`)
    const isTitle = long.every((part) => officeWords.has(part)) || (roleModifiers.has(word) && !isPlace)
    const isName = CAPITAL.test(piece) && !isTitle
    if (!isName) office.push(...long.filter((part) => part !== '' && !roleModifiers.has(part)))
    else if (isOpen) names.at(-1)?.push(word)
    else names.push([word])
    isOpen = isName
  }
  // "U.S. president", "german chancellor": a place is a place without a capital too.
  const lower = office.filter((word) => !officeWords.has(word) && placeByForm.has(word)).map((word) => [word])
  return {
    office,
    of: [...names, ...lower].flatMap(placesIn),
    territorial: territorialIn(office),
  }
}

/** The last office of a place among the words: "fire chief", "mayor". */
function territorialIn(words: readonly string[]): string | null {
  for (let at = words.length - 1; at >= 0; at -= 1) {
    for (const form of [`${words[at - 1] ?? ''} ${words[at] ?? ''}`, words[at] ?? ''])
      if (reachByOffice.has(form)) return form
  }
  return null
}

/** Names by their places: the longest runs of words that are a place, the other words as they are. */
function placesIn(words: readonly string[]): string[] {
  const found: string[] = []
  for (let at = 0; at < words.length; ) {
    let length = Math.min(MOST_PLACE_WORDS, words.length - at)
    while (length > 1 && !placeByForm.has(words.slice(at, at + length).join(' '))) length -= 1
    const form = words.slice(at, at + length).join(' ')
    const place = placeByForm.get(form)
    found.push(place === undefined ? form : `place:${place.id}`)
    at += length
  }
  return found
}

/** Whether two titles are one office of two places: "mayor of Halden", "Pelham mayor". */
export function areOfTwoPlaces(left: Title, right: Title): boolean {
  if (left.territorial === null || left.territorial !== right.territorial) return false
  if (left.of.length === 0 || right.of.length === 0) return false
  return left.of.every((one) => right.of.every((other) => areApart(one, other, isLocal(left))))
}

/** Two known places of one level; of towns' offices two unknown names too. "U.S. senator" and "Florida senator" may be one. */
function areApart(one: string, other: string, areTowns: boolean): boolean {
  if (one === other) return false
  const [left, right] = [placeById.get(one), placeById.get(other)]
  if (left === undefined || right === undefined) return areTowns && left === right
  if (left.country === null || right.country === null) return false
  return left.country !== right.country || (left.type !== 'country' && right.type === left.type)
}

/** Whether the office is one of a town: mayors and police chiefs of one name are as many as towns. */
export function isLocal({ territorial }: Title): boolean {
  return territorial !== null && reachByOffice.get(territorial) === 'local'
}
