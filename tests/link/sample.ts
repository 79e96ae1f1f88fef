import type { Entity } from '../../src/model/entity.js'
import type { ArticleRecord, Profile, Quote } from '../../src/model/record.js'
import { spanOf, type TextSpan } from '../../src/model/span.js'
import { resolveEntities } from '../../src/resolve/entities.js'
import { articleId, record } from '../resolve/build.js'

const TEXT = [
  'Harbour closed after storm',
  'The Coastal Weather Bureau (CWB) closed the harbour of Norwick on Monday. “We counted 40 boats, and Dr. Holm knows each,” said Marta Holm, its director. She did not name Halden AG.',
].join('\n\n')

function at(words: string, nth = 0): TextSpan {
  let start = TEXT.indexOf(words)
  for (let times = 0; times < nth; times += 1) start = TEXT.indexOf(words, start + 1)
  return spanOf(TEXT, start, start + words.length)
}

function made(
  article: string,
  kind: Profile['kind'],
  spans: readonly TextSpan[],
  more: Partial<Profile> = {},
): Profile {
  const [first] = spans
  return {
    id: `${article}:${kind}:${first?.start}-${first?.end}`,
    kind,
    name: first?.text ?? '',
    aliases: [],
    acronym: null,
    registryId: null,
    sameAs: [],
    roles: [],
    parent: null,
    score: 1,
    ...more,
    mentions: spans.map((span) => ({
      ...span,
      form: span.text === 'She' ? 'pronoun' : 'name',
      rule: 'test/made',
      score: 1,
    })),
  }
}

/** One made-up article with everything in it: a quote that names its speaker, a role, a figure about a body. */
export function sampleRecord(number = 1): ArticleRecord {
  const id = articleId(number)
  const bureau = made(id, 'agency', [at('Coastal Weather Bureau'), at('CWB')], {
    acronym: 'CWB',
    registryId: 'xx-cwb',
    parent: 'xx-dep',
  })
  const holm = made(id, 'person', [at('Marta Holm'), at('Dr. Holm'), at('She')], {
    aliases: ['Dr. Holm'],
    roles: [{ title: 'director', organization: bureau.id, ...at('director') }],
  })
  const content = at('“We counted 40 boats, and Dr. Holm knows each,”')
  const quote: Quote = {
    id: `${id}:quote:${content.start}-${content.end}`,
    type: 'direct',
    act: 'speech',
    content: [content],
    cue: at('said'),
    source: at('Marta Holm'),
    speaker: { profile: holm.id, kind: 'person', name: 'Marta Holm', organization: null, candidates: [] },
    addressee: null,
    within: null,
    rule: 'test/made',
    score: 1,
  }
  const number40 = at('40 boats')
  return {
    ...record(number, [], { text: TEXT, title: 'Harbour closed after storm', published: '2025-02-03' }),
    people: [holm],
    agencies: [bureau],
    organizations: [made(id, 'organization', [at('Halden AG')])],
    places: [made(id, 'place', [at('Norwick')])],
    quotes: [quote],
    figures: [
      {
        id: `${id}:figure:${number40.start}-${number40.end}`,
        ...number40,
        value: 40,
        high: null,
        unit: 'boat',
        dimension: 'count',
        qualifier: 'exact',
        change: null,
        of: at('boats'),
        per: null,
        about: bureau.id,
        rule: 'test/made',
        score: 1,
      },
    ],
  }
}

/** The parent of the sample's bureau, in a record of its own. */
export function parentRecord(): ArticleRecord {
  return record(9, [{ name: 'Department of Ports', kind: 'agency', registryId: 'xx-dep' }])
}

/** The entities of some records, without any judgement. */
export function entitiesOf(records: readonly ArticleRecord[]): readonly Entity[] {
  return resolveEntities.run({ records, judgements: [] }).entities
}
