import { heardWeight } from '../../lexicons/heard-weights.js'
import { type Document, sentenceAt, tokenAt } from '../../model/document.js'
import { firstNot, overlaps, type Span } from '../../model/span.js'
import { explain, type Why } from '../../model/why.js'
import { candidatesFor, type HeardParts, type Placed, pairFeatures } from './heard-features.js'

/** A content with the source and the cue that fit it best; `score` is how likely the source is the right one, 0 to 1. */
export interface HeardPair {
  readonly content: Span
  readonly source: Span | null
  readonly cue: Span | null
  readonly score: number
}

const NEAR_SENTENCES = 8

/** Places what was heard; `contents` stand in for the heard ones, in order. */
export function heardParts(document: Document, contents: readonly Span[]): HeardParts {
  const { tokens, sentences } = document
  const place = ({ start, end }: Span): Placed => {
    const sentence = sentenceAt(sentences, start)
    return {
      start,
      end,
      first: tokenAt(tokens, start),
      last: tokenAt(tokens, end - 1) + 1,
      sentence,
      lastSentence: sentenceAt(sentences, end - 1),
      block: sentences[sentence]?.block ?? -1,
    }
  }
  const { cues, sources } = document.heard ?? { cues: [], sources: [] }
  return {
    document,
    contents: contents.map(place),
    cues: cues.flatMap((cue) => byBlock(document, cue)).map(place),
    sources: joinedAt(
      document,
      sources.flatMap((source) => byBlock(document, source)),
    ).map(place),
  }
}

/** A stretch cut where paragraphs end: no words for a speaker, and no cue, run from one into the next. */
function byBlock({ article, sentences }: Document, span: Span): Span[] {
  const parts: Span[] = []
  for (let at = sentences[sentenceAt(sentences, span.start)]?.block ?? 0; at < article.blocks.length; at += 1) {
    const block = article.blocks[at]
    if (block === undefined || block.start >= span.end) break
    const part = { start: Math.max(block.start, span.start), end: Math.min(block.end, span.end) }
    if (part.end > part.start) parts.push(part)
  }
  return parts
}

/** Sources without commas at their ends; two that only a comma parts are one: "the head of the port, Ann Lee". */
function joinedAt({ article }: Document, sources: readonly Span[]): Span[] {
  const found: Span[] = []
  for (const source of sources) {
    let { end } = source
    while (end > source.start && /[,\s]/.test(article.text.charAt(end - 1))) end -= 1
    const last = found.at(-1)
    if (last !== undefined && /^,?[^\S\n]*$/.test(article.text.slice(last.end, source.start)))
      found[found.length - 1] = { start: last.start, end }
    else found.push({ start: source.start, end })
  }
  return found
}

/** The content at `index` with the likeliest of the sources round it, or none. */
export function pairOf(whole: HeardParts, index: number): HeardPair | null {
  const content = whole.contents[index]
  if (content === undefined) return null
  const parts = around(whole, content)
  let best: Placed | null = null
  let top = heardWeight('none')
  let sum = Math.exp(top)
  const candidates = candidatesFor(parts, content)
  for (const source of candidates) {
    const weight = weightOf(pairFeatures(parts, content, source))
    sum += Math.exp(weight)
    if (weight > top) {
      best = source
      top = weight
    }
  }
  explain(() => whyPaired(parts, content, candidates))
  return { content, source: best, cue: cueFor(parts, content, best), score: Math.exp(top) / sum }
}

/** Why a content goes to the source it goes to: the features that it and the one after it do not share. */
function whyPaired(parts: HeardParts, content: Placed, candidates: readonly Placed[]): Why {
  const { text } = parts.document.article
  const weighed = candidates.map((source) => {
    const features = pairFeatures(parts, content, source)
    return { answer: text.slice(source.start, source.end), features, weight: weightOf(features) }
  })
  weighed.push({ answer: 'no words beside it', features: ['none'], weight: heardWeight('none') })
  weighed.sort((a, b) => b.weight - a.weight)
  const whole = weighed.reduce((sum, { weight }) => sum + Math.exp(weight), 0)
  const [first = [], second = []] = weighed.map(({ features }) => features)
  return {
    start: content.start,
    end: content.end,
    question: 'whose words these are',
    choices: weighed.map(({ answer, weight }) => ({ answer, chance: Math.exp(weight) / whole })),
    reasons: [
      ...first.filter((name) => !second.includes(name)).map((name) => ({ name, weight: heardWeight(name) })),
      ...second
        .filter((name) => !first.includes(name))
        .map((name) => ({ name: `not ${name}`, weight: -heardWeight(name) })),
    ],
  }
}

function weightOf(features: readonly string[]): number {
  return features.reduce((total, name) => total + heardWeight(name), 0)
}

/** Only what stands near a content: a long article costs no more a word than a short one. */
function around({ document, contents, cues, sources }: HeardParts, content: Placed): HeardParts {
  const from = content.sentence - NEAR_SENTENCES
  const to = content.lastSentence + NEAR_SENTENCES
  const near = (list: readonly Placed[]): Placed[] => {
    const first = firstNot(list, ({ lastSentence }) => lastSentence < from)
    let last = first
    while ((list[last]?.sentence ?? to + 1) <= to) last += 1
    return list.slice(first, last)
  }
  return { document, contents: near(contents), cues: near(cues), sources: near(sources) }
}

/** The cue of a pair, from the source's own sentence if it has one: between its two parts, or beside the source; without a source, beside the content. */
function cueFor({ cues }: HeardParts, content: Placed, source: Placed | null): Span | null {
  let best: Placed | null = null
  let least = source === null ? 3 : 12
  const isBeside = source !== null && cues.some((cue) => cue.sentence === source.sentence && !overlaps(cue, content))
  for (const cue of cues) {
    if (overlaps(cue, content) || (isBeside && cue.sentence !== source.sentence)) continue
    const toSource = source === null ? 0 : Math.max(cue.first - source.last, source.first - cue.last, 0)
    const toContent = Math.max(cue.first - content.last, content.first - cue.last, 0)
    const distance = source === null ? toContent : toSource + Math.min(toContent, 20) / 8
    if (distance < least) {
      least = distance
      best = cue
    }
  }
  return best === null ? null : { start: best.start, end: best.end }
}
