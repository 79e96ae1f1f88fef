import { z } from 'zod'
import { ArticleStatus, Removed } from './article.js'
import { ChangeRole, Dimension, EntityKind, MentionForm, Qualifier, SiValue, SpeakerKind } from './mention.js'
import { TextSpan } from './span.js'

/** One place where a profile is mentioned. */
export const ProfileMention = TextSpan.extend({ form: MentionForm, rule: z.string(), score: z.number() })
export interface ProfileMention extends z.infer<typeof ProfileMention> {}

/** A role in the words of the article; `organization` is a profile id of the same record. */
export const ProfileRole = TextSpan.extend({ title: z.string(), organization: z.string().nullable() })
export interface ProfileRole extends z.infer<typeof ProfileRole> {}

/** An entry of a registry file that a profile may be, with its probability. */
export const RegistryCandidate = z.object({ id: z.string(), name: z.string(), score: z.number() })
export interface RegistryCandidate extends z.infer<typeof RegistryCandidate> {}

/** One chain of mentions inside one article: who or what, as far as this article says. `id` is its first mention's. */
export const Profile = z.object({
  id: z.string(),
  kind: EntityKind,
  name: z.string(),
  aliases: z.array(z.string()),
  acronym: z.string().nullable(),
  registryId: z.string().nullable(),
  sameAs: z.array(z.string()),
  roles: z.array(ProfileRole),
  parent: z.string().nullable(),
  mentions: z.array(ProfileMention),
  score: z.number(),
  /** Entries of the registry files that it may be, the most probable first, where none is sure; else left out. */
  candidates: z.array(RegistryCandidate).optional(),
})
export interface Profile extends z.infer<typeof Profile> {}

export const Figure = TextSpan.extend({
  id: z.string(),
  value: z.number(),
  high: z.number().nullable(),
  unit: z.string(),
  dimension: Dimension,
  qualifier: Qualifier,
  change: z.enum(['up', 'down']).nullable(),
  of: TextSpan.nullable(),
  per: z.string().nullable(),
  about: z.string().nullable(),
  /** The value in the SI, for measures; `celsius` for temperatures, mean seconds for months and years. Left out elsewhere. */
  si: SiValue.optional(),
  /** Its part in a change: "rose 5% (by) to 1,200 (to) from 1,140 (from)". Left out elsewhere. */
  role: ChangeRole.optional(),
  rule: z.string(),
  score: z.number(),
})
export interface Figure extends z.infer<typeof Figure> {}

export const ArticleDate = TextSpan.extend({ id: z.string(), value: z.string(), rule: z.string(), score: z.number() })
export interface ArticleDate extends z.infer<typeof ArticleDate> {}

/**
 * `null` for the whole is never used for an unnamed speaker: that is `kind: "unnamed"` with its words as `name`. The author
 * who says "I" is `kind: "person"` with the byline's name, without a profile where the text does not name her.
 */
export const QuoteSpeaker = z.object({
  profile: z.string().nullable(),
  kind: SpeakerKind,
  name: z.string().nullable(),
  organization: z.string().nullable(),
  candidates: z.array(z.object({ profile: z.string(), score: z.number() })),
})
export interface QuoteSpeaker extends z.infer<typeof QuoteSpeaker> {}

export const Quote = z.object({
  id: z.string(),
  type: z.enum(['direct', 'indirect', 'mixed']),
  act: z.enum(['speech', 'thought']),
  content: z.array(TextSpan),
  cue: TextSpan.nullable(),
  source: TextSpan.nullable(),
  speaker: QuoteSpeaker.nullable(),
  addressee: z.string().nullable(),
  within: z.string().nullable(),
  rule: z.string(),
  score: z.number(),
})
export interface Quote extends z.infer<typeof Quote> {}

/** Why an article is held to be a copy whose words were swapped for synonyms: the names that were. */
export const SpunArticle = z.object({ score: z.number(), evidence: z.array(TextSpan) })
export interface SpunArticle extends z.infer<typeof SpunArticle> {}

export const RecordArticle = z.object({
  id: z.string(),
  path: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
  title: z.string().nullable(),
  byline: z.array(z.string()),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  url: z.string().nullable(),
  language: z.string().nullable(),
  status: ArticleStatus,
  text: z.string(),
  removed: z.array(Removed),
  duplicateOf: z.string().nullable(),
  /** Only where the article is spun. */
  spun: SpunArticle.optional(),
})
export interface RecordArticle extends z.infer<typeof RecordArticle> {}

export const RECORD_SCHEMA = 'nutgraf/record@1'

/** The public JSON, one for each article. */
export const ArticleRecord = z.object({
  schema: z.literal(RECORD_SCHEMA),
  article: RecordArticle,
  people: z.array(Profile),
  agencies: z.array(Profile),
  organizations: z.array(Profile),
  places: z.array(Profile),
  figures: z.array(Figure),
  dates: z.array(ArticleDate),
  quotes: z.array(Quote),
})
export interface ArticleRecord extends z.infer<typeof ArticleRecord> {}

/** All profiles of a record: people, agencies, organizations, places. */
export function profilesOf(record: ArticleRecord): Profile[] {
  return [...record.people, ...record.agencies, ...record.organizations, ...record.places]
}
