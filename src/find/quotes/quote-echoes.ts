import type { Block } from '../../model/article.js'
import { type Document, type Quotation, tokenAt } from '../../model/document.js'
import { mentionId, type QuoteMention } from '../../model/mention.js'
import { bySpan, firstNot, overlaps, type Span } from '../../model/span.js'

/** What is heard once and printed again in large letters is as sure as there, and no surer than this. */
const MOST = 0.9
/** One word ("'Unfair'") may be anybody's. */
const FEWEST_WORDS = 2
/** Editors shorten: of this many words or more, this share stands in the speech in the same order. */
const NEARLY = { words: 5, share: 0.8 }
const APART = /[:–—-]\s*$/u

/**
 * “‘I never saw it so warm’: fishers worry”, “Potatoes are ‘perfectly good’”: what the title or a heading has in quotation
 * marks without saying whose it is belongs to whoever says the same words in the article. `quotes` are sorted, and so is
 * what returns.
 */
export function withEchoes(document: Document, quotes: readonly QuoteMention[]): QuoteMention[] {
  const echoes: QuoteMention[] = []
  const known = new Map<string, QuoteMention['speaker']>()
  let voices: readonly Voice[] | null = null
  for (const block of document.article.blocks) {
    if (block.kind !== 'title' && block.kind !== 'heading') continue
    for (const quotation of quotationsIn(document, block)) {
      const told = quotes.filter((quote) => overlaps(quote, quotation))
      if (told.some(({ speaker }) => speaker?.mention != null || (speaker?.candidates.length ?? 0) > 0)) continue
      const words = wordsIn(document, quotation.inner)
      if (words.length < FEWEST_WORDS || isCalled(document, quotation, block)) continue
      voices ??= voicesIn(document, quotes)
      const voice = voices.find(({ said }) => said.includes(` ${words.join(' ')} `)) ?? nearly(voices, words)
      if (voice === undefined) continue
      if (told.length === 0) echoes.push(echoOf(document, quotation, block, voice.quote))
      for (const { id } of told) known.set(id, voice.quote.speaker)
    }
  }
  // "'We lost it all,' says owner": who is the owner, the story tells.
  const named = quotes.map((quote) =>
    known.has(quote.id) ? { ...quote, speaker: known.get(quote.id) ?? null } : quote,
  )
  return echoes.length === 0 ? named : [...named, ...echoes].sort(bySpan)
}

/** The outermost quotations of a block, in order. */
function quotationsIn({ quotations }: Document, { start, end }: Span): Quotation[] {
  const found: Quotation[] = []
  for (let at = firstNot(quotations, (one) => one.start < start); (quotations[at]?.end ?? end + 1) <= end; at += 1) {
    const quotation = quotations[at]
    if (quotation !== undefined && quotation.parent === null) found.push(quotation)
  }
  return found
}

/** "Apple unveils 'Mac mini'", "targets 'New Labour' MP": a name, which the words around it go on with. */
function isCalled({ article, tokens }: Document, { start, inner }: Quotation, block: Block): boolean {
  const before = article.text.slice(block.start, start)
  return tokens[tokenAt(tokens, inner.start)]?.casing !== 'lower' && before.trim() !== '' && !APART.test(before)
}

interface Voice {
  readonly quote: QuoteMention
  /** The words in its quotation marks, lower-cased, each between two spaces. */
  readonly said: string
}

/** What somebody with a name says in quotation marks. */
function voicesIn(document: Document, quotes: readonly QuoteMention[]): Voice[] {
  return quotes.flatMap((quote) => {
    if (quote.type === 'indirect' || quote.speaker?.mention == null) return []
    return [{ quote, said: ` ${quote.content.flatMap((part) => wordsIn(document, part)).join(' ')} ` }]
  })
}

/** "I begged them to listen" for “I begged them to check his heartbeat”: whoever alone says nearly the same. */
function nearly(voices: readonly Voice[], words: readonly string[]): Voice | undefined {
  if (words.length < NEARLY.words) return undefined
  const [only, other] = voices.filter(
    ({ said }) => inOrder(said.trim().split(' '), words) >= NEARLY.share * words.length,
  )
  return other === undefined ? only : undefined
}

/** How many of `words` stand in that order within twice as many words of `said`, at the best place that begins with the first. */
function inOrder(said: readonly string[], words: readonly string[]): number {
  let most = 0
  said.forEach((word, from) => {
    if (word === words[0]) most = Math.max(most, longestCommon(said.slice(from, from + 2 * words.length), words))
  })
  return most
}

function longestCommon(said: readonly string[], words: readonly string[]): number {
  let row = Array<number>(words.length + 1).fill(0)
  for (const word of said) {
    const next = [0]
    words.forEach((own, at) => {
      next.push(own === word ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    })
    row = next
  }
  return row.at(-1) ?? 0
}

function wordsIn({ tokens }: Document, { start, end }: Span): string[] {
  const words: string[] = []
  for (let at = tokenAt(tokens, start); (tokens[at]?.start ?? end) < end; at += 1) {
    const token = tokens[at]
    if (token !== undefined && token.casing !== 'none') words.push(token.normal)
  }
  return words
}

function echoOf({ article }: Document, quotation: Quotation, block: Block, said: QuoteMention): QuoteMention {
  const { start, end } = quotation
  const [before, after] = [article.text.slice(block.start, start), article.text.slice(end, block.end)]
  // Set apart it is speech of its own: “…”: rest; rest – “…”.
  const isApart = /^\s*(?:[:–—-].*)?$/u.test(after) && /^(?:.*[:–—-]\s*)?$/u.test(before)
  return {
    id: mentionId(article.id, 'quote', { start, end }),
    kind: 'quote',
    start,
    end,
    text: article.text.slice(start, end),
    rule: 'quote/echo',
    score: Math.min(MOST, said.score),
    type: isApart ? 'direct' : 'mixed',
    act: 'speech',
    content: [{ start, end }],
    cue: null,
    source: null,
    speaker: said.speaker,
    addressee: null,
    within: null,
  }
}
