import { describe, expect, it } from 'vitest'
import { agencies, agencyById } from '../src/lexicons/agencies.js'
import { reportingVerbs } from '../src/lexicons/reporting-verbs.js'

describe('agencies', () => {
  it('is sorted by id and unique', () => {
    const ids = agencies.map((agency) => agency.id)
    expect(ids).toEqual([...new Set(ids)].sort())
  })

  it('knows the parents it names', () => {
    expect(agencies.filter((agency) => agency.parent !== null && !agencyById.has(agency.parent))).toEqual([])
  })
})

describe('reporting verbs', () => {
  it('gives no form to two verbs', () => {
    const forms = reportingVerbs.flatMap((verb) => verb.forms)
    expect(forms.length).toBe(new Set(forms).size)
  })
})
