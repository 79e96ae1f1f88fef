import { reportingVerbByForm } from '../../lexicons/reporting-verbs.js'
import { type Document, sentenceAt, tokenAt } from '../../model/document.js'
import { contains, overlaps, type Span } from '../../model/span.js'
import { type HeardContent, heardContents } from './heard-contents.js'
import { withOtherHalf } from './heard-halves.js'
import { type HeardPair, heardParts, pairOf } from './heard-pairs.js'
import { type Heard, isSetApart, settledPair } from './heard-sequels.js'
import { headOf, mentionsAt, owned, wholeSource } from './heard-sources.js'
import { isFaint, isSure, isToldTo } from './heard-surety.js'
import { RECORDINGS } from './quote-attributions.js'
import type { Draft } from './quote-drafts.js'
import { Word } from './quote-words.js'

/** How sure a content has to be before its source is known, and a rule's draft that the reader has not. Chosen on PolNeAR's development articles. */
const LEAST = { content: 0.5, rule: 0.78 }

/** The drafts of what the reader heard, in order: each content with its cue and source. */
export function heardDrafts(document: Document, bits: Int32Array): Draft[] {
  const contents = heardContents(document, LEAST.content)
  const parts = heardParts(document, contents)
  const drafts: Draft[] = []
  let before: Heard | null = null
  contents.forEach((content, index) => {
    const found = pairOf(parts, index)
    if (found === null) return
    const settled = settledPair(document, found, { content, next: contents[index + 1], before })
    const pair = content.quotations.length > 0 ? settled : { ...settled, ...owned(document, content) }
    const draft = draftOf(document, bits, content, pair)
    const last = drafts.at(-1)
    if (last !== undefined && before !== null && isTorn(document, before, { content, pair }))
      drafts[drafts.length - 1] = mended(last, draft)
    else if (last !== undefined && before !== null && goesOn(document, before, { content, pair }))
      drafts[drafts.length - 1] = joined(last, draft)
    else drafts.push(draft)
    before = { content, pair }
  })
  return drafts
}

/** "declined [to comment on] [the raid]": two contents with nothing between them and one source are one. */
function isTorn({ article }: Document, before: Heard, next: Heard): boolean {
  if (before.pair.source === null || before.pair.source.start !== next.pair.source?.start) return false
  if (before.content.quotations.length > 0 || next.content.quotations.length > 0) return false
  return /^[^\S\n]*$/.test(article.text.slice(before.content.end, next.content.start))
}

function mended(draft: Draft, next: Draft): Draft {
  const end = next.content.at(-1)?.end ?? 0
  const content = draft.content.map((part, at) => (at === draft.content.length - 1 ? { start: part.start, end } : part))
  return {
    ...draft,
    type: draft.type === next.type ? draft.type : 'mixed',
    content,
    score: Math.max(draft.score, next.score),
  }
}

/** No more characters than a cue and a word or two take stand between a source and the part of a quote that goes on after it. */
const BESIDE = 30

/** Whether a content goes on with the one before it: “A,” she said. “B.” and "A, he said, B". */
function goesOn(document: Document, before: Heard, next: Heard): boolean {
  const source = before.pair.source
  if (source === null || source !== next.pair.source) return false
  const isSameCue = before.pair.cue?.start === next.pair.cue?.start
  const blockOf = ({ start }: Span): number => document.sentences[sentenceAt(document.sentences, start)]?.block ?? -1
  const isDirect = before.content.quotations.length > 0 && next.content.quotations.length > 0
  const isAround =
    source.start >= before.content.end &&
    source.end <= next.content.start &&
    next.content.start - source.end <= BESIDE &&
    !isSetApart(document, before.content, before.pair, next.content)
  return isSameCue && blockOf(before.content) === blockOf(next.content) && (isDirect || isAround)
}

function joined(draft: Draft, next: Draft): Draft {
  const isDirect = draft.type === 'direct' && next.type === 'direct'
  const isIndirect = draft.type === 'indirect' && next.type === 'indirect'
  return {
    ...draft,
    type: isDirect ? 'direct' : isIndirect ? 'indirect' : 'mixed',
    content: [...draft.content, ...next.content],
    quotations: isDirect ? [...draft.quotations, ...next.quotations] : [],
    score: Math.max(draft.score, next.score),
  }
}

