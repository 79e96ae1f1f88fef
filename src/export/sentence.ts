import type { Span } from '../model/span.js'

const GAP = '\n\n'
const LONGEST = 400
/** A mark that ends a sentence, what closes after it, and the white space before a capital, a digit or an opening mark. */
const END = /[.!?…]["'”’»)\]]*(?=\s+["'“‘«([]*[\p{Lu}\p{N}])/gu
/** "Mr.", "Sen.", "J.", "U.S.": a short capitalised word with a full stop ends no sentence. */
const SHORT_WORD = /(?:^|[\s("“‘'-])\p{Lu}[\p{L}.]{0,2}\.$/u

/**
 * The sentence around a span, by its punctuation, inside its block; at most 400 characters, cut with "…" around the
 * span. A span over several sentences gives all of them.
 */
export function sentenceAround(text: string, span: Span): string {
  const blockStart = Math.max(0, text.lastIndexOf(GAP, span.start) + (text.lastIndexOf(GAP, span.start) < 0 ? 0 : 2))
  const gap = text.indexOf(GAP, span.end)
  const block = text.slice(blockStart, gap < 0 ? text.length : gap)
  const [from, to] = [span.start - blockStart, span.end - blockStart]
  let start = 0
  let end = block.length
  for (const match of block.matchAll(END)) {
    const stop = match.index + match[0].length
    if (SHORT_WORD.test(block.slice(Math.max(0, match.index - 5), match.index + 1))) continue
    if (stop <= from) start = stop
    else if (stop >= to) {
      end = stop
      break
    }
  }
  return shorten(block.slice(start, end), from - start, to - start)
}

function shorten(sentence: string, from: number, to: number): string {
  const tidy = (part: string): string => part.replace(/\s+/g, ' ').trim()
  if (sentence.length <= LONGEST) return tidy(sentence)
  const room = LONGEST - 2
  const before = Math.max(0, Math.floor((room - (to - from)) / 2))
  const start = Math.max(0, Math.min(from - before, sentence.length - room))
  const end = Math.min(sentence.length, start + room)
  return `${start > 0 ? '…' : ''}${tidy(sentence.slice(start, end))}${end < sentence.length ? '…' : ''}`
}
