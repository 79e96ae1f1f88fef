import { ambiguousByForm } from '../../lexicons/ambiguous.js'
import { nameWords } from '../../lexicons/name-words.js'
import { nominalHeadByForm } from '../../lexicons/nominal-heads.js'
import { reportingVerbByForm } from '../../lexicons/reporting-verbs.js'
import { officeByShared, roleByForm } from '../../lexicons/roles.js'
import type { Token } from '../../model/document.js'
import { Beside, hasClass, type NameContext } from './name-context.js'
import { isListedPlace, isTown, kindInDateline } from './name-datelines.js'
import { organizationTable, placeTable } from './name-lexicon.js'
import type { NameKind } from './name-scorer.js'
import { type NameSpan, trimmed } from './name-spans.js'
import { isNameWord } from './name-zones.js'
import { personSpan } from './person-name.js'

/**
 * What is certain about a name, whatever the scorer says of it: a letter alone is none; "R-Iowa" is a party and a
 * place; an honorific is no part of a name; "… Boulevard" is a place and "… Act" a law; a number belongs to "Chapter".
 */
export function corrected(context: NameContext, name: NameSpan): NameSpan | null {
  const span = trimmed(context, basedIn(context, withoutOffice(context, withoutParty(context, name))))
  if (span === null || isLetter(context, span) || isGeneric(context, span) || isPortfolio(context, span)) return null
  if (isAffix(context, span) || isTitleAlone(context, span) || isManyOf(context, span)) return null
  if (isPost(context, span) || isMatterOfLaw(context, span)) return null
  const dateline = kindInDateline(context, span)
  const kind = dateline ?? kindOf(context, span)
  const named =
    kind === span.kind ? span : { ...span, kind, rule: `${kind}/${dateline === null ? 'head' : 'dateline'}` }
  if (named.kind === 'organization') return withEnd(context, named)
  return personSpan(context, withGivenBefore(context, beforeBreak(context, named)))
}

/** "R-Iowa", "D-N.Y.": what is left is the place. */
function withoutParty(context: NameContext, name: NameSpan): NameSpan {
  for (let at = name.first; at < name.last - 1; at += 1) {
    const [party, hyphen, state] = [context.tokens[at], context.tokens[at + 1], context.tokens[at + 2]]
    if (party?.casing !== 'initial' || !/^[dri]$/.test(party.normal)) continue
    if (hyphen === undefined || state === undefined || !/^[-–]$/.test(hyphen.normal)) continue
    if (party.end !== hyphen.start || hyphen.end !== state.start || !isNameWord(context.tokens, at + 2)) continue
    return { ...name, first: at + 2, last: Math.max(name.last, at + 3), kind: 'place', rule: 'place/party-and-state' }
  }
  return name
}

/** "Archbishop of York", "Duke of Kent": an office, and the place that it is of. */
function withoutOffice(context: NameContext, name: NameSpan): NameSpan {
  const { first, last, kind } = name
  const isOffice = hasClass(context, first, 'H-religious') || hasClass(context, first, 'H-noble')
  if (kind === 'other' || !isOffice || context.tokens[first + 1]?.normal !== 'of' || last - first !== 3) return name
  const place = { ...name, first: first + 2, kind: 'place' as const, rule: 'place/office' }
  return isListedPlace(context, place) ? place : name
}

function isLetter(context: NameContext, { first, last }: NameSpan): boolean {
  const token = context.tokens[first]
  return last - first === 1 && token !== undefined && token.end - token.start < (token.casing === 'digit' ? 3 : 2)
}

/** "Homeland Safety" in "Secretary of Homeland Safety", "Labour" in "Labour Minister": what a minister is for, no name. */
function isPortfolio(context: NameContext, { first, last, kind }: NameSpan): boolean {
  if (kind !== 'organization') return false
  const next = context.tokens[last]
  if (last - first === 1 && next?.casing === 'title' && next.normal === 'minister')
    return /^labou?r$/.test(context.tokens[first]?.normal ?? '')
  if (context.tokens[first - 1]?.normal !== 'of') return false
  return /^(?:secretary|minister)$/.test(context.tokens[first - 2]?.normal ?? '')
}