function draftOf(document: Document, bits: Int32Array, content: HeardContent, pair: HeardPair): Draft {
  const { start, end, quotations, hasMarks, inside } = content
  const isHearer =
    pair.source !== null &&
    pair.cue !== null &&
    quotations.length === 0 &&
    pair.source.end <= pair.cue.start &&
    isToldTo(document, bits, pair.cue)
  const source = pair.source === null || isHearer ? null : wholeSource(document, bits, pair.source)
  const rule = source === null ? 'quote/heard-alone' : pair.cue === null ? 'quote/heard' : 'quote/heard-cue'
  return {
    rule,
    type: quotations.length > 0 ? 'direct' : hasMarks || inside !== null ? 'mixed' : 'indirect',
    act: actOf(document, pair.cue),
    content: [{ start, end }],
    quotations,
    block: document.sentences[sentenceAt(document.sentences, start)]?.block ?? -1,
    cue: pair.cue,
    source,
    head: source === null ? null : headOf(document, bits, source),
    addressee: null,
    score: content.score * (source === null ? 0.5 : 0.5 + 0.5 * pair.score),
    hasThat: document.tokens[tokenAt(document.tokens, start) - 1]?.normal === 'that',
    inside,
  }
}

/** "thought" for a verb of thinking. */
function actOf({ tokens }: Document, cue: Span | null): Draft['act'] {
  if (cue === null) return 'speech'
  for (let at = tokenAt(tokens, cue.start); (tokens[at]?.start ?? cue.end) < cue.end; at += 1) {
    const verb = reportingVerbByForm.get(tokens[at]?.normal ?? '')
    if (verb !== undefined) return verb.act
  }
  return 'speech'
}

/** Rules that read a form in which nothing is left to weigh: "LEE: …", “…” — Ann Lee. */
const SETTLED: ReadonlySet<string> = new Set([
  'quote/dash',
  'quote/headline-after',
  'quote/interview',
  'quote/transcript',
])

/** What rules and reader found together, and the contents for which the reader knows no source. */
export interface HeardTogether {
  readonly drafts: readonly Draft[]
  readonly unattributed: readonly Draft[]
  /** Not sure enough to be printed; they tell who spoke last. */
  readonly faint: readonly Draft[]
}

/**
 * The drafts of rules and reader together. Where both have the same words, the reader's borders and source hold, and
 * the rule adds whom it was said to, and the source where the reader has none. Direct speech that only rules have stays.
 */
export function withHeard(document: Document, bits: Int32Array, rules: readonly Draft[]): HeardTogether {
  const drafts: Draft[] = []
  const unattributed: Draft[] = []
  const faint: Draft[] = []
  const left = new Set(rules.filter(({ type, score }) => type === 'direct' || score >= LEAST.rule))
  for (const draft of heardDrafts(document, bits)) {
    const same = rules.filter((rule) => shareWords(rule, draft))
    if (same.some(({ rule }) => SETTLED.has(rule))) continue
    const rule = same.find(({ source, inside }) => source !== null && inside === draft.inside) ?? null
    const known = goneOn(document, bits, rule === null ? draft : completed(document, bits, draft, rule), rules)
    const whole = withOtherHalf(document, bits, known)
    if (isName(document, whole)) continue
    if (!isSure(document, bits, whole)) {
      if (isFaint(whole)) faint.push(whole)
      continue
    }
    for (const rule of same) if (!isWithin(rule, whole)) left.delete(rule)
    if (whole.source === null) unattributed.push(whole)
    else drafts.push(whole)
  }
  return { drafts: [...drafts, ...left].sort(byStart), unattributed, faint }
}

/** ", who left the field, would" */
const ASIDE = /^, (?:who|whose|which|where)\b[^,.]+, /
const VERBS = Word.be | Word.have | Word.modal | Word.verb | Word.past
/** In characters. */
const LONGEST_ASIDE = 200
/** How sure a rule has to be of where a clause ends. */
const SURE_END = 0.7

/** "Lee said that [the bowler Renu Rao], who left the field, would miss …": a clause does not end before its aside. */
function goneOn(document: Document, bits: Int32Array, draft: Draft, rules: readonly Draft[]): Draft {
  const { article, tokens } = document
  const [part, more] = draft.content
  if (part === undefined || more !== undefined || draft.type === 'direct') return draft
  const aside = ASIDE.exec(article.text.slice(part.end, part.end + LONGEST_ASIDE))?.[0]
  if (aside === undefined || !((bits[tokenAt(tokens, part.end + aside.length)] ?? 0) & VERBS)) return draft
  for (let at = tokenAt(tokens, part.start); (tokens[at]?.start ?? part.end) < part.end; at += 1)
    if ((bits[at] ?? 0) & VERBS) return draft
  const rule = rules.find(({ content: [own, other], score, type }) => {
    if (own === undefined || other !== undefined || type === 'direct' || score < SURE_END) return false
    return own.start === part.start && own.end > part.end
  })
  if (rule !== undefined) return { ...draft, type: rule.type, content: rule.content }
  const { cue } = draft
  // "The law, which was approved by Lee, is to help": what the aside tells is no cue.
  const isSaid =
    cue !== null && cue.end <= part.start && reportingVerbByForm.has(tokens[tokenAt(tokens, cue.end - 1)]?.normal ?? '')
  const end = isSaid ? clauseEnd(document, part.end + aside.length) : null
  return end === null ? draft : { ...draft, content: [{ start: part.start, end }] }
}

