import { nominalHeadByForm } from '../../lexicons/nominal-heads.js'
import { reportingVerbByForm } from '../../lexicons/reporting-verbs.js'
import { roleByForm } from '../../lexicons/roles.js'
import type { Block } from '../../model/article.js'
import { type Document, type Token, tokenAt } from '../../model/document.js'
import { overlaps, type Span, textAt } from '../../model/span.js'
import type { Draft } from './quote-drafts.js'
import { HEADLINE_SCORE } from './quote-headlines.js'
import { Word } from './quote-words.js'

/** "Moncton garage fire: police" is no sentence; "Bridge unsafe, engineers warn" says by its verb that it gives one. */
const FEWEST_WORDS = { withoutVerb: 4, withVerb: 2 }
/** "Nova Scotia regional fire chief" */
const LONGEST_SOURCE = 6
const LONGEST_NOUN = 3
/** "minister tells council", "bank says in report": what may follow the verb, in words. */
const LONGEST_ADDRESSEE = 4
/** What reports besides people and bodies. */
const REPORTS: ReadonlySet<string> = new Set(
  'analysis|audit|census|data|documents|inquest|inquiry|investigation|lawsuit|memo|officials|poll|polls|records|report|reports|research|sources|studies|study|survey'.split(
    '|',
  ),
)
/** Verbs by which headlines give what a court, a paper or a body found. */
const FINDS: ReadonlySet<string> = new Set(['find', 'finds', 'found', 'hears', 'hear', 'rules', 'ruled', 'rule'])
const CLAUSE = Word.be | Word.have | Word.modal | Word.verb | Word.past | Word.report
/** What a headline without a verb says something by: "Rents up 12 per cent: report", "No foul play: police". */
const SAYING = /^(?:\d.*|down|no|not|to|up)$/
const NEVER = Word.be | Word.have | Word.modal | Word.subject | Word.comma | Word.colon | Word.stop | Word.semicolon

/** Where a headline says at its end whose words it gives: tokens, ends exclusive. */
interface Tail {
  /** The colon, comma or dash. */
  readonly mark: number
  readonly source: readonly [first: number, last: number]
  readonly verb: number | null
  readonly addressee: readonly [first: number, last: number] | null
}

/**
 * "Fire was set on purpose: police", "Bridge unsafe, engineers warn", "Rents to rise, says bank": what a headline gives in
 * the paper's own words, with whose they are at its end.
 */
export function headlineTails(document: Document, bits: Int32Array): Draft[] {
  return document.article.blocks.flatMap((block, index) => {
    if (block.kind !== 'title' && block.kind !== 'heading') return []
    const first = tokenAt(document.tokens, block.start)
    let last = first
    while ((document.tokens[last]?.start ?? block.end) < block.end) last += 1
    const tail = tailOf(document, bits, first, last)
    return tail === null ? [] : [draftOf(document, tail, block, index)]
  })
}

/** Drafts without those that took the source at a headline's end for what is said. */
export function withoutTails(drafts: readonly Draft[], tails: readonly Draft[]): readonly Draft[] {
  return drafts.filter(
    ({ content }) => !tails.some(({ source }) => content.some((part) => overlaps(part, source ?? part))),
  )
}

function tailOf(document: Document, bits: Int32Array, first: number, last: number): Tail | null {
  const { tokens } = document
  let mark = last - 1
  while (mark > first && !isMark(document, bits, mark)) mark -= 1
  // "Hall 'a dream come true,' mayor says"
  const from = mark + (isClosing(tokens[mark + 1]) ? 2 : 1)
  if (from >= last) return null
  if (!((bits[mark] ?? 0) & Word.comma)) {
    if (!isClause(document, bits, first, mark) || !isSource(document, bits, from, last)) return null
    return { mark, source: [from, last], verb: null, addressee: null }
  }
  if (wordsIn(document, first, mark) < FEWEST_WORDS.withVerb || isName(document, first, mark)) return null
  if (isTold(tokens[from]?.normal))
    return isSource(document, bits, from + 1, last)
      ? { mark, source: [from + 1, last], verb: from, addressee: null }
      : null
  for (let verb = from + 1; verb < last && verb - from <= LONGEST_SOURCE; verb += 1) {
    if (!isTold(tokens[verb]?.normal) || !isSource(document, bits, from, verb)) continue
    const after = verb + 1
    if (after === last) return { mark, source: [from, verb], verb, addressee: null }
    if (last - after > LONGEST_ADDRESSEE || !isOccasion(document, bits, after, last)) continue
    const isSpokenTo = reportingVerbByForm.get(tokens[verb]?.normal ?? '')?.addressee === true
    const addressee = isSpokenTo && !((bits[after] ?? 0) & Word.preposition) ? ([after, last] as const) : null
    return { mark, source: [from, verb], verb, addressee }
  }
  return null
}

