import { findAgencies } from '../src/find/agencies.js'
import { resolveCoreference } from '../src/find/coreference.js'
import { findNames } from '../src/find/names.js'
import { findQuotes } from '../src/find/quotes.js'
import type { Origin } from '../src/model/article.js'
import { Pipeline } from '../src/pipeline/pipeline.js'
import { readArticle } from '../src/read/read.js'
import { toRecord } from '../src/record/record.js'
import { segment } from '../src/segment/segment.js'

/** The smallest useful pipeline: who said what, article by article. Copy this one to make your own. */
export default new Pipeline<Origin>('quotes-only')
  .each(readArticle)
  .each(segment)
  .each(findAgencies)
  .each(findNames)
  .each(resolveCoreference)
  .each(findQuotes)
  .each(toRecord)
