import type { Span } from '../../model/span.js'
import { attributionsOf, mainSubject } from './quote-attributions.js'
import { bitsAt, endOf, type Frame, startOf } from './quote-frame.js'
import type { Source } from './quote-source.js'
import { phraseEnd } from './quote-source-after.js'
import { Word } from './quote-words.js'

/** The share that was right on PolNeAR's training articles. */
const LEAD_IN_SCORE = 0.85

/** Who speaks and by which cue, where a sentence only leads in to a quotation in the next paragraph: "Smith wrote:". */
export interface LeadIn {
  readonly cue: Span | null
  readonly source: Span | null
  readonly head: Span | null
  readonly score: number
}

/** What a frame that ends in a colon leads in with, or null. */
export function leadInOf(frame: Frame | undefined): LeadIn | null {
  if (frame === undefined || frame.items.length < 2) return null
  const last = frame.items.length - 1
  if (!(bitsAt(frame, last) & Word.colon)) return null
  const attribution = attributionsOf(frame).findLast(({ source }) => source !== null)
  const source = attribution?.source ?? mainSubject(frame, last) ?? wholeAsSource(frame, last)
  if (source === null) return null
  const cue = attribution?.cue
  return {
    cue: cue === undefined ? null : { start: startOf(frame, cue.start), end: endOf(frame, cue.verb) },
    source: { start: startOf(frame, source.start), end: endOf(frame, source.end - 1) },
    head: { start: startOf(frame, source.headStart), end: endOf(frame, source.headEnd - 1) },
    score: LEAD_IN_SCORE,
  }
}

/** "And from Chairwoman Ann Lee:" */
function wholeAsSource(frame: Frame, end: number): Source | null {
  for (let at = 0; at < end; at += 1) {
    if (!(bitsAt(frame, at) & Word.name)) continue
    const close = phraseEnd(frame, at)
    return { start: at, end: close, headStart: at, headEnd: close, isRelative: false }
  }
  return null
}