/** "Human Rights" in "the European Convention on Human Rights": what a law is about. */
function isMatterOfLaw({ tokens }: NameContext, { first, kind }: NameSpan): boolean {
  const law = tokens[first - 2]
  const isAbout = kind === 'organization' && /^(?:on|for|against)$/.test(tokens[first - 1]?.normal ?? '')
  if (!isAbout || law?.casing !== 'title') return false
  return nameWords.get(law.normal) === 'event' || /^(?:convention|charter|covenant|declaration)$/.test(law.normal)
}

/** "The Company", "Chapter 3": a noun with a capital, and nothing that names it. */
function isGeneric(context: NameContext, { first, last }: NameSpan): boolean {
  const word = context.tokens[last - 1]
  const before = context.tokens[last - 2]
  if (last - first > 2 || word === undefined || before === undefined) return false
  if (last - first === 1 && nameWords.get(word.normal) === 'numbered') return true
  // "the Brewers" are a team.
  if (before.normal === 'the')
    return nominalHeadByForm.get(word.normal)?.lemma === word.normal && word.casing === 'title'
  if (last - first === 1) return false
  return word.casing === 'digit' && nameWords.get(before.normal) === 'numbered'
}

/** "Harrison, DDS", "Lee, M.D.", "Services, Inc.": what stands after a name and is none; but "Ashton, Md." */
function isAffix(context: NameContext, name: NameSpan): boolean {
  const { first, last } = name
  if (context.tokens[first - 1]?.normal !== ',') return false
  if (context.tokens[first]?.casing === 'title' && isListedPlace(context, name)) return false
  for (let at = first; at < last; at += 1) if (!hasClass(context, at, 'HA') && !hasClass(context, at, 'L')) return false
  return true
}

/** "the Duchess of York", "the Bill": a title or a kind of law with nothing that names it. */
function isTitleAlone(context: NameContext, { first, last, kind }: NameSpan): boolean {
  const isAfterThe = context.tokens[first - 1]?.normal === 'the'
  // "Brisbane's Lord Mayor"
  if (last - first === 2) {
    const words = `${context.tokens[first]?.normal} ${context.tokens[first + 1]?.normal}`
    return kind === 'person' && hasClass(context, first, 'H-noble') && roleByForm.has(words)
  }
  if (last - first > 1) return false
  // "the Queen" is no band
  if (kind === 'organization' && isAfterThe && hasClass(context, first, 'H-noble')) return true
  if (kind === 'person' && hasClass(context, first, 'H-noble'))
    return isAfterThe || (context.tokens[last]?.normal === 'of' && !isNameWord(context.tokens, first - 1))
  // "The Taoiseach", "Opposition": what one is, and nobody's name here ("Susan Deacon", "Mr Champion").
  const isRole = hasClass(context, first, 'R') && !hasClass(context, first, 'F') && !hasClass(context, first, 'G')
  const isName = ((context.facts[first]?.beside ?? 0) & (Beside.afterHonorific | Beside.afterGiven)) !== 0
  // "Tory plans", where no John Tory is named
  if (kind === 'person' && (isRole || hasClass(context, first, 'RC')) && !isName) return true
  // "The MEC", "TDs"
  if (kind === 'organization' && isRole && isWrittenSo(context.tokens[first])) return true
  if (kind === 'organization' && isAfterThe && isOfficeHere(context, first)) return true
  const isLaw = nameWords.get(context.tokens[first]?.normal ?? '') === 'event'
  return kind !== 'other' && isLaw && (isAfterThe || context.tokens[first - 1]?.normal === 'a')
}

/** Whether an acronym of an office is one here: "the DA" in a story with a district attorney. */
function isOfficeHere({ tokens }: NameContext, at: number): boolean {
  const token = tokens[at]
  const long =
    token?.casing === 'upper' ? officeByShared.get(token.normal.toUpperCase())?.singular.split(/[ -]/) : undefined
  if (long === undefined) return false
  return tokens.some((_, first) => long.every((word, index) => tokens[first + index]?.normal === word))
}

/** Whether a role's own letters are capitals: "MEC", "TDs", but not "RANGERS". */
function isWrittenSo(token: Token | undefined): boolean {
  const role = roleByForm.get(token?.normal ?? '')
  if (token === undefined || role === undefined) return false
  const form = token.casing === 'mixed' ? role.plural : role.singular
  return (
    (token.casing === 'upper' || token.casing === 'mixed') &&
    form !== form.toLowerCase() &&
    form.toLowerCase() === token.normal
  )
}

