import { describe, expect, it } from 'vitest'
import { jsonld, uriOf } from '../../src/export/jsonld.js'
import { sampleRecord } from '../link/sample.js'
import { filesOf, sampleRun } from './run.js'

type Node = { readonly [key: string]: unknown }

/** Terms of schema.org that each class has, by https://schema.org; all have name, identifier, alternateName, sameAs. */
const TERMS: Readonly<Record<string, string>> = {
  NewsArticle: 'headline author publisher datePublished url inLanguage isBasedOn mentions hasPart',
  Quotation: 'text keywords creator creditText sourceOrganization mentions',
  Person: 'jobTitle affiliation',
  GovernmentOrganization: 'parentOrganization',
  Organization: 'parentOrganization',
  Place: '',
  City: '',
  QuantitativeValue: 'value minValue maxValue unitText',
  MonetaryAmount: 'value minValue maxValue currency',
}
const EVERY = ['@id', '@type', '@context', 'name', 'identifier', 'alternateName', 'sameAs']

function* nodesIn(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield value as Node
  for (const inner of Object.values(value)) yield* nodesIn(inner)
}

async function documents(run = sampleRun()): Promise<Map<string, Node>> {
  const files = await filesOf(jsonld, run)
  return new Map([...files].map(([path, text]) => [path, JSON.parse(text) as Node]))
}

describe('jsonld', () => {
  it('writes a file for each article, with terms of schema.org only', async () => {
    const found = await documents()
    expect([...found.keys()]).toEqual(['jsonld/1.md.jsonld', 'jsonld/9.md.jsonld'])
    for (const document of found.values()) {
      expect(document['@context']).toBe('https://schema.org')
      for (const node of nodesIn(document)) {
        if (node['@type'] === undefined) expect(Object.keys(node)).toEqual(['@id'])
        const terms = TERMS[String(node['@type'] ?? 'Place')]?.split(' ') ?? []
        expect(Object.keys(node).filter((key) => !EVERY.includes(key) && !terms.includes(key))).toEqual([])
      }
    }
  })

  it('says each quotation with its creator, and every id that it refers to is there', async () => {
    const document = (await documents()).get('jsonld/1.md.jsonld') ?? {}
    const holm = uriOf(sampleRecord().people[0]?.id ?? '')
    expect(document).toMatchObject({
      headline: 'Harbour closed after storm',
      datePublished: '2025-02-03',
      hasPart: [
        { '@type': 'Quotation', creator: { '@id': holm }, text: '“We counted 40 boats, and Dr. Holm knows each,”' },
      ],
    })
    const nodes = [...nodesIn(document)]
    const there = new Set(nodes.filter((node) => '@type' in node).map((node) => node['@id']))
    const asked = nodes.filter((node) => !('@type' in node)).map((node) => node['@id'])
    expect(asked.filter((id) => !there.has(id))).toEqual([])
    expect(nodes.find((node) => node['@id'] === holm && 'name' in node)).toMatchObject({
      jobTitle: ['director'],
      affiliation: [{ '@id': 'urn:nutgraf:xx-cwb', name: 'Coastal Weather Bureau' }],
    })
  })

  it('names the body of a speaker without a name, and makes nobody up', async () => {
    const record = sampleRecord()
    const agency = record.agencies[0]?.id ?? null
    const speaker = { profile: null, kind: 'unnamed', name: 'a bureau official', organization: agency } as const
    const quotes = record.quotes.map((quote) => ({ ...quote, speaker: { ...speaker, candidates: [] } }))
    const run = sampleRun()
    const found = await documents({ ...run, records: () => [{ ...record, quotes }] })
    const [quotation] = [...nodesIn(found.get('jsonld/1.md.jsonld'))].filter((node) => node['@type'] === 'Quotation')
    expect(quotation).toMatchObject({
      creditText: 'a bureau official',
      sourceOrganization: { '@id': 'urn:nutgraf:xx-cwb' },
    })
    expect(quotation).not.toHaveProperty('creator')
  })

  it('makes a URI of every id', () => {
    expect(uriOf('0fc0c1a5114d:person:1-9')).toBe('urn:nutgraf:0fc0c1a5114d:person:1-9')
    expect(uriOf('a b/ü')).toBe('urn:nutgraf:a%20b%2F%C3%BC')
  })
})
