import { describe, expect, it } from 'vitest'
import { neo4j } from '../../src/export/neo4j.js'
import { sampleRecord } from '../link/sample.js'
import { parseCsv } from './parse-csv.js'
import { filesOf, sampleRun } from './run.js'

const RUN = sampleRun([
  (() => {
    const record = sampleRecord(2)
    return { ...record, article: { ...record.article, title: 'A "B" \\\n; c', duplicateOf: '000000000001' } }
  })(),
])

describe('neo4j', async () => {
  const files = await filesOf(neo4j, RUN)
  const rowsOf = (file: string): Record<string, string>[] => parseCsv(files.get(`neo4j/${file}`))
  const tables = [...files.keys()].filter((path) => path.endsWith('.csv')).map((path) => path.slice('neo4j/'.length))
  const isNodes = (file: string): boolean => files.get(`neo4j/${file}`)?.startsWith('"key:ID"') === true

  it('writes all into a folder of its own, every file even where it has no row', async () => {
    const graph = { ...RUN.graph, nodes: [], edges: [] }
    const empty = await filesOf(neo4j, { entities: [], graph, records: () => [] })
    expect([...empty.keys()].sort()).toEqual([...files.keys()].sort())
    for (const path of files.keys()) expect(path.startsWith(neo4j.files[0] ?? '')).toBe(true)
    expect(tables.length).toBe(15)
  })

  it('has every node and edge of the graph once, each edge between nodes that are there', () => {
    const nodes = tables.filter(isNodes).flatMap(rowsOf)
    const edges = tables.filter((file) => !isNodes(file)).flatMap(rowsOf)
    expect(nodes.map((row) => row['key:ID']).sort()).toEqual(RUN.graph.nodes.map(({ key }) => key).sort())
    expect(edges.map((row) => row.key).sort()).toEqual(RUN.graph.edges.map(({ key }) => key).sort())
    const keys = new Set(nodes.map((row) => row['key:ID']))
    for (const edge of edges) expect([keys.has(edge[':START_ID']), keys.has(edge[':END_ID'])]).toEqual([true, true])
    for (const node of nodes) expect(node[':LABEL']).toMatch(/^Thing;[A-Z][a-z]+$/)
  })

  it('keeps numbers, lists and evidence, and lets no text end its cell', () => {
    expect(rowsOf('figures.csv')[0]).toMatchObject({ text: '40 boats', 'value:double': '40', 'high:double': '' })
    expect(rowsOf('agencies.csv').find((row) => row['key:ID'] === 'xx-cwb')).toMatchObject({
      name: 'Coastal Weather Bureau',
      acronym: 'CWB',
      'mentions:long': '2',
    })
    expect(rowsOf('says.csv')[0]?.['evidence:string[]']).toMatch(/^000000000001:\d+-\d+;000000000001:\d+-\d+$/)
    expect(rowsOf('articles.csv').map((row) => row.title)).toContain('A "B" / ; c')
    expect(rowsOf('same-story.csv')).toMatchObject([{ ':TYPE': 'SAME_STORY', 'score:double': '1' }])
  })

  it('loads every file by a statement of the script, and every column by its name', () => {
    const script = files.get('neo4j/load.cypher') ?? ''
    for (const file of tables) {
      const statement = script.split(';\n').find((one) => one.includes(`'file:///${file}'`)) ?? ''
      const [header = ''] = files.get(`neo4j/${file}`)?.split('\n') ?? []
      const columns = header.split(',').map((cell) => cell.slice(1, -1))
      const read = columns.filter((column) => column !== ':LABEL' && column !== ':TYPE')
      for (const column of read) expect(statement).toContain(`row.\`${column}\``)
      const label = rowsOf(file)[0]?.[':TYPE'] ?? rowsOf(file)[0]?.[':LABEL']?.slice('Thing;'.length)
      if (label !== undefined) expect(statement).toContain(`:${label} `.trimEnd())
      expect(files.get('neo4j/README.md')).toContain(`=${file}`)
    }
  })
})
