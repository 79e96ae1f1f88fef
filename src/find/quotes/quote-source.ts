import { bitsAt, type Frame, isBreak, isQuotation, wordAt } from './quote-frame.js'
import { Word } from './quote-words.js'

/** Who speaks, as items `[start, end)` of a frame; the head is the noun phrase without its appositions. */
export interface Source {
  readonly start: number
  readonly end: number
  readonly headStart: number
  readonly headEnd: number
  /** Whether the source is a relative pronoun; the head is then what it stands for. */
  readonly isRelative: boolean
}

const NOMINAL = Word.noun | Word.name | Word.adjective | Word.role | Word.occasion
const CLAUSE_WORD = Word.be | Word.have | Word.modal
const STOPS_LEFT = Word.comma | Word.colon | Word.dash | Word.stop | Word.semicolon | Word.opening
const LONGEST_SIDE = 40

/** The source that ends right before the verb group at `verb`, not reaching back over `floor`. */
export function sourceBefore(frame: Frame, verb: number, floor: number): Source | null {
  const last = verb - 1
  if (last < floor) return null
  const bits = bitsAt(frame, last)
  if (isRelativeHere(frame, last)) return relativeSource(frame, last, floor)
  if (bits & Word.comma) return sourceBeforeComma(frame, last, floor)
  if (bits & (Word.closing | Word.dash)) return sourceBeforeAside(frame, last, floor)
  const start = phraseStart(frame, last, floor)
  return start === -1 ? null : plain(start, verb)
}

function plain(start: number, end: number): Source {
  return { start, end, headStart: start, headEnd: end, isRelative: false }
}

function isRelativeHere(frame: Frame, at: number): boolean {
  if (!(bitsAt(frame, at) & Word.relative)) return false
  const word = wordAt(frame, at)
  if (word !== 'that') return word === 'who' || word === 'which'
  const before = bitsAt(frame, at - 1)
  return (before & (Word.noun | Word.role)) !== 0 && (before & Word.verb) === 0
}

function relativeSource(frame: Frame, at: number, floor: number): Source {
  const last = bitsAt(frame, at - 1) & Word.comma ? at - 2 : at - 1
  const start = last < floor ? -1 : phraseStart(frame, last, floor)
  const head = start === -1 ? at : start
  // "a Republican, who said": what stands before an apposition is the name.
  const outer = start > floor + 1 && bitsAt(frame, start - 1) & Word.comma ? phraseStart(frame, start - 2, floor) : -1
  const isApposition = outer !== -1 && (bitsAt(frame, start) & (Word.determiner | Word.role)) !== 0
  const headStart = isApposition ? outer : head
  const headEnd = isApposition ? start - 1 : start === -1 ? at + 1 : last + 1
  return { start: at, end: at + 1, headStart, headEnd, isRelative: true }
}

/** "Kathleen Toomey, associate deputy director of the BOP, said": over asides back to the phrase that they belong to. */
function sourceBeforeComma(frame: Frame, comma: number, floor: number): Source | null {
  let right = comma
  for (let round = 0; round < 5; round += 1) {
    const left = previousComma(frame, right - 1, floor)
    if (left === -1) return null
    const start = phraseStart(frame, left - 1, floor)
    if (start !== -1 && !isAppositionAt(frame, start, floor)) {
      const end = isApposed(frame, left + 1) ? comma : left
      return { start, end, headStart: start, headEnd: left, isRelative: false }
    }
    right = left
  }
  return null
}

/** Whether the phrase at `start` is itself an apposition to one before it: ", a senator," after a name. */
function isAppositionAt(frame: Frame, start: number, floor: number): boolean {
  if (start <= floor || !(bitsAt(frame, start - 1) & Word.comma)) return false
  const bits = bitsAt(frame, start)
  const opens = (bits & (Word.determiner | Word.role | Word.possessive)) !== 0 && !(bits & Word.name)
  return opens && (bitsAt(frame, start - 2) & Word.name) !== 0 && !isLed(frame, start - 2, floor)
}

