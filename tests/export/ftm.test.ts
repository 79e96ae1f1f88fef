import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ftm } from '../../src/export/ftm.js'
import { countryOf, ftmDate, ftmId, ftmLanguage, ftmName, ftmUrl } from '../../src/export/ftm-values.js'
import { sampleRecord } from '../link/sample.js'
import { filesOf, sampleRun } from './run.js'

interface FtmEntity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

/** The schemas of followthemoney, written by tests/consumers/ftm-model.py. */
const Model = z.object({
  schemas: z.record(z.string(), z.object({ is: z.string(), required: z.string(), properties: z.string() })),
})
const model = Model.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'ftm-model.json'), 'utf8')))

const ID = /^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/
/** What a value of each type has to be: the checks of followthemoney, of which the types without a line have none. */
const VALID: Readonly<Record<string, RegExp>> = {
  name: /^(?!["'].*["']$)\S(.{0,382}\S)?$/u,
  entity: ID,
  date: /^\d{4}(-\d\d(-\d\d)?)?$/,
  country: /^[a-z]{2}$/,
  language: /^[a-z]{3}$/,
  url: /^https?:\/\/[^/]+\//,
  string: /^.{1,1024}$/u,
  address: /^.{1,250}$/u,
}

async function entitiesOf(run = sampleRun()): Promise<FtmEntity[]> {
  const file = (await filesOf(ftm, run)).get('entities.ftm.json') ?? ''
  return file
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

/** What followthemoney would drop or take ill: unknown properties, bad values, missing ends, ends of another kind. */
function faultsOf(entities: readonly FtmEntity[]): string[] {
  const schemas = new Map(Object.entries(model.schemas))
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const faults = byId.size === entities.length ? [] : ['an id twice']
  for (const { id, schema, properties } of entities) {
    const known = schemas.get(schema)
    const types = new Map(known?.properties.split(' ').map((one) => one.split(':', 2) as [string, string]))
    if (!ID.test(id)) faults.push(`id ${id}`)
    for (const name of known?.required.split(' ') ?? [schema]) {
      if (name !== '' && properties[name] === undefined) faults.push(`${schema} lacks ${name}`)
    }
    for (const [name, values] of Object.entries(properties)) {
      const [type = '', range] = types.get(name)?.split('=') ?? []
      if (type === '' || values.length === 0) faults.push(`${schema}.${name}`)
      for (const value of values) {
        if (VALID[type]?.test(value) === false) faults.push(`${schema}.${name}: ${value}`)
        const end = schemas.get(byId.get(value)?.schema ?? '')
        if (range && !end?.is.split(' ').includes(range)) faults.push(`${schema}.${name} → ${value}`)
      }
    }
  }
  return faults
}

describe('ftm', () => {
  it('writes nothing that followthemoney drops, and no edge without both ends', async () => {
    const record = sampleRecord(2)
    const article = {
      ...record.article,
      title: '"Storm\u0000 closes"\n harbour "',
      url: 'https://example.org',
      published: '2025-02-30',
      byline: ['Imogen  Tarrant'],
      language: 'en',
      duplicateOf: '000000000001',
    }
    const entities = await entitiesOf(sampleRun([{ ...record, article }]))
    expect(faultsOf(entities)).toEqual([])
    expect(entities.find(({ id }) => id === '000000000002')?.properties).toMatchObject({
      name: ['Storm closes" harbour'],
      sourceUrl: ['https://example.org/'],
      language: ['eng'],
      author: ['Imogen Tarrant'],
    })
    const story = entities.find(({ properties }) => properties.role?.[0] === 'same story')
    expect(story?.properties).toMatchObject({ subject: ['000000000001'], object: ['000000000002'] })
  })

  it('says who holds which role, what was said, and where each is mentioned', async () => {
    const entities = await entitiesOf()
    const of = (schema: string): FtmEntity[] => entities.filter((one) => one.schema === schema)
    const [holm] = of('Person')
    expect(holm?.properties).toMatchObject({ name: ['Marta Holm'], position: ['director (Coastal Weather Bureau)'] })
    expect(of('PublicBody').find(({ id }) => id === 'xx-cwb')?.properties).toMatchObject({
      abbreviation: ['CWB'],
      parent: ['xx-dep'],
    })
    expect(of('Employment').map(({ properties }) => properties)).toEqual([
      {
        employee: [holm?.id],
        employer: ['xx-cwb'],
        role: ['director'],
        proof: ['000000000001'],
        date: ['2025-02-03'],
      },
    ])
    expect(of('Note').map(({ properties }) => properties)).toMatchObject([
      {
        name: ['Marta Holm: “We counted 40 boats, and Dr. Holm knows each,”'],
        entity: [holm?.id],
        proof: ['000000000001'],
        keywords: ['quote', 'direct', 'speech'],
      },
    ])
    const mentions = of('Documentation').filter(({ properties }) => properties.entity?.[0] === holm?.id)
    expect(mentions.map(({ properties }) => properties.namesMentioned)).toEqual([['Dr. Holm', 'Marta Holm']])
    expect(of('Address').map(({ properties }) => properties.full)).toEqual([['Norwick']])
  })

  it('makes ids, names, days, addresses, languages and countries as followthemoney has them', () => {
    expect(ftmId('0fc0c1a5114d:person:378-391')).toBe('0fc0c1a5114d.person.378-391')
    const odd = ['a b', 'a_b', `_${'x'.repeat(300)}`].map(ftmId)
    expect(new Set(odd).size).toBe(3)
    for (const id of odd) expect(id).toMatch(ID)
    expect(ftmName('"\'Smith\'"')).toBe('Smith')
    expect(ftmName('e\u0301te\u0301\u00ad')).toBe('\u00e9t\u00e9')
    expect(['2025-01-31T10:00:00+02:00', '2025-01', '2025-02-30', '31/01/2025', null].map(ftmDate)).toEqual([
      ...['2025-01-31', '2025-01'],
      ...[null, null, null],
    ])
    expect(['https://example.org/a?b=c', 'ftp://example.org/', 'example.org', 'http://a b/'].map(ftmUrl)).toEqual([
      'https://example.org/a?b=c',
      ...[null, null, null],
    ])
    expect(['en-GB', 'xx', null].map(ftmLanguage)).toEqual(['eng', null, null])
    expect(countryOf('agency', 'us-ice')).toBe('us')
    expect(countryOf('place', 'state-us-ak')).toBe('us')
    for (const id of ['cia', 'xx-cwb', 'nato']) expect(countryOf('agency', id)).toBeNull()
    expect(countryOf('organization', 'as-roma')).toBeNull()
  })
})
