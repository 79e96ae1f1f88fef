import type { GraphEdge, GraphNode } from '../model/graph.js'
import type { ExportChunk, ExportFormat, ExportInput } from './format.js'
import { type AttributeTypes, attributeTypes, batches, colourOf, each } from './graph-attributes.js'
import { edgeScalars, type Scalar, scalarsOf } from './scalars.js'
import { escapeXml } from './xml.js'

const FILE = 'graph.gexf'

/**
 * GEXF 1.3 for Gephi: labels, kinds, weights, a colour for each kind. Written as it goes: graphology-gexf holds the whole
 * file twice, 1.15 GB for 2,225 articles.
 * @see https://gexf.net/schema.html
 */
export const gexf: ExportFormat = {
  name: 'gexf',
  description: 'the graph for Gephi',
  files: [FILE],
  async *write(input: ExportInput): AsyncGenerator<ExportChunk> {
    for (const text of batches(elements(input))) yield { path: FILE, text }
  },
}

function* elements({ graph }: ExportInput): Generator<string> {
  const nodeTypes = attributeTypes(each(graph.nodes, ({ attributes }) => scalarsOf(attributes)))
  const edgeTypes = attributeTypes(each(graph.edges, edgeScalars))
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield '<gexf version="1.3" xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz"'
  yield ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3'
  yield ' http://gexf.net/1.3/gexf.xsd">\n  <graph defaultedgetype="directed">\n'
  yield* declarations('node', nodeTypes)
  yield* declarations('edge', edgeTypes)
  yield '    <nodes>\n'
  for (const node of graph.nodes) yield nodeElement(node, nodeTypes)
  yield '    </nodes>\n    <edges>\n'
  for (const edge of graph.edges) yield edgeElement(edge, edgeTypes)
  yield '    </edges>\n  </graph>\n</gexf>\n'
}

function* declarations(domain: 'node' | 'edge', types: AttributeTypes): Generator<string> {
  yield `    <attributes class="${domain}">\n`
  for (const [name, type] of types) {
    yield `      <attribute id="${escapeXml(name)}" title="${escapeXml(name)}" type="${type}"/>\n`
  }
  yield '    </attributes>\n'
}

function nodeElement({ key, attributes }: GraphNode, types: AttributeTypes): string {
  const head = `      <node id="${escapeXml(key)}" label="${escapeXml(attributes.label)}">\n`
  const look = `        ${rgb(colourOf(attributes.kind))}\n        <viz:size value="${sizeOf(attributes)}"/>\n`
  return `${head}${values(scalarsOf(attributes), types)}${look}      </node>\n`
}

function edgeElement(edge: GraphEdge, types: AttributeTypes): string {
  const { key, source, target, attributes } = edge
  const kind = escapeXml(attributes.kind)
  const weight = typeof attributes.weight === 'number' ? attributes.weight : 1
  const ends = `source="${escapeXml(source)}" target="${escapeXml(target)}"`
  const head = `      <edge id="${escapeXml(key)}" ${ends} weight="${weight}" kind="${kind}" label="${kind}">\n`
  return `${head}${values(edgeScalars(edge), types)}      </edge>\n`
}

function values(attributes: Readonly<Record<string, Scalar>>, types: AttributeTypes): string {
  let printed = '        <attvalues>\n'
  for (const name of types.keys()) {
    const value = attributes[name]
    if (value !== undefined) {
      printed += `          <attvalue for="${escapeXml(name)}" value="${escapeXml(String(value))}"/>\n`
    }
  }
  return `${printed}        </attvalues>\n`
}

/** As three numbers: readers of GEXF 1.2 know no `hex`. */
function rgb(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return `<viz:color r="${red}" g="${green}" b="${blue}"/>`
}

/** Grows with the number of mentions, slowly. */
function sizeOf({ mentions }: GraphNode['attributes']): number {
  return Math.round(10 * (4 + 4 * Math.log2(1 + (typeof mentions === 'number' ? mentions : 1)))) / 10
}
