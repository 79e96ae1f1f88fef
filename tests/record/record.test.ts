import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/model/document.js'
import { DocumentError } from '../../src/model/errors.js'
import {
  type AgencyMention,
  type EntityMention,
  type Mention,
  mentionId,
  type PersonMention,
  type QuoteMention,
} from '../../src/model/mention.js'
import { checkInvariants } from '../../src/record/invariants.js'
import { recordFrom } from '../../src/record/record.js'
import { articleOf } from '../article-of.js'

const TEXT = '“We won,” said Ann Lee of the EPA. Lee smiled. She left the agency, and Moscow cheered.'
const article = articleOf([TEXT])

function place(words: string, nth = 0): { start: number; end: number; text: string } {
  let start = TEXT.indexOf(words)
  for (let count = 0; count < nth; count += 1) start = TEXT.indexOf(words, start + 1)
  return { start, end: start + words.length, text: words }
}

function person(words: string, over: Partial<PersonMention> = {}, nth = 0): PersonMention {
  const span = place(words, nth)
  const rest = { rule: 'person/test', score: 0.8, refersTo: null, name: null, gender: null, roles: [] }
  return { kind: 'person', id: mentionId(article.id, 'person', span), ...span, form: 'name', ...rest, ...over }
}

function agency(words: string, over: Partial<AgencyMention> = {}): AgencyMention {
  const span = place(words)
  const rest = { rule: 'agency/test', score: 0.9, refersTo: null, registryId: null, canonical: null }
  return { kind: 'agency', id: mentionId(article.id, 'agency', span), ...span, form: 'name', ...rest, ...over }
}

function quote(speaker: EntityMention): QuoteMention {
  const content = place('“We won,”')
  return {
    kind: 'quote',
    id: mentionId(article.id, 'quote', content),
    ...content,
    rule: 'quote/test',
    score: 0.987654,
    type: 'direct',
    act: 'speech',
    content: [content],
    cue: place('said'),
    source: place(speaker.text),
    speaker: { mention: speaker.id, kind: 'person', name: speaker.text, organization: null, candidates: [] },
    addressee: null,
    within: null,
  }
}

function documentOf(...mentions: Mention[]): Document {
  return { article, quotations: [], sentences: [], tokens: [], heard: null, mentions }
}

const ann = person('Ann Lee')
const lee = person('Lee', { refersTo: ann.id }, 1)
const she = person('She', { refersTo: lee.id, form: 'pronoun' })
const epa = agency('EPA', { form: 'acronym', registryId: 'us-epa' })
const theAgency = agency('the agency', { form: 'nominal', refersTo: epa.id })

