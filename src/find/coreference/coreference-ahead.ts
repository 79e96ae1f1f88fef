import { nominalHeadByForm } from '../../lexicons/nominal-heads.js'
import { reportingVerbByForm } from '../../lexicons/reporting-verbs.js'
import { officeNames, type Role, roleByForm } from '../../lexicons/roles.js'
import { type Document, type Token, tokenAt } from '../../model/document.js'
import type { Span } from '../../model/span.js'
import { isSaying } from './coreference-lead.js'
import { fits } from './coreference-nominals.js'
import { canNarrow, endsPhrase, isNameLike, phraseOf } from './coreference-phrases.js'
import { placeWord, type Referent, type Sighting } from './coreference-referents.js'
import { ANYBODY } from './coreference-topics.js'

/** A noun for somebody whom an article may name further on: "Alberta's justice minister", "the chief executive of WestJet". */
export interface Open {
  readonly span: Span
  readonly sentence: number
  /** What the noun says that one is ("justice minister"), and the names before it ("alberta"). */
  readonly words: string
  readonly names: readonly string[]
  /** Whether nobody was named before it. */
  readonly isFirst: boolean
  /** Whether it brings somebody in, as the first sentence does: "A Barrie woman says". */
  readonly isNew: boolean
  /** Whether it ends its sentence, as whose words that gives: "…, its chief executive has said". */
  readonly isTag: boolean
}

/** How many sentences ahead the name may stand: direct speech may come between. */
const REACH = 8
/** How many, where nothing but its place says that the name is meant. */
const REACH_UNTITLED = 2
const LONGEST_ROLE = 3
const FARTHEST_VERB = 12
const FARTHEST_MAIN = 30
const MOST_MODIFIERS = 4
/** "the former minister" is not the minister. */
const PAST: ReadonlySet<string> = new Set(['ex', 'former', 'late', 'outgoing', 'then'])

/**
 * The noun that begins at `at` and says something: behind "the", or behind whose: "Alberta's", "the province's".
 * `isFirst`: nobody was named before.
 */
export function openAt(document: Document, at: number, sentence: number, isFirst: boolean): Open | null {
  const { tokens } = document
  const start = tokens[at]?.normal === 'the' ? tokens[at]?.start : ownerStart(tokens, at)
  // "Lee, the minister, said": somebody is named for it.
  if (start === undefined) return null
  const before = tokenAt(tokens, start) - 1
  if (tokens[before]?.normal === ',' && isNameLike(tokens[before - 1])) return null
  const names =
    isNameLike(tokens[at - 1]) && tokens[at]?.normal !== 'the' ? [placeWord(tokens[at - 1]?.normal ?? '')] : []
  for (let first = at + 1; first <= at + MOST_MODIFIERS; first += 1) {
    const found = roleAt(tokens, first)
    if (found !== null) {
      const { words, last } = found
      const isOf = tokens[last]?.normal === 'of' || tokens[last]?.normal === 'for'
      if (isBody(tokens, found) || tokens[last - 1]?.casing !== 'lower' || !(isOf || endsPhrase(tokens, last)))
        return null
      if (ANYBODY.has(words) || !isSaid(document, last)) return null
      const isSpecific = words.includes(' ') || tokens[at]?.normal !== 'the' || names.length > 0 || isOf
      if (!isFirst && !isSpecific) return null
      return {
        span: { start, end: tokens[last - 1]?.end ?? start },
        sentence,
        words,
        names,
        isFirst,
        isNew: false,
        isTag: false,
      }
    }
    const modifier = tokens[first]
    if (modifier === undefined || modifier.casing === 'none' || PAST.has(modifier.normal)) return null
    if (isNameLike(modifier)) names.push(placeWord(modifier.normal))
    else if (!canNarrow(modifier)) return null
  }
  return null
}

/**
 * "A Barrie woman says", "An Ontario judge has ruled": with whom the first sentence begins, or ends ("…, its chief
 * executive has said"), whom the next one may name. `at` is the token of "a", "an", "its" or "their".
 */
