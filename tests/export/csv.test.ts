import { describe, expect, it } from 'vitest'
import { csv } from '../../src/export/csv.js'
import { sampleRecord } from '../link/sample.js'
import { parseCsv as parse } from './parse-csv.js'
import { filesOf, sampleRun } from './run.js'

describe('csv', async () => {
  const files = await filesOf(csv, sampleRun())

  it('writes every file that it says, each with a byte order mark', () => {
    expect([...files.keys()].sort()).toEqual(csv.files)
    for (const text of files.values()) expect(text.startsWith('\ufeff')).toBe(true)
  })

  it('gives each quote its speaker by name and id, role, cue and sentence', () => {
    expect(parse(files.get('quotes.csv'))).toEqual([
      {
        speaker: 'Marta Holm',
        speaker_id: sampleRecord().people[0]?.id,
        speaker_kind: 'person',
        role: 'director',
        organization: 'Coastal Weather Bureau',
        quote: '“We counted 40 boats, and Dr. Holm knows each,”',
        cue: 'said',
        type: 'direct',
        act: 'speech',
        addressee: '',
        sentence: '“We counted 40 boats, and Dr. Holm knows each,” said Marta Holm, its director.',
        article: 'Harbour closed after storm',
        published: '2025-02-03',
        url: '',
        path: '1.md',
        article_id: '000000000001',
        quote_id: sampleRecord().quotes[0]?.id,
        start: '102',
        end: '165',
        rule: 'test/made',
        score: '1',
      },
    ])
  })

  it('gives each figure what it counts and whom it is about', () => {
    const [figure] = parse(files.get('figures.csv'))
    expect(figure).toMatchObject({
      text: '40 boats',
      value: '40',
      unit: 'boat',
      of: 'boats',
      about: 'Coastal Weather Bureau',
    })
  })

  it('lists the articles with what was found in each', () => {
    expect(parse(files.get('articles.csv'))).toMatchObject([
      {
        title: 'Harbour closed after storm',
        published: '2025-02-03',
        path: '1.md',
        words: '36',
        people: '1',
        quotes: '1',
      },
      { path: '9.md', organizations: '1' },
    ])
  })

  it('lists people with roles, quotes and an example, the most mentioned first', () => {
    expect(parse(files.get('people.csv'))).toMatchObject([
      { name: 'Marta Holm', roles: 'director (Coastal Weather Bureau)', quotes: '1', mentions: '3', articles: '1' },
    ])
    const bodies = parse(files.get('organizations.csv'))
    expect(bodies.map((body) => body.name)).toEqual(['Coastal Weather Bureau', 'Department of Ports', 'Halden AG'])
    expect(bodies[0]).toMatchObject({ part_of: 'Department of Ports', acronym: 'CWB', registry_id: 'xx-cwb' })
    expect(parse(files.get('places.csv'))).toMatchObject([
      { name: 'Norwick', example_article: 'Harbour closed after storm' },
    ])
  })

  it('lists every mention with the name of its entity', () => {
    const rows = parse(files.get('mentions.csv'))
    expect(rows.find((row) => row.text === 'She')).toMatchObject({
      name: 'Marta Holm',
      form: 'pronoun',
      sentence: 'She did not name Halden AG.',
    })
    for (const row of rows) expect(row.name).not.toBe('')
  })

  it('lets no text be a formula, and leaves numbers as they are', async () => {
    const record = sampleRecord(2)
    const [figure] = record.figures
    const figures = figure
      ? [{ ...figure, text: '-4 degrees', value: -4, of: { start: 0, end: 9, text: '=SUM(A1) ,"x"' } }]
      : []
    const written = await filesOf(
      csv,
      sampleRun([{ ...record, figures, article: { ...record.article, title: '@home\nnow' } }]),
    )
    const row = parse(written.get('figures.csv')).find((one) => one.article_id === '000000000002')
    expect(row).toMatchObject({ text: "'-4 degrees", value: '-4', of: `'=SUM(A1) ,"x"`, article: "'@home now" })
  })
})
