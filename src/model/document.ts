import { z } from 'zod'
import { Article } from './article.js'
import { Mention } from './mention.js'
import { Span } from './span.js'

/** How a word is written: "say", "Noem", "ICE", "J" or "I", "McDonald", "20.8K", "—". */
export const Casing = z.enum(['lower', 'title', 'upper', 'initial', 'mixed', 'digit', 'none'])
export type Casing = z.infer<typeof Casing>

/**
 * One word or mark. `normal` is lower case with straight apostrophes and no accents; `tags` are compromise's word
 * tags for `normal` (`MaleName`, `City`, `PastTense` …), what the word can be, not what it is here.
 * "Obama-era" is three tokens, "Noem’s" two, "don’t", "U.S." and "20,800" one, "$175" two.
 */
export const Token = Span.extend({
  normal: z.string(),
  casing: Casing,
  tags: z.array(z.string()).readonly(),
})
export interface Token extends z.infer<typeof Token> {}

/** A sentence and its tokens `[firstToken, lastToken)`; `block` is its index in `Article.blocks`. */
export const Sentence = Span.extend({
  firstToken: z.int(),
  lastToken: z.int(),
  block: z.int(),
})
export interface Sentence extends z.infer<typeof Sentence> {}

/**
 * Words between quotation marks. The span holds the marks; `inner` does not.
 * `parent` is the index of the quotation around it. `closed` is false where the closing mark is missing because the
 * quotation runs on into the next paragraph; that one's `continues` is then the index of this one.
 * The style `block` says that the whole block is a quotation (a block quote) without marks of its own.
 */
export const Quotation = Span.extend({
  inner: Span,
  style: z.enum(['double', 'single', 'guillemet', 'block']),
  parent: z.int().nullable(),
  continues: z.int().nullable(),
  closed: z.boolean(),
})
export interface Quotation extends z.infer<typeof Quotation> {}

/** A stretch that the learned reader heard, with its mean probability (two decimals). */
export const HeardSpan = Span.extend({ score: z.number() })
export interface HeardSpan extends z.infer<typeof HeardSpan> {}

/** A word's vector, in hundredths; `token` is its index in `Document.tokens`. */
export const HeardVector = z.object({ token: z.int(), vector: z.array(z.int()) })
export interface HeardVector extends z.infer<typeof HeardVector> {}

/**
 * What the learned reader heard: names by kind (`other` is a nationality, event or work), and the parts of
 * attributions. Each list is sorted and does not overlap itself. Finders decide what becomes a mention.
 * For pronouns: `queries` of "he" and "she" in all their forms and `keys` of the words of names. The larger the dot product
 * of both, the likelier the name is meant; `nobody` is weighed beside it for nobody named, in hundredths.
 */
export const Heard = z.object({
  names: z.array(HeardSpan.extend({ kind: z.enum(['person', 'organization', 'place', 'other']) })),
  cues: z.array(HeardSpan),
  sources: z.array(HeardSpan),
  contents: z.array(HeardSpan),
  queries: z.array(HeardVector.extend({ nobody: z.int() })),
  keys: z.array(HeardVector),
})
export interface Heard extends z.infer<typeof Heard> {}

/**
 * An article being read; it grows by copy, never in place. Quotations, sentences, tokens and mentions are sorted by
 * start (outer before inner). No sentence is cut inside a quotation.
 */
export const Document = z.object({
  article: Article,
  quotations: z.array(Quotation),
  sentences: z.array(Sentence),
  tokens: z.array(Token),
  /** `null` where the rules work alone. */
  heard: Heard.nullable(),
  mentions: z.array(Mention),
})
export interface Document extends z.infer<typeof Document> {}

/** Index of the first token that ends after `offset` (`tokens.length` if none). */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  return firstEndingAfter(tokens, offset)
}

/** Index of the sentence that holds `offset`, or of the next one after it (`sentences.length` if none). */
export function sentenceAt(sentences: readonly Sentence[], offset: number): number {
  return firstEndingAfter(sentences, offset)
}

/** Binary search: spans are sorted and do not overlap. */
function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    const span = spans[middle]
    if (span !== undefined && span.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}
