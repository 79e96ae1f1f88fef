import { type CoreferenceNet, coreferenceNets } from '../../lexicons/coreference-weights.js'
import { isPersonal, type Pronoun } from '../../lexicons/pronouns.js'
import { explain } from '../../model/why.js'
import { Word } from '../quotes/quote-words.js'
import { type Asked, featuresOf, hasPlural, pronounFeatures } from './coreference-features.js'
import { INTRODUCED, introducedBefore } from './coreference-introduced.js'
import { hearLinks, weighLinks } from './coreference-links.js'
import { isSomebodyElseNearer } from './coreference-others.js'
import { type Ranker, rankerOf } from './coreference-ranker.js'
import type { Referent, Sighting } from './coreference-referents.js'
import { whyOf, whyRuled } from './coreference-why.js'

/** How many sentences back a pronoun may reach. */
const FARTHEST = 9
/**
 * What is likelier than this is printed: right more often than not in every tenth of the score from there on, by the
 * reliability tables of `training/coreference/measure.ts`; `heard`: of people, where the reader has its say.
 */
const LEAST = { person: 0.5, heard: 0.4, body: 0.7 }
/** From here on, where the reader has its say, one of two who are named as a pair is told from the other. */
const TOLD_APART = 0.9
/** How many words may stand between the two of a pair. */
const LONGEST_JOINT = 4
/** How many of those spoken of last are weighed. */
const MOST = 14

/** Whom a pronoun stands for; `isClear`: whether it may be printed. What is not clear only helps to read on. */
export interface Choice {
  readonly referent: Referent
  readonly score: number
  readonly isClear: boolean
}

/** The rankers of people and of bodies. */
export type Rankers = ReadonlyMap<CoreferenceNet['of'], Ranker>

const shipped: Rankers = new Map(coreferenceNets.map((net) => [net.of, rankerOf(net)]))

/** Those that a pronoun may stand for: spoken of before, or named further on in its own sentence; in text order. */
export function candidatesFor(asked: Asked): Referent[] {
  const { pronoun, at, referents, speaker } = asked
  const isPerson = isPersonal(pronoun)
  const own = isPerson && speaker !== null && isWholeSpeech(asked) ? speaker : null
  const isTag = isPerson && (isTagged(asked) || isAnswer(asked))
  const said = isPerson ? isNamedInSpeech(asked) : () => false
  const able = referents.filter((referent) => {
    const { sightings, ahead } = referent
    if (referent === own || !agrees(referent, pronoun) || isAuthor(asked, referent)) return false
    if (said(sightings)) return false
    if (isTag && sightings.some(({ sentence, form }) => sentence === at.sentence && form === 'name')) return false
    const last = sightings.at(-1)
    if (last !== undefined && at.sentence - last.sentence <= FARTHEST) return true
    return isPerson && ahead.some(({ sentence, first }) => sentence === at.sentence && first >= at.last)
  })
  if (able.length <= MOST) return able
  const lastOf = ({ sightings }: Referent): number => sightings.at(-1)?.first ?? at.first
  const cut = able.map(lastOf).sort((a, b) => b - a)[MOST - 1] ?? 0
  return able.filter((referent) => lastOf(referent) >= cut)
}

/** Who wrote the article is "I" in it: a column's title may name its author. */
function isAuthor({ document }: Asked, { kind, latest }: Referent): boolean {
  if (kind !== 'person') return false
  const { byline } = document.article.meta
  return byline.some((author) => author === latest.text || author.endsWith(` ${latest.text}`))
}

/** "Mr Blair has failed, he claimed.", "Mr Blair, he said, has failed.": whoever is named there is not who says it. */
function isTagged({ document: { tokens }, clauses: { bits }, at, use }: Asked): boolean {
  if (use !== 'subject' || tokens[at.first - 1]?.normal !== ',' || !((bits[at.last] ?? 0) & Word.report)) return false
  // "Keller says it is the board that, she claims, …" is her own sentence.
  if (/^(?:who|which|that)$/.test(tokens[at.first - 2]?.normal ?? '')) return false
  const next = tokens[at.last + 1]
  return next !== undefined && next.casing === 'none' && /^[,.;]$/.test(next.normal)
}

/** "Asked if Mr Lee could return, he replied": whoever is named in a question is not who answers it. */
function isAnswer({ document: { sentences, tokens }, clauses: { bits }, at, use }: Asked): boolean {
  if (use !== 'subject' || tokens[at.first - 1]?.normal !== ',' || !((bits[at.last] ?? 0) & Word.report)) return false
  const first = sentences[at.sentence]?.firstToken ?? at.first
  const asked = tokens[first]?.normal === 'when' ? first + 1 : first
  return tokens[asked]?.normal === 'asked'
}

