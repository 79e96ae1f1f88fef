import { MultiDirectedGraph } from 'graphology'
import { parse } from 'graphology-gexf'
import { describe, expect, it } from 'vitest'
import { gexf } from '../../src/export/gexf.js'
import { sampleRecord } from '../link/sample.js'
import { filesOf, sampleRun } from './run.js'

describe('gexf', () => {
  it('gives back every node and edge with label, kind and weight', async () => {
    const run = sampleRun()
    const file = (await filesOf(gexf, run)).get('graph.gexf') ?? ''
    const read = parse(MultiDirectedGraph, file)
    expect(read.nodes().sort()).toEqual(run.graph.nodes.map((node) => node.key))
    expect(read.edges().sort()).toEqual(run.graph.edges.map((edge) => edge.key))
    for (const { key, attributes } of run.graph.nodes) {
      expect(read.getNodeAttributes(key)).toMatchObject({ label: attributes.label, kind: attributes.kind })
      expect(read.getNodeAttribute(key, 'color')).toMatch(/^(#|rgb)/)
    }
    for (const { key, source, target, attributes } of run.graph.edges) {
      expect(read.extremities(key)).toEqual([source, target])
      expect(read.getEdgeAttributes(key)).toMatchObject({ kind: attributes.kind, weight: attributes.weight })
    }
  })

  it('is read where a name has marks of XML or control characters', async () => {
    const record = sampleRecord(2)
    const title = 'A & B <c> "d"\u0000\u0008 \ud83d'
    const file = (await filesOf(gexf, sampleRun([{ ...record, article: { ...record.article, title } }]))).get(
      'graph.gexf',
    )
    const read = parse(MultiDirectedGraph, file ?? '')
    expect(read.getNodeAttribute('000000000002', 'label')).toBe('A & B <c> "d" ')
  })
})