export function openLead(document: Document, at: number, sentence: number): Open | null {
  const { tokens, sentences } = document
  const { firstToken = -1, lastToken = -1, block = -1 } = sentences[sentence] ?? {}
  const isLead = block === document.article.blocks.findIndex(({ kind }) => kind === 'paragraph')
  const isOwned = /^(?:its|their)$/.test(tokens[at]?.normal ?? '')
  if (!isLead || (at !== firstToken && !isAfterSpeech(tokens, at)) || (at === firstToken && isOwned)) return null
  for (let first = at + 1; first <= at + MOST_MODIFIERS; first += 1) {
    const found = roleAt(tokens, first)
    if (found !== null && tokens[found.last - 1]?.casing === 'lower') {
      const { words, last, role } = found
      if (isBody(tokens, found) || role.speaks || (ANYBODY.has(words) && !role.anybody)) return null
      if (!isSaid(document, last) && !(at === firstToken && saysLater(document, last))) return null
      if (at !== firstToken && lastToken - last > LONGEST_TAG) return null
      const span = { start: tokens[isOwned ? first : at]?.start ?? 0, end: tokens[last - 1]?.end ?? 0 }
      return { span, sentence, words, names: [], isFirst: true, isNew: true, isTag: at !== firstToken }
    }
    const modifier = tokens[first]
    if (modifier === undefined) return null
    if (!/^(?:co|-)$/.test(modifier.normal) && !isNameLike(modifier) && !canNarrow(modifier)) return null
  }
  return null
}

/** "has been told.": verbs and the stop that end a sentence. */
const LONGEST_TAG = 4

