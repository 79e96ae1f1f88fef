import { z } from 'zod'
import { Span } from './span.js'

export const NodeKind = z.enum(['article', 'person', 'agency', 'organization', 'place', 'quote', 'figure'])
export const EdgeKind = z.enum(['mentions', 'says', 'in', 'names', 'about', 'holds-role', 'part-of', 'same-story'])
export type EdgeKind = z.infer<typeof EdgeKind>

/** Where an edge can be read: a span of the text of `article`. */
export const Evidence = Span.extend({ article: z.string() })
export interface Evidence extends z.infer<typeof Evidence> {}

export const GraphNode = z.object({
  key: z.string(),
  attributes: z.looseObject({ kind: NodeKind, label: z.string() }),
})
export interface GraphNode extends z.infer<typeof GraphNode> {}

/** No edge without evidence; only `part-of` from the registry has none and says `registry: true`. */
export const GraphEdge = z.object({
  key: z.string(),
  source: z.string(),
  target: z.string(),
  attributes: z.looseObject({ kind: EdgeKind, evidence: z.array(Evidence) }),
})
export interface GraphEdge extends z.infer<typeof GraphEdge> {}

/** graphology's serialised form, see the package `graphology`. */
export const Graph = z.object({
  attributes: z.looseObject({}),
  options: z.object({ type: z.literal('directed'), multi: z.literal(true), allowSelfLoops: z.boolean().optional() }),
  nodes: z.array(GraphNode),
  edges: z.array(GraphEdge),
})
export interface Graph extends z.infer<typeof Graph> {}