/** "On Tuesday, a paper, the Post, said": whether the phrase that ends at `last` only leads to the subject. */
function isLed(frame: Frame, last: number, floor: number): boolean {
  const start = phraseStart(frame, last, floor)
  return start > floor && (bitsAt(frame, start - 1) & Word.preposition) !== 0 && isOpening(frame, start - 1)
}

function isOpening(frame: Frame, at: number): boolean {
  return at === 0 || isBreak(frame, at - 1)
}

function isApposed(frame: Frame, at: number): boolean {
  const bits = bitsAt(frame, at)
  if (bits & (Word.preposition | Word.adverb | Word.subordinator | Word.gerund)) return wordAt(frame, at) === 'of'
  return (bits & Word.subject) === 0 || wordAt(frame, at) === 'who'
}

function previousComma(frame: Frame, from: number, floor: number): number {
  for (let at = from; at > floor && from - at < LONGEST_SIDE; at -= 1) {
    const bits = bitsAt(frame, at)
    if (bits & Word.comma) return at
    if (bits & (Word.stop | Word.semicolon | Word.colon)) return -1
  }
  return -1
}

/** "Sen. Ann Lee (R-Ohio) said", "Lee — who lost — said". */
function sourceBeforeAside(frame: Frame, closing: number, floor: number): Source | null {
  const opener = bitsAt(frame, closing) & Word.dash ? Word.dash : Word.opening
  for (let at = closing - 1; at > floor && closing - at < LONGEST_SIDE; at -= 1) {
    if (!(bitsAt(frame, at) & opener)) continue
    const start = phraseStart(frame, at - 1, floor)
    return start === -1 ? null : { start, end: closing + 1, headStart: start, headEnd: at, isRelative: false }
  }
  return null
}

/** Where the noun phrase begins whose last item is `last`, or -1 where `last` ends none. */
export function phraseStart(frame: Frame, end: number, floor: number): number {
  const last = bitsAt(frame, end) & Word.closing ? beforeAside(frame, end, floor) : end
  if (last < floor || !isPhraseEnd(frame, last)) return -1
  let start = last
  let joint = -1
  for (let at = last; at >= floor && last - at < LONGEST_SIDE; at -= 1) {
    if (bitsAt(frame, at) & Word.closing) at = beforeAside(frame, at, floor)
    if (at < floor) break
    const step = stepLeft(frame, at, floor)
    if (step === 'stop') break
    if (step === 'verb') {
      const relative = relativeBefore(frame, at, floor)
      if (relative === -1) {
        // "He left the farm and Lee said": the conjunction joins clauses, not names.
        if (joint !== -1) start = joint + 1
        break
      }
      at = relative
      continue
    }
    start = at
    if (step === 'first') break
    if (bitsAt(frame, at) & Word.coordinator && joint === -1) joint = at
  }
  return trimStart(frame, start, last)
}

/** The item before a bracketed aside: "Lee (R-Ohio)"; below `floor` where the bracket never opened. */
function beforeAside(frame: Frame, closing: number, floor: number): number {
  for (let at = closing - 1; at > floor && closing - at < 12; at -= 1)
    if (bitsAt(frame, at) & Word.opening) return at - 1
  return floor - 1
}

function isPhraseEnd(frame: Frame, at: number): boolean {
  if (isQuotation(frame, at) || isBreak(frame, at)) return false
  const bits = bitsAt(frame, at)
  if (bits & (Word.subject | Word.object) && !(bits & CLAUSE_WORD)) return true
  if (bits & Word.name) return true
  if (bits & (Word.article | Word.possessive | Word.preposition | Word.coordinator | Word.subordinator)) return false
  if (bits & (CLAUSE_WORD | Word.negation | Word.adverb)) return (bits & Word.subject) !== 0
  if (bits & Word.time && !(bits & Word.noun)) return false
  return !(bits & Word.verb) || (bits & (NOMINAL | Word.report)) !== 0
}

type Step = 'take' | 'first' | 'verb' | 'stop'

