import { describe, expect, it } from 'vitest'
import type { OrganizationMention } from '../../src/model/mention.js'
import { shortForms } from '../../src/record/short-forms.js'

/** The bodies of a text in the order in which they stand there. */
function bodiesIn(text: string, names: readonly string[]): OrganizationMention[] {
  let from = 0
  return names.map((name) => {
    const start = text.indexOf(name, from)
    from = start + name.length
    const rest = { rule: 'organization/test', score: 0.9, refersTo: null, registryId: null, canonical: null }
    const span = { start, end: from, text: name, form: 'name' as const }
    return { kind: 'organization', id: `x:organization:${start}`, ...span, ...rest }
  })
}

function pairsOf(text: string, names: readonly string[]): [string, string][] {
  const bodies = bodiesIn(text, names)
  return shortForms(bodies, text).map(([long, short]) => [bodies[long]?.text ?? '', bodies[short]?.text ?? ''])
}

describe('short forms of a body that the article names in full', () => {
  it.each([
    ['Singapore Airlines (SIA) flew.', 'Singapore Airlines', 'SIA'],
    ['Chief Executive Women met. According to CEW, it failed.', 'Chief Executive Women', 'CEW'],
    ['Bayern Munich won. Bayern sold a player.', 'Bayern Munich', 'Bayern'],
    ['Petrel Resources asked. Petrel forecasts more.', 'Petrel Resources', 'Petrel'],
    ['HCL Technologies buys. HCL Tech said so.', 'HCL Technologies', 'HCL Tech'],
  ])('%s', (text, long, short) => {
    expect(pairsOf(text, [long, short])).toEqual([[long, short]])
  })

  it.each([
    [
      'Petrel Resources asked. Petrel Energy paid. Petrel forecasts more.',
      ['Petrel Resources', 'Petrel Energy', 'Petrel'],
    ],
    [
      'Common Energy Watch met. Chief Executive Women met. CEW said so.',
      ['Common Energy Watch', 'Chief Executive Women', 'CEW'],
    ],
    ['The Airlines Association met. Airlines lost.', ['Airlines Association', 'Airlines']],
    [
      'University of Nevada-Reno won. University of Nevada lost.',
      ['University of Nevada-Reno', 'University of Nevada'],
    ],
  ])('none where it is not clear: %s', (text, names) => {
    expect(pairsOf(text, names)).toEqual([])
  })
})
