import { roleWords } from '../../lexicons/role-words.js'
import { type Document, type Sentence, sentenceAt, type Token } from '../../model/document.js'
import type { Role } from '../../model/mention.js'
import { hasClass, type NameContext } from './name-context.js'
import { isNameWord } from './name-zones.js'
import { roleEndingAt, roleStartingAt } from './role-phrases.js'

/** Something named in the article, at tokens `[first, last)`. */
export interface NamedSpan {
  readonly first: number
  readonly last: number
  readonly id: string
  readonly kind: 'person' | 'agency' | 'organization' | 'place'
}

/** What a role reader needs: the article, and everything named in it by the token where it begins. */
export interface RoleReader {
  readonly document: Document
  readonly context: NameContext
  readonly named: ReadonlyMap<number, NamedSpan>
  /** For each token inside a name, the name. */
  readonly inside: ReadonlyMap<number, NamedSpan>
}

/** Tokens `[first, last)` that are a title; `owner` is whose it is, where that stands before the title. */
interface Title {
  readonly first: number
  readonly last: number
  readonly owner: NamedSpan | null
}

const MOST_BEFORE = 12
const MOST_AFTER = 22

/** Makes the index of what is named; later ones win where two overlap, so give the longer ones last. */
export function roleReader(document: Document, context: NameContext, spans: readonly NamedSpan[]): RoleReader {
  const inside = new Map<number, NamedSpan>()
  for (const span of spans) for (let at = span.first; at < span.last; at += 1) inside.set(at, span)
  return { document, context, named: new Map(spans.map((span) => [span.first, span])), inside }
}

/**
 * The titles that the text gives the person named at tokens `[first, last)`: before the name ("then-acting DHS
 * Secretary …", "the agency’s director, …"), after it (", president of …,") and as party and state ("R-S.C.").
 */
export function rolesOf(reader: RoleReader, first: number, last: number): Role[] {
  const { document } = reader
  const sentence = document.sentences[sentenceAt(document.sentences, document.tokens[first]?.start ?? 0)]
  if (sentence === undefined) return []
  const before = titleBefore(reader, sentence, first) ?? titleBeforeComma(reader, sentence, first, last)
  const after = titlesAfter(reader, sentence, last)
  return [...(before === null ? [] : [before]), ...after].flatMap((title) => roleOf(reader, title))
}

function roleOf(reader: RoleReader, { first, last, owner }: Title): Role[] {
  const start = reader.document.tokens[first]?.start
  const end = reader.document.tokens[last - 1]?.end
  if (start === undefined || end === undefined) return []
  let organization: string | null = owner !== null && owner.kind !== 'place' ? owner.id : null
  for (let at = first; at < last && organization === null; at += 1) {
    const name = reader.inside.get(at)
    if (name !== undefined && (name.kind === 'agency' || name.kind === 'organization')) organization = name.id
  }
  return [{ start, end, title: reader.document.article.text.slice(start, end), organization }]
}

/** "White House deputy chief of staff" before "Stephen Miller"; "Secretary of State" before "Antony Blinken". */
function titleBefore(reader: RoleReader, sentence: Sentence, first: number): Title | null {
  const limit = Math.max(sentence.firstToken, first - MOST_BEFORE)
  const core = coreBefore(reader, limit, first)
  if (core === null) return null
  const from = widened(reader, limit, core)
  return { first: from.first, last: first, owner: from.owner }
}

/** Where the title's noun begins: right before the name, or with an "of …" between ("Secretary of Homeland Security"). */
function coreBefore({ document, context, inside }: RoleReader, limit: number, first: number): number | null {
  const direct = roleEndingAt(document.tokens, first, limit)
  if (direct !== null) return direct.entry.isTitle ? direct.first : null
  for (let at = first - 1; at > limit; at -= 1) {
    const word = document.tokens[at]?.normal ?? ''
    if (inside.get(at)?.kind === 'person') return null
    if (word === 'of' || word === 'for') {
      // "A spokesman for Keller": somebody else's.
      if (at === first - 1) return null
      const role = roleEndingAt(document.tokens, at, limit)
      if (role !== null) return role.entry.isTitle ? role.first : null
    }
    const isPart = isNameWord(document.tokens, at) || roleWords.get(word) === 'link' || hasClass(context, at, 'cN')
    if (!isPart || hasClass(context, at, 'V3')) return null
  }
  return null
}

