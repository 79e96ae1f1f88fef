import { byCodeUnit, plain } from './normal.js'

/** Numbers in a signature: the first is the count of shingles, the others their least hashes. */
const HASHES = 128
/** Hashes in a band. Articles are compared where one of the 64 bands agrees: nearly all with a quarter in common. */
const ROWS = 2
const SHINGLE = 4
/** Share of shingles in common from which one article repeats the other, and from which both tell one story. */
const DUPLICATE = 0.6
const SAME_STORY = 0.25
/** An article that is a part of another: so much of the shorter one is in the longer. */
const CONTAINED = 0.8
/** Too few words say nothing. */
const FEWEST_SHINGLES = 20

/** An article as `findDuplicates` needs it: no text. */
export interface SignedArticle {
  readonly id: string
  readonly path: string
  /** ISO 8601 or `null`. */
  readonly published: string | null
  readonly signature: ArrayLike<number>
  /** Where the article's story can be seen: its first block. */
  readonly lead: { readonly start: number; readonly end: number }
}

/** Two articles that tell one story. `left` comes first: earlier, or by path. `evidence` is the lead of each. */
export interface SameStory {
  readonly left: string
  readonly right: string
  /** Share of the words in common, 0 to 1, two decimals. */
  readonly score: number
  readonly evidence: readonly { readonly article: string; readonly start: number; readonly end: number }[]
}

/** What `findDuplicates` finds. */
export interface Duplicates {
  /** The id of the first article of its kind, by the id of the one that repeats it. */
  readonly duplicateOf: ReadonlyMap<string, string>
  /** Pairs of articles that tell one story, duplicates among them; sorted. */
  readonly sameStory: readonly SameStory[]
}

const factors = Array.from({ length: HASHES }, (_, at) => (Math.imul(at + 1, 0x9e3779b1) | 1) >>> 0)
const offsets = Array.from({ length: HASHES }, (_, at) => Math.imul(at + 7, 0x85ebca6b) >>> 0)

/**
 * The MinHash signature of a text over its runs of four words: the same on every machine, 129 numbers of 32 bits.
 * @see Broder, On the resemblance and containment of documents, 1997
 */
export function signatureOf(text: string): number[] {
  const words = plain(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const hashes = words.map(hashOf)
  const least = new Uint32Array(HASHES).fill(0xffffffff)
  const seen = new Set<number>()
  for (let at = 0; at + SHINGLE <= hashes.length; at += 1) {
    let shingle = 0
    for (let step = 0; step < SHINGLE; step += 1) shingle = mix(Math.imul(shingle, 31) + (hashes[at + step] ?? 0))
    if (seen.has(shingle)) continue
    seen.add(shingle)
    for (let hash = 0; hash < HASHES; hash += 1) {
      // Both tables and `least` have HASHES places, so none of these is missing.
      const value = scramble(Math.imul(shingle, factors[hash] ?? 1) + (offsets[hash] ?? 0))
      if (value < (least[hash] ?? 0)) least[hash] = value
    }
  }
  return [seen.size, ...least]
}

/** The first block of a text: what a pair of articles is shown by. */
export function leadOf(text: string): { start: number; end: number } {
  const end = text.indexOf('\n\n')
  return { start: 0, end: end < 0 ? text.length : end }
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash
}

function mix(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x7feb352d)
  const twice = Math.imul(once ^ (once >>> 15), 0x846ca68b)
  return (twice ^ (twice >>> 16)) >>> 0
}

function scramble(value: number): number {
  return (value ^ (value >>> 15)) >>> 0
}

/**
 * Finds articles that repeat another (a wire copy, an update, an excerpt) and pairs that tell one story, by the bands of
 * their signatures. The first article is the earliest, then the one whose path is smallest. No step is quadratic.
 */
