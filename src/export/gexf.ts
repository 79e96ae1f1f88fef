import { MultiDirectedGraph } from 'graphology'
import { write } from 'graphology-gexf'
import type { GraphNode } from '../model/graph.js'
import type { ExportChunk, ExportFormat, ExportInput } from './format.js'
import { COLOURS, edgeScalars, type Scalar, scalarsOf } from './scalars.js'
import { withoutForbidden } from './xml.js'

const FILE = 'graph.gexf'

/** GEXF 1.3 for Gephi: labels, kinds, weights, a colour for each kind. @see https://gexf.net/schema.html */
export const gexf: ExportFormat = {
  name: 'gexf',
  description: 'the graph for Gephi',
  files: [FILE],
  async *write(input: ExportInput): AsyncGenerator<ExportChunk> {
    yield { path: FILE, text: `${print(input)}\n` }
  },
}

function print({ graph }: ExportInput): string {
  const printed = new MultiDirectedGraph()
  for (const { key, attributes } of graph.nodes) printed.addNode(key, { ...clean(scalarsOf(attributes)) })
  for (const edge of graph.edges) {
    printed.addDirectedEdgeWithKey(edge.key, edge.source, edge.target, clean(edgeScalars(edge)))
  }
  const colours: Readonly<Record<string, string>> = COLOURS
  return write(printed, {
    version: '1.3',
    formatNode: (_key, attributes) => ({
      label: String(attributes.label ?? ''),
      attributes,
      viz: { color: rgb(colours[String(attributes.kind)] ?? '#000000'), size: sizeOf(attributes) },
    }),
    formatEdge: (_key, attributes) => ({
      label: String(attributes.kind),
      kind: String(attributes.kind),
      weight: Number(attributes.weight ?? 1),
      attributes,
    }),
  })
}

/** As three numbers: readers of GEXF 1.2 know no `hex`. */
function rgb(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return `rgb(${red}, ${green}, ${blue})`
}

/** Grows with the number of mentions, slowly. */
function sizeOf(attributes: Readonly<GraphNode['attributes'] | Record<string, Scalar>>): number {
  const mentions = typeof attributes.mentions === 'number' ? attributes.mentions : 1
  return Math.round(10 * (4 + 4 * Math.log2(1 + mentions))) / 10
}

function clean(attributes: Readonly<Record<string, Scalar>>): Record<string, Scalar> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === 'string' ? withoutForbidden(value) : value,
    ]),
  )
}
