import { type Document, sentenceAt, type Token, tokenAt } from '../../model/document.js'
import type { EntityMention, QuoteMention, Speaker } from '../../model/mention.js'
import { contains, type Span } from '../../model/span.js'
import { fromMention, mentionsIn, type SpeakerContext } from './speakers.js'

/** What somebody puts their words into; a report or a study has findings of its own. */
const STATEMENTS: ReadonlySet<string> = new Set(
  'advisory caption e-mail email letter memo message note notice post release reply response statement text tweet'.split(
    ' ',
  ),
)
/** What stands before one that is new to the reader, and before one that is known. */
const NEW: ReadonlySet<string> = new Set(['a', 'an', 'another', 'her', 'his', 'its', 'their'])
const KNOWN: ReadonlySet<string> = new Set(['the', 'this', 'that'])
/** What stands before it where somebody says something in it. */
const IN: ReadonlySet<string> = new Set(['by', 'in', 'on', 'via', 'with'])
/** "X has issued a statement". */
const ISSUED: ReadonlySet<string> = new Set(
  'emailed issued posted published put released sends sent shared tweeted wrote'.split(' '),
)
/** How many words may stand between the article and the noun: "a brief written". */
const MOST_BETWEEN = 3
/** "the written statement" */
const LONGEST = 3
/** How many sentences back the statement may have been spoken of first. */
const REACH = 5

/**
 * "The council said in a statement that … “…,” the statement added", "X sent a one-line reply. “…,” it read": a statement
 * speaks for whoever gave it. `quotes` are sorted.
 */
export function withStatements(context: SpeakerContext, quotes: readonly QuoteMention[]): QuoteMention[] {
  return quotes.map((quote, index) => {
    const noun = quote.speaker?.mention == null ? statementOf(context.document, quote) : null
    if (noun === null || quote.source === null) return quote
    const speaker = giverOf(context, quotes.slice(0, index), quote.source, noun)
    return speaker === null ? quote : { ...quote, speaker }
  })
}

/** The noun of a source that is a statement; '' where "it reads" leaves open which. */
function statementOf({ article, tokens }: Document, { source, cue }: QuoteMention): string | null {
  if (source === null) return null
  const words = article.text.slice(source.start, source.end).toLowerCase().split(/\s+/)
  const [first = '', last = ''] = [words[0], words.at(-1)]
  if (words.length === 1 && first === 'it' && cue !== null)
    return /^reads?$/.test(tokens[tokenAt(tokens, cue.start)]?.normal ?? '') ? '' : null
  const isOwned = words.some((word) => /['’]/.test(word))
  return KNOWN.has(first) && words.length <= LONGEST && STATEMENTS.has(last) && !isOwned ? last : null
}

/** Who gave the last such statement that was spoken of before `source`. */
function giverOf(context: SpeakerContext, before: readonly QuoteMention[], source: Span, noun: string): Speaker | null {
  const { tokens, sentences } = context.document
  const here = sentenceAt(sentences, source.start)
  for (let index = here; index >= Math.max(0, here - REACH); index -= 1) {
    const sentence = sentences[index]
    if (sentence === undefined) continue
    for (let at = sentence.lastToken - 1; at >= sentence.firstToken; at -= 1) {
      const token = tokens[at]
      if (token === undefined || token.end > source.start) continue
      if (noun === '' ? !STATEMENTS.has(token.normal) : token.normal !== noun) continue
      const article = articleBefore(tokens, at)
      if (article < 0) continue
      // The first one back is the one that is meant, whether or not its giver is known.
      return (
        (IN.has(tokens[article - 1]?.normal ?? '') ? sayerIn(before, sentence, token) : null) ??
        issuerOf(context, article)
      )
    }
  }
  return null
}

/** The token "a" of "a brief statement" whose noun is at `at`, or -1. */
function articleBefore(tokens: readonly Token[], at: number): number {
  for (let back = at - 1; back >= Math.max(0, at - 1 - MOST_BETWEEN); back -= 1) {
    const { normal = '', casing = 'none' } = tokens[back] ?? {}
    if (NEW.has(normal)) return back
    if (casing === 'none' && normal !== '-') return -1
  }
  return -1
}

/** Who speaks last in a sentence, in the statement: "Lee said they sent a statement" is none. */
function sayerIn(quotes: readonly QuoteMention[], sentence: Span, statement: Span): Speaker | null {
  const said = quotes.findLast(({ source, speaker, content }) => {
    if (source === null || speaker?.mention == null || content.some((part) => contains(part, statement))) return false
    return source.start >= sentence.start && source.end <= sentence.end
  })
  return said?.speaker ?? null
}

/** "The band has issued a statement": the name right before the verb. */
function issuerOf(context: SpeakerContext, article: number): Speaker | null {
  const { tokens } = context.document
  const verb = tokens[article - 1]?.normal === 'out' ? article - 2 : article - 1
  if (!ISSUED.has(tokens[verb]?.normal ?? '')) return null
  const auxiliary = /^(?:has|have|had|later|also|then)$/.test(tokens[verb - 1]?.normal ?? '') ? verb - 1 : verb
  const end = tokens[auxiliary - 1]?.end ?? 0
  const issuer = mentionsIn(context, { start: end - 1, end }).find(
    (mention: EntityMention) => mention.end === end && mention.kind !== 'place',
  )
  return issuer === undefined ? null : fromMention(issuer)
}
