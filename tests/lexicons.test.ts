import { describe, expect, it } from 'vitest'
import { abbreviationByForm, abbreviations } from '../src/lexicons/abbreviations.js'
import { agencies, agencyById } from '../src/lexicons/agencies.js'
import { ambiguous, ambiguousByForm } from '../src/lexicons/ambiguous.js'
import { familyNameByForm } from '../src/lexicons/family-names.js'
import { givenNameByForm } from '../src/lexicons/given-names.js'
import { honorifics } from '../src/lexicons/honorifics.js'
import { namesByNickname, nicknames } from '../src/lexicons/nicknames.js'
import { nominalHeads } from '../src/lexicons/nominal-heads.js'
import { organizationHeads } from '../src/lexicons/organization-heads.js'
import { organizationById, organizations } from '../src/lexicons/organizations.js'
import { placeById, places } from '../src/lexicons/places.js'
import { reportingNouns } from '../src/lexicons/reporting-nouns.js'
import { reportingPhrases } from '../src/lexicons/reporting-phrases.js'
import { reportingVerbByForm, reportingVerbs } from '../src/lexicons/reporting-verbs.js'
import { roleByForm, roles } from '../src/lexicons/roles.js'
import { stopWordKinds, stopWords } from '../src/lexicons/stop-words.js'

/** A list, its keys in the order of the file, and the size that it must have at least. */
const LISTS: readonly [name: string, keys: readonly string[], least: number][] = [
  ['abbreviations', abbreviations.map((entry) => entry.form), 250],
  ['agencies', agencies.map((agency) => agency.id), 700],
  ['ambiguous', ambiguous.map((entry) => entry.form), 300],
  ['honorifics', honorifics.map((entry) => entry.form), 150],
  ['nicknames', nicknames.map((entry) => entry.nickname), 300],
  ['nominal-heads', nominalHeads.map((head) => head.lemma), 150],
  ['organization-heads', organizationHeads.map((head) => head.form), 200],
  ['organizations', organizations.map((organization) => organization.id), 400],
  ['places', places.map((place) => place.id), 1200],
  ['reporting-nouns', reportingNouns.map((noun) => noun.lemma), 100],
  ['reporting-phrases', reportingPhrases.map((phrase) => phrase.form), 80],
  ['reporting-verbs', reportingVerbs.map((verb) => verb.lemma), 200],
  ['roles', roles.map((role) => role.singular), 500],
  ['stop-words', stopWords.map((word) => word.form), 300],
]

describe.each(LISTS)('%s', (_name, keys, least) => {
  it('is sorted, without doubles, and as large as promised', () => {
    expect(keys).toEqual([...new Set(keys)].sort())
    expect(keys.length).toBeGreaterThanOrEqual(least)
  })
})

describe('the registry', () => {
  it('knows the parents it names, and no body is its own ancestor', () => {
    for (const agency of agencies) {
      const line = [agency.id]
      for (let parent = agency.parent; parent !== null; parent = agencyById.get(parent)?.parent ?? null) {
        expect(agencyById.has(parent), `${agency.id} has the parent ${parent}`).toBe(true)
        expect(line, `the ancestors of ${agency.id}`).not.toContain(parent)
        line.push(parent)
      }
    }
  })

  it('gives no id to two entries of different lists', () => {
    const ids = [...agencyById.keys(), ...organizationById.keys(), ...placeById.keys()]
    expect(ids.length).toBe(new Set(ids).size)
  })

  it('gives no identifier of the outside to two entries', () => {
    const ids = [...agencies, ...organizations, ...places].flatMap((entry) => entry.sameAs)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    expect(ids.filter((id) => !/^wikidata:Q[1-9]\d*$/u.test(id))).toEqual([])
  })

  it.each([
    ['us-fbi', 'wikidata:Q8333'],
    ['us-coast-guard', 'wikidata:Q11224'],
    ['de-bka', 'wikidata:Q56030'],
    ['fr-gendarmerie', 'wikidata:Q1422336'],
    ['unitedhealth-group', 'wikidata:Q2103926'],
    ['target', 'wikidata:Q1046951'],
  ])('knows %s as %s', (id, wikidata) => {
    expect((agencyById.get(id) ?? organizationById.get(id))?.sameAs).toEqual([wikidata])
  })

  it.each(['au-home-affairs', 'ca-vancouver-police', 'pepsico', 'unison', 'toys-r-us'])(
    'gives %s no identifier of a namesake',
    (id) => {
      expect((agencyById.get(id) ?? organizationById.get(id))?.sameAs).toEqual([])
    },
  )

  it('lists every form with two owners as ambiguous, with those owners', () => {
    const owners = new Map<string, Set<string>>()
    const own = (id: string, forms: readonly string[]) => {
      for (const form of forms) owners.set(form, (owners.get(form) ?? new Set()).add(id))
    }
    for (const { id, name, former, aliases, nominals, acronyms } of agencies)
      own(id, [name, ...former.map((one) => one.name), ...aliases, ...nominals, ...acronyms])
    for (const { id, name, aliases, acronyms } of organizations) own(id, [name, ...aliases, ...acronyms])
    for (const { id, name, aliases } of places) own(id, [name, ...aliases])
    for (const [form, ids] of owners) {
      if (ids.size < 2) continue
      const listed = ambiguousByForm.get(form)?.owners ?? []
      expect(
        [...ids].filter((id) => !listed.includes(id)),
        `unlisted owners of ${form}`,
      ).toEqual([])
    }
  })

  it('knows the owners that ambiguous forms name', () => {
    const owners = ambiguous.flatMap((entry) => entry.owners)
    expect(owners.filter((id) => !agencyById.has(id) && !organizationById.has(id) && !placeById.has(id))).toEqual([])
  })

  it('gives no form to one body twice', () => {
    for (const { id, name, former, aliases, nominals, acronyms, weak } of agencies) {
      const old = former.flatMap((one) => [one.name, ...one.acronyms])
      const forms = [name, ...old, ...aliases, ...nominals, ...acronyms, ...weak]
      expect(forms.length, id).toBe(new Set(forms).size)
    }
  })

  it.each([
    ['us-ice', 'U.S. Immigration and Customs Enforcement', 'us-dhs'],
    ['us-hsi', 'Homeland Security Investigations', 'us-ice'],
    ['us-fdns', 'Fraud Detection and National Security', 'us-uscis'],
    ['us-senate-judiciary', 'Senate Judiciary Committee', 'us-senate'],
    ['us-house-ways-and-means', 'Ways and Means Committee', 'us-house'],
    ['us-9th-circuit', '9th Circuit', 'us-federal-judiciary'],
    ['un-who', 'World Health Organization', 'un'],
    ['uk-met-police', 'Scotland Yard', null],
  ])('knows %s as %s', (id, form, parent) => {
    const agency = agencyById.get(id)
    expect([agency?.name, ...(agency?.aliases ?? [])]).toContain(form)
    expect(agency?.parent).toBe(parent)
  })

  it('keeps bare words that are no names out of the safe forms', () => {
    const safe = new Set(agencies.flatMap((agency) => [agency.name, ...agency.aliases]))
    for (const word of ['Justice', 'State', 'Treasury', 'Labor', 'Education', 'Defense', 'Army', 'House'])
      expect(safe.has(word), word).toBe(false)
  })
})

