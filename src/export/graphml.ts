import type { ExportChunk, ExportFormat, ExportInput } from './format.js'
import { COLOURS, edgeScalars, type Scalar, scalarsOf } from './scalars.js'
import { escapeXml } from './xml.js'

const FILE = 'graph.graphml'
/** Elements in one piece of the file. */
const BATCH = 500

type GraphMlType = 'boolean' | 'long' | 'double' | 'string'
type Keys = ReadonlyMap<string, GraphMlType>

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
  const colours: Readonly<Record<string, string>> = COLOURS
  const nodes = graph.nodes.map(({ key, attributes }) => ({
    key,
    attributes: { ...scalarsOf(attributes), color: colours[attributes.kind] ?? '#000000' },
  }))
  const nodeKeys = keysOf(nodes.map((node) => node.attributes))
  const edgeKeys = keysOf(graph.edges.map(edgeScalars))
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"'
  yield ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns'
  yield ' http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
  yield* declarations('node', nodeKeys)
  yield* declarations('edge', edgeKeys)
  yield '  <graph id="nutgraf" edgedefault="directed">\n'
  for (const { key, attributes } of nodes) {
    yield `    <node id="${escapeXml(key)}">\n${values('node', attributes, nodeKeys)}    </node>\n`
  }
  for (const edge of graph.edges) {
    const ends = `source="${escapeXml(edge.source)}" target="${escapeXml(edge.target)}"`
    yield `    <edge id="${escapeXml(edge.key)}" ${ends}>\n${values('edge', edgeScalars(edge), edgeKeys)}    </edge>\n`
  }
  yield '  </graph>\n</graphml>\n'
}

/** The type of each attribute: of all its values the widest. Sorted by name. */
function keysOf(all: readonly Readonly<Record<string, Scalar>>[]): Keys {
  const types = new Map<string, GraphMlType>()
  for (const attributes of all) {
    for (const [name, value] of Object.entries(attributes)) types.set(name, wider(types.get(name), typeOf(value)))
  }
  return new Map([...types].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function typeOf(value: Scalar): GraphMlType {
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'boolean'
  return Number.isSafeInteger(value) ? 'long' : 'double'
}

function wider(known: GraphMlType | undefined, type: GraphMlType): GraphMlType {
  if (known === undefined || known === type) return type
  const areNumbers = known !== 'string' && known !== 'boolean' && type !== 'string' && type !== 'boolean'
  return areNumbers ? 'double' : 'string'
}

function* declarations(domain: 'node' | 'edge', keys: Keys): Generator<string> {
  for (const [name, type] of keys) {
    yield `  <key id="${domain}-${name}" for="${domain}" attr.name="${escapeXml(name)}" attr.type="${type}"/>\n`
  }
}

function values(domain: 'node' | 'edge', attributes: Readonly<Record<string, Scalar>>, keys: Keys): string {
  let printed = ''
  for (const name of keys.keys()) {
    const value = attributes[name]
    if (value !== undefined) printed += `      <data key="${domain}-${name}">${escapeXml(String(value))}</data>\n`
  }
  return printed
}

function* batches(pieces: Iterable<string>): Generator<string> {
  let text = ''
  let count = 0
  for (const piece of pieces) {
    text += piece
    count += 1
    if (count % BATCH !== 0) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}
