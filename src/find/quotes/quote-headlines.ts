import { type Document, tokenAt } from '../../model/document.js'
import type { Span } from '../../model/span.js'
import type { Draft } from './quote-drafts.js'

/** No count stands behind it: PolNeAR's articles have few headlines. High enough to be printed, below what a cue gives. */
export const HEADLINE_SCORE = 0.8
/** "Marsh: Yes" says something; "Marsh: a profile" and longer labels are told apart by who stands before the colon alone. */
const FEWEST_WORDS = 2

/**
 * "Marsh: I won the vote", "FBI: No evidence of a plot": a headline that begins with somebody's name and a colon gives
 * the rest as that one's words, in the paper's own wording unless it has quotation marks.
 */
export function headlineDrafts(document: Document): Draft[] {
  const drafts: Draft[] = []
  document.article.blocks.forEach((block, index) => {
    if (block.kind !== 'title' && block.kind !== 'heading') return
    const source = document.mentions.find(
      ({ kind, start }) => start === block.start && (kind === 'person' || kind === 'agency'),
    )
    // "Delaney: The last booth": a column's name.
    if (source === undefined || document.article.meta.byline.some((author) => author.endsWith(source.text))) return
    const content = afterColon(document, source, block)
    if (content === null) return
    const isQuotation = document.quotations.findIndex(
      (quotation) => quotation.start === content.start && quotation.end === content.end,
    )
    drafts.push({
      rule: 'quote/headline',
      type: isQuotation >= 0 ? 'direct' : 'indirect',
      act: 'speech',
      content: [content],
      quotations: isQuotation >= 0 ? [isQuotation] : [],
      block: index,
      cue: null,
      source: { start: source.start, end: source.end },
      head: { start: source.start, end: source.end },
      addressee: null,
      score: HEADLINE_SCORE,
      hasThat: false,
      inside: null,
    })
  })
  return drafts
}

/** What follows the colon right after a name, up to the end of the headline, or null. */
function afterColon({ tokens }: Document, name: Span, block: Span): Span | null {
  const colon = tokenAt(tokens, name.end)
  const first = tokens[colon + 1]
  if (tokens[colon]?.normal !== ':' || tokens[colon]?.start !== name.end || first === undefined) return null
  let words = 0
  for (let at = colon + 1; (tokens[at]?.start ?? block.end) < block.end; at += 1)
    if (tokens[at]?.casing !== 'none') words += 1
  return words < FEWEST_WORDS ? null : { start: first.start, end: block.end }
}