/** "MEC for Health": what somebody is. */
function isPost(context: NameContext, { first, last, kind }: NameSpan): boolean {
  const isFor = last - first > 2 && context.tokens[first + 1]?.normal === 'for'
  return isFor && kind !== 'place' && context.tokens[first]?.casing === 'upper' && hasClass(context, first, 'R')
}

/** "Tory MPs": people, but nobody by name. */
function isManyOf(context: NameContext, { last, kind }: NameSpan): boolean {
  return kind === 'person' && context.tokens[last - 1]?.casing === 'mixed' && hasClass(context, last - 1, 'R')
}

/** "Boston-based": the place right before the hyphen, whatever else was taken for a part of the name ("A Boston"). */
function basedIn(context: NameContext, name: NameSpan): NameSpan {
  if (context.tokens[name.last]?.normal !== '-' || context.tokens[name.last + 1]?.normal !== 'based') return name
  for (let first = name.first; first < name.last; first += 1) {
    const place = { ...name, first, kind: 'place' as const, rule: 'place/based' }
    if (isListedPlace(context, place)) return place
  }
  return name
}

function kindOf(context: NameContext, span: NameSpan): NameKind {
  const { first, last, kind } = span
  if (kind === 'organization' && isTown(context, span)) return 'place'
  if (kind === 'organization')
    return isProduct(context, span) || isBrand(context, span) || endsLikeEvent(context, span) ? 'other' : kind
  // "as The New Yorker put it": with its article in capitals inside a sentence it is the magazine, no citizen.
  if (kind === 'other') return isListedWithArticle(context, span) ? 'organization' : kind
  for (let at = first + 1; at < last - 1; at += 1) if (context.tokens[at]?.normal === '&') return 'organization'
  if (kind === 'person') {
    const opening = [context.tokens[first]?.normal, context.tokens[first - 1]?.normal]
    if (opening.some((word) => nameWords.get(word ?? '') === 'storm')) return 'other'
    return last - first > 2 && nameWords.get(context.tokens[last - 1]?.normal ?? '') === 'site' ? 'place' : kind
  }
  if (endsLikeEvent(context, span)) return 'other'
  const hasHead = last - first > 1 && hasClass(context, last - 1, 'Ol3') && !isListedPlace(context, span)
  return hasHead || isRatherOrganization(context, span) ? 'organization' : kind
}

function isListedWithArticle({ tokens }: NameContext, { first, last }: NameSpan): boolean {
  const article = tokens[first - 1]
  if (article?.normal !== 'the' || article.casing !== 'title' || tokens[first - 2]?.casing !== 'lower') return false
  return organizationTable.at(tokens, first - 1, last)?.last === last
}

function endsLikeEvent(context: NameContext, { first, last }: NameSpan): boolean {
  return last - first > 1 && nameWords.get(context.tokens[last - 1]?.normal ?? '') === 'event'
}

/** "a Corolla": one of many. "a Google spokesman" is none: the name narrows a noun there. */
function isProduct(context: NameContext, { first, last }: NameSpan): boolean {
  const article = context.tokens[first - 1]?.normal
  if (last - first > 1 || (article !== 'a' && article !== 'an')) return false
  const next = context.tokens[last]
  return next === undefined || next.casing === 'none' || hasClass(context, last, 'S-')
}

/** "Amazon Prime Video": a well-known company's name goes on in the words after it, which name what it makes. */
function isBrand(context: NameContext, { first, last }: NameSpan): boolean {
  const [end, next] = [context.tokens[last - 1], context.tokens[last]]
  if (next?.casing !== 'title' || end === undefined || next.start !== end.end + 1) return false
  const listed = organizationTable.at(context.tokens, first, last)
  if (listed?.last !== last || !(listed.entry.kind === 'company' || listed.entry.kind === 'media')) return false
  return !NAMING.some((name) => hasClass(context, last, name)) && (context.facts[last]?.capital ?? 0) > 0
}

