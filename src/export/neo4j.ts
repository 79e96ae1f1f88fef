import { stringify } from 'csv-stringify/sync'
import type { Entity } from '../model/entity.js'
import type { EdgeKind, GraphEdge, GraphNode } from '../model/graph.js'
import type { Quote } from '../model/record.js'
import type { ExportChunk, ExportFormat, ExportInput } from './format.js'
import { loadScript, readme, type Table } from './neo4j-script.js'

const FOLDER = 'neo4j/'
/** Rows that are printed at once. */
const BATCH = 500

type Cell = string | number | boolean | null | undefined | readonly string[]

const THING = ['name', 'aliases:string[]', 'acronym', 'registryId', 'sameAs:string[]', 'mentions:long', 'articles:long']

const ENTITY_TABLES: Readonly<Record<Entity['kind'], Table>> = {
  person: { file: 'people.csv', label: 'Person', columns: THING },
  agency: { file: 'agencies.csv', label: 'Agency', columns: THING },
  organization: { file: 'organizations.csv', label: 'Organization', columns: THING },
  place: { file: 'places.csv', label: 'Place', columns: THING },
}
const ARTICLES: Table = {
  file: 'articles.csv',
  label: 'Article',
  columns: ['title', 'path', 'published', 'publisher', 'url'],
}
const QUOTES: Table = { file: 'quotes.csv', label: 'Quote', columns: ['text', 'type', 'act', 'cue', 'speaker'] }
const FIGURES: Table = {
  file: 'figures.csv',
  label: 'Figure',
  columns: ['text', 'value:double', 'high:double', 'unit', 'dimension', 'qualifier', 'of'],
}
const NODES: readonly Table[] = [...Object.values(ENTITY_TABLES), ARTICLES, QUOTES, FIGURES]

const SHOWN = ['weight:long', 'evidence:string[]']
/** `in` is a word of Cypher: its type is APPEARS_IN. */
const EDGE_TABLES: Readonly<Record<EdgeKind, Table>> = {
  mentions: { file: 'mentions.csv', label: 'MENTIONS', columns: SHOWN },
  says: { file: 'says.csv', label: 'SAYS', columns: SHOWN },
  in: { file: 'appears-in.csv', label: 'APPEARS_IN', columns: SHOWN },
  names: { file: 'names.csv', label: 'NAMES', columns: SHOWN },
  about: { file: 'about.csv', label: 'ABOUT', columns: SHOWN },
  'holds-role': { file: 'holds-role.csv', label: 'HOLDS_ROLE', columns: ['title', ...SHOWN] },
  'part-of': { file: 'part-of.csv', label: 'PART_OF', columns: ['registry:boolean', ...SHOWN] },
  'same-story': { file: 'same-story.csv', label: 'SAME_STORY', columns: ['score:double', ...SHOWN] },
}
const EDGES: readonly Table[] = Object.values(EDGE_TABLES)

/**
 * A folder for Neo4j: a CSV for each kind of node and relationship, with the typed headers of `neo4j-admin database
 * import`, a `load.cypher` that reads the same files into a running database, and a README that says how.
 * @see https://neo4j.com/docs/operations-manual/current/import/
 */
export const neo4j: ExportFormat = {
  name: 'neo4j',
  description: 'CSV files for Neo4j with a load script',
  files: [FOLDER],
  async *write(input: ExportInput): AsyncGenerator<ExportChunk> {
    yield { path: `${FOLDER}README.md`, text: readme(NODES, EDGES), isLast: true }
    yield { path: `${FOLDER}load.cypher`, text: loadScript(NODES, EDGES), isLast: true }
    for (const { file, columns } of NODES) yield chunk(file, [['key:ID', ...columns, ':LABEL']])
    for (const { file, columns } of EDGES) yield chunk(file, [[':START_ID', ':END_ID', 'key', ...columns, ':TYPE']])
    for await (const { quotes } of input.records()) {
      const rows = quotes.map((quote) => nodeRow(quote.id, QUOTES, quoteCells(quote)))
      if (rows.length > 0) yield chunk(QUOTES.file, rows)
    }
    yield* batches(rowsOf(input))
  },
}

interface Row {
  readonly file: string
  readonly cells: readonly Cell[]
}

function* rowsOf({ entities, graph }: ExportInput): Generator<Row> {
  for (const entity of entities) {
    const { name, aliases, acronym, registryId, sameAs, mentions, articles } = entity
    const table = ENTITY_TABLES[entity.kind]
    const cells = [name, aliases, acronym, registryId, sameAs, mentions, articles.length]
    yield { file: table.file, cells: nodeRow(entity.id, table, cells) }
  }
  for (const { key, attributes } of graph.nodes) {
    const table = attributes.kind === 'article' ? ARTICLES : attributes.kind === 'figure' ? FIGURES : null
    if (table !== null) yield { file: table.file, cells: nodeRow(key, table, cellsOf(table, attributes)) }
  }
  for (const edge of graph.edges) yield edgeRow(edge)
}

function quoteCells({ content, type, act, cue, speaker }: Quote): Cell[] {
  return [content.map(({ text }) => text).join(' … '), type, act, cue?.text, speaker?.name]
}

/** The attributes by the names of the columns; the words of a figure are its label. */
function cellsOf({ columns }: Table, attributes: GraphNode['attributes']): Cell[] {
  return columns.map((column) => {
    const name = column.split(':', 1)[0] ?? ''
    const value = name === 'text' ? attributes.label : attributes[name]
    return typeof value === 'string' || typeof value === 'number' ? value : null
  })
}

function nodeRow(key: string, { label }: Table, cells: readonly Cell[]): Cell[] {
  return [key, ...cells, ['Thing', label]]
}

function edgeRow({ key, source, target, attributes }: GraphEdge): Row {
  const { file, label, columns } = EDGE_TABLES[attributes.kind]
  const own: Readonly<Record<string, unknown>> = attributes
  const cells = columns.map((column): Cell => {
    if (column === 'evidence:string[]') {
      return attributes.evidence.map(({ article, start, end }) => `${article}:${start}-${end}`)
    }
    const value = own[column.split(':', 1)[0] ?? '']
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
  })
  return { file, cells: [source, target, key, ...cells, label] }
}

/** Rows of one file after the other, some hundred at once. */
function* batches(rows: Iterable<Row>): Generator<ExportChunk> {
  let held: (readonly Cell[])[] = []
  let file = ''
  for (const row of rows) {
    if (held.length > 0 && (row.file !== file || held.length >= BATCH)) {
      yield chunk(file, held)
      held = []
    }
    file = row.file
    held.push(row.cells)
  }
  if (held.length > 0) yield chunk(file, held)
}

function chunk(file: string, rows: readonly (readonly Cell[])[]): ExportChunk {
  return {
    path: FOLDER + file,
    text: stringify(
      rows.map((row) => row.map(print)),
      { quoted_string: true, quoted_empty: false },
    ),
  }
}

function print(cell: Cell): string | number | null {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'number') return cell
  if (typeof cell === 'boolean') return String(cell)
  return plain(typeof cell === 'string' ? cell : cell.map((item) => item.replaceAll(';', ',')).join(';'))
}

/** On one line; Neo4j reads a backslash before a quotation mark as its escape. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('\\', '/').trim()
}
