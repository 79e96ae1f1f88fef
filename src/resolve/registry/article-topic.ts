import { officeWordsOf } from '../../lexicons/office-words.js'
import type { ArticleRecord } from '../../model/record.js'
import { wordsOf } from '../normal.js'
import { postalOfPlace } from './office-claims.js'

/** What an article is about, as far as a registry asks; made at most once for an article. */
export interface ArticleTopic {
  /** How often it speaks of each office, and of Congress. */
  readonly offices: ReadonlyMap<string, number>
  /** Postal abbreviations of the states that it names. */
  readonly states: ReadonlySet<string>
  /** ISO codes of the countries whose places and bodies it names, with how many of each. */
  readonly countries: ReadonlyMap<string, number>
  /** Its words, plain. */
  readonly words: ReadonlySet<string>
}

const TOPICS = officeWordsOf('topic')
const WORD = /[A-Za-z][A-Za-z.’'-]*/g

/** Reads what an article is about. `countryOf` tells the country of a place or body of the built-in registry. */
export function topicOf(record: ArticleRecord, countryOf: (registryId: string) => string | null): ArticleTopic {
  const { text, title } = record.article
  const whole = title === null || text.includes(title) ? text : `${title}\n${text}`
  const states = new Set(record.places.flatMap((place) => postalOfPlace(place.registryId) ?? []))
  const countries = new Map<string, number>()
  for (const { registryId } of [...record.agencies, ...record.places]) {
    const country = registryId === null ? null : countryOf(registryId)
    if (country !== null) countries.set(country, (countries.get(country) ?? 0) + 1)
  }
  return { offices: officesIn(whole), states, countries, words: new Set(wordsOf(whole)) }
}

function officesIn(text: string): ReadonlyMap<string, number> {
  const offices = new Map<string, number>()
  let [before, first] = ['', '']
  for (const [written] of text.matchAll(WORD)) {
    const word = written.toLowerCase()
    const runs = [word, word.replace(/[.’']s?$/, ''), `${first} ${word}`, `${before} ${first} ${word}`]
    const office = runs.map((run) => TOPICS.get(run)).find((one) => one !== undefined)
    if (office !== undefined) offices.set(office, (offices.get(office) ?? 0) + 1)
    before = first
    first = word
  }
  return offices
}
