import { z } from 'zod'
import { Span } from './span.js'

/** `<article>:<kind>:<start>-<end>`: says where it comes from, the same on every machine. */
export const MentionId = z.string()

/** The four kinds of thing that a profile can be. */
export const EntityKind = z.enum(['person', 'agency', 'organization', 'place'])
export type EntityKind = z.infer<typeof EntityKind>

export const MentionForm = z.enum(['name', 'acronym', 'nominal', 'pronoun'])
export type MentionForm = z.infer<typeof MentionForm>

const base = {
  id: MentionId,
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string(),
  /** What found it, `room/what`: "agency/registry". */
  rule: z.string(),
  /** 0 to 1: how sure the rule is, two decimals. */
  score: z.number().min(0).max(1),
}

const naming = {
  ...base,
  form: MentionForm,
  /** An earlier or fuller mention of the same thing in this article ("Noem" → "Kristi Noem"); `null` if none is known. */
  refersTo: MentionId.nullable(),
}

/** A person's name by its parts; `given` holds all given names and initials, `family` its particles ("van der Berg"). */
export const PersonName = z.object({
  honorific: z.string().nullable(),
  given: z.string().nullable(),
  family: z.string().nullable(),
  suffix: z.string().nullable(),
})
export interface PersonName extends z.infer<typeof PersonName> {}

/** A title that the text gives a person: "then-acting DHS Secretary"; `organization` is the mention of whose it is. */
export const Role = Span.extend({
  title: z.string(),
  organization: MentionId.nullable(),
})
export interface Role extends z.infer<typeof Role> {}

/**
 * `name` is `null` for a pronoun or a nominal. `gender` is what name, honorific or noun say.
 */
export const PersonMention = z.object({
  ...naming,
  kind: z.literal('person'),
  name: PersonName.nullable(),
  gender: z.enum(['female', 'male']).nullable(),
  roles: z.array(Role),
})
export interface PersonMention extends z.infer<typeof PersonMention> {}

const body = {
  ...naming,
  /** Id in `agencies.json`, where it is known. */
  registryId: z.string().nullable(),
  /** The canonical name, if it is not the text: "Internal Revenue Service" for "Inner Income Service". */
  canonical: z.string().nullable(),
}

/** A public body: department, agency, court, legislature or its committee, police, armed forces, intergovernmental body. */
export const AgencyMention = z.object({ ...body, kind: z.literal('agency') })
export interface AgencyMention extends z.infer<typeof AgencyMention> {}

/** Every other organisation: company, union, party, medium, team. */
export const OrganizationMention = z.object({ ...body, kind: z.literal('organization') })
export interface OrganizationMention extends z.infer<typeof OrganizationMention> {}

export const PlaceMention = z.object({ ...body, kind: z.literal('place') })
export interface PlaceMention extends z.infer<typeof PlaceMention> {}

export const Dimension = z.enum([
  'count',
  'money',
  'percent',
  'ratio',
  'duration',
  'length',
  'area',
  'volume',
  'mass',
  'temperature',
  'speed',
  'energy',
  'age',
  'ordinal',
  'other',
])
export type Dimension = z.infer<typeof Dimension>

export const Qualifier = z.enum(['exact', 'about', 'at-least', 'at-most', 'more-than', 'less-than'])
export type Qualifier = z.infer<typeof Qualifier>

/** A measure in the SI: `unit` is the unit of the SI that its dimension has ("metre", "kilogram", "celsius" …). */
export const SiValue = z.object({ value: z.number(), high: z.number().nullable(), unit: z.string() })
export interface SiValue extends z.infer<typeof SiValue> {}

/** What a figure is in a change: by how much, from what, to what ("rose 5% to 1,200 from 1,140"). */
export const ChangeRole = z.enum(['by', 'from', 'to'])
export type ChangeRole = z.infer<typeof ChangeRole>

/**
 * A number that counts or measures. `value` is in `unit` (scales multiplied out: "$3.5 million" is 3500000 USD);
 * `high` is the upper end of a range. `unit` is an id of `units.json` or, for things counted, their words in the
 * singular ("special agent"). `of` is the span of what is counted, `about` the mention of whom it is about. `si` is left out where the unit
 * is none of length, mass, time …, and `role` where the figure is in no change that is told in two parts or more.
 */
export const FigureMention = z.object({
  ...base,
  kind: z.literal('figure'),
  value: z.number(),
  high: z.number().nullable(),
  unit: z.string(),
  dimension: Dimension,
  qualifier: Qualifier,
  change: z.enum(['up', 'down']).nullable(),
  of: Span.nullable(),
  per: z.string().nullable(),
  about: MentionId.nullable(),
  si: SiValue.optional(),
  role: ChangeRole.optional(),
})
export interface FigureMention extends z.infer<typeof FigureMention> {}

/** A date or clock time; `value` is ISO 8601 or EDTF, resolved against the article's own date where it has one. */
export const DateMention = z.object({ ...base, kind: z.literal('date'), value: z.string() })
export interface DateMention extends z.infer<typeof DateMention> {}

export const SpeakerKind = z.enum(['person', 'agency', 'organization', 'unnamed'])
export type SpeakerKind = z.infer<typeof SpeakerKind>

/**
 * Who says it. `mention` is a mention that names or refers to the speaker (`null` if unnamed or unknown);
 * `organization` the mention of whose spokesperson an unnamed one is; `candidates` the others, best first.
 */
export const Speaker = z.object({
  mention: MentionId.nullable(),
  kind: SpeakerKind,
  name: z.string().nullable(),
  organization: MentionId.nullable(),
  candidates: z.array(z.object({ mention: MentionId, score: z.number() })),
})
export interface Speaker extends z.infer<typeof Speaker> {}

/**
 * Somebody's words. Its span runs from the first content to the last; `content` has one span for each part, marks
 * included for direct speech. `source` is the words that name the speaker where they stand; `speaker` who that is.
 * `within` is the id of the quote that it stands in.
 */
export const QuoteMention = z.object({
  ...base,
  kind: z.literal('quote'),
  type: z.enum(['direct', 'indirect', 'mixed']),
  act: z.enum(['speech', 'thought']),
  content: z.array(Span),
  cue: Span.nullable(),
  source: Span.nullable(),
  speaker: Speaker.nullable(),
  addressee: z.string().nullable(),
  within: MentionId.nullable(),
})
export interface QuoteMention extends z.infer<typeof QuoteMention> {}

/** What the text says, once. */
export const Mention = z.discriminatedUnion('kind', [
  PersonMention,
  AgencyMention,
  OrganizationMention,
  PlaceMention,
  FigureMention,
  DateMention,
  QuoteMention,
])
export type Mention = z.infer<typeof Mention>

/** A mention that can belong to a profile. */
export type EntityMention = PersonMention | AgencyMention | OrganizationMention | PlaceMention

/** Whether a mention can belong to a profile. */
export function isEntityMention(mention: Mention): mention is EntityMention {
  return mention.kind !== 'figure' && mention.kind !== 'date' && mention.kind !== 'quote'
}

/** The id of a mention: `<article>:<kind>:<start>-<end>`. */
export function mentionId(article: string, kind: Mention['kind'], span: Span): string {
  return `${article}:${kind}:${span.start}-${span.end}`
}
