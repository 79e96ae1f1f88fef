import type { AgencyMention, Mention } from '../model/mention.js'
import type { SpunArticle } from '../model/record.js'
import { spanOf } from '../model/span.js'

/** How many different names have to be reworded: of 2,309 articles of the BBC and of PolNeAR not one has even one. */
const FEWEST = 2
const SURE = 0.99

/**
 * Whether an article is a copy whose words a program swapped for synonyms: two names of public bodies or more stand in it
 * reworded ("Inner Income Service"). Gives the places as evidence, in text order; `null` for any other article.
 */
export function spunIn(text: string, mentions: readonly Mention[]): SpunArticle | null {
  const reworded = mentions.filter((mention): mention is AgencyMention => mention.rule === 'agency/spun')
  const names = new Set(reworded.map((mention) => mention.text.toLowerCase()))
  if (names.size < FEWEST) return null
  return { score: SURE, evidence: reworded.map(({ start, end }) => spanOf(text, start, end)) }
}
