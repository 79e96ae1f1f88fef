import { describe, expect, it } from 'vitest'
import { agencyById } from '../../src/lexicons/agencies.js'
import { nameAt } from '../../src/record/registry-name.js'

const crime = agencyById.get('uk-nca')

describe('what a body was called when an article came out', () => {
  it.each([
    [['Serious Organised Crime Agency', 'SOCA'], '2012-05-01', 'Serious Organised Crime Agency', 'SOCA'],
    [['the Serious Organised Crime Agency'], null, 'Serious Organised Crime Agency', 'SOCA'],
    [['Serious Organised Crime Agency'], '2019-05-01', 'National Crime Agency', 'NCA'],
    [['Serious Organised Crime Agency', 'National Crime Agency'], '2013-05-01', 'National Crime Agency', 'NCA'],
    [['NCA'], '2012-05-01', 'National Crime Agency', 'NCA'],
  ])('%j in %s: %s', (forms, published, name, acronym) => {
    expect(crime && nameAt(crime, forms, published)).toEqual({ name, acronym })
  })

  it('knows one name in two spellings', () => {
    const union = agencyById.get('african-union')
    const forms = ['Organization of African Unity', 'Organisation of African Unity']
    expect(union && nameAt(union, forms, '1999-01-01').name).toMatch(/^Organi[sz]ation of African Unity$/)
  })
})
