import type { GraphEdge, GraphNode } from '../model/graph.js'
import type { ExportChunk, ExportFormat, ExportInput } from './format.js'
import { type AttributeTypes, attributeTypes, batches, colourOf, each } from './graph-attributes.js'
import { edgeScalars, type Scalar, scalarsOf } from './scalars.js'
import { escapeXml } from './xml.js'

const FILE = 'graph.graphml'

/** GraphML with typed keys, for yEd, Gephi, networkx, igraph. @see http://graphml.graphdrawing.org/specification.html */
export const graphml: ExportFormat = {
  name: 'graphml',
  description: 'the graph for yEd, Gephi, networkx, igraph',
  files: [FILE],
  async *write(input: ExportInput): AsyncGenerator<ExportChunk> {
    for (const text of batches(elements(input))) yield { path: FILE, text }
  },
}

function* elements({ graph }: ExportInput): Generator<string> {
  const nodeKeys = attributeTypes(each(graph.nodes, nodeScalars))
  const edgeKeys = attributeTypes(each(graph.edges, labelled))
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"'
  yield ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns'
  yield ' http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
  yield* declarations('node', nodeKeys)
  yield* declarations('edge', edgeKeys)
  yield '  <graph id="nutgraf" edgedefault="directed">\n'
  for (const node of graph.nodes) {
    yield `    <node id="${escapeXml(node.key)}">\n${values('node', nodeScalars(node), nodeKeys)}    </node>\n`
  }
  for (const edge of graph.edges) {
    const ends = `source="${escapeXml(edge.source)}" target="${escapeXml(edge.target)}"`
    yield `    <edge id="${escapeXml(edge.key)}" ${ends}>\n${values('edge', labelled(edge), edgeKeys)}    </edge>\n`
  }
  yield '  </graph>\n</graphml>\n'
}

function nodeScalars({ attributes }: GraphNode): Record<string, Scalar> {
  return { ...scalarsOf(attributes), color: colourOf(attributes.kind) }
}

/** With the kind as label, which Gephi and yEd show. */
function labelled(edge: GraphEdge): Record<string, Scalar> {
  return { ...edgeScalars(edge), label: edge.attributes.kind }
}

function* declarations(domain: 'node' | 'edge', keys: AttributeTypes): Generator<string> {
  for (const [name, type] of keys) {
    yield `  <key id="${domain}-${name}" for="${domain}" attr.name="${escapeXml(name)}" attr.type="${type}"/>\n`
  }
}

function values(domain: 'node' | 'edge', attributes: Readonly<Record<string, Scalar>>, keys: AttributeTypes): string {
  let printed = ''
  for (const name of keys.keys()) {
    const value = attributes[name]
    if (value !== undefined) printed += `      <data key="${domain}-${name}">${escapeXml(String(value))}</data>\n`
  }
  return printed
}
