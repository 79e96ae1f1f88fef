import { describe, expect, it } from 'vitest'
import { namesIn } from '../../src/find/names/names.js'
import { personReferences } from '../../src/find/names/person-references.js'
import type { PersonMention } from '../../src/model/mention.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article-of.js'

function peopleIn(...paragraphs: string[]): PersonMention[] {
  return namesIn(segmentArticle(articleOf(paragraphs))).filter(
    (mention): mention is PersonMention => mention.kind === 'person',
  )
}

function nameOf(text: string): PersonMention['name'] | undefined {
  return peopleIn(text)[0]?.name
}

describe('a person’s name by its parts', () => {
  it.each([
    ['Mara Ellison said so.', null, 'Mara', 'Ellison', null],
    ['Sen. Carla Whitmore said so.', 'Sen.', 'Carla', 'Whitmore', null],
    ['Harold T. Baines said so.', null, 'Harold T.', 'Baines', null],
    ['Walter Greene Jr. said so.', null, 'Walter', 'Greene', 'Jr.'],
    ['Pieter van der Meer said so.', null, 'Pieter', 'van der Meer', null],
    ['Karim al-Masri said so.', null, 'Karim', 'al-Masri', null],
    ['Anna Whitfield-Jones said so.', null, 'Anna', 'Whitfield-Jones', null],
    ['Mr. Okafor said so.', 'Mr.', null, 'Okafor', null],
  ])('%s', (text, honorific, given, family, suffix) => {
    expect(nameOf(text)).toEqual({ honorific, given, family, suffix })
  })

  it('puts the family name first where the article does', () => {
    expect(nameOf('Zhao Wenli arrived in Geneva on Monday. Zhao said the two sides were close.')).toEqual({
      honorific: null,
      given: 'Wenli',
      family: 'Zhao',
      suffix: null,
    })
  })
})

describe('gender', () => {
  it('comes from the honorific before the given name', () => {
    expect(peopleIn('Mrs. Leslie Hartley said so.')[0]?.gender).toBe('female')
    expect(peopleIn('Mr. Leslie Hartley said so.')[0]?.gender).toBe('male')
  })

  it('comes from the given name, and from the full name for a surname', () => {
    const [full, short] = peopleIn('Thomas Rivera left the room. Rivera said nothing.')
    expect(full?.gender).toBe('male')
    expect(short?.gender).toBe('male')
  })

  it('is unknown for a surname alone', () => {
    expect(peopleIn('The letter was sent by Okafor, who denied it.')[0]?.gender ?? null).toBeNull()
  })
})

describe('whom a name refers to', () => {
  it('is the full name, before or after it', () => {
    const [headline, full, later] = peopleIn(
      'Ellison to leave ferry company',
      'Mara Ellison will step down.',
      'Ellison said so.',
    )
    expect(headline?.refersTo).toBe(full?.id)
    expect(later?.refersTo).toBe(full?.id)
    expect(full?.refersTo).toBeNull()
  })

  it('is the one of two whose gender the honorific has', () => {
    const people = peopleIn(
      'Helen Carver and David Carver own the farm. Mrs. Carver keeps the books. Mr. Carver drives.',
    )
    expect(people[2]?.refersTo).toBe(people[0]?.id)
    expect(people[3]?.refersTo).toBe(people[1]?.id)
  })

  it('is nobody with another suffix', () => {
    const people = peopleIn('Walter Greene Sr. founded the shop. Walter Greene Jr. closed it.')
    expect(people).toHaveLength(2)
    expect(people.map(({ refersTo }) => refersTo)).toEqual([null, null])
  })

  it('is nobody with another initial', () => {
    const people = peopleIn('George W. Harper spoke after George H. Harper.')
    expect(people.map(({ refersTo }) => refersTo)).toEqual([null, null])
  })

  it('holds over a nickname', () => {
    const [full, short] = peopleIn('William Benton was elected twice. Friends of Bill Benton held a dinner.')
    expect(short?.refersTo).toBe(full?.id)
  })
})

describe('a title that stands for a name', () => {
  it('is whoever has it', () => {
    const named = (honorific: string | null, word: string) => ({
      first: 0,
      last: 1,
      name: { honorific, given: null, family: word, suffix: null },
      gender: null,
      words: [word],
      given: 0,
    })
    const names = [named(null, 'pope'), named('Pope', 'leo'), named(null, 'queen')]
    expect(personReferences(names, () => new Set())).toEqual([1, -1, -1])
  })
})