/** Whether a comma, or a mark behind one, stands before the token: "…, its chief executive has said". */
function isAfterSpeech(tokens: readonly Token[], at: number): boolean {
  return /^[,”"’']$/.test(tokens[at - 1]?.normal ?? '')
}

/** "who waited for 14 hours says": behind a relative clause. */
function saysLater({ tokens }: Document, last: number): boolean {
  if (!/^(?:whose?|with)$/.test(tokens[last]?.normal ?? '')) return false
  for (let at = last + 1; at < last + FARTHEST_MAIN && tokens[at]?.normal !== '.'; at += 1)
    if (/^(?:said|says|told|tells)$/.test(tokens[at]?.normal ?? '')) return true
  return false
}

/**
 * "Bridge to open in May: mayor", "Minister says no": the noun for an office in small words, whom a headline means without
 * "the", and the names before it; null where the word at `at` is none, or the headline says nothing of theirs.
 */
export function openInTitle(document: Document, at: number, sentence: number): Open | null {
  const { tokens, sentences } = document
  const { firstToken = at, lastToken = at } = sentences[sentence] ?? {}
  let first = at
  while (first > firstToken && isTitleWord(tokens[first - 1])) first -= 1
  // "Hall 'a dream,' mayor says"
  const before = /^['’"”]$/u.test(tokens[first - 1]?.normal ?? '') ? tokens[first - 2] : tokens[first - 1]
  const isTail = first > firstToken && (before?.normal === ':' || before?.normal === ',')
  if (first > firstToken && !isTail && !reportingVerbByForm.has(before?.normal ?? '')) return null
  const found = roleAt(tokens, at)
  if (found === null || found.last > lastToken || ANYBODY.has(found.words)) return null
  const { words, last } = found
  if (!(last === lastToken ? first > firstToken : isSaying(document, { last }))) return null
  const names = tokens.slice(first, at).map(({ normal }) => placeWord(normal))
  if (names.some((name) => PAST.has(name))) return null
  const span = { start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0 }
  return { span, sentence, words, names, isFirst: false, isNew: false, isTag: false }
}

/** The longest noun for one person that begins at `first`, and the token after it. */
function roleAt(tokens: readonly Token[], first: number): RoleAt | null {
  for (let size = LONGEST_ROLE; size > 0; size -= 1) {
    const words = phraseOf(tokens, first, size)
    const role = roleByForm.get(words)
    if (role?.singular.toLowerCase() === words) return { role, words, first, last: first + size }
  }
  return null
}

interface RoleAt {
  readonly role: Role
  readonly words: string
  readonly first: number
  readonly last: number
}

/** "the coast guard" is no guard. */
function isBody(tokens: readonly Token[], { first, last }: RoleAt): boolean {
  return nominalHeadByForm.has(phraseOf(tokens, first - 1, last - first + 1))
}

/** "Alberta health minister": a name before the noun. */
function isTitleWord(token: Token | undefined): boolean {
  return isNameLike(token) && !roleByForm.has(token.normal)
}

/** Where "Alberta" or "the province" begins before "'s" at `at`. */
function ownerStart(tokens: Document['tokens'], at: number): number | undefined {
  if (tokens[at]?.normal !== "'s") return undefined
  let first = at - 1
  while (isNameLike(tokens[first - 1]) && isNameLike(tokens[first])) first -= 1
  if (isNameLike(tokens[first])) return tokens[first]?.start
  // "The US stock market watchdog's chairman"
  while (at - first < LONGEST_OWNER && /^(?:lower|title|upper)$/.test(tokens[first - 1]?.casing ?? '')) {
    first -= 1
    if (tokens[first]?.normal === 'the') return tokens[first]?.start
  }
  return undefined
}

const LONGEST_OWNER = 5

/** The nouns of an article that wait for a name. */
export class Ahead {
  /** With how many people were named before each. */
  private open: (Open & { readonly people: number })[] = []
  private people = 0

  keep(open: Open | null): void {
    if (open !== null) this.open.push({ ...open, people: this.people })
  }

  /** Those that mean a person who is named for the first time at `sighting`, with how sure that is; they wait no longer. */
  settled(document: Document, person: Referent, sighting: Sighting): (Open & { readonly score: number })[] {
    if (person.kind !== 'person') return []
    this.people += 1
    if (this.open.length === 0) return []
    const scored = this.open.map((open) => {
      const isFirst = this.people === open.people + 1
      return { ...open, score: chanceOf(document, open, { person, sighting, isFirst }) }
    })
    this.open = this.open.filter((_, index) => scored[index]?.score === 0)
    return scored.filter(({ score }) => score > 0)
  }
}

/**
 * How sure a person who is named at `sighting` is the one meant before: by a title that says the same, or as the first
 * person named, saying something, after a lead that says what one said; 0 where not.
 */
function chanceOf(document: Document, open: Open, { person, sighting, isFirst }: NamedFirst): number {
  const role = roleByForm.get(open.words)
  const distance = sighting.sentence - open.sentence
  if (role === undefined || distance < 1 || distance > REACH || !fits(role, person.gender)) return 0
  if ([...person.titles].some((word) => PAST.has(word))) return 0
  const { roles } = person
  const isSame = [open.words, ...(officeNames.get(open.words) ?? [])].some((name) => roles.has(name))
  // "the Florida senator" is no other state's, but of justice ministers a story has one.
  const isHere = open.names.every((name) => person.titles.has(name))
  if (isSame) return isHere ? 0.9 : open.words.includes(' ') ? 0.8 : 0
  if (open.isNew) {
    const isIntroduced = !role.public && !open.isTag && introduces(document, person, sighting, distance)
    return isIntroduced || (isFirst && distance <= REACH_UNTITLED && says(document, sighting)) ? 0.75 : 0
  }
  const isTold = reportingVerbByForm.has(document.tokens[sighting.last]?.normal ?? '')
  const isNext = open.isFirst && distance <= REACH_UNTITLED && (isTold || isSaying(document, sighting))
  return isNext && person.roles.size === 0 ? 0.75 : 0
}

/** A person where the article names them first. */
interface NamedFirst {
  readonly person: Referent
  readonly sighting: Sighting
  /** Whether nobody was named between the noun and them. */
  readonly isFirst: boolean
}

function says(document: Document, sighting: Sighting): boolean {
  const isSubject = sighting.role === 'subject' || sighting.role === 'inverted'
  return isSubject && sighting.quotation === -1 && isSaying(document, sighting)
}

/** "Ann Lee, 36, waited": whether the next sentence or the one after begins with the name of somebody new. */
function introduces({ sentences }: Document, person: Referent, sighting: Sighting, distance: number): boolean {
  const isFirst = sentences[sighting.sentence]?.firstToken === sighting.first
  return isFirst && distance <= REACH_UNTITLED && person.latest.kind === 'person' && person.latest.name?.given != null
}

/** Whether the noun before token `last` is the subject of a verb of saying, across "of WestJet". */
function isSaid(document: Document, last: number): boolean {
  const { tokens } = document
  let at = last
  if (tokens[at]?.normal === 'of' || tokens[at]?.normal === 'for') {
    at += 1
    while (/^(?:title|upper|mixed)$/.test(tokens[at]?.casing ?? '') || tokens[at]?.normal === 'the') at += 1
  }
  if (isSaying(document, { last: at })) return true
  // "can't speak to specific cases but says"
  for (let next = at + 1; next < at + FARTHEST_VERB && tokens[next]?.normal !== '.'; next += 1)
    if (/^(?:and|but)$/.test(tokens[next]?.normal ?? '') && isSaying(document, { last: next + 1 })) return true
  return false
}
