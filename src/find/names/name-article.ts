import type { Document } from '../../model/document.js'
import { hasClass, type NameContext } from './name-context.js'
import { placeTable } from './name-lexicon.js'
import type { NameSpan } from './name-spans.js'
import { acronymsOf, shortFormsOf } from './organization-forms.js'

/**
 * Names with what the whole article settles: an acronym that stands in parentheses after its organization is one
 * everywhere, and one that stands so after common words is none; "Harlow" is the company where the article names "Harlow
 * Motor Co." and nobody called Harlow; a word that only ever stands where every word has a capital, before a noun, is no
 * person.
 */
export function settled(document: Document, context: NameContext, found: readonly NameSpan[]): NameSpan[] {
  const names = ofOneKind(document, context, found)
  const defined = definedAcronyms(document, context, names)
  const short = shortNames(document, names)
  const families = familyNames(document, names)
  const common = commonAcronyms(document)
  const kept: NameSpan[] = []
  for (const name of names) {
    const before = kept.at(-1)
    if (before !== undefined && name.first < before.last) continue
    if (name.last - name.first > 1) kept.push(name)
    else {
      const word = wordsOf(document, name)
      if (defined.has(word) || common.has(word)) continue
      if (name.kind !== 'organization' && short.has(word) && placeTable.withForm(word).length === 0)
        kept.push({ ...name, kind: 'organization', rule: 'organization/short-name' })
      else if (name.kind === 'place' && families.has(word) && hasClass(context, name.last, 'V3'))
        kept.push({ ...name, kind: 'person', rule: 'person/surname' })
      else if (!isCommonWord(context, name)) kept.push(name)
    }
  }
  return withAcronyms(document, kept, defined)
}

/**
 * "Netcraft" is not a company here and a person there: a single word that no full name of a person holds is a company's
 * everywhere, unless most of its places, by their scores, are a person's; then nothing is settled.
 */
function ofOneKind(document: Document, context: NameContext, names: readonly NameSpan[]): readonly NameSpan[] {
  const people = new Set<string>()
  const votes = new Map<string, { person: number; organization: number }>()
  for (const name of names) {
    const isSingle = name.last - name.first === 1
    if (name.kind === 'person' && (!isSingle || hasClass(context, name.first - 1, 'H-')))
      for (const word of wordsOf(document, name).split(' ')) people.add(word)
    if (!isSingle || (name.kind !== 'person' && name.kind !== 'organization')) continue
    const word = wordsOf(document, name)
    const vote = votes.get(word) ?? { person: 0, organization: 0 }
    vote[name.kind] += name.score
    votes.set(word, vote)
  }
  const bodies = new Set<string>()
  for (const [word, { person, organization }] of votes)
    if (person > 0 && organization >= person && !people.has(word)) bodies.add(word)
  if (bodies.size === 0) return names
  return names.map((name) =>
    name.kind === 'person' && name.last - name.first === 1 && bodies.has(wordsOf(document, name))
      ? { ...name, kind: 'organization' as const, rule: 'organization/article' }
      : name,
  )
}

function wordsOf(document: Document, { first, last }: Pick<NameSpan, 'first' | 'last'>): string {
  return document.article.text.slice(document.tokens[first]?.start ?? 0, document.tokens[last - 1]?.end ?? 0)
}

/** "National Association of Grocers (NAG)": the acronyms that the article defines in this way. */
function definedAcronyms(document: Document, context: NameContext, names: readonly NameSpan[]): Set<string> {
  const defined = new Set<string>()
  for (const name of names) {
    const token = context.tokens[name.last + 1]
    const isBracketed = context.tokens[name.last]?.normal === '(' && context.tokens[name.last + 2]?.normal === ')'
    if (name.kind !== 'organization' || !isBracketed || token?.casing !== 'upper') continue
    const acronym = document.article.text.slice(token.start, token.end)
    if (acronymsOf(wordsOf(document, name)).includes(acronym)) defined.add(acronym)
  }
  return defined
}

/** "artificial pancreas (AP)": the acronyms of common words, which name nobody in this article. */
function commonAcronyms({ tokens, article }: Document): Set<string> {
  const common = new Set<string>()
  tokens.forEach((token, at) => {
    if (token.casing !== 'upper' || tokens[at - 1]?.normal !== '(' || tokens[at + 1]?.normal !== ')') return
    const acronym = article.text.slice(token.start, token.end)
    const words = tokens.slice(Math.max(0, at - 1 - acronym.length), at - 1)
    const initials = words.map(({ normal, casing }) => (casing === 'lower' ? normal.charAt(0) : ' ')).join('')
    if (initials === acronym.toLowerCase()) common.add(acronym)
  })
  return common
}

/** First words, and names without their endings, of the article's organizations; none that is a person's family name. */
function shortNames(document: Document, names: readonly NameSpan[]): Set<string> {
  const short = new Set<string>()
  for (const name of names)
    if (name.kind === 'organization' && name.last - name.first > 1)
      for (const form of shortFormsOf(wordsOf(document, name))) short.add(form)
  for (const name of names)
    if (name.kind === 'person' && name.last - name.first > 1)
      for (const word of wordsOf(document, name).split(' ')) short.delete(word)
  return short
}

/** The last words of the article's people: "London said" is about Jack London. */
function familyNames(document: Document, names: readonly NameSpan[]): Set<string> {
  const full = names.filter((name) => name.kind === 'person' && name.last - name.first > 1)
  return new Set(full.map((name) => wordsOf(document, { first: name.last - 1, last: name.last })))
}

function isCommonWord(context: NameContext, { first, last, kind }: NameSpan): boolean {
  const facts = context.facts[first]
  if (kind !== 'person' || facts === undefined || facts.capital > 0 || hasClass(context, first - 1, 'H-')) return false
  const isNoun = hasClass(context, last, 'cM') || hasClass(context, last, 'cN')
  const isVerb = hasClass(context, last, 'V') || hasClass(context, last, 'cV') || hasClass(context, last, 'cB')
  return isNoun && !isVerb && context.tokens[last]?.casing === 'lower'
}

function withAcronyms(document: Document, names: readonly NameSpan[], defined: ReadonlySet<string>): NameSpan[] {
  if (defined.size === 0) return [...names]
  const taken = new Set<number>()
  for (const { first, last } of names) for (let at = first; at < last; at += 1) taken.add(at)
  const acronyms: NameSpan[] = []
  document.tokens.forEach((token, at) => {
    if (token.casing !== 'upper' || taken.has(at)) return
    if (!defined.has(document.article.text.slice(token.start, token.end))) return
    acronyms.push({ first: at, last: at + 1, kind: 'organization', rule: 'organization/acronym', score: 0.9 })
  })
  return [...names, ...acronyms].sort((a, b) => a.first - b.first)
}