describe('reporting verbs', () => {
  it('gives no form to two verbs, and holds each lemma among its forms', () => {
    const forms = reportingVerbs.flatMap((verb) => verb.forms)
    expect(forms.length).toBe(new Set(forms).size)
    for (const verb of reportingVerbs) expect(verb.forms, verb.lemma).toContain(verb.lemma)
  })

  it('holds present, past and -ing of every verb', () => {
    for (const { lemma, forms } of reportingVerbs) {
      const [head = '', ...tail] = lemma.split(' ')
      const heads = forms.map((form) => form.split(' ')[0] ?? '')
      expect(
        heads.some((form) => form.endsWith('s') && form !== head),
        `${lemma}: -s`,
      ).toBe(true)
      expect(
        heads.some((form) => form.endsWith('ing')),
        `${lemma}: -ing`,
      ).toBe(true)
      for (const form of forms) expect(form.split(' ').slice(1), form).toEqual(tail)
    }
  })

  it.each([
    ['told', 'tell'],
    ['wrote', 'write'],
    ['admitted', 'admit'],
    ['swore', 'swear'],
    ['denies', 'deny'],
    ['quipping', 'quip'],
    ['foresaw', 'foresee'],
  ])('finds %s under %s', (form, lemma) => {
    expect(reportingVerbByForm.get(form)?.lemma).toBe(lemma)
  })
})

describe('people and words', () => {
  it('holds names of many origins with their gender', () => {
    expect(givenNameByForm.size).toBeGreaterThan(8000)
    expect(familyNameByForm.size).toBeGreaterThan(8000)
    expect(givenNameByForm.get('kamala')?.gender).toBe('female')
    expect(givenNameByForm.get('vladimir')?.gender).toBe('male')
    for (const name of ['nguyen', 'garcía', 'garcia', 'okafor', 'khamenei', 'wójcik', 'watanabe', 'o’neil'])
      expect(familyNameByForm.has(name.replace('’', "'")), name).toBe(true)
  })

  it('weighs a name that is also a word as the weakest', () => {
    for (const name of ['grace', 'mark', 'will', 'bill']) expect(givenNameByForm.get(name)?.weight ?? 1, name).toBe(1)
  })

  it('leads from a nickname to its names', () => {
    expect(namesByNickname.get('bob')).toContain('robert')
    expect(namesByNickname.get('liz')).toContain('elizabeth')
  })

  it('knows roles by singular and plural', () => {
    expect(roleByForm.get('spokeswomen')).toMatchObject({ singular: 'spokeswoman', gender: 'female', speaks: true })
    expect(roleByForm.get('attorneys general')).toMatchObject({ singular: 'attorney general', public: true })
  })

  it('knows which full stop may end a sentence', () => {
    expect(abbreviationByForm.get('Mr.')?.final).toBe(false)
    expect(abbreviationByForm.get('Inc.')?.final).toBe(true)
  })

  it('holds stop words lower-cased', () => {
    for (const form of stopWordKinds.keys()) expect(form).toBe(form.toLowerCase())
  })
})
