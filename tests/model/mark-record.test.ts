import { describe, expect, it } from 'vitest'
import { markRecord } from '../../src/model/mark-record.js'
import { parseMarks, printMarks } from '../../src/model/marks.js'
import type { ArticleRecord, Profile } from '../../src/model/record.js'
import { spanOf, type TextSpan } from '../../src/model/span.js'

const text = '“We can’t wait,” said Dr. Jane O’Neil of the EPA. She wants $3.5 million, “or more.”'

function at(words: string): TextSpan {
  const start = text.indexOf(words)
  return spanOf(text, start, start + words.length)
}

function profile(kind: Profile['kind'], name: string, registryId: string | null, mentions: string[]): Profile {
  return {
    id: `a:${kind}:${name}`,
    kind,
    name,
    aliases: [],
    acronym: null,
    registryId,
    sameAs: [],
    roles: [],
    parent: null,
    mentions: mentions.map((words) => ({ ...at(words), form: 'name', rule: 'test/rule', score: 1 })),
    score: 1,
  }
}

const speaker = { profile: null, kind: 'person', name: 'Jane O’Neil', organization: null, candidates: [] } as const
const quote = { act: 'speech', addressee: null, within: null, rule: 'test/rule', score: 1 } as const

const record: ArticleRecord = {
  schema: 'nutgraf/record@1',
  article: {
    id: '0123456789ab',
    path: 'a.md',
    mediaType: 'text/markdown',
    sha256: '',
    title: null,
    byline: [],
    publisher: null,
    published: null,
    url: null,
    language: 'en',
    status: 'ok',
    text,
    removed: [],
    duplicateOf: null,
  },
  people: [profile('person', 'Jane O’Neil', null, ['Dr. Jane O’Neil', 'She'])],
  agencies: [profile('agency', 'Environmental Protection Agency', 'us-epa', ['EPA'])],
  organizations: [],
  places: [],
  figures: [
    {
      ...at('$3.5 million'),
      id: 'f',
      value: 3_500_000,
      high: null,
      unit: 'USD',
      dimension: 'money',
      qualifier: 'at-least',
      change: null,
      of: null,
      per: null,
      about: null,
      rule: 'test/rule',
      score: 1,
    },
  ],
  dates: [],
  quotes: [
    { ...quote, id: 'y', type: 'mixed', content: [at('“or more.”')], cue: null, source: null, speaker: null },
    {
      ...quote,
      id: 'x',
      type: 'direct',
      content: [at('“We can’t wait,”')],
      cue: at('said'),
      source: at('Dr. Jane O’Neil'),
      speaker: { ...speaker, candidates: [] },
    },
  ],
}

describe('markRecord', () => {
  it('marks every mention, with a note where the words do not say who or how much', () => {
    expect(printMarks(markRecord(record))).toBe(
      '{content=q1|Jane O’Neil:“We can’t wait,”} {cue=q1:said} {source=q1:{person|Jane O’Neil:Dr. Jane O’Neil}}' +
        ' of the {agency|us-epa:EPA}. {person|Jane O’Neil:She} wants {figure|3500000 USD at-least:$3.5 million},' +
        ' {content=q2:“or more.”}',
    )
  })

  it('marks only the kinds asked for; "quote" stands for its parts', () => {
    expect(new Set(markRecord(record, ['quote']).marks.map((mark) => mark.kind))).toEqual(
      new Set(['content', 'cue', 'source']),
    )
    expect(markRecord(record, ['date']).marks).toEqual([])
  })

  it('says no more than its notation can carry', () => {
    const printed = printMarks(markRecord(record))
    expect(printMarks(parseMarks(printed))).toBe(printed)
    expect(parseMarks(printed).text).toBe(text)
  })
})
