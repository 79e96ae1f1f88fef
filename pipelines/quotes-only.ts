import { findAgencies } from '../src/find/agencies/agencies.js'
import { findDescribed } from '../src/find/agencies/described.js'
import { resolveCoreference } from '../src/find/coreference/coreference.js'
import { findNames } from '../src/find/names/names.js'
import { findQuotes } from '../src/find/quotes/quotes.js'
import type { Origin } from '../src/model/article.js'
import type { ArticleRecord } from '../src/model/record.js'
import type { PipelineOptions } from '../src/pipeline/module.js'
import { Pipeline } from '../src/pipeline/pipeline.js'
import { readArticle } from '../src/read/read.js'
import { listen } from '../src/reader/load.js'
import { toRecord } from '../src/record/record.js'
import { identify } from '../src/resolve/registry/identify.js'
import { segment } from '../src/segment/segment.js'

/** The smallest useful pipeline: who said what, article by article. Copy this one to make your own. */
export default function quotesOnly({
  engine,
  tables = null,
}: Partial<PipelineOptions>): Pipeline<Origin, ArticleRecord> {
  const cut = new Pipeline<Origin>('quotes-only').each(readArticle).each(segment)
  const heard = engine === 'model' ? cut.each(listen) : cut
  const read = heard
    .each(findAgencies)
    .each(findNames)
    .each(findDescribed)
    .each(resolveCoreference)
    .each(findQuotes)
    .each(toRecord)
  return tables ? read.each(identify(tables)) : read
}
