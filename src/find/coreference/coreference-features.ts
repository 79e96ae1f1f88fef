import { isPersonal, type Pronoun } from '../../lexicons/pronouns.js'
import type { Document } from '../../model/document.js'
import { Word } from '../quotes/quote-words.js'
import type { ClauseKind, ClauseRole, Clauses } from './coreference-clauses.js'
import type { Links } from './coreference-links.js'
import type { Referent, Sighting } from './coreference-referents.js'

/** A pronoun where it stands, and what was read before it. */
export interface Asked {
  readonly document: Document
  readonly clauses: Clauses
  /** What the learned reader heard, or null. */
  readonly links: Links | null
  readonly pronoun: Pronoun
  /** What the pronoun is here: "her" is settled by what follows it. */
  readonly use: Pronoun['use']
  readonly at: Sighting
  /** Everything spoken of so far, in the order of first mention. */
  readonly referents: readonly Referent[]
  /** Who spoke the quotation that the pronoun stands in, where a name beside it says so. */
  readonly speaker: Referent | null
  /** Who the pronoun of the same gender before this one stood for, and where that was. */
  readonly before: { readonly referent: Referent; readonly sighting: Sighting } | null
}

const ROLES: readonly ClauseRole[] = [
  'subject',
  'inverted',
  'object',
  'possessive',
  'of',
  'by',
  'oblique',
  'joined',
  'beside',
]
const KINDS: readonly ClauseKind[] = ['main', 'that', 'relative', 'subordinate', 'coordinate', 'aside']
const USES = ['subject', 'object', 'possessive', 'reflexive'] as const

type Group = (out: number[], asked: Asked, referent: Referent, last: Sighting | undefined) => void

/** The numbers by what they tell of a referent, in the order in which the ranker has them. */
const GROUPS: readonly (readonly [name: string, group: Group])[] = [
  ['how far back', distance],
  ['its place in its sentence', place],
  ['what stands between', between],
  ['how much the article is about it', topic],
  ['gender and number', agreement],
  ['whom the text was going on about', continuity],
  ['a name further on', ahead],
  ['the quotation it stands in', quotation],
]

/** Numbers, most between 0 and 1, for how well a referent fits a pronoun: what the ranker weighs. */
export function featuresOf(asked: Asked, referent: Referent): number[] {
  const out: number[] = []
  const last = referent.sightings.at(-1)
  for (const [, group] of GROUPS) group(out, asked, referent, last)
  return out
}

/** What each number of `featuresOf` tells of. */
export function featureNames(asked: Asked, referent: Referent): string[] {
  const out: number[] = []
  const last = referent.sightings.at(-1)
  return GROUPS.flatMap(([name, group]) => {
    const before = out.length
    group(out, asked, referent, last)
    return Array<string>(out.length - before).fill(name)
  })
}

/** Numbers for the pronoun alone; they say how likely it is that nobody named is meant, too. */
export function pronounFeatures({ document, clauses, pronoun, use, at, referents }: Asked): number[] {
  const { bits, kinds, clauseOf } = clauses
  const before = bits[at.first - 1] ?? 0
  const after = bits[at.last] ?? 0
  const sentence = document.sentences[at.sentence]
  const firstToken = sentence?.firstToken ?? 0
  const kind = kinds[clauseOf[at.first] ?? 0]
  const out: number[] = []
  for (const name of USES) out.push(is(use === name))
  for (const name of KINDS) out.push(is(kind === name))
  out.push(is(pronoun.gender === 'female'), is(at.first === firstToken), Math.min(1, (at.first - firstToken) / 40))
  out.push(
    is((before & Word.comma) !== 0),
    is((before & Word.coordinator) !== 0),
    is((before & Word.preposition) !== 0),
  )
  out.push(is((before & (Word.verb | Word.report)) !== 0), is((after & Word.report) !== 0), is((after & Word.be) !== 0))
  out.push(is(at.quotation !== -1), is(at.sentence === 0), Math.min(1, referents.length / 10))
  out.push(is(pronoun.number === 'plural'), is((after & (Word.be | Word.modal)) !== 0 && pronoun.gender === 'thing'))
  out.push(is(pronoun.number === 'plural' && hasPlural(document, at)))
  return out
}

/** Whether a plural noun stands before a pronoun in its sentence or the one before, that "they" could mean as well. */
export function hasPlural({ tokens, sentences }: Document, at: Sighting): boolean {
  const [before, here] = [sentences[at.sentence - 1]?.firstToken, sentences[at.sentence]?.firstToken]
  for (let token = before ?? here ?? at.first; token < at.first; token += 1) {
    const word = tokens[token]
    const canBePlain = word?.casing === 'lower' || (word?.casing === 'title' && (token === before || token === here))
    if (word === undefined || !canBePlain) continue
    if (word.tags.includes('Plural') || (word.normal.endsWith('s') && word.tags.length === 0)) return true
  }
  return false
}

