/**
 * nutgraf as a library: run a folder of articles, read one, or build a pipeline of your own stages.
 * @example
 * import { runFolder } from 'nutgraf'
 * const { counts, out } = await runFolder({ inputs: ['articles/2025'], formats: ['csv'] })
 */
export { type ExportFormat, type ExportInput, formats } from './export/index.js'
export { findAgencies } from './find/agencies/agencies.js'
export { resolveCoreference } from './find/coreference/coreference.js'
export { findDates } from './find/dates/dates.js'
export { findFigures } from './find/figures/figures.js'
export { finder } from './find/finder.js'
export { findNames } from './find/names/names.js'
export { findQuotes } from './find/quotes/quotes.js'
export { linkGraph } from './link/graph.js'
export { Article, Block, Origin, toOrigin } from './model/article.js'
export { Document, Quotation, Sentence, Token } from './model/document.js'
export { Entities, Entity, Judgement } from './model/entity.js'
export { DocumentError, type DocumentErrorCode, SetupError } from './model/errors.js'
export { Graph, GraphEdge, GraphNode } from './model/graph.js'
export { type MarkKind, markRecord } from './model/mark-record.js'
export { type Mark, type MarkedText, parseMarks, printMarks } from './model/marks.js'
export {
  AgencyMention,
  DateMention,
  type EntityMention,
  FigureMention,
  Mention,
  mentionId,
  OrganizationMention,
  PersonMention,
  PlaceMention,
  QuoteMention,
} from './model/mention.js'
export { ArticleDate, ArticleRecord, Figure, Profile, ProfileMention, profilesOf, Quote } from './model/record.js'
export type { Office, RegistryEntry, RegistryTables } from './model/registry.js'
export { Failure, Manifest } from './model/run.js'
export { Span, spanOf, TextSpan, textAt } from './model/span.js'
export type { PipelineExport, PipelineOptions } from './pipeline/module.js'
export { type AllStage, Pipeline, type RunData } from './pipeline/pipeline.js'
export type { PairStage, ProfileInContext, Stage } from './pipeline/stage.js'
export { readArticle } from './read/read.js'
export { toRecord } from './record/record.js'
export { resolveEntities } from './resolve/entities.js'
export { judgePairs } from './resolve/judge.js'
export { parseJudgements } from './resolve/judgement-file.js'
export { identify } from './resolve/registry/identify.js'
export {
  type ArticleOutcome,
  articleReader,
  exportRun,
  type Progress,
  type RunOptions,
  type RunResult,
  runFolder,
} from './run-folder.js'
export { segment } from './segment/segment.js'
