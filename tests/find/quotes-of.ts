import { agenciesIn } from '../../src/find/agencies/agencies.js'
import { describedIn } from '../../src/find/agencies/described.js'
import { coreferenceIn } from '../../src/find/coreference/coreference.js'
import { namesIn } from '../../src/find/names/names.js'
import { quotesIn } from '../../src/find/quotes/quotes.js'
import type { Article } from '../../src/model/article.js'
import type { Mention, QuoteMention } from '../../src/model/mention.js'
import { bySpan } from '../../src/model/span.js'
import { segmentArticle } from '../../src/segment/segment.js'

/** The quotes of an article by rules alone, and the name of each one's speaker as the article first gives it. */
export function quotesOf(article: Article): { quotes: QuoteMention[]; speakers: (string | null)[] } {
  const segmented = segmentArticle(article)
  const bodies = { ...segmented, mentions: [...agenciesIn(segmented)] }
  const named = { ...bodies, mentions: [...bodies.mentions, ...namesIn(bodies)].sort(bySpan) }
  const described = { ...named, mentions: [...named.mentions, ...describedIn(named)].sort(bySpan) }
  const mentions = [...described.mentions, ...coreferenceIn(described)].sort(bySpan)
  const quotes = quotesIn({ ...described, mentions })
  return { quotes, speakers: quotes.map((quote) => nameOf(mentions, quote)) }
}

function nameOf(mentions: readonly Mention[], { speaker }: QuoteMention): string | null {
  let mention = mentions.find(({ id }) => id === speaker?.mention)
  while (mention !== undefined && 'refersTo' in mention && mention.refersTo !== null) {
    const { refersTo } = mention
    mention = mentions.find(({ id }) => id === refersTo)
  }
  return mention?.text ?? speaker?.name ?? null
}
