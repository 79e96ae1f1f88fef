import { isFigureWord } from '../../lexicons/figure-words.js'
import { phraseWords } from '../../lexicons/phrase-words.js'
import { reportingVerbByForm } from '../../lexicons/reporting-verbs.js'
import { type Token, tokenAt } from '../../model/document.js'
import type { EntityMention } from '../../model/mention.js'
import { asidesIn, isAside } from './figure-asides.js'
import { normalAt } from './number-written.js'
import type { TokenText } from './numbers.js'

/** An entity's mention in the figure's sentence, over tokens `[first, last)`. */
export interface Spot {
  readonly mention: EntityMention
  readonly first: number
  readonly last: number
}

/** A figure over tokens `[first, last)`; its counted noun ends before `end`. */
export interface Place {
  readonly first: number
  readonly last: number
  readonly end: number
  /** Whether "of" after it says whose it is ("15 members of the board"), as with things and shares but not with money. */
  readonly canBelong: boolean
}

/** How an entity stands to the figure: nearer classes win. */
type Relation = 'subject' | 'object' | 'oblique' | 'sayer' | 'other' | 'dateline'

const VERB_TAGS: ReadonlySet<string> = new Set(['PastTense', 'PresentTense', 'Infinitive', 'Gerund', 'Copula', 'Modal'])

/** Mentions as spots over their tokens; those that no token begins are left out. */
export function spotsOf(tokens: readonly Token[], mentions: readonly EntityMention[]): Spot[] {
  return mentions.map((mention) => ({
    mention,
    first: tokenAt(tokens, mention.start),
    last: tokenAt(tokens, mention.end - 1) + 1,
  }))
}

/**
 * The mention that a figure is about, or `null`: whose it is ("Toyota's 9,000 dealers", "15 members of the board"); else
 * the subject of its clause ("Kestrel, which flies to 48 countries", "fined Apple €1.8 billion": whom it is done to);
 * else what stands right behind it ("19 people in Haiti"), before it or after it in the clause. A person who says it is
 * not who it is about; a body that says it is, where its clause names nobody else.
 * @param from the sentence's first token
 */
export function aboutOf(source: TokenText, spots: readonly Spot[], place: Place, from: number): string | null {
  if (spots.length === 0) return null
  const before = spots.filter((spot) => spot.last <= place.first)
  const behind = spotBehind(source, spots, place)
  const owner = ownerOf(source, before, place.first)
  const chosen =
    owner ??
    (behind?.isOwner === true || (behind !== null && isCompared(source, place.first)) ? behind.spot : null) ??
    apposed(source, before, place.first, from) ??
    inClause(source, before, place.first, from, behind?.spot ?? null) ??
    spots.find((spot) => spot.first >= place.last && !isSpeaking(source, spot)) ??
    null
  return chosen?.mention.id ?? null
}

/** "…,” Jack Ferro said": he says it. */
function isSpeaking(source: TokenText, { mention, first, last }: Spot): boolean {
  return mention.kind === 'person' && (isReporting(source, last) || isReporting(source, first - 1))
}

/** "Toyota's 9,000 dealers", "its newest 40 ships". */
function ownerOf(source: TokenText, before: readonly Spot[], first: number): Spot | null {
  const spot = before.at(-1)
  if (spot === undefined) return null
  const isPronoun = /^(?:its|his|her|their|our|my)$/.test(normalAt(source, spot.first)) && spot.last === spot.first + 1
  const isName = /^(?:'s|')$/.test(normalAt(source, spot.last))
  if (!isPronoun && !isName) return null
  const start = isName ? spot.last + 1 : spot.last
  if (first - start > 2) return null
  for (let at = start; at < first; at += 1) {
    const word = normalAt(source, at)
    if (source.tokens[at]?.casing === 'none' || isVerb(source, at) || phraseWords.get(word) === 'preposition')
      return null
  }
  return spot
}