function is(condition: boolean): number {
  return condition ? 1 : 0
}

/** "her" before a noun is possessive; elsewhere an object. */
export function useOf({ tokens }: Document, { bits }: Clauses, pronoun: Pronoun, at: Sighting): Pronoun['use'] {
  if (pronoun.use !== 'either') return pronoun.use
  const next = bits[at.last] ?? 0
  const token = tokens[at.last]
  if (token === undefined || token.casing === 'none') return 'object'
  if (
    next &
    (Word.preposition |
      Word.coordinator |
      Word.subordinator |
      Word.determiner |
      Word.article |
      Word.be |
      Word.modal |
      Word.time)
  )
    return 'object'
  return next & Word.adverb && !(next & (Word.noun | Word.adjective)) ? 'object' : 'possessive'
}

function distance(out: number[], { at, document }: Asked, { sightings }: Referent, last?: Sighting): void {
  const sentences = last === undefined ? 9 : at.sentence - last.sentence
  for (let far = 0; far < 4; far += 1) out.push(is(sentences === far))
  out.push(is(last === undefined), Math.min(1, sentences / 8))
  out.push(last === undefined ? 1 : Math.min(1, Math.log2(1 + at.first - last.last) / 8))
  const named = sightings.findLast(({ form }) => form === 'name')
  out.push(named === undefined ? 1 : Math.min(1, (at.sentence - named.sentence) / 6), is(named === last))
  const block = document.sentences[at.sentence]?.block
  out.push(is(last !== undefined && document.sentences[last.sentence]?.block !== block))
}

function place(out: number[], { document, clauses, pronoun, use }: Asked, _referent: Referent, last?: Sighting): void {
  for (const role of ROLES) out.push(is(last?.role === role))
  const joint = last === undefined ? 0 : (clauses.bits[last.last] ?? 0)
  out.push(is(last?.form === 'pronoun'), is(last?.pronoun === pronoun.form), is((joint & Word.coordinator) !== 0))
  const kind = last === undefined ? undefined : clauses.kinds[last.clause]
  for (const name of KINDS) out.push(is(kind === name))
  const firstToken = last === undefined ? 0 : (document.sentences[last.sentence]?.firstToken ?? 0)
  out.push(last === undefined ? 1 : Math.min(1, (last.first - firstToken) / 30))
  const isSubject = last?.role === 'subject' || last?.role === 'inverted'
  out.push(is(isSubject && use === 'subject'), is(last?.role === 'object' && use === 'object'))
  out.push(is(isSubject && use === 'possessive'), is(last?.role === 'possessive' && use === 'possessive'))
  out.push(is(isSubject && use === 'object'), is(!isSubject && use === 'subject'))
}

/** What stands between the last mention and the pronoun. */
function between(out: number[], asked: Asked, _referent: Referent, last?: Sighting): void {
  const { at, clauses, document, referents, pronoun, use } = asked
  const { bits, clauseOf, kinds } = clauses
  const isNear = last !== undefined && last.sentence === at.sentence
  const here = clauseOf[at.first] ?? 0
  const from = last?.clause ?? 0
  const isSameClause = isNear && here === from
  const isSubject = last?.role === 'subject' || last?.role === 'inverted'
  out.push(
    is(isSameClause),
    is(isSameClause && use === 'object'),
    is(isSameClause && use === 'possessive' && isSubject),
  )
  out.push(is(isSameClause && use === 'possessive' && !isSubject), is(isSameClause && use === 'reflexive' && isSubject))
  out.push(isNear ? Math.min(1, (here - from) / 4) : 0)
  for (const name of KINDS.slice(1)) {
    let found = false
    if (isNear) for (let clause = from + 1; clause <= here && !found; clause += 1) found = kinds[clause] === name
    out.push(is(found))
  }
  out.push(is(isNear && isSubject && isReported(document, clauses, last, at)))
  const gap = last === undefined ? 99 : at.first - last.last
  const next = last === undefined ? 0 : (bits[last.last] ?? 0)
  out.push(is(gap === 1 && (next & Word.coordinator) !== 0), is(gap === 1 && (next & Word.comma) !== 0))
  out.push(
    is(gap === 1 && (next & (Word.verb | Word.report)) !== 0),
    is(gap === 1 && (next & Word.opening) !== 0),
    is(gap <= 3),
  )
  let others = 0
  let subjects = 0
  for (const { kind, sightings } of referents) {
    const other = (kind === 'person') === isPersonal(pronoun) ? sightings.at(-1) : undefined
    if (other === undefined || last === undefined || other.first <= last.first) continue
    others += 1
    if (other.role === 'subject' || other.role === 'inverted') subjects += 1
  }
  out.push(Math.min(1, others / 4), is(others === 0 && last !== undefined), is(subjects > 0))
}