/** Takes in what stands before the noun: "former", "then-acting", whose it is, and nouns that narrow it. */
function widened(
  { document, context, inside }: RoleReader,
  limit: number,
  core: number,
): { readonly first: number; readonly owner: NamedSpan | null } {
  let first = core
  let owner: NamedSpan | null = null
  while (first > limit) {
    const at = first - 1
    const token = document.tokens[at]
    if (token === undefined) break
    const name = inside.get(at)
    if (name !== undefined) {
      if (name.kind === 'person') break
      first = Math.max(name.first, limit)
      continue
    }
    if (token.normal === "'s" || token.normal === "'") {
      owner = inside.get(at - 1) ?? null
      break
    }
    const isHyphen = token.normal === '-' && token.end === document.tokens[first]?.start
    if (!isHyphen && !narrowsTitle(context, at, sentenceStartOf(document, at))) break
    first = at
  }
  while (first < core && document.tokens[first]?.normal === '-') first += 1
  return { first, owner }
}

function sentenceStartOf(document: Document, at: number): boolean {
  const start = document.tokens[at]?.start ?? 0
  return document.sentences[sentenceAt(document.sentences, start)]?.firstToken === at
}

function narrowsTitle(context: NameContext, at: number, isFirst: boolean): boolean {
  const token = context.tokens[at]
  if (token === undefined) return false
  if (roleWords.get(token.normal) === 'modifier') return true
  if (token.casing === 'none' || token.casing === 'digit') return false
  if (hasClass(context, at, 'S-') || hasClass(context, at, 'V3') || hasClass(context, at, 'cW')) return false
  if (hasClass(context, at, 'D') || hasClass(context, at, 'R') || hasClass(context, at, 'H-')) return true
  if (token.casing !== 'lower') return !isFirst
  if (hasClass(context, at, 'cV') || hasClass(context, at, 'cR') || token.normal.endsWith('ing')) return false
  return hasClass(context, at, 'cN') || hasClass(context, at, 'cA')
}

/** "the agency’s director, Jane Roe, said": a title with its article, between commas. */
function titleBeforeComma(reader: RoleReader, sentence: Sentence, first: number, last: number): Title | null {
  const { tokens } = reader.document
  if (tokens[first - 1]?.normal !== ',' || !isPause(tokens[last]?.normal)) return null
  const limit = Math.max(sentence.firstToken, first - 1 - MOST_BEFORE)
  const core = coreBefore(reader, limit, first - 1)
  if (core === null) return null
  const from = widened(reader, limit, core)
  const opening = tokens[from.first - 1]
  const isOpened = opening !== undefined && from.first > limit && isOpening(reader.context, from.first - 1)
  return isOpened || from.owner !== null ? { first: from.first, last: first - 1, owner: from.owner } : null
}

function isPause(word: string | undefined): boolean {
  return word === ',' || word === '.' || word === ';' || word === undefined
}

/** "the", "a", "its", "the agency’s": what a noun phrase in apposition begins with. */
function isOpening(context: NameContext, at: number): boolean {
  return isPossessive(context.tokens[at]) || hasClass(context, at, 'S-determiner') || hasClass(context, at, 'S-pronoun')
}

function isPossessive(token: Token | undefined): boolean {
  return token?.normal === "'s" || token?.normal === "'"
}

