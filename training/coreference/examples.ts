import { type Choose, coreferenceIn } from '../../src/find/coreference/coreference.js'
import { isPersonal } from '../../src/lexicons/pronouns.js'
import { type Asked, featuresOf, pronounFeatures } from '../../src/find/coreference/coreference-features.js'
import { candidatesFor } from '../../src/find/coreference/coreference-pronouns.js'
import { hearLinks, namingsOf } from '../../src/find/coreference/coreference-links.js'
import type { Referent, Sighting } from '../../src/find/coreference/coreference-referents.js'
import { isEntityMention } from '../../src/model/mention.js'
import { overlaps, type Span } from '../../src/model/span.js'
import type { GoldSpan, Marked } from './corpus.js'

/** A pronoun with the numbers of those it may stand for, and which of them would be right; the last is nobody. */
export interface Example {
  readonly set: string
  readonly id: string
  readonly isPerson: boolean
  readonly about: number[]
  readonly candidates: number[][]
  readonly right: boolean[]
  /** GAP: those that are one of the two names in question. */
  readonly marked?: boolean[]
  readonly places: Places
  /** What the reader gives the candidates, and last nobody. */
  readonly heard: number[] | null
}

/** Where the pronoun stands and where its candidates are named, as tokens: what `links.py` learns from. */
export interface Places {
  readonly at: number
  readonly namings: readonly (readonly (readonly [first: number, last: number])[])[]
}

/** The examples of GAP: one a text. Where neither name is meant, anybody else may be. */
export function gapExamples(texts: readonly Marked[], set: string, choose: Choose): Example[] {
  return texts.flatMap(({ id, document, spans }) => {
    const [pronoun, ...names] = spans
    const found: Example[] = []
    coreferenceIn(document, (asked) => {
      if (pronoun !== undefined && overlaps(spanOf(asked, asked.at), pronoun)) {
        const candidates = candidatesFor(asked)
        const isAt = (referent: Referent, name: GoldSpan): boolean =>
          [...referent.sightings, ...referent.ahead].some((sighting) => sighting.form !== 'pronoun' && overlaps(spanOf(asked, sighting), name))
        const meant = names.filter(({ coref }) => coref === true)
        const others = names.filter(({ coref }) => coref !== true)
        const right = candidates.map((candidate) =>
          meant.length > 0 ? meant.some((name) => isAt(candidate, name)) : !others.some((name) => isAt(candidate, name)),
        )
        found.push(exampleOf(asked, candidates, { set, id, right: [...right, meant.length === 0], marked: candidates.map((candidate) => names.some((name) => isAt(candidate, name))) }))
      }
      return choose(asked)
    })
    return found
  })
}

/** The examples of a set with chains: every marked pronoun. */
export function chainExamples(texts: readonly Marked[], set: string, choose: Choose): Example[] {
  return texts.flatMap(({ id, document, spans }) => {
    const found: Example[] = []
    const chainAt = chainsOfNames(document.mentions.filter(isEntityMention), spans)
    coreferenceIn(document, (asked) => {
      const own = spanOf(asked, asked.at)
      const gold = spans.find(({ start, end }) => start === own.start && end === own.end)
      const chain = gold === undefined ? undefined : chainOf(gold)
      if (chain === undefined) return choose(asked)
      const candidates = candidatesFor(asked)
      const right = candidates.map(({ sightings, ahead }) =>
        [...sightings, ...ahead].some((sighting) => chainAt.get(spanOf(asked, sighting).start) === chain),
      )
      found.push(exampleOf(asked, candidates, { set, id, right: [...right, !right.includes(true)] }))
      return choose(asked)
    })
    return found
  })
}

/**
 * Examples that mark themselves: a pronoun of one gender where one person of that gender, and others of the other, were
 * spoken of. Gender and what it gives away are hidden. They teach how far a pronoun reaches in whole articles.
 */
export function plainExamples(texts: readonly Marked[], set: string, choose: Choose): Example[] {
  return texts.flatMap(({ id, document }) => {
    const found: Example[] = []
    coreferenceIn(document, (asked) => {
      const example = isPersonal(asked.pronoun) ? plainExample(asked, set, id) : null
      if (example !== null) found.push(example)
      return choose(asked)
    })
    return found
  })
}

function plainExample(asked: Asked, set: string, id: string): Example | null {
  const { pronoun, at, referents, speaker } = asked
  const hidden = referents.map((referent) => ({
    ...referent,
    gender: null,
    sightings: referent.sightings.map((sighting) => ({ ...sighting, pronoun: '' })),
  }))
  const blind = { ...asked, referents: hidden, before: null, speaker: hidden[speaker?.order ?? -1] ?? null }
  const candidates = candidatesFor(blind)
  const genders = candidates.map(({ order }) => referents[order]?.gender ?? null)
  const near = candidates.filter(({ sightings }) => at.sentence - (sightings.at(-1)?.sentence ?? -9) <= 2)
  const isPlain = !genders.includes(null) && genders.filter((gender) => gender === pronoun.gender).length === 1
  if (!isPlain || near.length < 2) return null
  return exampleOf(blind, candidates, { set, id, right: [...genders.map((gender) => gender === pronoun.gender), false] })
}

function exampleOf(asked: Asked, candidates: readonly Referent[], gold: { set: string; id: string; right: boolean[]; marked?: boolean[] }): Example {
  const namings = candidates.map((candidate) => namingsOf(candidate, asked.at).map(({ first, last }) => [first, last] as const))
  const places = { at: asked.at.first, namings }
  const heard = hearLinks(asked, candidates)
  return { ...gold, places, heard, isPerson: isPersonal(asked.pronoun), about: pronounFeatures(asked), candidates: candidates.map((candidate) => featuresOf(asked, candidate)) }
}

export function spanOf({ document: { tokens } }: Pick<Asked, 'document'>, { first, last }: Sighting): Span {
  return { start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0 }
}

/** The chain of each name, by where it starts: that of the marked span which fits it best. */
function chainsOfNames(mentions: readonly (Span & { form: string })[], spans: readonly GoldSpan[]): Map<number, string> {
  const chains = new Map<number, string>()
  for (const { start, end } of mentions) {
    let [best, least] = ['', Infinity]
    for (const span of spans) {
      const isInside = (span.start <= start && end <= span.end) || (start <= span.start && span.end <= end)
      const off = Math.abs(span.start - start) + Math.abs(span.end - end)
      const chain = chainOf(span)
      if (isInside && off < least && chain !== undefined) [best, least] = [chain, off]
    }
    if (best !== '') chains.set(start, best)
  }
  return chains
}

/** The chain of a marked span, where the set has chains. */
export function chainOf({ chain, coref }: GoldSpan): string | undefined {
  const own = chain ?? coref
  return own === undefined || own === true || own === false ? undefined : String(own)
}
