import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RegistryEntry } from '../../../src/model/registry.js'
import { csvReader } from '../../../src/resolve/registry/csv.js'
import { fileKind } from '../../../src/resolve/registry/file-kind.js'
import { followTheMoneyReader } from '../../../src/resolve/registry/follow-the-money.js'
import { readLegislators } from '../../../src/resolve/registry/legislators.js'
import type { LineReader, Parsed } from '../../../src/resolve/registry/line.js'
import { wikidataReader } from '../../../src/resolve/registry/wikidata.js'

const FILES = join(import.meta.dirname, '../../../fixtures/registry')

function linesOf(name: string): string[] {
  return readFileSync(join(FILES, name), 'utf8').split('\n')
}

function read(reader: LineReader, lines: readonly string[]): { entries: RegistryEntry[]; others: Parsed[] } {
  const parsed = lines.map((line) => reader.line(line)).filter((one) => one !== 'nothing')
  return {
    entries: parsed.flatMap((one) => (typeof one === 'object' && 'entry' in one ? [one.entry] : [])),
    others: parsed.filter((one) => typeof one === 'string' || 'fault' in one),
  }
}

describe('congress-legislators', () => {
  it('reads people with every name, office and identifier', () => {
    const { items, faults } = readLegislators(readFileSync(join(FILES, 'legislators.yaml'), 'utf8'))
    expect(faults).toEqual([])
    expect(items.map(({ line }) => line)).toEqual([1, 28, 42])
    expect(items[0]?.parsed).toEqual([
      {
        entry: {
          id: 'bioguide:H900001',
          kind: 'person',
          name: 'Marta Holm',
          forms: ['Martina I. Holm', 'Martina Holm', 'Martina Ines Holm', 'Marta Ines Holm'],
          sameAs: ['wikidata:Q900001'],
          prior: null,
          country: 'US',
          gender: 'female',
          context: ['senate majority whip'],
          offices: [
            { office: 'house', state: 'SC', party: 'Republican', start: '2009-01-06', end: '2015-01-03' },
            { office: 'senate', state: 'SC', party: 'Republican', start: '2021-01-03', end: '2027-01-03' },
          ],
        },
      },
    ])
  })

  it('reads committees with their subcommittees, as news calls them too', () => {
    const { items } = readLegislators(readFileSync(join(FILES, 'committees.yaml'), 'utf8'))
    const entries = items
      .flatMap(({ parsed }) => parsed)
      .flatMap((one) => (typeof one === 'object' && 'entry' in one ? one.entry : []))
    expect(entries.map(({ id, name, forms }) => [id, name, ...forms])).toEqual([
      ['thomas:SSJU', 'Senate Committee on the Judiciary', 'Senate Judiciary Committee'],
      ['thomas:SSJU01', 'Senate Committee on the Judiciary, Subcommittee on Tides and Harbors'],
      ['thomas:HSLH', 'House Committee on Lighthouses', 'House Lighthouses Committee'],
    ])
  })

  it('says on which line an item is none', () => {
    const { items } = readLegislators('- id:\n    bioguide: A1\n  name:\n    first: Ann\n  terms: []\n- 7\n')
    expect(items).toMatchObject([
      { line: 1, parsed: [{ fault: expect.stringContaining('name.last') }] },
      { parsed: [{ fault: expect.stringContaining('expected a person') }] },
    ])
    expect(readLegislators('- id: [1\n- b').faults).toMatchObject([{ line: 2 }])
    expect(readLegislators('a: 1').faults).toHaveLength(1)
  })
})

describe('FollowTheMoney', () => {
  it('reads people and bodies, and counts other schemata apart', () => {
    const { entries, others } = read(followTheMoneyReader(), linesOf('entities.ftm.json'))
    expect(entries).toMatchObject([
      {
        id: 'ftm:NK-halden',
        kind: 'organization',
        name: 'Halden Dredging AG',
        forms: ['Halden Dredging'],
        sameAs: ['wikidata:Q900010'],
        country: 'CH',
      },
      { id: 'ftm:NK-ferrer', kind: 'person', gender: 'female', context: ['harbor master of Norwick'] },
    ])
    expect(others).toEqual(['other-kind'])
  })
})

