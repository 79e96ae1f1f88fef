import { reportingVerbByForm } from '../../lexicons/reporting-verbs.js'
import type { Document } from '../../model/document.js'
import { hasClass, type NameContext } from './name-context.js'
import type { NameSpan } from './name-spans.js'
import { isNameWord } from './name-zones.js'

const RULE = 'person/known-surname'
/** No more than this is known of a word that is a surname elsewhere. */
const SCORE = 0.7
const DETERMINERS: ReadonlySet<string> = new Set(['a', 'an', 'the', 'this', 'that', 'these', 'those', "'s", '-', '&'])

/**
 * "Price said" after "John Price": a surname with a capital that nothing else explains, which the scorer left out as
 * the word that it is elsewhere. `names` are sorted and stay so.
 */
export function withKnownSurnames(
  document: Document,
  context: NameContext,
  names: readonly NameSpan[],
): readonly NameSpan[] {
  const firstBearer = firstBearers(context, names)
  if (firstBearer.size === 0) return names
  const found: NameSpan[] = []
  const misread = new Set<NameSpan>()
  let next = 0
  for (const zone of context.zones) {
    if (zone.lettering !== 'usual') continue
    const sentenceStart = document.sentences[zone.sentence]?.firstToken ?? zone.first
    for (let at = zone.first; at < zone.last; at += 1) {
      const last = surnameEnd(context, at)
      const bearer = firstBearer.get(wordsBetween(context, at, last))
      if (bearer === undefined || at < bearer || !standsAlone(context, at, last)) continue
      // A hyphened name is no word that may begin a sentence.
      const isWord = last === at + 1
      if (isWord && (at === sentenceStart ? !isBeforeReport(context, at) : !isBeforeVerb(context, at))) continue
      while ((names[next]?.last ?? Number.POSITIVE_INFINITY) <= at) next += 1
      const name = names[next]
      // "Cuban said", of Mark Cuban, who is read as one of a nation
      const isMisread = name?.kind === 'other' && name.first === at && name.last === last
      if (!isMisread && (name?.first ?? Number.POSITIVE_INFINITY) < last) continue
      if (isMisread) misread.add(name)
      found.push({ first: at, last, kind: 'person', rule: RULE, score: SCORE })
    }
  }
  if (found.length === 0) return names
  return [...names.filter((name) => !misread.has(name)), ...found].sort((a, b) => a.first - b.first)
}

/** The surnames of the full names, and after which token the first of each ends. */
export function firstBearers({ tokens }: NameContext, names: readonly NameSpan[]): ReadonlyMap<string, number> {
  const ends = new Map<string, number>()
  for (const { kind, first, last } of names) {
    if (kind !== 'person' || last - first < 2) continue
    const isHyphened = last - first > 3 && isHyphen(tokens, last - 2)
    const surname = wordsBetween({ tokens }, isHyphened ? last - 3 : last - 1, last)
    if (!ends.has(surname)) ends.set(surname, last)
  }
  return ends
}

/** Where the surname that begins at `at` would end: "Price", "Sule-Bako". */
function surnameEnd({ tokens }: Pick<NameContext, 'tokens'>, at: number): number {
  return isHyphen(tokens, at + 1) && tokens[at + 2]?.casing === 'title' ? at + 3 : at + 1
}

/** A hyphen that touches the words on both sides. */
function isHyphen(tokens: NameContext['tokens'], at: number): boolean {
  const [before, hyphen, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  return hyphen?.normal === '-' && before?.end === hyphen.start && after?.start === hyphen.end
}

function wordsBetween({ tokens }: Pick<NameContext, 'tokens'>, first: number, last: number): string {
  let words = ''
  for (let at = first; at < last; at += 1) words += tokens[at]?.normal ?? ''
  return words
}

/** A surname with a capital that no other such word and no article or hyphen touches. */
function standsAlone({ tokens }: NameContext, at: number, last: number): boolean {
  if (tokens[at]?.casing !== 'title' || tokens[last]?.normal === '-' || isNameWord(tokens, last)) return false
  return !isNameWord(tokens, at - 1) && !DETERMINERS.has(tokens[at - 1]?.normal ?? '')
}

/** "Price had", "Price told": what a name does. "The hearing in March" names none. */
function isBeforeVerb(context: NameContext, at: number): boolean {
  const tags = context.tokens[at + 1]?.tags ?? []
  return hasClass(context, at + 1, 'V') || tags.includes('PastTense') || tags.includes('PresentTense')
}

/** A sentence gives any word a capital: there only a surname that says something is one. */
function isBeforeReport({ tokens }: NameContext, at: number): boolean {
  const verb = tokens[at + 1]
  return verb !== undefined && reportingVerbByForm.has(verb.normal) && verb.tags.includes('PastTense')
}
