import { z } from 'zod'
import { DOCUMENT_ERROR_CODES } from './errors.js'

/** The file `quarantine/<path>.json`: which article was set aside, in which stage, and why. */
export const Failure = z.object({
  path: z.string(),
  /** The stage at work; `null` where none was (the file could not be read). */
  stage: z.string().nullable(),
  code: z.enum(DOCUMENT_ERROR_CODES),
  message: z.string(),
  /** What lay behind it: an error's stack or message, without the paths of this machine. */
  cause: z.string().nullable(),
})
export interface Failure extends z.infer<typeof Failure> {}

/** How the articles were read: the learned reader and rules, or rules alone. */
export const Engine = z.enum(['rules', 'model'])
export type Engine = z.infer<typeof Engine>

/** What decides the records; another run with the same may use them again. */
export const RunDigests = z.object({
  /** sha256 of the code of the rooms that read an article. */
  code: z.string(),
  lexicons: z.string(),
  /** sha256 of the pipeline's file. */
  pipeline: z.string(),
  /** sha256 of the registry files given, in order; `null` without any. */
  registry: z.string().nullable(),
})
export interface RunDigests extends z.infer<typeof RunDigests> {}

/** How many of each; `articles` = `records` + `quarantined`. */
export const RunCounts = z.object({
  articles: z.int(),
  records: z.int(),
  quarantined: z.int(),
  /** Records of an earlier run that were used again. */
  reused: z.int(),
  /** Records whose article is in a language that is not read. */
  unsupported: z.int(),
  /** Records that repeat another article (wire copy). */
  duplicates: z.int(),
  /** Files that are no articles, by extension. */
  skipped: z.record(z.string(), z.int()),
  words: z.int(),
  people: z.int(),
  agencies: z.int(),
  organizations: z.int(),
  places: z.int(),
  figures: z.int(),
  dates: z.int(),
  quotes: z.int(),
  judgements: z.int(),
  entities: z.int(),
  edges: z.int(),
})
export interface RunCounts extends z.infer<typeof RunCounts> {}

export const MANIFEST_SCHEMA = 'nutgraf/manifest@1'

/** The file `manifest.json`: what made this run. The only file with a clock in it. */
export const Manifest = z.object({
  schema: z.literal(MANIFEST_SCHEMA),
  nutgraf: z.string(),
  node: z.string(),
  pipeline: z.string(),
  engine: Engine,
  state: z.enum(['running', 'finished']),
  options: z.object({
    inputs: z.array(z.string()),
    threads: z.int(),
    deadlineMs: z.int(),
    formats: z.array(z.string()),
    judgements: z.string().nullable(),
    registry: z.array(z.string()),
  }),
  digests: RunDigests,
  counts: RunCounts,
  times: z.object({ started: z.string(), finished: z.string().nullable(), seconds: z.number().nullable() }),
})
export interface Manifest extends z.infer<typeof Manifest> {}
