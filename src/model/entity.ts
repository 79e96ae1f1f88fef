import { z } from 'zod'
import { EntityKind } from './mention.js'

export const Verdict = z.enum(['same', 'different', 'unsure'])
export type Verdict = z.infer<typeof Verdict>

/** One named reason for or against: `score` from -1 (speaks against) to 1 (speaks for); `detail` says it in words. */
export const Comparison = z.object({ name: z.string(), score: z.number(), detail: z.string() })
export interface Comparison extends z.infer<typeof Comparison> {}

/** A decision on two profiles (`left` < `right`, profile ids) with its reasons; `score` 0 to 1. */
export const Judgement = z.object({
  left: z.string(),
  right: z.string(),
  verdict: Verdict,
  score: z.number(),
  by: z.enum(['rules', 'model', 'person']),
  comparisons: z.array(Comparison),
})
export interface Judgement extends z.infer<typeof Judgement> {}

/** Who or what, across articles. `id` is the registry id if known, else the smallest profile id of its cluster. */
export const Entity = z.object({
  id: z.string(),
  kind: EntityKind,
  name: z.string(),
  aliases: z.array(z.string()),
  acronym: z.string().nullable(),
  registryId: z.string().nullable(),
  sameAs: z.array(z.string()),
  parent: z.string().nullable(),
  roles: z.array(z.object({ title: z.string(), organization: z.string().nullable() })),
  profiles: z.array(z.string()),
  articles: z.array(z.string()),
  mentions: z.int(),
})
export interface Entity extends z.infer<typeof Entity> {}

export const ENTITIES_SCHEMA = 'nutgraf/entities@1'

/** The file `entities.json`. */
export const Entities = z.object({ schema: z.literal(ENTITIES_SCHEMA), entities: z.array(Entity) })
export interface Entities extends z.infer<typeof Entities> {}
