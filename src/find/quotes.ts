import type { Document } from '../model/document.js'
import { mentionId, type QuoteMention } from '../model/mention.js'
import { bySpan } from '../model/span.js'
import { finder } from './finder.js'
import { carryOver } from './quote-carry.js'
import { type Draft, draftOf } from './quote-drafts.js'
import { framesOf } from './quote-frame.js'
import { transcriptDrafts } from './quote-lead-in.js'
import { phraseProposals } from './quote-phrases.js'
import { proposalsOf } from './quote-proposals.js'
import { wordBits } from './quote-words.js'

const LEAST = 0.65

/** Document → Document with its quotes: direct, mixed and indirect, each with cue, source and speaker. */
export const findQuotes = finder('find-quotes', quotesIn)

/** The quotes of a document, sorted by where they start. */
export function quotesIn(document: Document): QuoteMention[] {
  const bits = wordBits(document)
  const frames = framesOf(document, bits)
  const drafts = frames
    .flatMap((frame) => [...proposalsOf(frame), ...phraseProposals(frame)])
    .map(draftOf)
    .filter((draft) => draft.score >= LEAST)
  const spoken = transcriptDrafts(frames)
  const kept =
    spoken.length === 0 ? drafts : drafts.filter((draft) => !spoken.some(({ block }) => block === draft.block))
  return carryOver(document, frames, [...kept, ...spoken])
    .map((draft) => quoteOf(document, draft))
    .sort(bySpan)
}

function quoteOf(document: Document, draft: Draft): QuoteMention {
  const start = draft.content[0]?.start ?? 0
  const end = draft.content.at(-1)?.end ?? start
  return {
    id: mentionId(document.article.id, 'quote', { start, end }),
    kind: 'quote',
    start,
    end,
    text: document.article.text.slice(start, end),
    rule: draft.rule,
    score: Math.round(draft.score * 100) / 100,
    type: draft.type,
    act: draft.act,
    content: [...draft.content],
    cue: draft.cue,
    source: draft.source,
    speaker: null,
    addressee: null,
    within: null,
  }
}
