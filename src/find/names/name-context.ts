import { nameWords } from '../../lexicons/name-words.js'
import type { Document, Token } from '../../model/document.js'
import { organizationTable, placeTable, type WordClass, wordClasses } from './name-lexicon.js'
import { findZones, isNameWord, type Zone } from './name-zones.js'

/** What the whole article tells about one word (lower case). */
export interface WordFacts {
  readonly classes: readonly WordClass[]
  /** How often it stands in lower case, and with a capital where that means something. */
  lower: number
  capital: number
  /** What stands beside it, anywhere in the article; see `Beside`. */
  beside: number
}

/** Evidence about a word from all its places in the article, as bits. */
export const Beside = {
  afterHonorific: 1,
  afterGiven: 2,
  afterRole: 4,
  saying: 8,
  beforeHead: 16,
  afterIn: 32,
  ageAfter: 64,
  beforePerson: 128,
  legalAfter: 256,
  commaPlace: 512,
  insideLonger: 1024,
  possessive: 2048,
} as const

/** Which form of a word list a token belongs to: `P` place, `O` organisation, `A` agency; then B or I; then w if weak. */
export type Listed = string

/** An article as the scorer of names sees it. Arrays run beside the tokens; `zones` are where names may stand. */
export interface NameContext {
  readonly tokens: readonly Token[]
  readonly facts: readonly WordFacts[]
  readonly zones: readonly Zone[]
  readonly listed: ReadonlyMap<number, readonly Listed[]>
  /** Whether the article is about sport, in which towns and countries are teams. */
  readonly isSport: boolean
}

const IN = new Set(['in', 'at', 'from', 'near', 'outside', 'across', 'throughout'])

/** Reads the whole article once: classes and counts of every word, zones, and the forms of the word lists. */
export function readContext(document: Document): NameContext {
  const byWord = new Map<string, WordFacts>()
  const facts = document.tokens.map((token) => {
    let known = byWord.get(token.normal)
    if (known === undefined) {
      known = { classes: wordClasses(token.normal, token.tags), lower: 0, capital: 0, beside: 0 }
      byWord.set(token.normal, known)
    }
    if (token.casing === 'lower') known.lower += 1
    return known
  })
  const zones = findZones(document)
  const context = {
    tokens: document.tokens,
    facts,
    zones,
    listed: listForms(document, zones),
    isSport: isAboutSport(document.tokens),
  }
  for (const zone of zones) addEvidence(context, zone, document.sentences[zone.sentence]?.firstToken ?? zone.first)
  return context
}

/** The share of words and scores ("2-1") from which an article is one about sport: measured on Reuters' subject slugs. */
const SPORT_SHARE = 0.02

function isAboutSport(tokens: readonly Token[]): boolean {
  let signs = 0
  tokens.forEach((token, at) => {
    if (nameWords.get(token.normal) === 'sport') signs += 1
    else if (token.normal === '-' && tokens[at - 1]?.casing === 'digit' && tokens[at + 1]?.casing === 'digit')
      signs += 1
  })
  return signs > SPORT_SHARE * tokens.length
}

/** Whether any class of the word at `at` begins with `prefix`. */
export function hasClass(context: NameContext, at: number, prefix: string): boolean {
  return context.facts[at]?.classes.some((name) => name.startsWith(prefix)) ?? false
}

function addEvidence(context: NameContext, zone: Zone, sentenceStart: number): void {
  if (zone.lettering !== 'usual') return
  for (let at = zone.first; at < zone.last; at += 1) {
    const facts = context.facts[at]
    if (facts === undefined || !isNameWord(context.tokens, at)) continue
    if (at > sentenceStart) facts.capital += 1
    facts.beside |= besideBefore(context, at) | besideAfter(context, at)
  }
}

function besideBefore(context: NameContext, at: number): number {
  const before = context.tokens[at - 1]
  if (before === undefined) return 0
  let beside = 0
  if (hasClass(context, at - 1, 'H-')) beside |= Beside.afterHonorific
  if (hasClass(context, at - 1, 'R')) beside |= Beside.afterRole
  if (isNameWord(context.tokens, at - 1)) {
    beside |= Beside.insideLonger
    if (hasClass(context, at - 1, 'G3') || before.casing === 'initial') beside |= Beside.afterGiven
  }
  if (IN.has(before.normal)) beside |= Beside.afterIn
  return beside
}

function besideAfter(context: NameContext, at: number): number {
  const next = context.tokens[at + 1]
  if (next === undefined) return 0
  let beside = 0
  if (next.casing === 'lower' && hasClass(context, at + 1, 'V3')) beside |= Beside.saying
  if (next.normal === "'s") beside |= Beside.possessive
  if (next.normal === 'who') beside |= Beside.beforePerson
  if (next.normal === ',') {
    const after = context.tokens[at + 2]
    if (after?.normal === 'who') beside |= Beside.beforePerson
    if (after?.casing === 'digit' && context.tokens[at + 3]?.normal === ',' && after.end - after.start <= 2)
      beside |= Beside.ageAfter
    if (context.listed.get(at + 2)?.some((name) => name.startsWith('PB'))) beside |= Beside.commaPlace
  }
  if (isNameWord(context.tokens, at + 1)) {
    if (hasClass(context, at + 1, 'O') || hasClass(context, at + 1, 'A')) beside |= Beside.beforeHead
    if (hasClass(context, at + 1, 'L')) beside |= Beside.legalAfter
  }
  return beside
}

function listForms(document: Document, zones: readonly Zone[]): Map<number, Listed[]> {
  const listed = new Map<number, Listed[]>()
  const mark = (first: number, last: number, name: string): void => {
    for (let at = first; at < last; at += 1) {
      const known = listed.get(at)
      const value = at === first ? `${name}B${last - first > 1 ? '+' : ''}` : `${name}I`
      if (known === undefined) listed.set(at, [value])
      else known.push(value)
    }
  }
  for (const zone of zones) {
    for (let at = zone.first; at < zone.last; at += 1) {
      const place = placeTable.at(document.tokens, at, zone.last)
      if (place !== null) mark(at, place.last, place.isWeak ? 'p' : `P-${place.entry.type}-`)
    }
    for (let at = zone.first; at < zone.last; ) {
      const organization = organizationTable.at(document.tokens, at, zone.last)
      if (organization !== null)
        mark(at, organization.last, organization.isWeak ? 'o' : `O-${organization.entry.kind}-`)
      at = organization?.last ?? at + 1
    }
  }
  markAgencies(document, mark)
  return listed
}

function markAgencies(document: Document, mark: (first: number, last: number, name: string) => void): void {
  let at = 0
  for (const mention of document.mentions) {
    if (mention.kind !== 'agency') continue
    while ((document.tokens[at]?.start ?? Number.POSITIVE_INFINITY) < mention.start) at += 1
    let last = at
    while ((document.tokens[last]?.end ?? Number.POSITIVE_INFINITY) <= mention.end) last += 1
    if (last > at) mark(at, last, 'A')
  }
}