function isClosing(token: Token | undefined): boolean {
  return token !== undefined && /^['’"”]$/u.test(token.normal)
}

/** A comma, a colon, or a dash between spaces. */
function isMark({ article, tokens }: Document, bits: Int32Array, at: number): boolean {
  const bit = bits[at] ?? 0
  if (bit & (Word.comma | Word.colon)) return true
  const token = tokens[at]
  if (token === undefined || !(bit & Word.dash || token.normal === '-')) return false
  return article.text.charAt(token.start - 1) === ' ' && article.text.charAt(token.end) === ' '
}

/** Whether words are many enough, and have a verb, to be what somebody said. */
function isClause(document: Document, bits: Int32Array, first: number, end: number): boolean {
  if (wordsIn(document, first, end) < FEWEST_WORDS.withoutVerb) return false
  const { tokens } = document
  for (let at = first + 1; at < end; at += 1)
    if ((bits[at] ?? 0) & CLAUSE || SAYING.test(tokens[at]?.normal ?? '')) return true
  return false
}

function wordsIn({ tokens }: Document, first: number, end: number): number {
  return tokens.slice(first, end).filter(({ casing }) => casing !== 'none').length
}

/** "Ann Lee, mayor says": whoever is named alone is spoken of. */
function isName({ tokens, mentions }: Document, first: number, end: number): boolean {
  const [from, to] = [tokens[first]?.start ?? 0, tokens[end - 1]?.end ?? 0]
  return mentions.some(({ start, end }) => start === from && end === to)
}

/** Whether the words are one source: a name with what stands before it, or a noun for somebody who speaks. */
function isSource(document: Document, bits: Int32Array, first: number, end: number): boolean {
  const { tokens, mentions } = document
  const [from, to] = [tokens[first]?.start ?? 0, tokens[end - 1]?.end ?? 0]
  if (end <= first || end - first > LONGEST_SOURCE) return false
  for (let at = first; at < end; at += 1) if ((bits[at] ?? 0) & NEVER) return false
  const name = mentions.find((mention) => mention.end === to && mention.start >= from && isSpeaker(mention.kind))
  if (name !== undefined) return isPlain(document, bits, first, tokenAt(tokens, name.start))
  for (let size = Math.min(LONGEST_NOUN, end - first); size > 0; size -= 1) {
    const words = tokens.slice(end - size, end).map(({ normal }) => normal)
    if (isSpeaking(words.join(' '))) return isPlain(document, bits, first, end - size)
  }
  return false
}

function isSpeaker(kind: Document['mentions'][number]['kind']): boolean {
  return kind === 'person' || kind === 'agency' || kind === 'organization'
}

function isSpeaking(words: string): boolean {
  const role = roleByForm.get(words)
  if (role !== undefined) return !role.relation
  return REPORTS.has(words) || (nominalHeadByForm.get(words)?.kinds.some((kind) => kind !== 'place') ?? false)
}

/** Whether nothing but what narrows a noun stands there: "Moncton fire", "B.C. health", "former". */
function isPlain({ tokens }: Document, bits: Int32Array, first: number, end: number): boolean {
  for (let at = first; at < end; at += 1) {
    const isOther = tokens[at]?.casing === 'none' && tokens[at]?.normal !== "'s" && tokens[at]?.normal !== '.'
    if (isOther || (bits[at] ?? 0) & (Word.preposition | Word.coordinator | Word.subordinator)) return false
  }
  return true
}

function isTold(word: string | undefined): boolean {
  if (word === undefined || word.endsWith('ing')) return false
  const verb = reportingVerbByForm.get(word)
  return FINDS.has(word) || (verb !== undefined && verb.act === 'speech' && verb.strength > 1)
}

/** "council", "in report", "MPs": where or to whom it was said. */
function isOccasion({ tokens }: Document, bits: Int32Array, first: number, end: number): boolean {
  for (let at = first; at < end; at += 1) {
    if (tokens[at]?.casing === 'none' || (bits[at] ?? 0) & (Word.be | Word.have | Word.modal | Word.subject))
      return false
    if (at > first && (bits[at] ?? 0) & Word.preposition) return false
  }
  return true
}

function draftOf(document: Document, { mark, source, verb, addressee }: Tail, block: Block, index: number): Draft {
  const { article, tokens, quotations } = document
  const spanOf = ([first, end]: readonly [number, number]): Span => ({
    start: tokens[first]?.start ?? 0,
    end: tokens[end - 1]?.end ?? 0,
  })
  const last = isClosing(tokens[mark + 1]) ? mark + 1 : mark - 1
  const content = { start: block.start, end: tokens[last]?.end ?? block.start }
  const inside = quotations.flatMap((quotation, at) =>
    quotation.parent === null && overlaps(quotation, content) ? [{ at, quotation }] : [],
  )
  const isWhole = inside.some(({ quotation }) => textAt(article.text, quotation) === textAt(article.text, content))
  return {
    rule: 'quote/headline-after',
    type: isWhole ? 'direct' : inside.length > 0 ? 'mixed' : 'indirect',
    act: (verb === null ? undefined : reportingVerbByForm.get(tokens[verb]?.normal ?? ''))?.act ?? 'speech',
    content: [content],
    quotations: isWhole ? inside.map(({ at }) => at) : [],
    block: index,
    cue: verb === null ? null : spanOf([verb, verb + 1]),
    source: spanOf(source),
    head: spanOf(source),
    addressee: addressee === null ? null : spanOf(addressee),
    score: HEADLINE_SCORE,
    hasThat: false,
    inside: null,
  }
}
