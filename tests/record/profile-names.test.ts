import { describe, expect, it } from 'vitest'
import type { PlaceMention } from '../../src/model/mention.js'
import { bestName } from '../../src/record/profile-names.js'

function place(text: string): PlaceMention {
  const rest = { rule: 'place/test', score: 0.9, refersTo: null, registryId: null, canonical: null }
  return { kind: 'place', id: `x:place:${text}`, start: 0, end: text.length, text, form: 'name', ...rest }
}

describe('bestName', () => {
  it.each([
    [['KHUZDAR', 'Khuzdar'], 'Khuzdar'],
    [['WICK', 'Wick'], 'Wick'],
    [['WICK'], 'WICK'],
    [['Wick', 'Port Wick'], 'Port Wick'],
  ])('of %j is %s', (forms, name) => {
    expect(bestName(forms.map(place))).toBe(name)
  })
})
