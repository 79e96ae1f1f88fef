import { MultiDirectedGraph } from 'graphology'
import { describe, expect, it } from 'vitest'
import { linkGraph } from '../../src/link/graph.js'
import { ENTITIES_SCHEMA } from '../../src/model/entity.js'
import { SetupError } from '../../src/model/errors.js'
import { Graph } from '../../src/model/graph.js'
import type { ArticleRecord } from '../../src/model/record.js'
import { entitiesOf, parentRecord, sampleRecord } from './sample.js'

function graphOf(records: readonly ArticleRecord[], more: object = {}): Graph {
  const entities = { schema: ENTITIES_SCHEMA, entities: entitiesOf(records) }
  return Graph.parse(linkGraph.run({ ...more, records: withoutText(records), judgements: [], entities }))
}

/** As the runner gives them: small. */
function withoutText(records: readonly ArticleRecord[]): ArticleRecord[] {
  return records.map((one) => ({ ...one, article: { ...one.article, text: '' } }))
}

const sample = sampleRecord()
const graph = graphOf([sample, parentRecord()])
const [article, quote, figure] = [sample.article.id, sample.quotes[0]?.id, sample.figures[0]?.id]
const holm = sample.people[0]?.id

function shown(kind: string): string[] {
  return graph.edges
    .filter(({ attributes }) => attributes.kind === kind)
    .map(({ source, target, attributes }) => {
      const words = attributes.evidence
        .filter((place) => place.article === article)
        .map(({ start, end }) => sample.article.text.slice(start, end))
      return `${source} → ${target}: ${words.join(' | ')}`
    })
}

describe('linkGraph', () => {
  it('shows each edge by the words that say it', () => {
    expect(shown('says')).toEqual([`${holm} → ${quote}: said | Marta Holm`])
    expect(shown('in')).toContain(`${quote} → ${article}: “We counted 40 boats, and Dr. Holm knows each,”`)
    expect(shown('in')).toContain(`${figure} → ${article}: 40 boats`)
    expect(shown('names')).toEqual([`${quote} → ${holm}: Dr. Holm`])
    expect(shown('about')).toEqual([`${figure} → xx-cwb: 40 boats`])
    expect(shown('holds-role')).toEqual([`${holm} → xx-cwb: director`])
    expect(shown('mentions')).toContain(`${article} → ${holm}: Dr. Holm | Marta Holm | She`)
    expect(shown('mentions')).toContain(`${article} → xx-cwb: Coastal Weather Bureau | CWB`)
  })

  it('has part-of from the registry, only where both bodies are present', () => {
    const parts = graph.edges.filter(({ attributes }) => attributes.kind === 'part-of')
    expect(parts).toEqual([
      {
        key: 'part-of:xx-cwb->xx-dep',
        source: 'xx-cwb',
        target: 'xx-dep',
        attributes: { kind: 'part-of', registry: true, weight: 1, evidence: [] },
      },
    ])
    expect(graphOf([sample]).edges.some(({ attributes }) => attributes.kind === 'part-of')).toBe(false)
  })

  it('is what graphology reads and writes', () => {
    const read = MultiDirectedGraph.from(graph as never)
    expect(read.export()).toEqual(graph)
  })

  it('counts what a copy of an article shows once', () => {
    const again = sampleRecord(2)
    const copy = { ...again, article: { ...again.article, duplicateOf: sample.article.id } }
    const articlesOf = (records: readonly ArticleRecord[]): unknown =>
      graphOf(records).nodes.find(({ key }) => key === 'xx-cwb')?.attributes.articles
    expect([articlesOf([sample]), articlesOf([sample, again]), articlesOf([sample, copy])]).toEqual([1, 2, 1])
  })

  it('has evidence on every other edge, and both ends of every edge', () => {
    const keys = new Set(graph.nodes.map((node) => node.key))
    for (const { source, target, attributes } of graph.edges) {
      expect(keys.has(source) && keys.has(target)).toBe(true)
      if (attributes.kind !== 'part-of') expect(attributes.evidence.length).toBeGreaterThan(0)
    }
    expect(new Set(graph.edges.map((edge) => edge.key)).size).toBe(graph.edges.length)
  })

  it('gathers evidence from every article on one edge', () => {
    const entities = entitiesOf([sample, sampleRecord(2)])
    expect(entities.filter(({ registryId }) => registryId === 'xx-cwb')).toHaveLength(1)
    const holms = [sample, sampleRecord(2)].map((one) => one.people[0]?.id ?? '')
    const merged = entities
      .filter(({ id }) => id !== holms[1])
      .map((entity) => (entity.id === holms[0] ? { ...entity, profiles: holms } : entity))
    const both = linkGraph.run({
      records: [sampleRecord(2), sample],
      judgements: [],
      entities: { schema: ENTITIES_SCHEMA, entities: merged },
    })
    const role = both.edges.find(({ attributes }) => attributes.kind === 'holds-role')
    expect(role?.attributes).toMatchObject({ title: 'director', weight: 2 })
    expect(role?.attributes.evidence.map((place) => place.article)).toEqual(['000000000001', '000000000002'])
  })

  it('labels nodes with what a person reads', () => {
    const labels = Object.fromEntries(graph.nodes.map(({ key, attributes }) => [key, attributes.label]))
    expect(labels).toMatchObject({ [article]: 'Harbour closed after storm', 'xx-cwb': 'Coastal Weather Bureau' })
    expect(labels[figure ?? '']).toBe('40 boats')
    const node = graph.nodes.find(({ key }) => key === quote)
    expect(node?.attributes).toMatchObject({ speaker: 'Marta Holm', type: 'direct' })
  })

  it('tells one story in two articles, by the pairs given and by duplicateOf', () => {
    const copy = sampleRecord(2)
    const repeated = { ...copy, article: { ...copy.article, duplicateOf: article } }
    const byCopy = graphOf([sample, repeated]).edges.filter(({ attributes }) => attributes.kind === 'same-story')
    expect(byCopy).toHaveLength(1)
    expect(byCopy[0]).toMatchObject({ source: article, target: '000000000002' })
    const evidence = [
      { article, start: 0, end: 26 },
      { article: '000000000002', start: 0, end: 26 },
    ]
    const sameStory = [{ left: article, right: '000000000002', score: 0.4, evidence }]
    const byPair = graphOf([sample, copy], { sameStory }).edges.filter(
      ({ attributes }) => attributes.kind === 'same-story',
    )
    expect(byPair.map(({ attributes }) => attributes)).toEqual([
      { kind: 'same-story', score: 0.4, weight: 2, evidence },
    ])
  })

  it('does not depend on the order of the records', () => {
    const records = [sample, sampleRecord(2), parentRecord()]
    expect(JSON.stringify(graphOf([...records].reverse()))).toBe(JSON.stringify(graphOf(records)))
  })

  it('says what is missing when it stands before resolve-entities', () => {
    expect(() => linkGraph.run({ records: [], judgements: [] })).toThrow(SetupError)
  })
})