export function findDuplicates(articles: readonly SignedArticle[]): Duplicates {
  const sorted = [...articles].filter(({ signature }) => (signature[0] ?? 0) >= FEWEST_SHINGLES).sort(byTime)
  const pairs = new Map<number, number>()
  const firstOf = sorted.map((_, place) => place)
  for (const [left, right] of bandPairs(sorted)) {
    const key = left * sorted.length + right
    const [one, other] = [sorted[left], sorted[right]]
    if (one === undefined || other === undefined || pairs.has(key)) continue
    const { resemblance, containment } = likeness(one.signature, other.signature)
    pairs.set(key, Math.max(resemblance, containment >= CONTAINED ? containment : 0))
    if (resemblance >= DUPLICATE || containment >= CONTAINED) unite(firstOf, left, right)
  }
  const duplicateOf = new Map<string, string>()
  for (const [place, article] of sorted.entries()) {
    const first = sorted[rootOf(firstOf, place)]
    if (first !== undefined && first.id !== article.id) duplicateOf.set(article.id, first.id)
  }
  return { duplicateOf, sameStory: storiesOf(sorted, pairs) }
}

function byTime(a: SignedArticle, b: SignedArticle): number {
  return (
    byCodeUnit(a.published ?? '\uffff', b.published ?? '\uffff') || byCodeUnit(a.path, b.path) || byCodeUnit(a.id, b.id)
  )
}

/** Pairs of places that share a band; in a band that many share, each with the first and with the one before it. */
function* bandPairs(articles: readonly SignedArticle[]): Generator<readonly [number, number]> {
  for (let band = 0; band < HASHES / ROWS; band += 1) {
    const buckets = new Map<number, { first: number; last: number }>()
    for (const [place, { signature }] of articles.entries()) {
      const from = 1 + band * ROWS
      // 53 bits of the band's 64, what a number holds exactly.
      const key = (signature[from] ?? 0) * 2 ** 21 + ((signature[from + 1] ?? 0) >>> 11)
      const bucket = buckets.get(key)
      if (bucket === undefined) {
        buckets.set(key, { first: place, last: place })
        continue
      }
      yield [bucket.first, place]
      if (bucket.last !== bucket.first) yield [bucket.last, place]
      bucket.last = place
    }
  }
}

/** Shingles in common as a share of all, and of the shorter article's. */
function likeness(left: ArrayLike<number>, right: ArrayLike<number>): { resemblance: number; containment: number } {
  let equal = 0
  for (let at = 1; at <= HASHES; at += 1) if (left[at] === right[at]) equal += 1
  const resemblance = equal / HASHES
  const [leftCount, rightCount] = [left[0] ?? 0, right[0] ?? 0]
  const common = (resemblance * (leftCount + rightCount)) / (1 + resemblance)
  return { resemblance, containment: Math.min(1, common / Math.min(leftCount, rightCount)) }
}

function rootOf(firstOf: number[], place: number): number {
  let root = place
  while (firstOf[root] !== undefined && firstOf[root] !== root) root = firstOf[root] ?? root
  for (let at = place; at !== root; ) {
    const next = firstOf[at] ?? root
    firstOf[at] = root
    at = next
  }
  return root
}

/** The smaller place, the earlier article, becomes the first of both. */
function unite(firstOf: number[], left: number, right: number): void {
  const [one, other] = [rootOf(firstOf, left), rootOf(firstOf, right)]
  firstOf[Math.max(one, other)] = Math.min(one, other)
}

function storiesOf(articles: readonly SignedArticle[], pairs: ReadonlyMap<number, number>): SameStory[] {
  const stories: SameStory[] = []
  for (const [key, score] of pairs) {
    const [left, right] = [articles[Math.floor(key / articles.length)], articles[key % articles.length]]
    if (score < SAME_STORY || left === undefined || right === undefined) continue
    const evidence = [left, right].map(({ id, lead }) => ({ article: id, ...lead })).sort(byArticle)
    stories.push({ left: left.id, right: right.id, score: Math.round(score * 100) / 100, evidence })
  }
  return stories.sort((a, b) => byCodeUnit(a.left, b.left) || byCodeUnit(a.right, b.right))
}

function byArticle(a: { article: string }, b: { article: string }): number {
  return byCodeUnit(a.article, b.article)
}