describe('Wikidata', () => {
  it('reads a slice: names in Latin letters, kind, sitelinks', () => {
    const { entries, others } = read(wikidataReader(), linesOf('slice.jsonl'))
    expect(entries[0]).toMatchObject({
      id: 'wikidata:Q900020',
      name: 'Tomas Quell',
      forms: ['Tomas J. Quell'],
      prior: 140,
      context: ['novelist'],
    })
    expect(entries[2]).toMatchObject({ kind: 'place', name: 'Norwick', forms: ['Port Norwick'] })
    expect(others).toEqual(['other-kind'])
  })

  it('reads lines of Wikidata’s own dump', () => {
    const { entries, others } = read(wikidataReader(), linesOf('dump.json'))
    expect(entries).toMatchObject([
      { id: 'wikidata:Q900030', kind: 'person', name: 'Bram Tessel', forms: ['B. Tessel'], prior: 2, gender: 'male' },
    ])
    expect(others).toEqual(['other-kind'])
  })

  it.each([
    ['{"id":"Q1","labels":{"en":"Ann"}}', 'a kind'],
    ['{"id":"x1","labels":{"en":"Ann"},"kind":"person"}', 'a Wikidata id'],
    ['{"id":"Q1","kind":"person"}', 'a label'],
    ['{"id":"Q1",', 'a JSON object on one line'],
    ['[1]', 'a JSON object'],
  ])('says what is wrong with %s', (line, expected) => {
    expect(wikidataReader().line(line)).toMatchObject({ fault: expect.stringContaining(`expected ${expected}`) })
  })
})

describe('CSV', () => {
  it('reads quoted fields over several lines, and names family name first', () => {
    const { entries, others } = read(csvReader(), linesOf('people.csv'))
    expect(others).toEqual([])
    expect(entries).toMatchObject([
      { id: 'wikidata:Q900040', kind: 'person', name: 'Quist, Mara', prior: 31, country: 'GB' },
      { id: 'wikidata:Q900041', kind: 'organization', prior: null },
    ])
    expect(entries[0]?.context).toEqual(['economist, "the tide lady"\nof Norwick'])
  })

  it('says what is wrong with the header, a row, or an open quotation mark', () => {
    expect(csvReader().line('name,born')).toMatchObject({ fault: expect.stringContaining('columns id, name and kind') })
    const reader = csvReader()
    expect(reader.line('id\tlabel\tkind\tsitelinks')).toBe('nothing')
    expect(reader.line('Q1\tAnn\tperson\tmany')).toMatchObject({
      fault: expect.stringContaining('a number of sitelinks'),
    })
    expect(reader.line('Q1\t\tperson\t1')).toMatchObject({ fault: expect.stringContaining('an id and a name') })
    expect(reader.line('Q1\tTide\tfilm\t1')).toBe('other-kind')
    expect(reader.line('Q1\t"Ann\tperson')).toBe('nothing')
    expect(reader.end?.()).toContain('closing quotation mark')
  })
})

describe('fileKind', () => {
  const kindOf = (name: string, ...lines: string[]): string => {
    const kind = fileKind(name, lines)
    return kind === 'legislators' ? kind : 'fault' in kind ? `fault: ${kind.fault}` : kind.name
  }

  it.each([
    ['a.yaml', ['- id:'], 'legislators'],
    ['a.json', ['[', '  {'], 'legislators'],
    ['a.txt', ['- id:'], 'legislators'],
    ['a.csv', ['id,name'], 'CSV'],
    ['a.json', ['{"id":"x","schema":"Person","properties":{}}'], 'FollowTheMoney NDJSON'],
    ['a', ['{"id":"Q1","labels":{}}'], 'Wikidata JSON lines'],
    ['latest-all.json', ['[', '{"type":"item","id":"Q1"},'], 'Wikidata JSON lines'],
    ['a.json', ['{"title":"x"}'], 'fault: '],
    ['a.bin', ['PK'], 'fault: '],
  ])('takes %s beginning %j for %s', (name, lines, expected) => {
    expect(kindOf(name, ...lines)).toContain(expected)
  })
})
