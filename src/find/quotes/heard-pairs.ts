import { heardWeight } from '../../lexicons/heard-weights.js'
import { type Document, sentenceAt, tokenAt } from '../../model/document.js'
import { firstNot, overlaps, type Span } from '../../model/span.js'

/** A content with the source and the cue that fit it best; `score` is how likely the source is the right one, 0 to 1. */
export interface HeardPair {
  readonly content: Span
  readonly source: Span | null
  readonly cue: Span | null
  readonly score: number
}

/** A heard stretch by its tokens `[first, last)` and its place. */
interface Placed extends Span {
  readonly first: number
  readonly last: number
  readonly sentence: number
  readonly lastSentence: number
  readonly block: number
}

/** Contents, cues and sources of a document, each in order. */
export interface HeardParts {
  readonly document: Document
  readonly contents: readonly Placed[]
  readonly cues: readonly Placed[]
  readonly sources: readonly Placed[]
}

const FARTHEST_SENTENCE = 3
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
  for (const source of candidatesFor(parts, content)) {
    const weight = pairFeatures(parts, content, source).reduce((total, name) => total + heardWeight(name), 0)
    sum += Math.exp(weight)
    if (weight > top) {
      best = source
      top = weight
    }
  }
  return { content, source: best, cue: cueFor(parts, content, best), score: Math.exp(top) / sum }
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

/** The sources in the sentences of a content and the few round it, which do not share words with it but at its edge. */
export function candidatesFor({ sources }: HeardParts, content: Placed): Placed[] {
  return sources.filter(
    (source) =>
      source.sentence >= content.sentence - FARTHEST_SENTENCE &&
      source.sentence <= content.lastSentence + FARTHEST_SENTENCE &&
      Math.abs(source.block - content.block) <= 1 &&
      !(source.start > content.start && source.end < content.end),
  )
}

/** What speaks for a source being the one of a content: names of features that hold. */
export function pairFeatures(parts: HeardParts, content: Placed, source: Placed): string[] {
  const { document, contents, sources, cues } = parts
  const isBefore = source.first < content.first
  const side = overlaps(source, content) ? 'over' : isBefore ? 'before' : 'after'
  const [from, to] = isBefore ? [source.last, content.first] : [content.last, source.first]
  const gap = isBefore ? content.sentence - source.sentence : source.sentence - content.lastSentence
  const place = source.block !== content.block ? 'other block' : gap > 0 ? `sentence ${gap}` : 'same'
  const between = countIn(contents, from, to)
  const rivals = countIn(sources, from, to)
  const cue = cueBeside(cues, content, source)
  const kind = kindOf(document, content)
  const words = wordsOf(document, source)
  return [
    `side ${side} ${place}`,
    `side ${side} ${place} ${kind}`,
    `gap ${side} ${place} ${sizeOf(to - from)}`,
    `cue ${side} ${place} ${cue}`,
    `between ${side} ${between} ${rivals}`,
    `between ${place} ${rivals}`,
    `cue ${cue} ${side} ${rivals} ${between}`,
    `words ${words} ${side} ${place === 'same'}`,
    `nested ${isNested(contents, content, source)}`,
    `marks ${side} ${markAt(document, content.first - 1)} ${markAt(document, content.last)} ${place === 'same'}`,
    `touch ${side} ${touches(contents, source)} ${place}`,
    `owned ${side} ${nearestContent(contents, content, source)} ${place}`,
  ]
}

function countIn(list: readonly Placed[], from: number, to: number): number {
  let count = 0
  for (const { first, last } of list) if (first >= from && last <= to) count += 1
  return Math.min(count, 3)
}

function sizeOf(tokens: number): string {
  if (tokens < 4) return String(Math.max(0, tokens))
  return tokens < 7 ? '4' : tokens < 12 ? '7' : tokens < 25 ? '12' : '25'
}

/** Where a cue stands to both: between them, beyond the source, before the content on the other side, or nowhere near. */
function cueBeside(cues: readonly Placed[], content: Placed, source: Placed): string {
  const isBefore = source.first < content.first
  const [from, to] = isBefore ? [source.last, content.first] : [content.last, source.first]
  let found = 'none'
  for (const cue of cues) {
    if (cue.first >= from && cue.last <= to) {
      const near = isBefore ? cue.first - source.last : source.first - cue.last
      return near <= 1 ? 'between at source' : near <= 4 ? 'between near source' : 'between far'
    }
    const beyond = isBefore ? source.first - cue.last : cue.first - source.last
    if (beyond >= 0 && beyond <= 3) found = beyond <= 1 ? 'beyond at source' : 'beyond near source'
    if (overlaps(cue, source)) found = 'on source'
  }
  return found
}

/** How a content looks: all between quotation marks, with some, or without. */
function kindOf(document: Document, content: Span): string {
  let kind = 'plain'
  for (const quotation of document.quotations) {
    if (quotation.start >= content.end) break
    if (quotation.end <= content.start || quotation.style === 'block') continue
    if (quotation.start <= content.start && quotation.end >= content.end) return 'direct'
    if (quotation.start <= content.start + 1) kind = 'opened'
    else if (kind === 'plain') kind = 'mixed'
  }
  return kind
}

const RELATIVE = new Set(['who', 'which', 'that', 'whom'])

function wordsOf({ tokens }: Document, source: Placed): string {
  const normal = tokens[source.first]?.normal ?? ''
  if (source.last - source.first > 1) return 'many'
  if (RELATIVE.has(normal)) return 'relative'
  return (tokens[source.first]?.end ?? 0) - source.start < 5 && tokens[source.first]?.casing !== 'upper'
    ? 'short'
    : 'one'
}

/** Whether the two lie in the same outer content, or only one of them in another content. */
function isNested(contents: readonly Placed[], content: Placed, source: Placed): string {
  for (const outer of contents) {
    if (outer === content || outer.first > source.first || outer.last < source.last) continue
    return outer.first <= content.first && outer.last >= content.last ? 'both' : 'source'
  }
  return 'no'
}

const MARKS: Readonly<Record<string, string>> = {
  ',': ',',
  ':': ':',
  '.': '.',
  that: 'that',
  '“': '"',
  '"': '"',
  '”': '"',
  ';': ';',
  '—': '-',
  '-': '-',
}

function markAt({ tokens }: Document, at: number): string {
  return MARKS[tokens[at]?.normal ?? ''] ?? 'word'
}

/** On which sides a content stands right beside the source. */
function touches(contents: readonly Placed[], source: Placed): string {
  let found = ''
  for (const { first, last } of contents) {
    if (source.first - last >= 0 && source.first - last <= 4) found += '<'
    if (first - source.last >= 0 && first - source.last <= 4) found += '>'
  }
  return found
}

/** Whether no other content is nearer to the source than this one. */
function nearestContent(contents: readonly Placed[], content: Placed, source: Placed): string {
  const distance = (other: Placed): number => Math.max(other.first - source.last, source.first - other.last, 0)
  const own = distance(content)
  let nearer = 0
  for (const other of contents) if (other !== content && distance(other) < own) nearer += 1
  return String(Math.min(nearer, 2))
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
