import { bitsAt, type Frame, isBreak, isQuotation, wordAt } from './quote-frame.js'
import type { Source } from './quote-source.js'
import { Word } from './quote-words.js'

const NOMINAL = Word.noun | Word.name | Word.adjective | Word.role | Word.occasion
const CLAUSE_WORD = Word.be | Word.have | Word.modal | Word.negation
const LONGEST = 45

/** The source that begins at `from`, right after an inverted cue or "according to", with its appositions. */
export function sourceAfter(frame: Frame, from: number): Source | null {
  const headEnd = phraseEnd(frame, from)
  if (headEnd === from) return null
  let end = headEnd
  for (let round = 0; round < 4; round += 1) {
    const next = apposedEnd(frame, end)
    if (next === end) break
    end = next
  }
  return { start: from, end, headStart: from, headEnd, isRelative: false }
}

/** Where the noun phrase that begins at `from` ends; `from` itself where none begins. */
export function phraseEnd(frame: Frame, from: number): number {
  if (!beginsPhrase(frame, from)) return from
  const first = bitsAt(frame, from)
  if (first & (Word.subject | Word.object) && !(first & Word.name) && !(first & Word.determiner)) return from + 1
  let at = from + 1
  while (at - from < LONGEST && isInPhrase(frame, at, from)) at += 1
  while (at - 1 > from && bitsAt(frame, at - 1) & (Word.preposition | Word.coordinator | Word.determiner)) at -= 1
  return at
}

function beginsPhrase(frame: Frame, at: number): boolean {
  if (at >= frame.items.length || isQuotation(frame, at) || isBreak(frame, at)) return false
  const bits = bitsAt(frame, at)
  // "then-acting Secretary"
  if (wordAt(frame, at + 1) === '-') return true
  if (bits & (Word.name | Word.determiner | Word.possessive | Word.role)) return true
  if (bits & (Word.subject | Word.object)) return !(bits & CLAUSE_WORD)
  const other =
    CLAUSE_WORD | Word.adverb | Word.subordinator | Word.preposition | Word.coordinator | Word.time | Word.gerund
  if (bits & other) return (bits & Word.adjective) !== 0
  return !(bits & Word.verb) || (bits & NOMINAL) !== 0
}

function isInPhrase(frame: Frame, at: number, from: number): boolean {
  if (at >= frame.items.length || isQuotation(frame, at)) return false
  const bits = bitsAt(frame, at)
  if (bits & Word.closing) return hasOpening(frame, from, at)
  if (isBreak(frame, at)) return (bits & Word.opening) !== 0 && isShortAside(frame, at)
  if (bits & Word.time && !(bits & Word.noun) && !isInsideCompound(frame, at)) return false
  if (bits & Word.name) return true
  if (wordAt(frame, at) === "'s") return true
  // A reporting verb right after a name is the next cue, not a noun.
  if (bits & Word.report && bits & Word.past && bitsAt(frame, at - 1) & Word.name) return false
  if (bits & Word.coordinator) return joinsNames(frame, at)
  if (bits & Word.preposition) return goesOnAfterPreposition(frame, at, from)
  const before = bitsAt(frame, at - 1)
  if (bits & (Word.determiner | Word.possessive))
    return (before & (Word.preposition | Word.coordinator | Word.determiner)) !== 0
  if (bits & (CLAUSE_WORD | Word.subordinator | Word.subject | Word.object)) return false
  if (bits & (Word.adverb | Word.gerund) && !(bits & NOMINAL)) return wordAt(frame, at - 1) === '-'
  return !(bits & Word.verb) || (bits & NOMINAL) !== 0
}

/** "A 2024 year-end report", "a Monday letter": a word of time between a determiner and its noun. */
function isInsideCompound(frame: Frame, at: number): boolean {
  const word = frame.items[at + 1] === undefined ? '' : wordAt(frame, at + 1)
  if (word === '-') return true
  return (bitsAt(frame, at - 1) & Word.determiner) !== 0 && (bitsAt(frame, at + 1) & (Word.noun | Word.occasion)) !== 0
}

function isShortAside(frame: Frame, at: number): boolean {
  for (let next = at + 1; next < at + 8; next += 1) if (bitsAt(frame, next) & Word.closing) return true
  return false
}

function hasOpening(frame: Frame, from: number, to: number): boolean {
  for (let at = to - 1; at >= from; at -= 1) {
    if (bitsAt(frame, at) & Word.opening) return true
    if (bitsAt(frame, at) & Word.closing) return false
  }
  return false
}

function joinsNames(frame: Frame, at: number): boolean {
  const next = bitsAt(frame, at + 1)
  if (next & Word.verb || next & Word.subject) return false
  return (next & (NOMINAL | Word.determiner | Word.possessive)) !== 0
}

/** "director of the BOP", "a spokesman for Lee"; but not "said Lee in a statement", "said Lee on Monday". */
function goesOnAfterPreposition(frame: Frame, at: number, from: number): boolean {
  if (bitsAt(frame, at) & Word.subordinator && wordAt(frame, at) !== 'for') return false
  const isClose = isOf(frame, at) || (bitsAt(frame, from) & Word.name) === 0 || hasRole(frame, from, at)
  if (!isClose) return false
  return !isOccasion(frame, at)
}

function isOf(frame: Frame, at: number): boolean {
  return wordAt(frame, at) === 'of'
}

function hasRole(frame: Frame, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (bitsAt(frame, at) & Word.role) return true
  return false
}

/** Whether a preposition begins a phrase of time or of the occasion: "in a statement", "on Monday", "during the debate". */
export function isOccasion(frame: Frame, at: number): boolean {
  if (isOf(frame, at)) return false
  for (let next = at + 1; next < at + 6; next += 1) {
    const bits = bitsAt(frame, next)
    if (bits & (Word.occasion | Word.time)) return true
    if (isBreak(frame, next) || isQuotation(frame, next) || bits & Word.preposition) return false
  }
  return false
}

/** Where an apposition that begins after the comma at `comma` ends; `comma` itself where none begins. */
function apposedEnd(frame: Frame, comma: number): number {
  if (!(bitsAt(frame, comma) & Word.comma)) return comma
  const first = bitsAt(frame, comma + 1)
  const word = wordAt(frame, comma + 1)
  if (isQuotation(frame, comma + 1) || first === undefined) return comma
  const refused = Word.subordinator | Word.preposition | Word.coordinator | Word.gerund | Word.adverb | CLAUSE_WORD
  if (word === 'who' || word === 'whose') {
    if (bitsAt(frame, comma + 2) & Word.report || bitsAt(frame, comma + 3) & Word.report) return comma
  } else if (first & refused && !(first & (Word.name | Word.determiner))) return comma
  else if (first & (Word.subject | Word.object) && !(first & (Word.determiner | Word.name))) return comma
  else if (first & Word.verb && !(first & (NOMINAL | Word.determiner)) && !hasRole(frame, comma + 1, comma + 5))
    return comma
  const isRelative = (first & Word.relative) !== 0
  let at = comma + 1
  while (at < frame.items.length && at - comma < LONGEST) {
    const bits = bitsAt(frame, at)
    if (isQuotation(frame, at) || isBreak(frame, at)) break
    if (bits & Word.preposition && isOccasion(frame, at)) break
    // A clause of its own is no apposition: "according to Lee, the dam was safe".
    if (bits & CLAUSE_WORD && !isRelative) return comma
    at += 1
  }
  return at === comma + 1 ? comma : at
}