/** The entity in the phrase behind a figure: "15 members of the board", "348 for Boeing", "19 people in Haiti". */
function spotBehind(
  source: TokenText,
  spots: readonly Spot[],
  { end, canBelong }: Place,
): { spot: Spot; isOwner: boolean } | null {
  const word = normalAt(source, end)
  if (!isFigureWord('behind', word)) return null
  const spot = spots.find(({ first }) => first > end)
  if (spot === undefined || spot.first - end > 4) return null
  for (let at = end + 1; at < spot.first; at += 1)
    if (isVerb(source, at) || source.tokens[at]?.casing === 'none') return null
  return { spot, isOwner: word === 'of' && canBelong }
}

/** "compared with 348 for Boeing": the figure is another's. */
function isCompared(source: TokenText, first: number): boolean {
  return isFigureWord('compared', normalAt(source, first - 1))
}

/** "Pope Francis, 88,", "Sweden, a country of 10.5 million people,", "General Motors, with 94,000 workers,". */
function apposed(source: TokenText, before: readonly Spot[], first: number, from: number): Spot | null {
  let at = first - 1
  for (; at >= from && normalAt(source, at) !== ','; at -= 1) if (isVerb(source, at)) return null
  const spot = before.at(-1)
  return spot !== undefined && at > from && spot.last === at ? spot : null
}

function inClause(
  source: TokenText,
  before: readonly Spot[],
  first: number,
  from: number,
  behind: Spot | null,
): Spot | null {
  const asides = asidesIn(source, before, from, first)
  const nearest = new Map<Relation, Spot>()
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const spot = before[index]
    if (spot === undefined || isAside(asides, spot.first)) continue
    const relation = relationOf(source, before, index, { first, asides })
    if (relation === 'dateline') break
    if (!nearest.has(relation)) nearest.set(relation, relation === 'subject' ? leader(source, before, index) : spot)
  }
  const subject = nearest.get('subject')
  const object = nearest.get('object')
  if (subject !== undefined && object !== undefined && subject.last <= object.first)
    return isAffected(source, object, first) ? object : subject
  return (
    subject ??
    object ??
    behind ??
    nearest.get('oblique') ??
    notPerson(nearest.get('sayer')) ??
    notPerson(nearest.get('other')) ??
    null
  )
}

/** Who only speaks of it, or stands in another clause, is not who it is about. */
function notPerson(spot: Spot | undefined): Spot | null {
  return spot === undefined || spot.mention.kind === 'person' ? null : spot
}

/** "Chu and Doyle adopted": the first of those that are joined. */
function leader(source: TokenText, before: readonly Spot[], index: number): Spot {
  const spot = before[index]
  const earlier = before[index - 1]
  if (spot === undefined) throw new RangeError(`Expected a spot at ${index}, got none.`)
  const isJoined = earlier !== undefined && normalAt(source, earlier.last) === 'and' && earlier.last + 1 === spot.first
  return isJoined && earlier.mention.kind === spot.mention.kind ? earlier : spot
}

/** "fined Apple €1.8 billion", "ordered Kestrel to ground 61 planes": it is done to, or by, the object. */
function isAffected(source: TokenText, object: Spot, first: number): boolean {
  if (isFigureWord('affects', normalAt(source, governorOf(source, object.first)))) return true
  const verb = source.tokens[object.last + 1]
  return normalAt(source, object.last) === 'to' && verb?.casing === 'lower' && object.last + 1 < first
}

function relationOf(
  source: TokenText,
  before: readonly Spot[],
  index: number,
  { first, asides }: { first: number; asides: ReturnType<typeof asidesIn> },
): Relation {
  const spot = before[index]
  if (spot === undefined) return 'other'
  const barrier = barrierIn(source, spot, first, asides)
  if (barrier !== null) return barrier
  // "Lincoln Tunnel, which carries 120,000": what the relative clause is of.
  const next = normalAt(source, spot.last) === ',' ? spot.last + 1 : spot.last
  if (isFigureWord('relative', normalAt(source, next))) return 'subject'
  const governor = governorOf(source, spot.first)
  const word = normalAt(source, governor)
  const kind = phraseWords.get(word)
  const earlier = before[index - 1]
  if ((word === 'and' || word === 'or') && earlier !== undefined && earlier.last === governor)
    return relationOf(source, before, index - 1, { first, asides })
  // "after Novartis tested it": a clause of its own.
  if (isFigureWord('subordinator', word) && isVerb(source, spot.last)) return 'subject'
  if (kind === 'preposition') return 'oblique'
  if (isVerb(source, governor) || isFigureWord('affects', word))
    return isReporting(source, governor) ? 'subject' : 'object'
  return 'subject'
}

