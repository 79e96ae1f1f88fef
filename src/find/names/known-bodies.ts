import { reportingVerbByForm } from '../../lexicons/reporting-verbs.js'
import type { Document } from '../../model/document.js'
import type { NameContext } from './name-context.js'
import { organizationTable } from './name-lexicon.js'
import type { NameSpan } from './name-spans.js'
import { isNameWord } from './name-zones.js'

/** No more than this is known of a word that is another elsewhere. */
const SCORE = 0.7
/** Parties whose members nobody calls by a plural that is the party's name: "Republicans" are people. */
const PEOPLE_FIRST: ReadonlySet<string> = new Set(['US'])

/**
 * "Orange claims" after "the mobile firm Orange": bodies that the article names elsewhere and that say something here,
 * where the scorer left them out; and "the Tories", whose name is a plural. `names` are sorted and stay so.
 */
export function withKnownBodies(document: Document, context: NameContext, names: readonly NameSpan[]): NameSpan[] {
  const bodies = namedBodies(context, names)
  const found: NameSpan[] = []
  const misread = new Set<NameSpan>()
  let next = 0
  for (const zone of context.zones) {
    if (zone.lettering !== 'usual') continue
    const start = document.sentences[zone.sentence]?.firstToken ?? zone.first
    for (let at = zone.first; at < zone.last; at += 1) {
      while ((names[next]?.last ?? Number.POSITIVE_INFINITY) <= at) next += 1
      const known = bodyAt(context, bodies, at, zone.last) ?? partyAt(context, at, zone.last)
      if (known === null) continue
      const { last, rule } = known
      if (last === at + 1 && at === start && !isBeforeReport(context, last)) continue
      const name = names[next]
      const isMisread = name?.kind === 'other' && name.first === at && name.last === last
      if (!isMisread && (name?.first ?? Number.POSITIVE_INFINITY) < last) continue
      if (isMisread) misread.add(name)
      found.push({ first: at, last, kind: 'organization', rule, score: SCORE })
      at = last - 1
    }
  }
  if (found.length === 0) return [...names]
  return [...names.filter((name) => !misread.has(name)), ...found].sort((a, b) => a.first - b.first)
}

type Bodies = ReadonlyMap<string, readonly (readonly string[])[]>

/** The words of each organization that is named, by the first; none of whose words, where it is one, a person has. */
function namedBodies({ tokens }: NameContext, names: readonly NameSpan[]): Bodies {
  const people = new Set<string>()
  for (const { kind, first, last } of names)
    if (kind === 'person' || kind === 'place')
      for (let at = first; at < last; at += 1) people.add(tokens[at]?.normal ?? '')
  const bodies = new Map<string, (readonly string[])[]>()
  const seen = new Set<string>()
  for (const { kind, first, last } of names) {
    if (kind !== 'organization') continue
    const words = tokens.slice(first, last).map(({ normal }) => normal)
    const key = words.join(' ')
    if (seen.has(key) || (words.length === 1 && people.has(key))) continue
    seen.add(key)
    const [opening = ''] = words
    bodies.set(opening, [...(bodies.get(opening) ?? []), words])
  }
  return bodies
}

interface Known {
  readonly last: number
  readonly rule: string
}

function bodyAt({ tokens }: NameContext, bodies: Bodies, at: number, limit: number): Known | null {
  const token = tokens[at]
  if (token === undefined || token.casing === 'lower' || token.casing === 'none') return null
  const longest = (bodies.get(token.normal) ?? [])
    .filter((words) => at + words.length <= limit && words.every((word, index) => tokens[at + index]?.normal === word))
    .reduce((most, words) => Math.max(most, words.length), 0)
  const last = at + longest
  if (longest === 0 || !standsAlone(tokens, at, last)) return null
  return isBeforeReport({ tokens }, last) || isAfterReport({ tokens }, at)
    ? { last, rule: 'organization/article' }
    : null
}

/** "the Tories", "the Conservatives", "Tories say": a party by its plural. */
function partyAt({ tokens }: NameContext, at: number, limit: number): Known | null {
  if (tokens[at]?.casing !== 'title' || !tokens[at].normal.endsWith('s')) return null
  const party = organizationTable.at(tokens, at, Math.min(limit, at + 1))
  if (party?.entry.kind !== 'party' || party.entry.country === null || party.isWeak) return null
  if (PEOPLE_FIRST.has(party.entry.country) || !standsAlone(tokens, at, at + 1)) return null
  // "senior Tories say": some of them.
  const before = tokens[at - 1]
  const isAll = before === undefined || before.casing === 'none' || JOINTS.has(before.normal)
  return before?.normal === 'the' || (isAll && isBeforeReport({ tokens }, at + 1))
    ? { last: at + 1, rule: 'organization/listed' }
    : null
}

const JOINTS: ReadonlySet<string> = new Set(['and', 'as', 'but', 'that', 'while'])

function standsAlone(tokens: NameContext['tokens'], at: number, last: number): boolean {
  const [before, after] = [tokens[at - 1]?.normal, tokens[last]?.normal]
  // "The" has a capital where it begins a sentence.
  const isFirst = before === 'the' || !isNameWord(tokens, at - 1)
  return isFirst && !isNameWord(tokens, last) && before !== '-' && after !== '-'
}

/** "said Orange", "according to Orange" */
function isAfterReport({ tokens }: Pick<NameContext, 'tokens'>, at: number): boolean {
  const before = tokens[at - 1]?.normal ?? ''
  if (before === 'to') return tokens[at - 2]?.normal === 'according'
  return tokens[at - 1]?.casing === 'lower' && reportingVerbByForm.get(before)?.strength === 3
}

function isBeforeReport({ tokens }: Pick<NameContext, 'tokens'>, last: number): boolean {
  const verb = tokens[last]
  return verb !== undefined && verb.casing === 'lower' && (reportingVerbByForm.get(verb.normal)?.strength ?? 0) > 1
}
