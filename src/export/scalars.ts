import type { Graph, GraphEdge } from '../model/graph.js'

/** A value that a graph file can hold. */
export type Scalar = string | number | boolean

/**
 * The attributes of a node or edge that a graph file can hold: no `null`, no list. An edge's evidence becomes the number
 * of places and the first of them, `<article>:<start>-<end>`.
 */
export function scalarsOf(attributes: Readonly<Record<string, unknown>>): Record<string, Scalar> {
  const scalars: Record<string, Scalar> = {}
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string' || typeof value === 'boolean') scalars[name] = value
    else if (typeof value === 'number' && Number.isFinite(value)) scalars[name] = value
  }
  return scalars
}

/** An edge's attributes with its evidence summed up. */
export function edgeScalars({ attributes }: GraphEdge): Record<string, Scalar> {
  const [first] = attributes.evidence
  return {
    ...scalarsOf(attributes),
    places: attributes.evidence.length,
    ...(first ? { evidence: `${first.article}:${first.start}-${first.end}` } : {}),
  }
}

/** The colour of each kind of node, one hue each, readable on white. */
export const COLOURS: Readonly<Record<Graph['nodes'][number]['attributes']['kind'], string>> = {
  article: '#7f7f7f',
  person: '#1f77b4',
  agency: '#d62728',
  organization: '#ff7f0e',
  place: '#2ca02c',
  quote: '#9467bd',
  figure: '#8c564b',
}
