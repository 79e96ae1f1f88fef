import { abbreviations } from '../lexicons/abbreviations.js'
import { stopWords } from '../lexicons/stop-words.js'
import type { Article } from '../model/article.js'
import { Document } from '../model/document.js'
import type { Stage } from '../pipeline/stage.js'
import { findQuotations } from './quotations.js'
import { findSentences } from './sentences.js'
import { tokenize } from './tokens.js'

const ABBREVIATIONS = new Map(
  abbreviations.map(({ form, final, kind }) => [
    form.toLowerCase().replace(/\.$/, ''),
    { final, isCapital: kind === 'state' || kind === 'month' || kind === 'weekday' },
  ]),
)
const OPENINGS = new Set(stopWords.filter(({ kind }) => kind !== 'month' && kind !== 'weekday').map(({ form }) => form))

/** Article → Document: quotation marks first, then tokens, then sentences, none of which is cut inside a quotation. */
export const segment: Stage<Article, Document> = {
  name: 'segment',
  output: Document,
  run: (article) => segmentArticle(article),
}

/** What `segment` does, as a function. An article in another language keeps its text and gets nothing else. */
export function segmentArticle(article: Article): Document {
  if (article.status !== 'ok') return { article, quotations: [], sentences: [], tokens: [], heard: null, mentions: [] }
  const quotations = findQuotations(article)
  const tokens = tokenize(article.text, article.blocks, ABBREVIATIONS)
  const lists = { abbreviations: ABBREVIATIONS, openings: OPENINGS }
  const sentences = findSentences(article.text, article.blocks, tokens, quotations, lists)
  return { article, quotations, sentences, tokens, heard: null, mentions: [] }
}
