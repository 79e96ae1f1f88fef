import { honorificByForm } from '../../lexicons/honorifics.js'
import { reportingNounByForm } from '../../lexicons/reporting-nouns.js'
import { type Document, sentenceAt, tokenAt } from '../../model/document.js'
import type { Mention } from '../../model/mention.js'
import { firstNot, type Span } from '../../model/span.js'
import { pastTown } from '../coreference/coreference-phrases.js'
import { Word } from './quote-words.js'
import { afterAside, LONGEST_MENTION } from './speakers.js'

/** The whole source of which the reader heard a part: with the name, and with the town; without what leads to it. */
export function wholeSource(document: Document, bits: Int32Array, source: Span): Span {
  return withTown(document, withName(document, bits, withoutOpening(document, bits, source)))
}

/** "On Tuesday, [a paper, the Post]", "LONDON, Ontario — [Ann Lee, 40]": what begins a sentence before its subject is not who speaks. */
function withoutOpening(document: Document, bits: Int32Array, { start, end }: Span): Span {
  const { tokens, sentences } = document
  const first = tokenAt(tokens, start)
  if (sentences[sentenceAt(sentences, start)]?.firstToken !== first) return { start, end }
  const isLed = ((bits[first] ?? 0) & Word.preposition) !== 0
  const isShouted = tokens[first]?.casing === 'upper'
  for (let at = first + 1; (tokens[at]?.end ?? end) < end; at += 1) {
    const bit = bits[at] ?? 0
    if (!((isLed && bit & Word.comma) || (isShouted && bit & Word.dash))) continue
    return { start: tokens[at + 1]?.start ?? start, end }
  }
  return { start, end }
}

/** "the Barrie, Ont., [mom] wrote": between "the" and the noun stands where from. */
function withTown({ tokens }: Document, { start, end }: Span): Span {
  const first = tokenAt(tokens, start)
  for (let at = first - 1; at >= first - LONGEST_TOWN_PHRASE && at >= 0; at -= 1) {
    if (!/^(?:an?|the)$/.test(tokens[at]?.normal ?? '')) continue
    return pastTown(tokens, at) === first ? { start: tokens[at]?.start ?? start, end } : { start, end }
  }
  return { start, end }
}

/** "the New Westminster, B.C.," in tokens. */
const LONGEST_TOWN_PHRASE = 9

/** "UBS analyst [David Strauss] saying", "The New [Yorker] put it": a name belongs to the title before it, and is not torn. */
function withName({ article, tokens, mentions }: Document, bits: Int32Array, { start, end }: Span): Span {
  const near = mentionsAt(mentions, start, end + 2)
  const torn = near.find((mention) => mention.start < end && mention.end > end)
  if (torn?.kind === 'organization' || torn?.kind === 'agency' || torn?.kind === 'person')
    return { start, end: torn.end }
  const last = tokenAt(tokens, end - 1)
  const isTitle = honorificByForm.has(article.text.slice(tokens[last]?.start, end))
  if (!isTitle && !((bits[last] ?? 0) & Word.role)) return { start, end }
  const name = near.find((mention) => mention.start === end + 1)
  return name?.kind === 'person' && name.form === 'name' && article.text.charAt(end) === ' '
    ? { start, end: name.end }
    : { start, end }
}

/** The mentions that begin in `[from, to)`, in order: a long article costs no more a word than a short one. */
export function mentionsAt(mentions: readonly Mention[], from: number, to: number): readonly Mention[] {
  const first = firstNot(mentions, ({ start }) => start < from)
  let last = first
  while ((mentions[last]?.start ?? to) < to) last += 1
  return mentions.slice(first, last)
}

function hasPerson(mentions: readonly Mention[], { start, end }: Span): boolean {
  return mentionsAt(mentions, start, end).some(({ kind }) => kind === 'person')
}

/** The source without its appositions: up to the first comma, bracket, dash or relative. For "who", what it stands for. */
export function headOf(document: Document, bits: Int32Array, source: Span): Span {
  const { tokens, mentions } = document
  const first = tokenAt(tokens, source.start)
  // "the Barrie, Ont., mom"
  const noun = pastTown(tokens, first)
  let last = noun > first + 1 ? noun : first
  const parting = Word.comma | Word.opening | Word.dash | Word.relative
  while ((tokens[last]?.end ?? source.end + 1) <= source.end) {
    // "the nurses' union (KMPDU) secretary Ann Lee"
    const next = last === first ? last : afterAside(document, bits, last)
    const goesOn = next > last && (tokens[next]?.end ?? source.end + 1) <= source.end && !((bits[next] ?? 0) & parting)
    if (last > first && !goesOn && (bits[last] ?? 0) & parting) break
    last = goesOn ? next : last + 1
  }
  const relative = tokenAt(tokens, source.end - 1)
  const isAlone = relative === first
  // "Ann Lee of Cascade, who": with others around it only "which" is what stands nearest.
  const isBodys = tokens[relative]?.normal === 'which' && !hasPerson(mentions, source)
  if ((bits[relative] ?? 0) & Word.relative && (isAlone || isBodys)) {
    const back = (bits[relative - 1] ?? 0) & Word.comma ? relative - 2 : relative - 1
    const end = tokens[back]?.end ?? 0
    const antecedent = mentionsAt(mentions, end - LONGEST_MENTION, end).find((mention) => {
      const isBody = mention.kind === 'agency' || mention.kind === 'organization'
      return mention.end === end && (isBody || (mention.kind === 'person' && isAlone))
    })
    if (antecedent !== undefined) return { start: antecedent.start, end: antecedent.end }
  }
  return { start: source.start, end: tokens[last - 1]?.end ?? source.end }
}

/** How many tokens may stand between "by" and the name of the one whose claim it is: "by the watchdog". */
const LONGEST_TITLE = 5

/** "shrugged off [claims] from [Tory leader Ann Lee] that": whose the words are that a noun announces, and the noun; null where it is nobody's. */
export function owned(document: Document, content: Span): { readonly source: Span; readonly cue: Span } | null {
  const { tokens, mentions } = document
  const first = tokenAt(tokens, content.start)
  const that = tokens[first]?.normal === 'that' ? first : first - 1
  const before = tokens[that - 1]
  if (tokens[that]?.normal !== 'that' || before === undefined) return null
  const name = mentionsAt(mentions, before.end - LONGEST_MENTION, before.end).findLast(({ end }) => end === before.end)
  if (name === undefined || !SPEAKERS.has(name.kind)) return null
  const opening = tokenAt(tokens, name.start)
  for (let at = opening - 1; at >= opening - LONGEST_TITLE; at -= 1) {
    const word = tokens[at]?.normal ?? ''
    if (word !== 'from' && word !== 'by') continue
    const noun = tokens[at - 1]
    if (noun === undefined || reportingNounByForm.get(noun.normal)?.cue !== true) return null
    return { source: { start: tokens[at + 1]?.start ?? name.start, end: name.end }, cue: noun }
  }
  return null
}

const SPEAKERS: ReadonlySet<string> = new Set(['agency', 'organization', 'person'])