function stepLeft(frame: Frame, at: number, floor: number): Step {
  const bits = bitsAt(frame, at)
  if (isQuotation(frame, at)) return 'stop'
  if (bits & STOPS_LEFT || wordAt(frame, at) === 'according') return 'stop'
  if (bits & Word.name) return 'take'
  // “…,” said Lee stated: a cue twice over is no part of the name.
  if (bits & Word.report && isQuotation(frame, at - 1)) return 'stop'
  if (bits & Word.subject) return 'first'
  // "what Lee called": a clause begins here.
  if (bits & Word.determiner && bits & Word.subordinator && wordAt(frame, at) !== 'that') return 'stop'
  if (bits & (Word.determiner | Word.possessive)) return isLinked(frame, at - 1, floor) ? 'take' : 'first'
  if (bits & CLAUSE_WORD) return 'verb'
  if (bits & Word.coordinator) return wordAt(frame, at) !== 'but' && isNominal(frame, at - 1, floor) ? 'take' : 'stop'
  if (bits & Word.preposition && !(bits & NOMINAL)) return stepOverPreposition(frame, at, floor)
  if (bits & (Word.subordinator | Word.negation) || bits & Word.relative) return 'stop'
  if (bits & NOMINAL) return 'take'
  if (bits & Word.past) return bitsAt(frame, at + 1) & (Word.preposition | Word.noun) ? 'take' : 'verb'
  return bits & Word.verb && !isCompound(frame, at, floor) ? 'verb' : 'take'
}

/** "human rights groups": a word in -s that could be a verb, between an adjective or noun and a noun. */
function isCompound(frame: Frame, at: number, floor: number): boolean {
  if (!wordAt(frame, at).endsWith('s') || at <= floor) return false
  const next = bitsAt(frame, at + 1)
  const before = bitsAt(frame, at - 1)
  if (next & (Word.determiner | Word.possessive | Word.preposition | Word.name)) return false
  return (before & (Word.adjective | Word.noun)) !== 0 && !wordAt(frame, at - 1).endsWith('s')
}

function stepOverPreposition(frame: Frame, at: number, floor: number): Step {
  if (bitsAt(frame, at) & Word.subordinator && wordAt(frame, at) !== 'for') return 'stop'
  // "a memo obtained by the paper"
  const isMade = wordAt(frame, at) === 'by' && (bitsAt(frame, at - 1) & Word.past) !== 0
  return isNominal(frame, isMade ? at - 2 : at - 1, floor) ? 'take' : 'stop'
}

/** Whether what stands before a determiner lets the phrase go on: a preposition or "and", or another determiner. */
function isLinked(frame: Frame, at: number, floor: number): boolean {
  if (at < floor) return false
  const bits = bitsAt(frame, at)
  if (bits & Word.subordinator && wordAt(frame, at) !== 'for') return false
  return (bits & (Word.preposition | Word.coordinator | Word.determiner)) !== 0
}

function isNominal(frame: Frame, at: number, floor: number): boolean {
  if (at < floor || isQuotation(frame, at) || isBreak(frame, at)) return false
  const bits = bitsAt(frame, at)
  if (bits & NOMINAL || wordAt(frame, at) === "'s") return true
  const other = CLAUSE_WORD | Word.adverb | Word.subordinator | Word.verb | Word.past | Word.preposition | Word.subject
  return (bits & other) === 0
}

/** The item before a relative pronoun that makes the verb at `at` part of the phrase, or -1. */
function relativeBefore(frame: Frame, at: number, floor: number): number {
  for (let left = at - 1; left > floor && at - left < 10; left -= 1) {
    if (isBreak(frame, left) || isQuotation(frame, left)) return -1
    if (isRelativeHere(frame, left)) return left
  }
  return -1
}

function trimStart(frame: Frame, start: number, last: number): number {
  let at = start
  while (at < last) {
    const bits = bitsAt(frame, at)
    const isLead = bits & (Word.coordinator | Word.preposition | Word.adverb) && !(bits & (Word.name | Word.determiner))
    if (wordAt(frame, at + 1) === '-') break
    if (isLead || (bits & Word.time && bits & Word.name)) at += 1
    else break
  }
  return at
}
