import { hasVerb } from './quote-content.js'
import { type Cue, cuesOf } from './quote-cues.js'
import { bitsAt, type Frame, isBreak, isQuotation, quotationAt, quotationIndex, wordAt } from './quote-frame.js'
import { type Source, sourceBefore } from './quote-source.js'
import { sourceAfter } from './quote-source-after.js'
import { Word } from './quote-words.js'

/** A cue with its source: what a frame is read from. */
export interface Attribution {
  readonly cue: Cue
  readonly source: Source | null
  readonly isInverted: boolean
  /** Whether the source is taken over from another verb of the sentence. */
  readonly isShared: boolean
}

const FINITE = new Set(['past', 'third', 'base'])

/** The cues of a frame, each with its source. */
export function attributionsOf(frame: Frame): Attribution[] {
  const found: Attribution[] = []
  for (const cue of cuesOf(frame)) {
    const last = found.at(-1)
    const inverted = invertedSource(frame, cue)
    if (inverted !== null) found.push({ cue, source: inverted, isInverted: true, isShared: false })
    else if (cue.form === 'gerund' && wordAt(frame, cue.start - 1) === 'as') {
      const object = sourceBefore(frame, cue.start - 1, 0)
      found.push({ cue, source: object ?? mainSubject(frame, cue.start), isInverted: false, isShared: object === null })
    } else if (isCoordinated(frame, cue) || (cue.form === 'gerund' && !followsNoun(frame, cue))) {
      const shared = last?.source ?? mainSubject(frame, cue.start)
      found.push({ cue, source: shared, isInverted: false, isShared: true })
    } else {
      const source = sourceBefore(frame, cue.edge, 0)
      const recorded = source === null || cue.form !== 'gerund' ? source : whoIsRecorded(frame, source)
      found.push({ cue, source: recorded, isInverted: false, isShared: false })
    }
  }
  return found
}

/** What shows or holds the words of whoever it is of: "footage of Ann Lee asking". */
export const RECORDINGS: ReadonlySet<string> = new Set([
  'audio',
  'clip',
  'clips',
  'film',
  'footage',
  'recording',
  'recordings',
  'tape',
  'tapes',
  'video',
  'videos',
])

/** "The ad uses footage of [Ann Lee] asking": who was recorded asks, and not the recording. */
function whoIsRecorded(frame: Frame, source: Source): Source {
  for (let at = source.start; at + 2 < source.headEnd; at += 1)
    if (RECORDINGS.has(wordAt(frame, at)) && wordAt(frame, at + 1) === 'of')
      return { ...source, start: at + 2, headStart: at + 2 }
  return source
}

function isCoordinated(frame: Frame, cue: Cue): boolean {
  const bits = bitsAt(frame, cue.start - 1)
  return (bits & Word.coordinator) !== 0
}

/** Back over the auxiliaries and adverbs before a verb. */
function groupStart(frame: Frame, verb: number): number {
  let start = verb
  const group = Word.adverb | Word.be | Word.have | Word.modal | Word.negation
  while (start > 0 && bitsAt(frame, start - 1) & group && !(bitsAt(frame, start - 1) & Word.subject)) start -= 1
  return start
}

/** "footage of Trump saying", "a letter saying": a participle right after its own subject. */
function followsNoun(frame: Frame, cue: Cue): boolean {
  if (isQuotation(frame, cue.start - 1) || isBreak(frame, cue.start - 1)) return false
  const bits = bitsAt(frame, cue.start - 1)
  if (bits & (Word.preposition | Word.coordinator | Word.subordinator | Word.verb) && !(bits & (Word.name | Word.noun)))
    return false
  return cue.start > 0
}

/** The subject of the first finite verb of the sentence. */
export function mainSubject(frame: Frame, limit: number): Source | null {
  for (let at = 1; at < limit; at += 1) {
    const bits = bitsAt(frame, at)
    const isVerb = (bits & (Word.verb | Word.past)) !== 0 && !(bits & (Word.noun | Word.name | Word.adjective))
    if (!isVerb) continue
    const source = sourceBefore(frame, groupStart(frame, at), 0)
    if (source !== null && !source.isRelative) return source
  }
  return null
}

/** `“…,” said Ann Lee`: the source of a cue that stands before it, or null where the cue is not inverted. */
function invertedSource(frame: Frame, cue: Cue): Source | null {
  if (!FINITE.has(cue.form) || cue.start !== cue.verb) return null
  const before = cue.start - 1
  const afterQuotation = isQuotation(frame, before)
  const afterComma = (bitsAt(frame, before) & Word.comma) !== 0
  if (before === -1) return leadingSource(frame, cue)
  if (!afterQuotation && !afterComma) return null
  const source = sourceAfter(frame, cue.verb + 1)
  if (source === null) return null
  if (afterQuotation) return endsClause(frame, before) ? source : null
  if (isQuotation(frame, before - 1)) return source
  // "Lee, a lawyer, said the plan failed": what follows is a clause, not a name.
  const next = source.headEnd
  const ends = next >= frame.items.length || isBreak(frame, next) || (bitsAt(frame, next) & Word.preposition) !== 0
  return ends && hasVerb(frame, 0, before) && !hasVerb(frame, cue.verb + 1, source.headEnd) ? source : null
}

/** "Said Ellis: “…”" */
function leadingSource(frame: Frame, cue: Cue): Source | null {
  const source = sourceAfter(frame, cue.verb + 1)
  return source !== null && bitsAt(frame, source.end) & Word.colon ? source : null
}

/** Whether a quotation's last mark inside ends a clause, so that a cue may follow: “…,” “…?” “…—”. */
export function endsClause(frame: Frame, at: number): boolean {
  if (bitsAt(frame, at + 1) & Word.comma) return true
  const { inner } = quotationAt(frame.document, quotationIndex(frame, at))
  const text = frame.document.article.text
  let last = inner.end - 1
  while (last > inner.start && '’\'”" '.includes(text.charAt(last))) last -= 1
  return ',?!—–-….'.includes(text.charAt(last))
}