/** The word before an entity that says what it is to its clause: over "the", titles and other capitals. */
function governorOf(source: TokenText, first: number): number {
  let at = first - 1
  for (let steps = 0; steps < 4; steps += 1) {
    const token = source.tokens[at]
    if (token === undefined) break
    const kind = phraseWords.get(token.normal)
    const isPassed = kind === 'determiner' || (kind === undefined && token.casing === 'title')
    if (!isPassed) break
    at -= 1
  }
  return at
}

/** What parts an entity from the figure: another clause, or a verb by which it only says the figure. */
function barrierIn(source: TokenText, spot: Spot, first: number, asides: ReturnType<typeof asidesIn>): Relation | null {
  const { last } = spot
  let found: Relation | null = null
  for (let at = last; at < first; at += 1) {
    if (isAside(asides, at)) continue
    const word = normalAt(source, at)
    if (/^(?:—|–|--|-)$/.test(word) && isDateline(source, last, at)) return 'dateline'
    if (/^(?:;|:|—|–|--)$/.test(word)) return 'other'
    if (isFigureWord('clause', word)) return 'other'
    const isFar = at > last + 1 || (at === last + 1 && normalAt(source, last) !== ',')
    if (isFigureWord('relative', word) && isFar && word !== 'that') found ??= 'other'
    if (found === null && isReporting(source, at) && isReported(source, spot, at, first)) found = 'sayer'
  }
  return found
}

/** "SAN FRANCISCO, March 11 —", "MANILA, Philippines (AP) —": a dash that stands apart, and no verb before it. */
function isDateline(source: TokenText, from: number, dash: number): boolean {
  const token = source.tokens[dash]
  const isApart =
    token !== undefined && source.text.charAt(token.start - 1) === ' ' && source.text.charAt(token.end) === ' '
  for (let at = from; at < dash; at += 1) if (source.tokens[at]?.casing === 'lower') return false
  return isApart && source.tokens[dash + 1]?.casing !== 'lower'
}

/** Whether what follows a reporting verb is a clause that the figure stands in: "said 12 soldiers were hurt". */
function isReported(source: TokenText, { mention }: Spot, verb: number, first: number): boolean {
  const next = normalAt(source, verb + 1) === 'that' ? verb + 2 : verb + 1
  // "said it would close nine" is told of the sayer, where nobody knows better whom "it" means.
  const isSayer = isFigureWord(mention.kind === 'person' ? 'anaphor' : 'anaphor-body', normalAt(source, next))
  if (normalAt(source, next) === 'to' || isSayer) return false
  for (let at = verb + 1; at < first; at += 1)
    if (normalAt(source, at) === 'that' || (isVerb(source, at) && !isNonFinite(source, at))) return true
  return /^(?:said|says|say)$/.test(normalAt(source, verb)) || normalAt(source, verb + 1) === ','
}

/** "to stealing", "to pay": no clause with a subject of its own. */
function isNonFinite(source: TokenText, at: number): boolean {
  return normalAt(source, at - 1) === 'to' || normalAt(source, at).endsWith('ing')
}

/** Whether the word at `at` can only be read as a verb here. */
function isVerb({ tokens, limit }: TokenText, at: number): boolean {
  const token = at >= 0 && at < limit ? tokens[at] : undefined
  if (token === undefined || token.casing !== 'lower') return false
  const kind = phraseWords.get(token.normal)
  if (kind !== undefined) return kind === 'verb' && token.normal !== 'according'
  return token.tags.some((tag) => VERB_TAGS.has(tag))
}

function isReporting(source: TokenText, at: number): boolean {
  const verb = source.tokens[at]?.casing === 'lower' ? reportingVerbByForm.get(normalAt(source, at)) : undefined
  return verb?.indirect === true && isVerb(source, at)
}
