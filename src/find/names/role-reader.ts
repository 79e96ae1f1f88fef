import { roleWords } from '../../lexicons/role-words.js'
import type { Document, Token } from '../../model/document.js'
import { hasClass, type NameContext } from './name-context.js'

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
export interface Title {
  readonly first: number
  readonly last: number
  readonly owner: NamedSpan | null
}

/** Makes the index of what is named; later ones win where two overlap, so give the longer ones last. */
export function roleReader(document: Document, context: NameContext, spans: readonly NamedSpan[]): RoleReader {
  const inside = new Map<number, NamedSpan>()
  for (const span of spans) for (let at = span.first; at < span.last; at += 1) inside.set(at, span)
  return { document, context, named: new Map(spans.map((span) => [span.first, span])), inside }
}

/** Whether a word may stand before a title’s noun and narrow it; `isFirst`: it begins the sentence. */
export function narrowsTitle(context: NameContext, at: number, isFirst: boolean): boolean {
  const token = context.tokens[at]
  if (token === undefined) return false
  if (roleWords.get(token.normal) === 'modifier') return true
  if (token.casing === 'none' || token.casing === 'digit') return false
  if (hasClass(context, at, 'S-') || hasClass(context, at, 'V3') || hasClass(context, at, 'cW')) return false
  if (token.casing === 'lower' && hasClass(context, at, 'RP')) return false
  if (hasClass(context, at, 'D') || hasClass(context, at, 'R') || hasClass(context, at, 'H-')) return true
  if (token.casing !== 'lower') return !isFirst || opensTitle(context, at)
  if (hasClass(context, at, 'cV') || hasClass(context, at, 'cR') || token.normal.endsWith('ing')) return false
  return hasClass(context, at, 'cN') || hasClass(context, at, 'cA') || isPlainNoun(context, at)
}

/** A small word that no list knows ("coast guard spokesman"), before another small one; an ending may make it a verb. */
function isPlainNoun(context: NameContext, at: number): boolean {
  const isUnknown = context.facts[at]?.classes.length === 0 && context.tokens[at + 1]?.casing === 'lower'
  return isUnknown && !/(?:ed|s)$/.test(context.tokens[at]?.normal ?? '')
}

/** "South Korean", "Democratic nominee", "International Development Minister": what has its capital from the sentence, too. */
function opensTitle(context: NameContext, at: number): boolean {
  const isOther = ['S-', 'cW', 'cR', 'cP', 'cV', 'cB', 'cK', 'cG'].some((name) => hasClass(context, at, name))
  return !isOther && ['cA', 'cN'].some((name) => hasClass(context, at, name))
}

/** "the", "a", "its", "the agency’s": what a noun phrase in apposition begins with. */
export function isOpening(context: NameContext, at: number): boolean {
  return isPossessive(context.tokens[at]) || hasClass(context, at, 'S-determiner') || hasClass(context, at, 'S-pronoun')
}

/** The mark of whose something is. */
export function isPossessive(token: Token | undefined): boolean {
  return token?.normal === "'s" || token?.normal === "'"
}
