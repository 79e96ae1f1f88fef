import { places } from '../lexicons/places.js'
import type { Span } from '../model/span.js'

/** "LONDON", "NEW YORK", "ST. PETERSBURG", "MOSCOW/KIEV". */
const CAPITALS = String.raw`\p{Lu}[\p{Lu}.'’/-]+(?: \p{Lu}[\p{Lu}.'’/-]+){0,3}`
/** "London", "San Francisco", "Port-au-Prince". */
const TITLED = String.raw`\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}`
/** ", Indonesia", ", Md.", ", D.C." */
const REGION = String.raw`,? \p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,2}`
/** ", May 6", ", Sept. 14, 2019", ", 6 May". */
const DATE = String.raw`,? (?:\p{Lu}\p{Ll}{2,8}\.? \d{1,2}|\d{1,2} \p{Lu}\p{Ll}{2,8}\.?)(?:,? \d{4})?`
/** " (AP)", " (Reuters)", " (Thomson Reuters Foundation)"; " /PRNewswire/" where a release goes out. */
const AGENCY = String.raw` ?(?:\(\p{Lu}[\p{L}\p{N}.&/ -]{1,40}\)|/\p{Lu}[\p{L}\p{N}-]{1,30}/)`
const DASH = '(?: ?(?:—|–|--) ?| [-_] )'
const DATELINE = new RegExp(
  [
    `^(?:${CAPITALS})(?:${REGION})?(?:(?:${DATE})(?:${AGENCY})?|(?:${AGENCY}))${DASH}`,
    `^(?:${TITLED})(?:${REGION})?(?:(?:${DATE})(?:${AGENCY})?|(?:${AGENCY}))${DASH}`,
    `^(?<place>${CAPITALS})(?:${REGION})?${DASH}`,
  ].join('|'),
  'u',
)
/** The longest datelines have two places, a date and an agency. */
const LONGEST = 100

const PLACES: ReadonlySet<string> = new Set(places.flatMap(({ name, aliases }) => [name, ...aliases].map(plain)))

function plain(name: string): string {
  return name.toUpperCase().replaceAll('’', "'")
}

/**
 * Where the dateline ends that a paragraph begins with, past its dash: "LONDON, May 6 (Reuters) - Alice Brown said …";
 * -1 where it begins with none. What has neither date nor agency must be a place that is known: "NASA — …" is none, nor is "U.S. – Joe Moor (3)".
 * @example datelineEnd('PARIS (AP) — It rained.', { start: 0, end: 23 }) // 13
 */
export function datelineEnd(text: string, { start, end }: Span): number {
  const found = DATELINE.exec(text.slice(start, Math.min(end, start + LONGEST)))
  if (found === null) return -1
  const place = found.groups?.place
  if (place !== undefined && (place.includes('.') || !PLACES.has(plain(place)))) return -1
  return start + found[0].trimEnd().length
}
