import { type ReportingVerb, reportingVerbByForm } from '../../lexicons/reporting-verbs.js'
import { bitsAt, type Frame, isBreak, isQuotation, wordAt } from './quote-frame.js'
import { Word } from './quote-words.js'

/** How the verb stands: "said", "says", "say", "saying", "to say", "was told". */
export type CueForm = 'past' | 'third' | 'base' | 'gerund' | 'progressive' | 'infinitive' | 'passive'

/** A reporting verb with its auxiliaries and adverbs, as items `[start, end)`; `verb` is the verb itself. */
export interface Cue {
  readonly start: number
  readonly end: number
  readonly verb: number
  /** Where the source before it has to end: before "on Tuesday" too. */
  readonly edge: number
  readonly entry: ReportingVerb
  readonly form: CueForm
  readonly isNegated: boolean
}

const GROUP = Word.adverb | Word.be | Word.have | Word.modal | Word.negation

/** The reporting verbs of a frame that can be verbs where they stand, in order. */
export function cuesOf(frame: Frame): Cue[] {
  const cues: Cue[] = []
  for (let at = 0; at < frame.items.length; at += 1) {
    if (!(bitsAt(frame, at) & Word.report)) continue
    const cue = cueAt(frame, at)
    if (cue !== null) cues.push(cue)
  }
  return cues
}

function cueAt(frame: Frame, at: number): Cue | null {
  const word = wordAt(frame, at)
  const entry = reportingVerbByForm.get(word)
  if (entry === undefined) return null
  const form = formOf(frame, at, word, entry)
  if (form === null) return null
  let start = at
  let edge = -1
  let isNegated = false
  if (form === 'infinitive') start = beforeInfinitive(frame, at)
  for (let left = start - 1; left >= 0 && at - left < 12; left -= 1) {
    const bits = bitsAt(frame, left)
    if (bits & Word.time && !(bits & Word.adverb)) {
      const lead = timeStart(frame, left)
      if (lead === -1) break
      left = lead
      edge = lead
      continue
    }
    if (!(bits & GROUP) || bits & Word.subject || isBreak(frame, left)) break
    if (bits & Word.preposition || (bits & Word.determiner && left !== start - 1)) break
    if (bits & Word.negation) isNegated = true
    start = left
    edge = -1
  }
  let end = at + 1
  while (bitsAt(frame, end) & Word.adverb && !(bitsAt(frame, end) & (Word.determiner | Word.subordinator))) end += 1
  return { start, end: particleEnd(frame, at, end), verb: at, edge: edge === -1 ? start : edge, entry, form, isNegated }
}

/** "Trump on Monday said": where the phrase of time begins, or -1 where it is none. */
function timeStart(frame: Frame, at: number): number {
  for (let left = at; left > at - 4; left -= 1) {
    const bits = bitsAt(frame, left)
    if (bits & Word.preposition) return left
    if (!(bits & (Word.time | Word.adjective | Word.determiner))) return left + 1
  }
  return -1
}

function particleEnd(frame: Frame, verb: number, end: number): number {
  const phrase = `${wordAt(frame, verb)} ${wordAt(frame, verb + 1)}`
  return reportingVerbByForm.has(phrase) ? Math.max(end, verb + 2) : end
}

function formOf(frame: Frame, at: number, word: string, entry: ReportingVerb): CueForm | null {
  const before = bitsAt(frame, at - 1)
  const beforeWord = wordAt(frame, at - 1)
  const bits = bitsAt(frame, at)
  if (bits & Word.name && at > 0 && !isBreak(frame, at - 1) && !isQuotation(frame, at - 1)) return null
  if (word.endsWith('ing') && entry.lemma !== word) {
    if (before & (Word.article | Word.possessive) || beforeWord === "'s") return null
    return hasBe(frame, at) ? 'progressive' : 'gerund'
  }
  if (beforeWord === 'to') return word === entry.lemma ? 'infinitive' : null
  if (before & (Word.article | Word.possessive) || beforeWord === "'s") return null
  if (before & Word.preposition && !(before & (Word.subordinator | Word.adverb | Word.time))) return null
  if (word === entry.lemma) return baseForm(frame, at)
  if (word.endsWith('s')) return before & (Word.adjective | Word.modal) && !(before & Word.noun) ? null : 'third'
  return hasBe(frame, at) ? 'passive' : 'past'
}

/** A bare form is a verb after a modal, a plural or a pronoun; "read", "put", "let" may also be past. */
function baseForm(frame: Frame, at: number): CueForm | null {
  const before = bitsAt(frame, at - 1)
  const bits = bitsAt(frame, at)
  if (before & (Word.adjective | Word.article | Word.possessive) && !(before & (Word.noun | Word.subject))) return null
  if (before & (Word.modal | Word.subject | Word.negation | Word.relative)) return 'base'
  if (bits & Word.past) return 'past'
  const word = wordAt(frame, at - 1)
  const canBeSubject = word.endsWith('s') || (before & (Word.role | Word.noun | Word.determiner | Word.adverb)) !== 0
  return canBeSubject || before === 0 || isBreak(frame, at - 1) ? 'base' : null
}

/** Whether a form of "be" governs the verb: "is saying", "was told". */
function hasBe(frame: Frame, at: number): boolean {
  for (let left = at - 1; left >= 0 && at - left < 4; left -= 1) {
    const bits = bitsAt(frame, left)
    if (bits & Word.be) return true
    if (!(bits & (Word.adverb | Word.negation))) return false
  }
  return false
}

/** "went on to say", "declined to say": where the verb that governs the infinitive stands. */
function beforeInfinitive(frame: Frame, at: number): number {
  let left = at - 2
  for (let steps = 0; steps < 3 && left >= 0; steps += 1) {
    const bits = bitsAt(frame, left)
    if (isBreak(frame, left) || isQuotation(frame, left)) return at - 1
    if (bits & (Word.verb | Word.past) && !(bits & Word.name)) return left
    left -= 1
  }
  return at - 1
}
