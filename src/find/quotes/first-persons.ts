import { type Document, tokenAt } from '../../model/document.js'
import type { QuoteMention, Speaker } from '../../model/mention.js'
import { firstNot, type Span, textAt } from '../../model/span.js'

/**
 * “I told him, ‘Go,’” Lee said; "I asked her what she remembered": "I" inside of somebody's words is that one, and in the
 * article's own words its author, where the byline has one alone. The author is no mention, as long as the text does not
 * name her; her name is what the byline says.
 */
export function withFirstPersons(document: Document, quotes: readonly QuoteMention[]): QuoteMention[] {
  const byId = new Map(quotes.map((quote) => [quote.id, quote]))
  return quotes.map((quote) => {
    const { source, within } = quote
    if (quote.speaker !== null || source === null || textAt(document.article.text, source) !== 'I') return quote
    const speaker = within === null ? writer(document, source) : (byId.get(within)?.speaker ?? null)
    return speaker === null ? quote : { ...quote, speaker }
  })
}

/** The only author of the article, who is meant by "I" at `source`; null inside of quotation marks that are nobody's. */
function writer({ article, mentions, quotations, tokens }: Document, source: Span): Speaker | null {
  const [name, other] = article.meta.byline
  const around = quotations[firstNot(quotations, ({ end }) => end <= source.start)]
  if (name === undefined || other !== undefined || (around !== undefined && around.start <= source.start)) return null
  // "World War I said": a numeral.
  if (tokens[tokenAt(tokens, source.start) - 1]?.casing === 'title') return null
  const named = mentions.find(({ kind, text }) => kind === 'person' && text === name)
  return { mention: named?.id ?? null, kind: 'person', name, organization: null, candidates: [] }
}