/** ", 34, a spokeswoman for …," and ", R-S.C.,": one title each, at most three. */
function titlesAfter(reader: RoleReader, sentence: Sentence, last: number): Title[] {
  const { tokens } = reader.document
  const titles: Title[] = []
  let at = last
  while (titles.length < 3 && at < sentence.lastToken && (tokens[at]?.normal === ',' || tokens[at]?.normal === '(')) {
    let first = at + 1
    if (tokens[first]?.casing === 'digit' && tokens[first + 1]?.normal === ',') first += 2
    const title = partyAndState(reader, first) ?? apposition(reader, sentence, first)
    if (title === null) break
    titles.push(title)
    at = tokens[title.last]?.normal === ')' ? title.last + 1 : title.last
  }
  return titles
}

/** "R-S.C.", "D-Buffalo": a party's letter and a state. */
function partyAndState({ document }: RoleReader, first: number): Title | null {
  const [party, hyphen, state] = document.tokens.slice(first, first + 3)
  if (party?.casing !== 'initial' || !/^[dri]$/.test(party.normal)) return null
  if (!/^[-–]$/.test(hyphen?.normal ?? '') || hyphen?.start !== party.end || !isNameWord(document.tokens, first + 2))
    return null
  let last = first + 3
  while (state !== undefined && last < first + 5 && isNameWord(document.tokens, last)) last += 1
  return { first, last, owner: null }
}

/** A noun phrase with a title in it, up to the next comma or what cannot belong to it. */
function apposition(reader: RoleReader, sentence: Sentence, from: number): Title | null {
  const { document, context, inside } = reader
  let first = from
  let owner: NamedSpan | null = null
  if (isOpening(context, first)) first += 1
  const limit = Math.min(sentence.lastToken, first + MOST_AFTER)
  let head = -1
  let at = first
  while (at < limit) {
    const token = document.tokens[at]
    const name = inside.get(at)
    if (token === undefined || name?.kind === 'person') break
    if (name !== undefined && at === name.first) {
      const isOwner = head === -1 && document.tokens[name.last]?.normal === "'s"
      if (isOwner) {
        owner = name
        first = name.last + 1
      }
      at = isOwner ? first : name.last
      continue
    }
    if (endsTitle(context, at)) break
    const role = head === -1 ? roleStartingAt(document.tokens, at, limit) : null
    if (role?.entry.isTitle && isPossessive(document.tokens[role.last])) {
      // "the president’s oldest son": the title is its owner's.
      first = role.last + 1
      at = first
      continue
    }
    if (role?.entry.isTitle) head = role.last
    else if (head === -1 && !mayOpenTitle(context, at)) return null
    at = role === null ? at + 1 : role.last
  }
  if (head === -1) return null
  at = Math.max(at, head)
  while (at > head && isLooseEnd(reader, at - 1)) at -= 1
  return { first, last: at, owner }
}

/** Between the comma and the title's noun may stand whatever narrows it, words that no list knows too ("affiliate"). */
function mayOpenTitle(context: NameContext, at: number): boolean {
  const isPlain = context.tokens[at]?.casing === 'lower' && !hasClass(context, at, 'S-') && !hasClass(context, at, 'V')
  return isPlain || narrowsTitle(context, at, false) || context.tokens[at]?.normal === '-'
}

function endsTitle(context: NameContext, at: number): boolean {
  const token = context.tokens[at]
  if (token === undefined || roleWords.get(token.normal) === 'end') return true
  if (token.casing === 'none') return token.normal !== '-' && token.normal !== '&' && token.normal !== "'s"
  if (token.casing !== 'lower') return false
  return hasClass(context, at, 'V3') || hasClass(context, at, 'cB')
}

/** A title that was cut before a person's name ends before that one's own titles and the word that ties them. */
function isLooseEnd({ document, context, inside }: RoleReader, at: number): boolean {
  const word = document.tokens[at]?.normal ?? ''
  if (inside.has(at)) return false
  return (
    roleWords.has(word) ||
    hasClass(context, at, 'S-') ||
    (hasClass(context, at, 'H-') && isNameWord(document.tokens, at))
  )
}
