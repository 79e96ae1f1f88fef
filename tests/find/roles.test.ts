import { describe, expect, it } from 'vitest'
import { agenciesIn } from '../../src/find/agencies/agencies.js'
import { namesIn } from '../../src/find/names/names.js'
import type { Mention } from '../../src/model/mention.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article-of.js'

/** Each role as "title ← the text of its organization", in the order of the people. */
function rolesIn(text: string): string[] {
  const segmented = segmentArticle(articleOf([text]))
  const document = { ...segmented, mentions: agenciesIn(segmented) }
  const found = namesIn(document)
  const all: Mention[] = [...document.mentions, ...found]
  return found.flatMap((mention) =>
    mention.kind === 'person'
      ? mention.roles.map(({ title, organization }) => {
          const owner = all.find(({ id }) => id === organization)
          return owner === undefined ? title : `${title} ← ${owner.text}`
        })
      : [],
  )
}

describe('roles', () => {
  it.each([
    ['The FBI director, Ruth Abrams, said so.', ['FBI director ← FBI']],
    [
      'Ann Lee, a spokeswoman for the Environmental Protection Agency, said so.',
      ['spokeswoman for the Environmental Protection Agency ← Environmental Protection Agency'],
    ],
    ['Boeing’s chief executive Dale Conroy will leave.', ['chief executive ← Boeing']],
    ['Dale Conroy, Boeing’s chief executive, will leave.', ['chief executive ← Boeing']],
    ['Citigroup economist Paul Nguyen expects a cut.', ['Citigroup economist ← Citigroup']],
    ['Sen. Carla Whitmore, R-Ohio, spoke.', ['Sen.']],
    ['former President Luis Barrera flew home.', ['former President']],
    ['He met British actors Ann Lee and Tom Hale.', ['British actor']],
    ['Prime Ministers Ann Lee and Tom Hale met.', ['Prime Minister']],
    ['Ann Lee, economist at Hart & Sons, left.', ['economist at Hart & Sons ← Hart & Sons']],
    ['She beat her rival Ann Lee and her predecessor Tom Hale.', []],
  ])('%s', (text, roles) => {
    expect(rolesIn(text)).toEqual(roles)
  })

  it.each([
    'Mr. Okafor left early.',
    'Lena Fischer, who lives nearby, called the police.',
    'Lena Fischer, Omar Haddad and Paul Nguyen left.',
    'Lena Fischer, 34, was not hurt.',
    'Having shrugged off Omar Haddad, the midfielder planted his shot wide.',
    'Having waited for Lena Fischer, the mayor said no.',
  ])('none: %s', (text) => {
    expect(rolesIn(text)).toEqual([])
  })

  it('end before a verb of speech', () => {
    expect(rolesIn('Ann Lee, the mayor said, would not come.')).not.toContain('mayor said')
  })
})
