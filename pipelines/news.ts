import { findAgencies } from '../src/find/agencies/agencies.js'
import { findDescribed } from '../src/find/agencies/described.js'
import { resolveCoreference } from '../src/find/coreference/coreference.js'
import { findDates } from '../src/find/dates/dates.js'
import { findFigures } from '../src/find/figures/figures.js'
import { findNames } from '../src/find/names/names.js'
import { findQuotes } from '../src/find/quotes/quotes.js'
import { linkGraph } from '../src/link/graph.js'
import type { Origin } from '../src/model/article.js'
import type { ArticleRecord } from '../src/model/record.js'
import type { PipelineOptions } from '../src/pipeline/module.js'
import { Pipeline } from '../src/pipeline/pipeline.js'
import { readArticle } from '../src/read/read.js'
import { listen } from '../src/reader/load.js'
import { toRecord } from '../src/record/record.js'
import { resolveEntities } from '../src/resolve/entities.js'
import { judgePairs } from '../src/resolve/judge.js'
import { identify } from '../src/resolve/registry/identify.js'
import { segment } from '../src/segment/segment.js'

/** The whole program on one screen: what `nutgraf run` does to a folder of articles. */
export default function news({ engine, tables = null }: Partial<PipelineOptions>): Pipeline<Origin, ArticleRecord> {
  const cut = new Pipeline<Origin>('news')
    .each(readArticle) //        Origin → Article: clean text and the way back to the file
    .each(segment) //            Article → Document: quotation marks, sentences, tokens

  const heard = engine === 'model' ? cut.each(listen) : cut // what the learned reader hears: names, cues, sources, contents

  const read = heard
    .each(findAgencies) //       public bodies: registry, acronyms, shape
    .each(findNames) //          people with their roles, other organizations, places
    .each(findDescribed) //      public bodies by what they are: "Winnipeg police"
    .each(findDates) //          dates and clock times, which are no figures
    .each(resolveCoreference) // "she", "the agency" → who that is
    .each(findFigures) //        numbers with value, unit and what is counted
    .each(findQuotes) //         content, cue, source, speaker
    .each(toRecord) //           Document → ArticleRecord: mentions grouped into profiles

  const known = tables ? read.each(identify(tables)) : read // which of them the files of --registry hold

  return known
    .pairs(judgePairs()) //      profiles that share a block key: same, different, or unsure
    .all(resolveEntities) //     records + judgements → entities
    .all(linkGraph) //           records + entities → graph
}
