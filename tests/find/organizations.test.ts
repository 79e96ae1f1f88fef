import { describe, expect, it } from 'vitest'
import { namesIn } from '../../src/find/names/names.js'
import { acronymsOf, shortFormsOf } from '../../src/find/names/organization-forms.js'
import type { OrganizationMention } from '../../src/model/mention.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article-of.js'

function organizationsIn(...paragraphs: string[]): OrganizationMention[] {
  return namesIn(segmentArticle(articleOf(paragraphs))).filter(
    (mention): mention is OrganizationMention => mention.kind === 'organization',
  )
}

describe('shortFormsOf', () => {
  it.each([
    ['Harlow Motor Co.', ['Harlow Motor', 'Harlow']],
    ['Brightwell Foods Inc.', ['Brightwell Foods', 'Brightwell']],
    ['University of Michigan', []],
    ['Google', []],
  ])('%s', (name, forms) => {
    for (const form of forms) expect(shortFormsOf(name)).toContain(form)
    if (forms.length === 0) expect(shortFormsOf(name)).toEqual([])
  })
})

describe('acronymsOf', () => {
  it('takes the capitals of the large words', () => {
    expect(acronymsOf('American Civil Liberties Union')).toContain('ACLU')
    expect(acronymsOf('National Association of Grocers')).toEqual(expect.arrayContaining(['NAG', 'NAOG']))
  })

  it('has none for a single word', () => {
    expect(acronymsOf('Google')).toEqual([])
  })
})

describe('organizations', () => {
  it('have the id and the name of the list', () => {
    const [found] = organizationsIn('The GOP will meet in Ohio.')
    expect(found?.registryId).toBe('republican-party')
    expect(found?.canonical).toBe('Republican Party')
  })

  it('are referred to by a short form', () => {
    const [full, short] = organizationsIn(
      'Harlow Motor Co. will cut 900 jobs. Harlow said the cuts would begin in June.',
    )
    expect(short?.text).toBe('Harlow')
    expect(short?.refersTo).toBe(full?.id)
    expect(short?.canonical).toBe('Harlow Motor Co.')
  })

  it('are referred to by a defined acronym, wherever it stands', () => {
    const [full, defined, later] = organizationsIn(
      'The National Association of Grocers (NAG) asked for a delay. NAG has 4,000 members.',
    )
    expect([defined, later].map((mention) => mention?.form)).toEqual(['acronym', 'acronym'])
    expect([defined, later].map((mention) => mention?.refersTo)).toEqual([full?.id, full?.id])
  })

  it('take no first word that is somebody’s family name', () => {
    const found = organizationsIn('Gerald Harlow founded Harlow Motor Co. in 1920. Harlow died in 1954.')
    expect(found.map(({ text }) => text)).toEqual(['Harlow Motor Co.'])
  })

  it.each([
    ['The GOP will meet in Ohio.', 'acronym'],
    ['He works for KLR in Ohio.', 'acronym'],
    ['He owns shares of EADS in Ohio.', 'acronym'],
    ['The American Council of Lens Users met. ACLU said no.', 'acronym'],
    ['BOEING CUTS JOBS IN OHIO', 'name'],
    ['He bought shares of MICROSOFT in May.', 'name'],
  ])('in capitals are an acronym only where they are one: %s', (text, form) => {
    expect(organizationsIn(text).at(-1)?.form).toBe(form)
  })
})