describe('recordFrom', () => {
  it('makes one profile of a name, a surname and a pronoun, under the fullest name', () => {
    const { people } = recordFrom(documentOf(ann, lee, she))
    expect(people).toHaveLength(1)
    expect(people[0]).toMatchObject({ id: ann.id, name: 'Ann Lee', aliases: ['Lee'] })
    expect(people[0]?.mentions.map((mention) => mention.form)).toEqual(['name', 'name', 'pronoun'])
  })

  it('names an agency as the registry does, with its acronym and identifiers', () => {
    const { agencies } = recordFrom(documentOf(epa, theAgency))
    expect(agencies).toMatchObject([
      { name: 'Environmental Protection Agency', acronym: 'EPA', registryId: 'us-epa', aliases: ['EPA'] },
    ])
    expect(agencies[0]?.mentions).toHaveLength(2)
  })

  it('leaves out a chain in which nothing names anybody', () => {
    expect(recordFrom(documentOf(person('She', { form: 'pronoun' }))).people).toEqual([])
  })

  it('keeps two people of one name apart only if the finder did', () => {
    const other = person('Lee', {}, 1)
    expect(recordFrom(documentOf(ann, other)).people.map((profile) => profile.name)).toEqual(['Ann Lee', 'Lee'])
  })

  it('gives a quote its speaker by profile and canonical name', () => {
    const said = quote(lee)
    const { quotes } = recordFrom(documentOf(said, ann, lee))
    expect(quotes[0]?.speaker).toEqual({
      profile: ann.id,
      kind: 'person',
      name: 'Ann Lee',
      organization: null,
      candidates: [],
    })
    expect(quotes[0]?.score).toBe(0.99)
  })

  it('joins a body and its letters in brackets, or the first of its two surnames, unless two bodies share it', () => {
    const text =
      'Norwick Airlines (NIA) paid Tarvin Olsen. NIA and Tarvin agree, as Holm Olsen and Holm Berg and Holm do.'
    const other = articleOf([text])
    const organization = (words: string, nth = 0, form: 'name' | 'acronym' = 'name'): EntityMention => {
      let start = text.indexOf(words)
      for (let count = 0; count < nth; count += 1) start = text.indexOf(words, start + 1)
      const span = { start, end: start + words.length, text: words }
      return { ...agency('EPA'), kind: 'organization', ...span, form, id: mentionId(other.id, 'organization', span) }
    }
    const mentions = [
      organization('Norwick Airlines'),
      organization('NIA', 0, 'acronym'),
      organization('Tarvin Olsen'),
      organization('NIA', 1, 'acronym'),
      organization('Tarvin', 1),
      organization('Holm Olsen'),
      organization('Holm Berg'),
      organization('Holm', 2),
    ]
    const { organizations } = recordFrom({ ...documentOf(...mentions), article: other })
    expect(organizations.map(({ name, aliases }) => [name, ...aliases])).toEqual([
      ['Norwick Airlines', 'NIA'],
      ['Tarvin Olsen', 'Tarvin'],
      ['Holm Olsen'],
      ['Holm Berg'],
      ['Holm'],
    ])
  })

  it('never lets a place speak', () => {
    const span = place('Moscow')
    const moscow: EntityMention = { ...agency('Moscow'), kind: 'place', id: mentionId(article.id, 'place', span) }
    const { quotes } = recordFrom(documentOf(quote(moscow), moscow))
    expect(quotes[0]?.speaker).toMatchObject({ profile: null, kind: 'unnamed', name: 'Moscow' })
  })

  it('links a role to the profile of its organization', () => {
    const role = { ...place('of the EPA'), title: 'director', organization: epa.id }
    const { people } = recordFrom(documentOf(person('Ann Lee', { roles: [role] }), epa))
    expect(people[0]?.roles).toEqual([
      { start: role.start, end: role.end, text: 'of the EPA', title: 'director', organization: epa.id },
    ])
  })
})

describe('checkInvariants', () => {
  const record = recordFrom(documentOf(quote(lee), ann, lee, epa))
  const code = (change: (copy: typeof record) => void): string => {
    const copy = structuredClone(record)
    change(copy)
    try {
      checkInvariants(copy, article.originMap)
    } catch (error) {
      return error instanceof DocumentError ? error.code : String(error)
    }
    return 'none'
  }

  it.each<[string, (copy: typeof record) => void]>([
    ['none', () => {}],
    [
      'record/span-mismatch',
      ({ quotes: [first] }) => first?.content.splice(0, 1, { start: 1, end: 9, text: '“We won,' }),
    ],
    ['record/duplicate-id', (copy) => copy.people.push(...structuredClone(copy.people))],
    ['record/unknown-id', ({ quotes: [first] }) => Object.assign(first?.speaker ?? {}, { profile: 'nobody' })],
  ])('gives %s', (expected, change) => {
    expect(code(change)).toBe(expected)
  })

  it('wants the way back to the raw file in order', () => {
    const range = { text: { start: 0, end: 5 }, origin: { start: 0, end: 5 } }
    expect(() => checkInvariants(record, [range, range])).toThrow(
      expect.objectContaining({ code: 'record/origin-order' }),
    )
  })
})