/** Where the sentence around `from` ends, before its stop; null where somebody else is quoted in the rest of it. */
function clauseEnd({ article, heard, quotations, sentences }: Document, from: number): number | null {
  const rest = { start: from, end: sentences[sentenceAt(sentences, from)]?.end ?? from }
  const isOther =
    heard?.sources.some((source) => overlaps(source, rest)) || quotations.some((one) => overlaps(one, rest))
  return isOther ? null : from + article.text.slice(from, rest.end).replace(/[\s.?!]+$/, '').length
}

/** "referred questions to [the Ministry of Labour]": somebody's name says nothing. */
function isName({ article, mentions }: Document, { type, content }: Draft): boolean {
  const [only, more] = content
  if (type !== 'indirect' || only === undefined || more !== undefined) return false
  const start = /^the /i.test(article.text.slice(only.start, only.start + 4)) ? only.start + 4 : only.start
  return mentionsAt(mentions, only.start, start + 1).some(
    (mention) =>
      mention.end === only.end &&
      mention.kind !== 'figure' &&
      mention.kind !== 'date' &&
      mention.kind !== 'quote' &&
      mention.form === 'name',
  )
}

/** The drafts with those unattributed ones whose words none of them has. */
export function withUnattributed(drafts: readonly Draft[], unattributed: readonly Draft[]): Draft[] {
  return [...drafts, ...unattributed.filter((draft) => !drafts.some((other) => shareWords(other, draft)))]
}

/** What the reader found with what a rule knows besides. */
function completed(document: Document, bits: Int32Array, draft: Draft, rule: Draft): Draft {
  if (draft.source === null) {
    const { source, head, cue, addressee } = rule
    const score = Math.max(draft.score, draft.score * (1 + rule.score))
    return { ...draft, source, head, addressee, cue: draft.cue ?? cue, score, rule: 'quote/heard-and-rule' }
  }
  if (rule.source === null) return draft
  if (!overlaps(rule.source, draft.source)) {
    const { source, head, cue } = rule
    return isRecorded(document, source) ? { ...draft, source, head, cue } : draft
  }
  const isWider =
    contains(rule.source, draft.source) &&
    !contains(draft.source, rule.source) &&
    !takesInAnother(document, bits, rule.source, draft.source)
  // "voters in Ohio, who said": the rule may know what a relative stands for where the reader's side does not.
  const isOpen = draft.head !== null && contains(draft.source, draft.head)
  const isKnown = rule.head !== null && !contains(rule.source, rule.head)
  const source = isWider ? rule.source : draft.source
  const head = isWider || (isOpen && isKnown) ? rule.head : draft.head
  return { ...draft, source, head, addressee: rule.addressee, cue: draft.cue ?? rule.cue }
}

/** "The ad uses footage of [Ann Lee] asking". */
function isRecorded({ tokens }: Document, { start }: Span): boolean {
  const at = tokenAt(tokens, start)
  return tokens[at - 1]?.normal === 'of' && RECORDINGS.has(tokens[at - 2]?.normal ?? '')
}

/** "[a draw at the bridge and] Lee said", "[Tuesday,] a paper said": what a rule has before the source is another phrase. */
function takesInAnother({ tokens }: Document, bits: Int32Array, whole: Span, part: Span): boolean {
  const first = tokenAt(tokens, whole.start)
  if (((bits[first] ?? 0) | (bits[first + 1] ?? 0)) & Word.time) return true
  for (let at = first; (tokens[at]?.start ?? part.start) < part.start; at += 1)
    if (JOINTS.has(tokens[at]?.normal ?? '')) return true
  return false
}

const JOINTS: ReadonlySet<string> = new Set(['and', 'but', 'or'])

/** Whether a rule read somebody else's words inside of what was heard: "Lee said Ortega had called it “a joke”". */
function isWithin(rule: Draft, draft: Draft): boolean {
  if (rule.type !== 'direct' || rule.source === null) return false
  if (draft.source !== null && overlaps(rule.source, draft.source)) return false
  const { source } = rule
  return draft.content.some((part) => contains(part, source) && rule.content.every((own) => contains(part, own)))
}

function shareWords(a: Draft, b: Draft): boolean {
  return a.content.some((part) => b.content.some((other) => overlaps(part, other)))
}

function byStart(a: Draft, b: Draft): number {
  return (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0)
}
