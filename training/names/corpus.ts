import { readFileSync } from 'node:fs'
import { agenciesIn } from '../../src/find/agencies/agencies.js'
import type { Document } from '../../src/model/document.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article.js'
import { teamsAreOrganizations } from './teams.js'

export interface GoldSpan {
  start: number
  end: number
  type: string
  readonly named?: boolean
  readonly head?: readonly [number, number]
}

export interface GoldArticle {
  readonly id: string
  readonly text: string
  spans: GoldSpan[]
  /** False where names of nothing that we report are not marked: such a label is then no error. */
  readonly hasOther: boolean
}

export const DATA = new URL('../../../shared/data/', import.meta.url)
export const SILVER = new URL('../runs/names-silver.jsonl', import.meta.url)

const TYPES: Readonly<Record<string, string>> = {
  PER: 'PER', PERSON: 'PER', person: 'PER', politician: 'PER',
  ORG: 'ORG', organization: 'ORG', organisation: 'ORG', politicalparty: 'ORG',
  LOC: 'LOC', place: 'LOC', country: 'LOC', location: 'LOC',
  MISC: 'MISC', misc: 'MISC', event: 'MISC', election: 'MISC',
}

/** The lines of a set of `../shared/data`. */
export function linesOf(file: URL): { id: string; text: string; spans: GoldSpan[] }[] {
  return readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line): { id: string; text: string; spans: GoldSpan[] } => JSON.parse(line))
}

/** The articles of a training set with their spans as PER, ORG, LOC, MISC. */
export function goldOf(set: string): GoldArticle[] {
  const file = set === 'silver' ? SILVER : new URL(`${set}.jsonl`, DATA)
  const hasOther = !set.includes('gum') && set !== 'silver'
  return linesOf(file).map(({ id, text, spans }) => {
    const kept = set.includes('gum') ? namesInPhrases(text, spans) : spans
    const typed = kept.flatMap((span) => {
      const type = TYPES[span.type]
      return type === undefined ? [] : [{ ...span, type }]
    })
    if (set.includes('conll')) teamsAreOrganizations(text, typed)
    return { id, text, spans: typed.sort((a, b) => a.start - b.start), hasOther }
  })
}

/** The text as the pipeline sees it after `findAgencies`; every line is a block. */
export function documentOf(text: string): Document {
  const segmented = segmentArticle(articleOf(text))
  return { ...segmented, mentions: agenciesIn(segmented) }
}

const CAPITALS =
  /\p{Lu}[\p{L}.'’-]*(?: (?:of|the|for|and|de|van|& )?(?: ?the)? ?\p{Lu}[\p{L}.'’-]*)*/gu
const TITLES =
  /^(?:(?:U\.S\.|The|President|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sir|Professor|Prof\.|Senator|Minister|Prime|Foreign|Afghan|Ambassador|Secretary|Captain|Governor|King|Queen|Prince|Chairman|Director)\s)+/
const NO_PERSON = / of | to the |^(?:The )?(?:President|Taliban|Muslims|Afghans|Americans|Director|Chairman)/

/** GUM marks whole noun phrases: the name is the capitalised stretch round the phrase's head. */
function namesInPhrases(text: string, spans: readonly GoldSpan[]): GoldSpan[] {
  const names: GoldSpan[] = []
  for (const span of spans) {
    if (span.named !== true || !['person', 'place', 'organization', 'event'].includes(span.type)) continue
    const head = (span.head?.[0] ?? span.start) - span.start
    const phrase = text.slice(span.start, span.end)
    const run = [...phrase.matchAll(CAPITALS)].findLast((match) => match.index <= head && head < match.index + match[0].length)
    if (span.type === 'event') names.push(span)
    if (span.type === 'event' || run === undefined) continue
    const name = run[0].replace(span.type === 'person' ? TITLES : /^The /, '')
    const isGroup = /s$/.test(name) && !name.includes(' ')
    if (!/^\p{Lu}/u.test(name) || (span.type === 'person' && (NO_PERSON.test(name) || isGroup))) continue
    const start = span.start + phrase.indexOf(name, run.index)
    names.push({ start, end: start + name.length, type: span.type })
  }
  const outer: GoldSpan[] = []
  for (const name of names.sort((a, b) => a.start - b.start || b.end - a.end))
    if (name.start >= (outer.at(-1)?.end ?? 0)) outer.push(name)
  return outer
}
