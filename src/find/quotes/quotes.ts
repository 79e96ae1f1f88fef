import { type Document, tokenAt } from '../../model/document.js'
import { mentionId, type QuoteMention } from '../../model/mention.js'
import { bySpan, contains, type Span, textAt } from '../../model/span.js'
import { finder } from '../finder.js'
import { carrySpeakers } from './carried-speakers.js'
import { withFirstPersons } from './first-persons.js'
import { withHeard, withUnattributed } from './heard-quotes.js'
import { interviewDrafts } from './interviews.js'
import { carryOver } from './quote-carry.js'
import { type Draft, draftOf } from './quote-drafts.js'
import { withEchoes } from './quote-echoes.js'
import { type Frame, framesOf } from './quote-frame.js'
import { headlineTails, withoutTails } from './quote-headline-tails.js'
import { headlineDrafts } from './quote-headlines.js'
import { phraseProposals } from './quote-phrases.js'
import { proposalsOf } from './quote-proposals.js'
import { transcriptDrafts } from './quote-transcripts.js'
import { wordBits } from './quote-words.js'
import { type SpeakerContext, speakerContext, speakerFrom } from './speakers.js'
import { withStatements } from './statement-speakers.js'
import { isWorkTitle } from './work-titles.js'

/** Below these a reading is right too rarely on PolNeAR to be printed; "that" after a reporting verb is a sign of its own. */
const LEAST = 0.74
const LEAST_THAT = 0.55
const LEAST_DIRECT = 0.4

/** Document → Document with its quotes: direct, mixed and indirect, each with cue, source and speaker. */
export const findQuotes = finder('find-quotes', quotesIn)

/** The quotes of a document, sorted by where they start. */
export function quotesIn(document: Document): QuoteMention[] {
  const bits = wordBits(document)
  const frames = framesOf(document, bits)
  const ruled = ruledDrafts(document, frames, bits)
  const {
    drafts: found,
    unattributed,
    faint,
  } = document.heard === null ? { drafts: ruled, unattributed: [], faint: [] } : withHeard(document, bits, ruled)
  const spoken = found.filter((draft) => !isWorkTitle(document, draft))
  const carried = carryOver(document, frames, spoken)
  const voiced = withUnattributed(carried, unattributed).filter((draft) => !isWorkTitle(document, draft))
  const context = speakerContext(document, bits)
  const quotes = voiced.map((draft) => quoteOf(context, draft))
  const unsaid = faint.map((draft) => quoteOf(context, draft))
  const carriedOn = carrySpeakers(context, onePerSpan([...unsaid, ...quotes]).sort(bySpan))
  const printed = new Set(quotes.map(({ id }) => id))
  const settled = carriedOn.filter(({ id }) => printed.has(id))
  return withFirstPersons(document, withOuter(withEchoes(document, withStatements(context, settled))))
}

/** What the rules read: phrases and verbs of a sentence; labels of transcripts and interviews, whose paragraphs are theirs; headlines. */
function ruledDrafts(document: Document, frames: readonly Frame[], bits: Int32Array): Draft[] {
  const sure = frames
    .flatMap((frame) => [...proposalsOf(frame), ...phraseProposals(frame)])
    .map(draftOf)
    .filter(isSure)
  const labelled = transcriptDrafts(document, frames)
  const talk = labelled.length > 0 ? labelled : interviewDrafts(document)
  const talked = new Set(talk.map(({ block }) => block))
  const told = widestOf(sure).filter(({ block }) => !talked.has(block))
  const tails = headlineTails(document, bits)
  return withUnattributed(tails, withUnattributed([...withoutTails(told, tails), ...talk], headlineDrafts(document)))
}

/** Whether a draft is sure enough; inside a quotation only another quotation counts, as nobody reports there but the speaker. */
function isSure({ score, type, inside, hasThat, rule }: Draft): boolean {
  if (inside !== null) return type === 'direct' && score >= LEAST_DIRECT
  return score >= (type === 'direct' ? LEAST_DIRECT : hasThat || rule === 'quote/indirect-after' ? LEAST_THAT : LEAST)
}

/** "declined [to comment [on the raid]]": of indirect contents that end alike under one source the widest is kept. */
function widestOf(drafts: readonly Draft[]): Draft[] {
  const widest = new Map<string, number>()
  for (const { source, content } of drafts) {
    const [own] = content
    if (source === null || own === undefined || content.length !== 1) continue
    const key = `${source.start} ${own.end}`
    widest.set(key, Math.min(own.start, widest.get(key) ?? own.start))
  }
  return drafts.filter(({ type, source, content }) => {
    const [own] = content
    if (type === 'direct' || source === null || own === undefined || content.length !== 1) return true
    return widest.get(`${source.start} ${own.end}`) === own.start
  })
}

/** Two rules may read the same words: the surer one is kept. */
function onePerSpan(quotes: readonly QuoteMention[]): QuoteMention[] {
  const best = new Map<string, QuoteMention>()
  for (const quote of quotes) {
    const other = best.get(quote.id)
    if (other === undefined || other.score < quote.score) best.set(quote.id, quote)
  }
  return [...best.values()]
}

/** Gives each quote the one that it stands in: the smallest whose content holds it. */
function withOuter(quotes: readonly QuoteMention[]): QuoteMention[] {
  const open: QuoteMention[] = []
  return quotes.map((quote) => {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= quote.start) open.pop()
    const outer = open.findLast((other) => other.id !== quote.id && other.content.some((part) => contains(part, quote)))
    open.push(quote)
    return outer === undefined ? quote : { ...quote, within: outer.id }
  })
}

/** The conjunction is part of what is said, as in PARC and PolNeAR (274 of 276 contents after "that" there). */
function withThat({ tokens }: Document, content: readonly Span[]): Span[] {
  const [first, ...others] = content
  if (first === undefined) return []
  const before = tokens[tokenAt(tokens, first.start) - 1]
  return before?.normal === 'that' ? [{ start: before.start, end: first.end }, ...others] : [...content]
}

function quoteOf(context: SpeakerContext, draft: Draft): QuoteMention {
  const { article } = context.document
  const content = draft.type === 'direct' ? [...draft.content] : withThat(context.document, draft.content)
  const start = content[0]?.start ?? 0
  const end = content.at(-1)?.end ?? start
  return {
    id: mentionId(article.id, 'quote', { start, end }),
    kind: 'quote',
    start,
    end,
    text: textAt(article.text, { start, end }),
    rule: draft.rule,
    score: Math.round(draft.score * 100) / 100,
    type: draft.type,
    act: draft.act,
    content,
    cue: draft.cue,
    source: draft.source,
    speaker: draft.head === null ? null : speakerFrom(context, draft.head, draft.source),
    addressee: draft.addressee === null ? null : textAt(article.text, draft.addressee),
    within: null,
  }
}
