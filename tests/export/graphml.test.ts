import { DOMParser } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { graphml } from '../../src/export/graphml.js'
import { sampleRecord } from '../link/sample.js'
import { filesOf, sampleRun } from './run.js'

/** What linkedom's document gives of an element; it has no types of its own for XML. */
interface Element {
  readonly textContent: string
  getAttribute(name: string): string | null
  querySelectorAll(selector: string): Iterable<Element>
}

function parse(file: string): Element {
  return new DOMParser().parseFromString(file, 'text/xml') as unknown as Element
}

/** linkedom leaves character references in attributes. */
function attribute(element: Element | undefined, name: string): string {
  return (element?.getAttribute(name) ?? '').replaceAll('&gt;', '>')
}

function dataOf(element: Element): Record<string, string> {
  return Object.fromEntries(
    [...element.querySelectorAll('data')].map((data) => [data.getAttribute('key'), data.textContent]),
  )
}

describe('graphml', async () => {
  const run = sampleRun()
  const document = parse((await filesOf(graphml, run)).get('graph.graphml') ?? '')

  it('gives back every node and edge', () => {
    const ids = (selector: string): string[] =>
      [...document.querySelectorAll(selector)].map((one) => attribute(one, 'id'))
    expect(ids('node')).toEqual(run.graph.nodes.map((node) => node.key))
    expect(ids('edge')).toEqual(run.graph.edges.map((edge) => edge.key))
    const [edge] = document.querySelectorAll('edge')
    expect(attribute(edge, 'source')).toBe(run.graph.edges[0]?.source)
  })

  it('declares a type for every key that it uses', () => {
    const types = new Map(
      [...document.querySelectorAll('key')].map((key) => [key.getAttribute('id'), key.getAttribute('attr.type')]),
    )
    expect(types.get('node-value')).toBe('long')
    expect(types.get('node-label')).toBe('string')
    expect(types.get('edge-registry')).toBe('boolean')
    for (const element of document.querySelectorAll('node, edge')) {
      for (const key of Object.keys(dataOf(element))) expect(types.has(key), key).toBe(true)
    }
  })

  it('has labels, kinds and where an edge can be read', () => {
    const nodes = [...document.querySelectorAll('node')].map(dataOf)
    expect(nodes.map((data) => data['node-label'])).toEqual(run.graph.nodes.map((node) => node.attributes.label))
    const says = [...document.querySelectorAll('edge')].map(dataOf).find((data) => data['edge-kind'] === 'says')
    expect(says?.['edge-evidence']).toMatch(/^000000000001:\d+-\d+$/)
  })

  it('takes out what XML cannot hold', async () => {
    const record = sampleRecord(2)
    const title = 'A & B <c> "d"\u0000 \ud83d\ude00'
    const file = (await filesOf(graphml, sampleRun([{ ...record, article: { ...record.article, title } }]))).get(
      'graph.graphml',
    )
    expect(file).toContain('>A &amp; B &lt;c&gt; &quot;d&quot; \ud83d\ude00<')
  })
})