/** "Smith said (that) he": the pronoun begins what the subject reports. */
function isReported({ tokens }: Document, { bits }: Clauses, last: Sighting, at: Sighting): boolean {
  for (let next = at.first - 1; next >= last.last && at.first - next < 8; next -= 1) {
    const bit = bits[next] ?? 0
    if (bit & Word.report && tokens[next]?.casing === 'lower' && next - last.last < 4) return true
  }
  return false
}

function topic(out: number[], { referents, document }: Asked, referent: Referent): void {
  let total = 0
  let most = 0
  let isFirst = true
  for (const { kind, sightings, order } of referents) {
    if ((kind === 'person') !== (referent.kind === 'person') || sightings.length === 0) continue
    total += sightings.length
    if (sightings.length > most) most = sightings.length
    if (order < referent.order) isFirst = false
  }
  const count = referent.sightings.length
  out.push(Math.min(1, Math.log2(1 + count) / 5), total === 0 ? 0 : count / total, is(count === most), is(isFirst))
  out.push(count === 0 ? 0 : referent.subjects / count, Math.min(1, referent.named / 4))
  const name = referent.latest.kind === 'person' ? referent.latest.name : null
  out.push(
    is(name !== null && name.given !== null),
    is(name !== null && name.honorific !== null),
    is(referent.roles.size > 0),
  )
  const block = document.article.blocks[document.sentences[referent.sightings[0]?.sentence ?? -1]?.block ?? -1]
  out.push(is(block?.kind === 'title' || block?.kind === 'heading'))
}

function agreement(out: number[], { pronoun, referents }: Asked, referent: Referent): void {
  out.push(is(referent.gender === pronoun.gender), is(referent.gender !== null && referent.gender !== pronoun.gender))
  let able = 0
  for (const { kind, gender, sightings } of referents)
    if (
      (kind === 'person') === (referent.kind === 'person') &&
      sightings.length > 0 &&
      (gender === null || gender === pronoun.gender)
    )
      able += 1
  out.push(Math.min(1, able / 6), is(able <= 1))
}

/** Who the paper is going on about: the subject of the sentence before, the pronoun before. */
function continuity(out: number[], { at, before }: Asked, referent: Referent): void {
  const isSame = before !== null && before.referent === referent
  const distanceBefore = before === null ? 9 : at.sentence - before.sighting.sentence
  out.push(
    is(before !== null),
    is(isSame && distanceBefore === 0),
    is(isSame && distanceBefore === 1),
    is(isSame && distanceBefore > 1),
  )
  out.push(is(isSame && before.sighting.clause === at.clause), is(isSame && before.sighting.role === 'subject'))
  let [here, previous, opens, beforeHere] = [0, 0, 0, 0]
  for (let index = referent.sightings.length - 1; index >= 0; index -= 1) {
    const { sentence, role, clause } = referent.sightings[index] ?? at
    if (at.sentence - sentence > 1) break
    const isSubject = role === 'subject' || role === 'inverted'
    if (sentence === at.sentence) {
      beforeHere = 1
      if (isSubject) here = 1
      if (isSubject && clause !== at.clause) opens = 1
    } else if (isSubject) previous = 1
  }
  out.push(here, previous, opens, beforeHere)
}

/** A name that follows: "In her speech, Keller", but not "his brother John". */
function ahead(out: number[], { at, clauses, document }: Asked, { ahead: further }: Referent): void {
  const next = further.find(({ first }) => first >= at.last)
  const isNear = next !== undefined && next.sentence === at.sentence
  out.push(is(isNear), is(isNear && next.role === 'subject'), isNear ? Math.min(1, (next.first - at.last) / 15) : 1)
  const { bits, clauseOf } = clauses
  let [comma, verb] = [0, 0]
  if (isNear)
    for (let token = at.last; token < next.first; token += 1) {
      if ((bits[token] ?? 0) & Word.comma) comma = 1
      if ((bits[token] ?? 0) & (Word.verb | Word.preposition | Word.coordinator)) verb = 1
    }
  const first = document.sentences[at.sentence]?.firstToken ?? 0
  out.push(comma, is(isNear && comma === 0 && verb === 0), is(isNear && comma === 1 && verb === 0))
  out.push(is(isNear && clauseOf[next.first] === clauseOf[at.first]), is(isNear && at.first - first <= 3))
}

function quotation(out: number[], { at, speaker }: Asked, referent: Referent, last?: Sighting): void {
  const isQuoted = at.quotation !== -1
  out.push(is(isQuoted && speaker === referent), is(isQuoted && last?.quotation === at.quotation))
  out.push(is(isQuoted && last?.quotation === -1), is(!isQuoted && last !== undefined && last.quotation !== -1))
}
