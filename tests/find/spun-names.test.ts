import { describe, expect, it } from 'vitest'
import { agenciesIn } from '../../src/find/agencies/agencies.js'
import { matchRun, type RunWord } from '../../src/find/agencies/spun-match.js'
import { baseForm } from '../../src/find/agencies/spun-table.js'
import type { AgencyMention } from '../../src/model/mention.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article-of.js'

function spun(...blocks: string[]): AgencyMention[] {
  return agenciesIn(segmentArticle(articleOf(blocks))).filter(({ rule }) => rule === 'agency/spun')
}

function runOf(name: string): RunWord[] {
  return name.split(' ').map((word, token) => ({
    token,
    lastToken: token,
    base: baseForm(word.toLowerCase()),
    isKnown: true,
    isCapital: /^\p{Lu}/u.test(word),
    isTitle: false,
    isName: false,
    link: token === 0 ? 'none' : 'beside',
  }))
}

describe('findSpunNames', () => {
  it('gives the real body, its canonical name and a lower score', () => {
    const [mention] = spun('The Inner Income Service wrote to her.', 'The IRS had no comment.')
    expect(mention).toMatchObject({
      text: 'Inner Income Service',
      registryId: 'us-irs',
      canonical: 'Internal Revenue Service',
    })
    expect(mention?.score ?? 1).toBeLessThanOrEqual(0.8)
    expect(mention?.score ?? 0).toBeGreaterThanOrEqual(0.5)
  })

  it('believes no synonym where nothing else in the article speaks for it', () => {
    expect(spun('The Inner Income Service wrote to her.')).toEqual([])
    expect(spun('They painted the White Home on the corner.')).toEqual([])
  })

  it('holds for other names what one name has shown', () => {
    const mentions = spun(
      'The Workplace of Management and Price range differs with the White Home and the Inner Income Service.',
      'The Senate Price range Committee agrees with the Division of Homeland Safety, and the DHS and the IRS said so.',
    )
    expect(mentions.map(({ registryId }) => registryId)).toContain('us-senate-budget')
    expect(spun('The Senate Price range Committee met on Monday.')).toEqual([])
  })

  it('does not take a word that heads another kind of organisation for a head', () => {
    expect(
      spun('The Liberal Party and the Civil Party met.', 'The DOJ and the Department of Justice did not.'),
    ).toEqual([])
  })
})

describe('matchRun', () => {
  it('puts the body first whose words are all there, whatever their order', () => {
    const [best] = matchRun(runOf('Customs Immigration Enforcement'), new Map())
    expect(best?.form.agency.id).toBe('us-ice')
    expect(best?.isInOrder).toBe(false)
  })

  it('finds nothing for words that no body has', () => {
    expect(matchRun(runOf('Manchester Rovers'), new Map())).toEqual([])
  })
})
