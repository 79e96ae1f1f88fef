import { roleWords } from '../../lexicons/role-words.js'
import { type Document, type Sentence, sentenceAt, type Token } from '../../model/document.js'
import type { Role } from '../../model/mention.js'
import { hasClass, type NameContext } from './name-context.js'
import { isNameWord } from './name-zones.js'
import { titlesAfter } from './role-appositions.js'
import { roleEndingAt } from './role-phrases.js'
import { isOpening, type NamedSpan, narrowsTitle, type RoleReader, type Title } from './role-reader.js'

const MOST_BEFORE = 12

/**
 * The titles that the text gives the person named at tokens `[first, last)`: before the name ("then-acting DHS
 * Secretary …", "the agency’s director, …"), after it (", president of …,") and as party and state ("R-S.C.").
 */
export function rolesOf(reader: RoleReader, first: number, last: number): Role[] {
  const { document } = reader
  const sentence = document.sentences[sentenceAt(document.sentences, document.tokens[first]?.start ?? 0)]
  if (sentence === undefined) return []
  const direct = titlesBefore(reader, sentence, first, last)
  // "The police spokesman, Capt. Joel Stanton, said"
  const isRanked = direct.length === 1 && direct[0]?.first === first - 1 && hasClass(reader.context, first - 1, 'H-')
  const apart = direct.length > 0 && !isRanked ? null : titleBeforeComma(reader, sentence, first, last)
  const after = titlesAfter(reader, sentence, last)
  return [...direct, ...(apart === null ? [] : [apart]), ...after].flatMap((title) => roleOf(reader, title))
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
  return [{ start, end, title: titleOf(reader, first, last), organization }]
}

/** The title of one: "British actor" of "British actors Ann Lee and Bo Marsh". */
function titleOf({ document: { article, tokens }, inside }: RoleReader, first: number, last: number): string {
  const [start = 0, end = 0] = [tokens[first]?.start, tokens[last - 1]?.end]
  const noun = inside.has(last - 1) ? null : roleEndingAt(tokens, last, first)
  const singular = noun?.isPlural === true && tokens[noun.first - 1]?.normal !== 'of' ? noun.entry.singular : null
  if (noun === null || singular === null) return article.text.slice(start, end)
  const words = singular.split(' ').map((word, at) => {
    return tokens[noun.first + at]?.casing === 'title' ? word.charAt(0).toUpperCase() + word.slice(1) : word
  })
  return article.text.slice(start, tokens[noun.first]?.start) + words.join(' ')
}

/**
 * "White House deputy chief of staff" before "Stephen Miller"; "Secretary of State" before "Antony Blinken"; two titles
 * where one in small letters stands before one in capitals ("presidential candidate Sen. Ann Lee").
 */
function titlesBefore(reader: RoleReader, sentence: Sentence, first: number, last: number): Title[] {
  const { tokens } = reader.document
  const limit = Math.max(sentence.firstToken, first - MOST_BEFORE)
  const core = coreBefore(reader, limit, first)
  if (core === null || isVerb(tokens, first, last)) return []
  const outer = core > limit && isRank(tokens, core) ? roleEndingAt(tokens, core, limit) : null
  if (outer?.entry.isTitle) {
    const from = widened(reader, limit, outer.first)
    return [
      { first: from.first, last: core, owner: from.owner },
      { first: core, last: first, owner: null },
    ]
  }
  const from = widened(reader, limit, core)
  return [{ first: from.first, last: first, owner: from.owner }]
}

/** "The film stars Ann Lee": one person has no plural, "authors Ann Lee and Bo Marsh" do. */
function isVerb(tokens: readonly Token[], first: number, last: number): boolean {
  const role = roleEndingAt(tokens, first, first - 1)
  const around = tokens.slice(first, last + 2)
  const isOne = !around.some(({ normal }, at) => normal === 'and' || (normal === ',' && at === last - first))
  return role?.isPlural === true && tokens[first - 1]?.casing === 'lower' && isOne
}

/** "Sen.", "Gov.", "Capt.", or whatever has a capital after a word in small letters: a title by itself. */
function isRank(tokens: readonly Token[], at: number): boolean {
  return isShort(tokens[at]) || (tokens[at]?.casing === 'title' && tokens[at - 1]?.casing === 'lower')
}

function isShort(token: Token | undefined): boolean {
  return token !== undefined && token.casing === 'title' && token.end - token.start > token.normal.length
}

/** Where the title's noun begins: right before the name, or with an "of …" between ("Secretary of Homeland Security"). */
function coreBefore({ document, context, inside }: RoleReader, limit: number, first: number): number | null {
  const direct = roleEndingAt(document.tokens, first, limit)
  // "at 8 PM Ann Lee said"
  const isClock = document.tokens[(direct?.first ?? 0) - 1]?.casing === 'digit'
  if (direct !== null) return direct.entry.isTitle && !isClock ? direct.first : null
  for (let at = first - 1; at > limit; at -= 1) {
    const word = document.tokens[at]?.normal ?? ''
    if (inside.get(at)?.kind === 'person') return null
    if (word === 'of' || word === 'for') {
      // "a spokesman for Ann Lee" is somebody else.
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
    if (token.casing === 'lower' && !maySmallStandBefore(context, at, first)) break
    first = at
  }
  // "out-of-favour midfielder": a word in pieces is in it whole or not at all.
  while (first < core && (document.tokens[first]?.normal === '-' || isSecondHalf(document.tokens, first))) first += 1
  return { first, owner }
}

function isSecondHalf(tokens: readonly Token[], at: number): boolean {
  const [hyphen, half] = [tokens[at - 1], tokens[at]]
  return hyphen?.normal === '-' && hyphen.end === half?.start && tokens[at - 2]?.end === hyphen.start
}

/** "the way Sen. Lee", "to sign Real Madrid striker": before a capital a small noun is no part of the title, nor is a verb. */
function maySmallStandBefore(context: NameContext, at: number, first: number): boolean {
  const next = context.tokens[first]
  // "in this committee's investigation former Secretary of State Ann Lee …": a title begins with "former".
  if (/^(?:former|then|current)$/.test(next?.normal ?? '')) return false
  if (next === undefined || next.casing === 'lower' || next.casing === 'none') return true
  const word = context.tokens[at]?.normal ?? ''
  if (roleWords.get(word) === 'modifier') return word !== 'lead' || !isShort(next)
  if (isShort(next)) return false
  if (hasClass(context, at, 'cA')) return !word.endsWith('ed')
  return word === 'police' || hasClass(context, at, 'D')
}

function sentenceStartOf(document: Document, at: number): boolean {
  const start = document.tokens[at]?.start ?? 0
  return document.sentences[sentenceAt(document.sentences, start)]?.firstToken === at
}

/** "the agency’s director, Jane Roe, said": a title with its article, between commas. */
function titleBeforeComma(reader: RoleReader, sentence: Sentence, named: number, last: number): Title | null {
  const { tokens } = reader.document
  // "The Archbishop of York, Dr Ann Hale,"
  const first = hasClass(reader.context, named - 1, 'H-') ? named - 1 : named
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
