import type { Cue } from './quote-cues.js'
import { bitsAt, type Frame, isBreak, isQuotation, wordAt } from './quote-frame.js'
import { isOccasion, phraseEnd } from './quote-source-after.js'
import { Word } from './quote-words.js'

/** How what is said begins: with a mark, a word that opens a clause, or just so. */
export type ContentOpening = 'quotation' | 'colon' | 'that' | 'to' | 'question' | 'preposition' | 'clause' | 'phrase'

/** What follows a cue: content items `[start, end)`, and the words for the one spoken to. */
export interface Following {
  readonly start: number
  readonly opening: ContentOpening
  readonly addressee: readonly [number, number] | null
  /** Whether a comma parts cue and content. */
  readonly hasComma: boolean
}

const CLAUSE_WORD = Word.be | Word.have | Word.modal
const LONGEST_ADJUNCT = 18

/** Where what is said begins after a cue, or null where nothing but time and place follows. */
export function contentAfter(frame: Frame, cue: Cue, from: number): Following | null {
  let at = from
  let addressee: readonly [number, number] | null = null
  let hasComma = false
  for (let round = 0; round < 12 && at < frame.items.length; round += 1) {
    const bits = bitsAt(frame, at)
    if (isQuotation(frame, at)) return { start: at, opening: 'quotation', addressee, hasComma }
    if (bits & Word.colon) return { start: at + 1, opening: 'colon', addressee, hasComma }
    if (bits & Word.comma) {
      const next = afterComma(frame, at)
      if (next === -1) return null
      hasComma = isQuotation(frame, next) || hasComma
      at = next
      continue
    }
    if (isBreak(frame, at)) return null
    if (bits & Word.subordinator && wordAt(frame, at) === 'that')
      return { start: at + 1, opening: 'that', addressee, hasComma }
    if (cue.entry.addressee && addressee === null) {
      const end = addresseeEnd(frame, at)
      if (end > at) {
        addressee = [at, end]
        at = end
        continue
      }
    }
    const skipped = adjunctEnd(frame, at)
    if (skipped > at) {
      at = skipped
      continue
    }
    return { start: at, opening: openingOf(frame, at), addressee, hasComma }
  }
  return null
}

/** `said, “…”` and `said, however, that …`: where to go on after a comma, or -1 where the comma ends the cue's clause. */
function afterComma(frame: Frame, comma: number): number {
  if (isQuotation(frame, comma + 1)) return comma + 1
  for (let at = comma + 1; at < comma + 14; at += 1) {
    if (isQuotation(frame, at)) return bitsAt(frame, at - 1) & Word.comma ? at : -1
    if (!(bitsAt(frame, at) & Word.comma)) continue
    return wordAt(frame, at + 1) === 'that' || isQuotation(frame, at + 1) ? at + 1 : -1
  }
  return -1
}

/** Where the one spoken to ends: "told CNN that", "told reporters he would", "urged them to". */
function addresseeEnd(frame: Frame, from: number): number {
  const bits = bitsAt(frame, from)
  if (bits & (Word.preposition | Word.subordinator | Word.adverb | Word.time) && !(bits & (Word.name | Word.object)))
    return from
  const end = phraseEnd(frame, from)
  if (end === from || end >= frame.items.length) return end
  const next = bitsAt(frame, end)
  if (next & (CLAUSE_WORD | Word.verb) && !(next & (Word.subject | Word.name | Word.preposition))) return from
  return end
}

/** Skips what only says when, where and how: "on Monday", "in a statement", "Thursday", "bluntly". */
function adjunctEnd(frame: Frame, from: number): number {
  const bits = bitsAt(frame, from)
  if (bits & Word.time && !(bits & Word.determiner)) return timeEnd(frame, from)
  if (bits & Word.adverb && !(bits & (Word.determiner | Word.subordinator | Word.preposition))) return from + 1
  if (!(bits & Word.preposition) || bits & Word.subordinator) return timeEnd(frame, from)
  const word = wordAt(frame, from)
  if (word === 'to') {
    const next = bitsAt(frame, from + 1)
    if (!(next & (Word.name | Word.determiner | Word.role | Word.object | Word.possessive))) return from
  }
  if (!isOccasion(frame, from) && !leadsToContent(frame, from)) return from
  let end = from
  while (bitsAt(frame, end) & Word.preposition && end - from < LONGEST_ADJUNCT) {
    const next = phraseEnd(frame, end + 1)
    if (next === end + 1) {
      end = timeEnd(frame, end + 1)
      break
    }
    end = timeEnd(frame, next)
  }
  return end === from ? from : end
}

function timeEnd(frame: Frame, from: number): number {
  let end = from
  while (end < frame.items.length) {
    const bits = bitsAt(frame, end)
    if (bits & Word.time) end += 1
    else if (end === from && bits & (Word.determiner | Word.adjective) && bitsAt(frame, end + 1) & Word.time) end += 1
    else break
  }
  return end
}

/** Whether "that", a colon or a quotation follows soon: "said at a rally in Ohio that …". */
function leadsToContent(frame: Frame, from: number): boolean {
  for (let at = from + 1; at < from + LONGEST_ADJUNCT; at += 1) {
    const bits = bitsAt(frame, at)
    if (bits & Word.colon) return true
    if (wordAt(frame, at) === 'that') return (bitsAt(frame, at - 1) & Word.preposition) === 0
    if (bits & Word.comma) return afterComma(frame, at) !== -1
    if (isBreak(frame, at) || isQuotation(frame, at) || bits & CLAUSE_WORD) return false
  }
  return false
}

function openingOf(frame: Frame, at: number): ContentOpening {
  const bits = bitsAt(frame, at)
  const word = wordAt(frame, at)
  if (word === 'to') return 'to'
  if (bits & Word.subordinator && !(bits & Word.preposition)) return 'question'
  if (bits & Word.relative) return 'question'
  if (bits & Word.preposition) return 'preposition'
  return hasVerb(frame, at) ? 'clause' : 'phrase'
}

/** Whether a finite verb stands between `from` and the next break. */
export function hasVerb(frame: Frame, from: number, to = frame.items.length): boolean {
  for (let at = from; at < to && at < from + 30; at += 1) {
    const bits = bitsAt(frame, at)
    if (bits & (Word.stop | Word.semicolon)) return false
    if (bits & (CLAUSE_WORD | Word.subject) && at > from) return true
    if (bits & Word.subject && !(bits & Word.object)) return true
    if (bits & Word.verb && !(bits & (Word.noun | Word.name))) return true
  }
  return false
}
