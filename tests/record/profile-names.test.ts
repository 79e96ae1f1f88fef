import { describe, expect, it } from 'vitest'
import type { PersonMention, PlaceMention } from '../../src/model/mention.js'
import { bestName } from '../../src/record/profile-names.js'

function place(text: string): PlaceMention {
  const rest = { rule: 'place/test', score: 0.9, refersTo: null, registryId: null, canonical: null }
  return { kind: 'place', id: `x:place:${text}`, start: 0, end: text.length, text, form: 'name', ...rest }
}

function person(honorific: string | null, text: string): PersonMention {
  const name = { honorific, given: text, family: null, suffix: null }
  const rest = { rule: 'person/test', score: 0.9, refersTo: null, gender: null, roles: [] }
  return { kind: 'person', id: `x:person:${text}`, start: 0, end: text.length, text, form: 'name', name, ...rest }
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

  it.each([
    [[person('King', 'Charles'), person(null, 'Charles')], 'King Charles'],
    [[person('Pope', 'Leo')], 'Pope Leo'],
    [[person('King', 'Charles'), person(null, 'Charles Windsor')], 'Charles Windsor'],
    [[person('Mr.', 'Okafor')], 'Okafor'],
    [[person('Sir', 'John')], 'John'],
  ])('of %o is %s', (named, name) => {
    expect(bestName(named)).toBe(name)
  })
})
