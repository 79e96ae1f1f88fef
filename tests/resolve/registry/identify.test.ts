import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Profile } from '../../../src/model/record.js'
import { type ArticleOutcome, articleReader } from '../../../src/run-folder.js'

const FILES = join(import.meta.dirname, '../../../fixtures/registry')
const CONGRESS = join(import.meta.dirname, '../../../../shared/data/registries/congress-legislators')

type Read = (text: string, published?: string) => Promise<Profile[]>

/** Gives a function that reads an article with these registry files, and gives its profiles. */
async function readerWith(...registry: string[]): Promise<Read> {
  const read = await articleReader({ engine: 'rules', registry })
  return async (text, published) => {
    const raw = new TextEncoder().encode(
      `---\ntitle: A story\n${published ? `date: ${published}\n` : ''}---\n${text}\n`,
    )
    const outcome: ArticleOutcome = await read({ path: 'story.md', mediaType: 'text/markdown', raw })
    if (!('record' in outcome)) throw new Error(outcome.failed.message)
    const { people, agencies, organizations, places } = outcome.record
    return [...people, ...agencies, ...organizations, ...places]
  }
}

function idsOf(profiles: readonly Profile[], kind: Profile['kind'] = 'person'): Record<string, string | null> {
  return Object.fromEntries(
    profiles.filter((one) => one.kind === kind).map(({ name, registryId }) => [name, registryId]),
  )
}

describe('identify, by registry files of people in office', () => {
  let read: Read
  beforeAll(async () => {
    read = await readerWith(join(FILES, 'legislators.yaml'), join(FILES, 'committees.yaml'))
  })

  it('gives a senator by title her id, in whatever form the article has the name', async () => {
    const text = 'Sen. Martina Holm, R-S.C., said the Senate would vote on Tuesday. Republicans were split.'
    const [holm] = await read(text, '2025-03-04')
    expect(holm).toMatchObject({ registryId: 'bioguide:H900001', sameAs: ['wikidata:Q900001'], name: 'Martina Holm' })
    expect(holm?.candidates).toBeUndefined()
  })

  it.each([
    ['another state', 'Sen. Marta Holm, R-Ohio, said the Senate would vote. Republicans were split.'],
    ['another suffix', 'Rep. Dana Orley Sr., R-Texas, said the House of Representatives would vote.'],
    ['a chamber of a state', 'The state Senate was split. State Sen. Marta Holm said lawmakers would vote.'],
    ['another country', 'French President Marta Holm spoke in Paris on Tuesday about bridges.'],
    ['no word of politics', 'Marta Holm of Leeds won the women’s 400 meters on Tuesday in a season’s best.'],
    ['another trade', 'Singer Marta Holm played to a full hall on Tuesday, and Congress was not amused.'],
  ])('gives no id: %s', async (_, text) => {
    const profiles = await read(text, '2025-03-04')
    expect(Object.values(idsOf(profiles)).filter((id) => id !== null)).toEqual([])
  })

  it('gives no id to a bare surname where the registry does not know all who may be meant', async () => {
    const text = 'The Senate voted on Tuesday. Senators of both parties spoke. “We will see,” Holm told senators.'
    const profiles = await read(text, '2025-03-04')
    expect(idsOf(profiles)).toMatchObject({ Holm: null })
  })

  it('leaves a name to nobody that two may have, and tells both', async () => {
    const text =
      'The House of Representatives met. Rep. Orley asked the House speaker to wait. Lawmakers in Congress agreed.'
    const orley = (await read(text, '2025-03-04')).find(({ name }) => name === 'Orley')
    expect(orley?.registryId).toBeNull()
    expect(orley?.candidates?.map(({ name }) => name).sort()).toEqual(['Dana Orley', 'Peter Orley'])
  })

  it('adds to a body of the built-in registry what it is elsewhere', async () => {
    const [committee] = (await read('The Senate Judiciary Committee met on Tuesday.')).filter(
      ({ kind }) => kind === 'agency',
    )
    expect(committee).toMatchObject({ registryId: 'us-senate-judiciary', sameAs: ['thomas:SSJU'] })
  })
})

describe('identify, by other registry files', () => {
  let read: Read
  beforeAll(async () => {
    read = await readerWith(...['entities.ftm.json', 'slice.jsonl', 'people.csv'].map((file) => join(FILES, file)))
  })

  it('takes the one who is far better known, and the other where the article says so', async () => {
    expect(idsOf(await read('“Good books are short,” said novelist Tomas Quell in Norwick.'))).toEqual({
      'Tomas Quell': 'wikidata:Q900020',
    })
  })

  it('takes neither of two who are known alike', async () => {
    const lorne = (await read('Ada Lorne arrived on Tuesday.')).find(({ name }) => name === 'Ada Lorne')
    expect(lorne?.registryId).toBeNull()
    expect(lorne?.candidates?.map(({ id }) => id).sort()).toEqual(['wikidata:Q900024', 'wikidata:Q900025'])
  })

  it('knows companies and people of a newsroom’s own list by name and context', async () => {
    const text = 'Halden Dredging AG was fined. Ilse Ferrer, harbor master of Norwick, said the harbor stays open.'
    const profiles = await read(text)
    expect(idsOf(profiles)).toMatchObject({ 'Ilse Ferrer': 'ftm:NK-ferrer' })
    expect(idsOf(profiles, 'organization')).toMatchObject({ 'Halden Dredging AG': 'ftm:NK-halden' })
  })
})

describe.skipIf(!existsSync(CONGRESS))(
  'identify, by the real congress-legislators (skipped where ../shared is missing)',
  () => {
    let read: Read
    beforeAll(async () => {
      read = await readerWith(
        ...['legislators-current', 'executive', 'committees-current'].map((name) => join(CONGRESS, `${name}.yaml`)),
      )
    })
    const story =
      'WASHINGTON — The Senate voted 52-48 on Thursday to open debate on a spending bill. Graham said the measure would not pass without changes. “We are not there yet,” Graham told reporters. Senators of both parties wrote to Senate Majority Leader John Thune of South Dakota. Republicans need 60 votes.'

    it.each([['2025-06-12'], [undefined]])('knows Graham in a Senate story of %s', async (published) => {
      const profiles = await read(story, published)
      expect(idsOf(profiles)).toMatchObject({ 'Lindsey Graham': 'bioguide:G000359', 'John Thune': 'bioguide:T000250' })
    })

    it('knows presidents by title and day, and no other of their name', async () => {
      const text =
        'WASHINGTON — President Bush vetoed the bill, the White House said. Clinton said voters would judge. Republicans in Congress were silent.'
      expect(idsOf(await read(text, '2007-10-03'))).toEqual({ 'George W. Bush': 'wikidata:Q207', Clinton: null })
    })

    it('gives no id to Graham the baker', async () => {
      const text = 'LEEDS — Graham has sold bread here for forty years. “Flour costs more,” Graham said.'
      expect(Object.values(idsOf(await read(text, '2025-06-12')))).toEqual([null])
    })
  },
)
