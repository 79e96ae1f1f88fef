import { familyFirstNames } from '../../lexicons/family-first-names.js'
import { type Document, tokenAt } from '../../model/document.js'
import type { AgencyMention } from '../../model/mention.js'
import { hasClass, type NameContext } from './name-context.js'
import type { NameKind } from './name-scorer.js'
import { isNameWord } from './name-zones.js'

/** A name that will be reported, at tokens `[first, last)`; `rule` is what decided its kind. */
export interface NameSpan {
  readonly first: number
  readonly last: number
  readonly kind: NameKind
  readonly rule: string
  readonly score: number
}

/**
 * Names that leave the agencies found before them alone. What lies in an agency, or is one, is dropped; what runs over
 * an agency's edge is cut back to its own words; a longer name that holds a whole agency stays whole, since the agency
 * is then a part of it ("Congress" in "Indian National Congress"): the agency keeps its own, inner mention. A single word
 * that is left of an organization is no name of its own.
 */
export function besideAgencies(document: Document, context: NameContext, names: readonly NameSpan[]): NameSpan[] {
  const agencies = document.mentions.filter((mention): mention is AgencyMention => mention.kind === 'agency')
  if (agencies.length === 0) return [...names]
  const taken = agencies.map(({ start, end }) => ({
    first: tokenAt(document.tokens, start),
    last: tokenAt(document.tokens, end - 1) + 1,
  }))
  const left: NameSpan[] = []
  let from = 0
  for (const name of names) {
    while ((taken[from]?.last ?? Number.POSITIVE_INFINITY) <= name.first) from += 1
    let kept: NameSpan | null = name
    let inside = 0
    for (let at = from; kept !== null && (taken[at]?.first ?? Number.POSITIVE_INFINITY) < name.last; at += 1) {
      const agency = taken[at]
      if (agency === undefined) continue
      kept = cutBack(context, kept, agency)
      inside += wordsIn(context, agency)
    }
    const own = kept === null ? 0 : wordsIn(context, kept) - inside
    if (kept !== null && (inside === 0 || kept.kind === 'person' || own > LEFT_OVER)) left.push(kept)
  }
  return left
}

/** An organization with agencies in it has more than this many words of its own, or is two names set side by side. */
const LEFT_OVER = 1

function wordsIn(context: NameContext, { first, last }: { readonly first: number; readonly last: number }): number {
  let words = 0
  for (let at = first; at < last; at += 1) if (isNameWord(context.tokens, at)) words += 1
  return words
}

function cutBack(
  context: NameContext,
  name: NameSpan,
  agency: { readonly first: number; readonly last: number },
): NameSpan | null {
  if (agency.last <= name.first || agency.first >= name.last) return name
  if (agency.first <= name.first && agency.last >= name.last) return null
  const isInside = agency.first >= name.first && agency.last <= name.last
  if (isInside && name.kind !== 'place') return name
  const first = agency.first <= name.first ? agency.last : name.first
  const last = agency.first <= name.first ? name.last : agency.first
  const rest = trimmed(context, { ...name, first, last })
  return rest !== null && name.kind === 'organization' && rest.last - rest.first === 1 ? null : rest
}

/** The name without joints at its ends; null if no capitalised word is left. */
export function trimmed(context: NameContext, name: NameSpan): NameSpan | null {
  let { first, last } = name
  const isLoose = (at: number): boolean => !isNameWord(context.tokens, at) && context.tokens[at]?.casing !== 'digit'
  while (last > first && isLoose(last - 1)) last -= 1
  while (first < last && isLoose(first) && !hasClass(context, first, 'PT')) first += 1
  return last > first ? withSecondHalf(context, { ...name, first, last }) : null
}

/** Longest halves of a given name in two: "Geun-hye", "Ying-jeou"; after a family name that stands first, "Young-chan". */
const LONGEST_HALF = 5
const LONGEST_KNOWN_HALF = 6
/** "Bush-era", "Trump-led" describe something else. */
const DESCRIBES = /ed$|^(?:aide|ally|born|era|free|led|like|made|run|style|type|wide)$/

/** "Ban Ki-moon", "Park Geun-hye": the small second half of a given name that comes last. */
function withSecondHalf({ tokens }: NameContext, name: NameSpan): NameSpan {
  const isFamilyFirst = familyFirstNames.has(tokens[name.first]?.normal ?? '')
  const [before, hyphen, half] = [tokens[name.last - 1], tokens[name.last], tokens[name.last + 1]]
  if (name.kind !== 'person' || name.last - name.first !== 2 || before === undefined || half === undefined) return name
  const isGlued = hyphen?.normal === '-' && hyphen.start === before.end && hyphen.end === half.start
  if (!isGlued || half.casing !== 'lower' || half.normal.length > LONGEST_HALF || DESCRIBES.test(half.normal))
    return name
  return before.normal.length > (isFamilyFirst ? LONGEST_KNOWN_HALF : LONGEST_HALF - 1)
    ? name
    : { ...name, last: name.last + 2 }
}
