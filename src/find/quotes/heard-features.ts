import type { Document } from '../../model/document.js'
import { overlaps, type Span } from '../../model/span.js'

/** A heard stretch by its tokens `[first, last)` and its place. */
export interface Placed extends Span {
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

/**
 * The sources in the sentences of a content and the few round it, which do not share words with it but at its edge; none
 * from inside the quotation that it opens: “Had they tried, Wales could have won” is not said by Wales.
 */
export function candidatesFor({ sources, document }: HeardParts, content: Placed): Placed[] {
  const opened = document.quotations.find(({ start, style }) => start === content.start && style !== 'block')
  const isHeading = (block: number): boolean => /^(?:heading|title)$/.test(document.article.blocks[block]?.kind ?? '')
  const isApart = isHeading(content.block)
  return sources.filter(
    (source) =>
      !(opened !== undefined && source.start >= opened.inner.start && source.end <= opened.inner.end) &&
      source.sentence >= content.sentence - FARTHEST_SENTENCE &&
      source.sentence <= content.lastSentence + FARTHEST_SENTENCE &&
      Math.abs(source.block - content.block) <= 1 &&
      !(source.start > content.start && source.end < content.end) &&
      // A headline has its own speaker, and names nobody for the paragraphs beside it.
      (source.block === content.block || !(isApart || isHeading(source.block))),
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
