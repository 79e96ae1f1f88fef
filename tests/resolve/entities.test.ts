import { describe, expect, it } from 'vitest'
import { Entities, type Entity, type Judgement } from '../../src/model/entity.js'
import { type ArticleRecord, profilesOf } from '../../src/model/record.js'
import { resolveEntities } from '../../src/resolve/entities.js'
import { judgePairs } from '../../src/resolve/judge.js'
import { record } from './build.js'

function resolve(records: readonly ArticleRecord[], people: readonly Judgement[] = []): Entity[] {
  const stage = judgePairs()
  const items = records.flatMap((one) =>
    profilesOf(one).map((profile) => ({
      profile,
      article: one.article.id,
      published: one.article.published,
      neighbours: profilesOf(one)
        .map(({ name }) => name)
        .filter((name) => name !== profile.name)
        .sort(),
    })),
  )
  const judgements = [...(stage.candidates?.(items) ?? [])].map(([left, right]) => stage.judge(left, right))
  const made = resolveEntities.run({ records, judgements: [...judgements, ...people] })
  return Entities.parse(made).entities
}

const near = { published: '2025-02-03' }
const records = [
  record(
    1,
    [
      { name: 'Marta Holm', titles: ['senator'], aliases: ['Holm'] },
      {
        name: 'Coastal Weather Bureau',
        kind: 'agency',
        registryId: 'xx-cwb',
        acronym: 'CWB',
        parent: 'xx-dep',
        sameAs: ['wikidata:Q1'],
      },
      { name: 'Halden AG', kind: 'organization' },
    ],
    near,
  ),
  record(
    2,
    [
      { name: 'Marta Holm', titles: ['Senator', 'chair of the panel'], aliases: ['Ms. Holm'] },
      { name: 'Coastal Weather Bureau', kind: 'agency', registryId: 'xx-cwb', aliases: ['the bureau'] },
      { name: 'Norwick', kind: 'place' },
    ],
    near,
  ),
  record(3, [{ name: 'M. Holm' }, { name: 'Halden', kind: 'organization' }, { name: 'Norwick', kind: 'place' }], near),
]

describe('resolveEntities', () => {
  const entities = resolve(records)
  const named = (name: string): Entity | undefined => entities.find((entity) => entity.name === name)

  it('makes one entity of the profiles of one person, with the fullest name, aliases and roles', () => {
    expect(named('Marta Holm')).toEqual({
      id: '000000000001:person:0-10',
      kind: 'person',
      name: 'Marta Holm',
      aliases: ['Holm', 'M. Holm', 'Ms. Holm'],
      acronym: null,
      registryId: null,
      sameAs: [],
      parent: null,
      roles: [
        { title: 'chair of the panel', organization: null },
        { title: 'Senator', organization: null },
      ],
      profiles: ['000000000001:person:0-10', '000000000002:person:0-10', '000000000003:person:0-7'],
      articles: ['000000000001', '000000000002', '000000000003'],
      mentions: 3,
    })
  })

  it('takes the registry id as id and keeps acronym, parent and sameAs', () => {
    expect(named('Coastal Weather Bureau')).toMatchObject({
      id: 'xx-cwb',
      registryId: 'xx-cwb',
      acronym: 'CWB',
      parent: 'xx-dep',
      sameAs: ['wikidata:Q1'],
      mentions: 2,
    })
  })

  it('is sorted by id and holds every profile once', () => {
    const ids = entities.map((entity) => entity.id)
    expect(ids).toEqual([...ids].sort())
    const profiles = entities.flatMap((entity) => entity.profiles)
    expect(profiles.sort()).toEqual(records.flatMap((one) => profilesOf(one).map(({ id }) => id)).sort())
  })

  it('does not depend on the order of the records', () => {
    expect(resolve([...records].reverse())).toEqual(entities)
  })

  it("parts profiles that a person parts, even of one registry id; the second has its profile's id", () => {
    const [left, right] = ['000000000001:agency:30-52', '000000000002:agency:30-52']
    const parted = resolve(records, [{ left, right, verdict: 'different', score: 0, by: 'person', comparisons: [] }])
    expect(parted.filter((entity) => entity.registryId === 'xx-cwb').map((entity) => entity.id)).toEqual([
      right,
      'xx-cwb',
    ])
  })

  it('counts no mentions of a copy', () => {
    const copied = [...records, record(4, [{ name: 'Marta Holm' }], { duplicateOf: '000000000001' })]
    const holm = resolve(copied).find((entity) => entity.name === 'Marta Holm')
    expect(holm).toMatchObject({ mentions: 3 })
    expect(holm?.articles).toHaveLength(4)
  })

  it('prefers a name that many write to one that a single paper writes out', () => {
    const many = Array.from({ length: 12 }, (_, at) => record(at + 1, [{ name: 'Marta Holm' }]))
    const single = record(99, [{ name: 'Marta Quillan Holm' }])
    expect(resolve([...many, single]).map((entity) => entity.name)).toEqual(['Marta Holm'])
  })

  it('maps the body of a role to its entity', () => {
    const one = record(5, [
      { name: 'Coastal Weather Bureau', kind: 'agency', registryId: 'xx-cwb' },
      { name: 'Jan Gantry' },
    ])
    const [person] = one.people
    const body = one.agencies[0]?.id ?? ''
    const role = { title: 'director', organization: body, start: 60, end: 68, text: 'director' }
    const withRole = { ...one, people: person ? [{ ...person, roles: [role] }] : [] }
    expect(resolve([withRole]).find((entity) => entity.name === 'Jan Gantry')?.roles).toEqual([
      { title: 'director', organization: 'xx-cwb' },
    ])
  })
})
