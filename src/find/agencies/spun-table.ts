import { distance } from 'fastest-levenshtein'
import { type Agency, agencies } from '../../lexicons/agencies.js'
import { organizationHeads } from '../../lexicons/organization-heads.js'
import { synonyms } from '../../lexicons/synonyms.js'
import { wordsOfForm } from './agency-phrases.js'

/** A form of a registry name as its content words, base forms in order. */
export interface RegistryForm {
  readonly agency: Agency
  readonly words: readonly string[]
  /** What each word weighs: rare words much, "Department" little. */
  readonly weights: readonly number[]
  readonly total: number
  /** How many connectors it has, and whether the first follows its first word ("Office of …"). */
  readonly links: number
  readonly opensWithLink: boolean
}

/** A registry word that a written word can stand for, and how surely: 1 is the same word. */
export interface Reading {
  readonly word: string
  readonly likeness: number
  readonly how: 'same' | 'synonym' | 'misspelt'
}

const CLOSE = 0.85
const NEAR = 0.65
const FAR = 0.5
const MISSPELT = 0.9
const MOST_WORDS = 8

const FORMS: RegistryForm[] = []
const FORMS_BY_WORD = new Map<string, number[]>()
const FREQUENCY = new Map<string, number>()
const READINGS = new Map<string, Reading[]>()
const WORDS_BY_START = new Map<string, string[]>()

/** Words of a name that carry no weight: connectors, marks and the country. */
const LINKS: ReadonlySet<string> = new Set([
  'of',
  'and',
  '&',
  'the',
  'for',
  'on',
  'in',
  'to',
  'at',
  'a',
  ',',
  "'",
  "'s",
  '-',
  '.',
  'u.s.',
  'us',
  'united',
  'states',
])

/** Whether a word of a name links its content words or says only the country. */
export function isLink(normal: string): boolean {
  return LINKS.has(normal)
}

/** The base form of a noun by its ending; the same for both sides of a comparison, so that it need not be a word. */
export function baseForm(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.length > 4 && /(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2)
  if (word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1)
  return word
}

/** Whose bodies are looked for under swapped words: the more there are, the less a word tells. */
const COUNTRIES: ReadonlySet<string> = new Set(['US', 'INT', 'EU', 'GB'])

buildForms()
buildReadings()

function buildForms(): void {
  const spinnable = agencies.filter(
    ({ name, country, kind }) =>
      COUNTRIES.has(country) &&
      (country !== 'GB' || kind !== 'police') &&
      !name.includes('Subcommittee') &&
      !name.includes('District Court'),
  )
  const seen = new Set<string>()
  const drafts: Omit<RegistryForm, 'weights' | 'total'>[] = []
  for (const agency of spinnable) {
    const own = new Set<string>()
    for (const form of [agency.name, ...agency.aliases, ...agency.former.map(({ name }) => name)]) {
      const all = wordsOfForm(form).map(({ normal }) => normal)
      const words = all.filter((word) => !isLink(word)).map(baseForm)
      for (const word of words) own.add(word)
      const key = `${agency.id} ${words.join(' ')}`
      if (words.length < 2 || words.length > MOST_WORDS || seen.has(key)) continue
      seen.add(key)
      const links = all.filter((word) => word === 'of' || word === 'and' || word === 'on' || word === 'for').length
      drafts.push({ agency, words, links, opensWithLink: isLink(all[1] ?? '') })
    }
    for (const word of own) FREQUENCY.set(word, (FREQUENCY.get(word) ?? 0) + 1)
  }
  for (const draft of drafts) {
    const weights = draft.words.map((word) => Math.log((spinnable.length + 1) / (FREQUENCY.get(word) ?? 1)))
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    for (const word of new Set(draft.words)) {
      const list = FORMS_BY_WORD.get(word)
      if (list) list.push(FORMS.length)
      else FORMS_BY_WORD.set(word, [FORMS.length])
    }
    FORMS.push({ ...draft, weights, total })
  }
}

function buildReadings(): void {
  const add = (written: string, reading: Reading): void => {
    const list = READINGS.get(written)
    if (list) list.push(reading)
    else READINGS.set(written, [reading])
  }
  for (const word of FORMS_BY_WORD.keys()) {
    add(word, { word, likeness: 1, how: 'same' })
    const start = word.charAt(0)
    const sisters = WORDS_BY_START.get(start)
    if (sisters) sisters.push(word)
    else WORDS_BY_START.set(start, [word])
  }
  for (const { word, close, near, far } of synonyms) {
    if (!FORMS_BY_WORD.has(word)) continue
    // One object for all words of a degree: there are sixty thousand.
    const [sure, likely, possible] = [CLOSE, NEAR, FAR].map((likeness): Reading => ({ word, likeness, how: 'synonym' }))
    if (!sure || !likely || !possible) continue
    for (const each of close) add(each, sure)
    for (const each of near) add(each, likely)
    for (const each of far) add(each, possible)
  }
}

/** The registry words that a written word (base form, or two words) can stand for. */
export function readingsOf(written: string): readonly Reading[] {
  return READINGS.get(written) ?? NONE
}

const NONE: readonly Reading[] = []

/** The registry words that a word which is none looks like: one letter off, or two in a long word. */
export function misspellingsOf(written: string): readonly Reading[] {
  if (written.length < 6) return NONE
  const most = written.length >= 10 ? 2 : 1
  return (WORDS_BY_START.get(written.charAt(0)) ?? [])
    .filter((word) => Math.abs(word.length - written.length) <= most && distance(word, written) <= most)
    .map((word) => ({ word, likeness: MISSPELT, how: 'misspelt' }))
}

/** Whether the registry itself uses the word, in how many bodies' names. */
export function registryFrequency(word: string): number {
  return FREQUENCY.get(word) ?? 0
}

/** The forms that hold a registry word, by number. */
export function formsWith(word: string): readonly number[] {
  return FORMS_BY_WORD.get(word) ?? []
}

/** The form by its number. */
export function formAt(index: number): RegistryForm | undefined {
  return FORMS[index]
}

const HEADS = new Set(
  organizationHeads.filter(({ kind }) => kind === 'agency').map(({ form }) => baseForm(form.toLowerCase())),
)
const OTHER_HEADS = new Set(
  organizationHeads.filter(({ kind }) => kind !== 'agency').map(({ form }) => baseForm(form.toLowerCase())),
)

/** Whether the word makes a name one of a public body: "department". */
export function isHead(word: string): boolean {
  return HEADS.has(word)
}

/** Whether the word makes a name one of another organisation: "party". */
export function isOtherHead(word: string): boolean {
  return OTHER_HEADS.has(word)
}
