import { organizationHeads } from '../../lexicons/organization-heads.js'
import { hasClass, type NameContext } from './name-context.js'
import type { NameSpan } from './name-spans.js'
import { isNameWord } from './name-zones.js'

const RULE = 'organization/head'
const SCORE = 0.7
/** Heads that are weaker open other things as well: "Local", "Board of Directors", "the Centre of the World". */
const LEAST = { of: 3, other: 2 }
const PURPOSES: ReadonlySet<string> = new Set(['for', 'on', 'to', 'against'])
const JOINTS: ReadonlySet<string> = new Set(['of', 'for', 'the', 'on', 'against', '&'])

/** What opens the name of an organization, lower-cased: "institute", "centre for"; and the first words of all. */
const HEADS: ReadonlyMap<string, number> = new Map(
  organizationHeads
    .filter(({ kind, position }) => kind === 'organization' && position !== 'last')
    .map(({ form, strength }) => [form.toLowerCase(), strength]),
)
const FIRST_WORDS: ReadonlySet<string> = new Set([...HEADS.keys()].map((form) => form.split(' ')[0] ?? ''))

/**
 * "The Institute for the Study of War", "Mothers Against Drunk Driving": a head that opens a name and says what it is
 * for, where the scorer found nothing, or a part of it that is no person. `names` are sorted and stay so.
 */
export function withHeadPhrases(context: NameContext, names: readonly NameSpan[]): readonly NameSpan[] {
  const found: NameSpan[] = withWholePurpose(context, names)
  for (const zone of context.zones) {
    if (zone.lettering !== 'usual') continue
    for (let first = zone.first; first < zone.last; first += 1) {
      const last = endOfPhrase(context, first)
      if (last === null) continue
      const inside = names.filter((name) => name.first < last && name.last > first)
      const isFree = inside.every((name) => name.last <= last && canBeInside(name, first))
      if (isFree && !found.some((whole) => whole.first <= first && whole.last >= last))
        found.push({ first, last, kind: 'organization', rule: RULE, score: SCORE })
      first = last - 1
    }
  }
  if (found.length === 0) return names
  const left = names.filter((name) => !found.some(({ first, last }) => name.first >= first && name.last <= last))
  return [...left, ...found].sort((a, b) => a.first - b.first)
}

/** "Center on Poverty | and Inequality", "Center for Radiation Therapy | of Springfield": names that were cut in two. */
function withWholePurpose(context: NameContext, names: readonly NameSpan[]): NameSpan[] {
  const { tokens } = context
  return names.flatMap((name, index) => {
    const [head = '', purpose = ''] = [tokens[name.first]?.normal, tokens[name.first + 1]?.normal]
    if (name.kind !== 'organization' || purpose === 'of' || !opens(head, purpose)) return []
    const [joint, at, next] = [tokens[name.last]?.normal, name.last + 1, names[index + 1]]
    const isSecond = joint === 'and' && tokens[at]?.casing === 'title' && !isNameWord(tokens, at + 1)
    if (isSecond && (next === undefined || next.first > at || (next.last === at + 1 && next.kind === 'organization')))
      return hasClass(context, at, 'O') || hasClass(context, at, 'G') ? [] : [{ ...name, last: at + 1 }]
    const isPlace = joint === 'of' && next?.first === at && next.kind === 'place'
    return isPlace ? [{ ...name, last: next.last }] : []
  })
}

/** "The Study of War" is no war here. */
function canBeInside(name: NameSpan, first: number): boolean {
  return name.kind === 'other' ? name.first >= first : name.kind !== 'person' && name.first > first
}

/** The token after a phrase that a head opens at `first`, or null. */
function endOfPhrase(context: NameContext, first: number): number | null {
  const { tokens } = context
  if (tokens[first]?.casing !== 'title' || !opens(tokens[first].normal, tokens[first + 1]?.normal ?? '')) return null
  let last = first + 2
  for (let at = last; ; at += 1) {
    const token = tokens[at]
    const isInRow = token !== undefined && token.start === (tokens[at - 1]?.end ?? 0) + 1
    if (isInRow && isNameWord(tokens, at)) last = at + 1
    else if (!isInRow || !JOINTS.has(token.normal)) break
  }
  // "a Church of Scotland Minister", "Coalition of Non-governmental Organizations"
  while (last > first + 2 && hasClass(context, last - 1, 'R')) last -= 1
  const isHyphened = tokens[last]?.normal === '-' && tokens[last]?.start === tokens[last - 1]?.end
  return last > first + 2 && isNameWord(tokens, last - 1) && !isHyphened ? last : null
}

function opens(head: string, next: string): boolean {
  if (!FIRST_WORDS.has(head)) return false
  if ((HEADS.get(`${head} ${next}`) ?? 0) >= LEAST.other) return true
  const strength = HEADS.get(head) ?? 0
  return next === 'of' ? strength >= LEAST.of : PURPOSES.has(next) && strength >= LEAST.other
}