/** What begins a name or a title of its own: people, roles, heads of organizations, places, demonyms, days. */
const NAMING = ['G', 'F', 'H', 'R', 'O', 'A', 'L', 'P', 'D', 'T', 'cW', 'cX', 'cV', 'cB', 'S']

/** "Amazon" without "the": of the two that bear the name, the list puts the company first. */
function isRatherOrganization(context: NameContext, { first, last }: NameSpan): boolean {
  const listed = placeTable.at(context.tokens, first, last)
  if (listed?.last !== last || !['region', 'water', 'site'].includes(listed.entry.type)) return false
  return context.tokens[first - 1]?.normal !== 'the' && ambiguousByForm.get(listed.form)?.readings[0] === 'organization'
}

/** "Local 23" takes its number, "Sotheby’s" its ending, if the list has the name so. */
function withEnd(context: NameContext, name: NameSpan): NameSpan {
  const next = context.tokens[name.last]
  const isNumbered = nameWords.get(context.tokens[name.last - 1]?.normal ?? '') === 'numbered'
  const isListed =
    next?.normal === "'s" && organizationTable.at(context.tokens, name.first, name.last + 1)?.last === name.last + 1
  // "Kauri Dairy Co-operative"
  const [hyphen, operative] = context.tokens.slice(name.last, name.last + 2).map(({ normal }) => normal)
  if (
    context.tokens[name.last - 1]?.normal === 'co' &&
    hyphen === '-' &&
    /^op(?:s|erative|eratives)?$/.test(operative ?? '')
  )
    return { ...name, last: name.last + 2 }
  // "UBM plc"; "as" is a Danish form and an English word, "company" no form here.
  const isLegal = next?.casing === 'lower' && /^.{3,4}$/.test(next.normal) && hasClass(context, name.last, 'L')
  // "Liberal Democrat leader"
  const party = next?.casing === 'title' ? organizationTable.at(context.tokens, name.first, name.last + 1) : null
  const isParty = party?.last === name.last + 1 && party.entry.kind === 'party'
  return (isNumbered && next?.casing === 'digit') || isListed || isParty || isLegal
    ? { ...name, last: name.last + 1 }
    : name
}

/**
 * "Glenn Beck Says Trump": in a headline where every word has a capital the name ends before the verb; "Rob Partridge -
 * Marley's former head of press": it ends before a dash.
 */
function beforeBreak({ tokens }: NameContext, name: NameSpan): NameSpan {
  if (name.kind !== 'person') return name
  for (let at = name.first + 1; at < name.last - 1; at += 1) {
    if (/^[-–—]$/.test(tokens[at]?.normal ?? '') && isApart(tokens, at) && hasHyphens(tokens))
      return { ...name, last: at }
    const verb = reportingVerbByForm.get(tokens[at]?.normal ?? '')
    if (verb?.strength === 3 && tokens[at]?.tags.includes('PresentTense')) return { ...name, last: at }
  }
  return name
}

/** Whether a hyphen touches neither word beside it. */
function isApart(tokens: NameContext['tokens'], at: number): boolean {
  return tokens[at - 1]?.end !== tokens[at]?.start && tokens[at]?.end !== tokens[at + 1]?.start
}

/** Whether the article has hyphens that touch their words; where all stand apart, so do those of its names ("al - Sadr"). */
function hasHyphens(tokens: NameContext['tokens']): boolean {
  return tokens.some(({ normal }, at) => normal === '-' && !isApart(tokens, at))
}

/** "Will Barrett said": a given name that is a verb too begins the sentence, and a verb follows the surname. */
function withGivenBefore(context: NameContext, name: NameSpan): NameSpan {
  const at = name.first - 1
  const word = context.tokens[at]?.normal ?? ''
  const form = ambiguousByForm.get(word.charAt(0).toUpperCase() + word.slice(1))
  const isGiven = hasClass(context, at, 'G') || (form?.readings.includes('person') ?? false)
  const isAmbiguous = isGiven && hasClass(context, at, 'S-') && isNameWord(context.tokens, at)
  if (name.kind !== 'person' || !isAmbiguous || name.last - name.first > 2) return name
  const next = context.tokens[name.last]
  const isFollowed =
    next?.normal === ',' || hasClass(context, name.last, 'V') || (next?.tags.includes('PastTense') ?? false)
  return isFollowed ? { ...name, first: at } : name
}