/** “Arafat is safe,” he said: whether somebody is named in the direct speech right before, of which the pronoun is the speaker. */
function isNamedInSpeech({ document, clauses: { bits }, at }: Asked): (sightings: readonly Sighting[]) => boolean {
  const start = document.tokens[at.first]?.start ?? 0
  if (at.quotation !== -1 || !((bits[at.last] ?? 0) & Word.report)) return () => false
  const endsHere = ({ quotation }: Sighting): boolean => {
    const end = document.quotations[quotation]?.end ?? -1
    return end <= start && end >= start - 2
  }
  return (sightings) => sightings.some((sighting) => sighting.form === 'name' && endsHere(sighting))
}

/** “He was targeted,” said Lee: of themselves people say "I". In a part of a sentence, 'said "his" plan', the writer speaks on. */
function isWholeSpeech({ document: { article, quotations }, at }: Asked): boolean {
  const inner = quotations[at.quotation]?.inner
  if (inner === undefined || !/\p{Lu}/u.test(article.text.charAt(inner.start))) return false
  return /[.,?!…]/.test(article.text.charAt(inner.end - 1))
}

/** What the network learned from texts where a name's gender is often guessed wrong is held to it here. */
function agrees({ kind, gender }: Referent, pronoun: Pronoun): boolean {
  return (kind === 'person') === isPersonal(pronoun) && (gender === null || gender === pronoun.gender)
}

/** The likeliest referent of a pronoun, or null where nobody named is likelier. */
export function choosePronoun(asked: Asked, rankers: Rankers = shipped): Choice | null {
  const isPerson = isPersonal(asked.pronoun)
  const newest = isPerson ? introducedBefore(asked) : null
  const introduced = newest === null || isAuthor(asked, newest) ? null : newest
  const likeliest = likeliestOf(asked, rankers)
  const isSame = introduced === null || (likeliest?.referent === introduced && likeliest.score >= INTRODUCED)
  if (isSame) return likeliest
  explain(() => whyRuled(asked, introduced, { name: 'the story came to them last, and alone', chance: INTRODUCED }))
  return { referent: introduced, score: INTRODUCED, isClear: true }
}

function likeliestOf(asked: Asked, rankers: Rankers): Choice | null {
  const isPerson = isPersonal(asked.pronoun)
  const rank = rankers.get(isPerson ? 'person' : 'body')
  const candidates = candidatesFor(asked)
  if (rank === undefined || candidates.length === 0) return null
  const about = pronounFeatures(asked)
  const numbers = candidates.map((candidate) => featuresOf(asked, candidate))
  const ranked = rank(about, numbers)
  const heard = hearLinks(asked, candidates)
  const chances = weighLinks(ranked, heard)
  explain(() => whyOf(asked, { rank, about, candidates, numbers, ranked, chances }))
  const most = Math.max(...chances.slice(0, -1))
  const referent = candidates[chances.indexOf(most)]
  if (referent === undefined || most <= (chances.at(-1) ?? 0)) return null
  const isEither = (heard === null || most < TOLD_APART) && isOneOfTwo(asked, referent)
  const isOpen = isEither || (isPerson ? isSomebodyElseNearer(asked, referent) : canBeElse(asked))
  return {
    referent,
    score: Math.round(100 * most) / 100,
    isClear: most >= LEAST[isPerson ? (heard === null ? 'person' : 'heard') : 'body'] && !isOpen,
  }
}

/** "Tom Becker and Luis Ortega met. He …": either, and "they" both, where neither was spoken of since. */
function isOneOfTwo({ clauses: { bits }, referents, pronoun }: Asked, referent: Referent): boolean {
  const own = referent.sightings.at(-1)
  if (own === undefined) return false
  return referents.some((other) => {
    const last = other.sightings.at(-1)
    if (other === referent || last === undefined || last.sentence !== own.sentence) return false
    if (isPersonal(pronoun) && !agrees(other, pronoun)) return false
    return isJoined(bits, own, last) || isJoined(bits, last, own)
  })
}

/** Whether a coordinator, and no verb or comma, stands between the two. */
function isJoined(bits: Int32Array, first: Sighting, other: Sighting): boolean {
  if (other.first < first.last || other.first - first.last > LONGEST_JOINT) return false
  let found = false
  for (let at = first.last; at < other.first; at += 1) {
    const bit = bits[at] ?? 0
    if (bit & (Word.be | Word.have | Word.modal | Word.report | Word.comma)) return false
    if (bit & Word.coordinator) found = true
  }
  return found
}

/** "It is clear that", "It was raining"; "inspectors … they": nothing that a body does, or others who may be meant. */
function canBeElse(asked: Asked): boolean {
  const { pronoun, at, clauses, document } = asked
  if (pronoun.number === 'plural') return hasPlural(document, at)
  // "as the paper put it"
  if (pronoun.form === 'it' && document.tokens[at.first - 1]?.normal === 'put') return true
  const isOpening = document.sentences[at.sentence]?.firstToken === at.first
  return isOpening && ((clauses.bits[at.last] ?? 0) & (Word.be | Word.modal)) !== 0
}
