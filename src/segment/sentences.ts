import type { Block } from '../model/article.js'
import type { Quotation, Sentence, Token } from '../model/document.js'
import { datelineEnd } from './dateline.js'
import type { AbbreviationTable } from './tokens.js'

const ENDS = new Set(['.', '!', '?', '…', '...', '....'])
const CLOSES = new Set(['”', '"', "''", '’', "'", ')', ']', '}', '»', '›'])
const OPENS = new Set(['“', '"', '``', '‘', "'", '(', '[', '«', '‹', '„', '—', '–', '-', '•', '$', '£', '€'])

/** Words that begin a sentence after an abbreviation that may also end one ("in the U.S. The …"). */
export type OpeningWords = ReadonlySet<string>

interface Lists {
  readonly abbreviations: AbbreviationTable
  readonly openings: OpeningWords
}

/**
 * Sentences, sorted, each in one block. None is cut inside a quotation, at an abbreviation or after an initial. A dateline
 * is a sentence of its own: nobody in it says what follows. Every token belongs to exactly one sentence.
 */
export function findSentences(
  text: string,
  blocks: readonly Block[],
  tokens: readonly Token[],
  quotations: readonly Quotation[],
  lists: Lists,
): Sentence[] {
  const sentences: Sentence[] = []
  const outer = quotations.filter((quotation) => quotation.parent === null && quotation.style !== 'block')
  let at = 0
  let nextQuotation = 0
  blocks.forEach((block, index) => {
    let first = at
    const dateline = datelineEnd(text, block)
    while (at < tokens.length) {
      const token = tokens[at]
      if (token === undefined || token.start >= block.end) break
      at += 1
      if (token.end <= dateline) {
        if (token.end < dateline) continue
        pushSentence(sentences, tokens, first, at, index)
        first = at
        continue
      }
      if (!endsSentence(text, tokens, at - 1, lists)) continue
      while (isCloser(text, tokens, at, block)) at += 1
      const end = tokens[at - 1]?.end ?? block.end
      for (
        let quotation = outer[nextQuotation];
        quotation !== undefined && quotation.end <= end;
        quotation = outer[nextQuotation]
      )
        nextQuotation += 1
      const around = outer[nextQuotation]
      if (around !== undefined && around.start < end) continue
      if (!beginsSentence(text, tokens, at, block, lists)) continue
      pushSentence(sentences, tokens, first, at, index)
      first = at
    }
    pushSentence(sentences, tokens, first, at, index)
  })
  return sentences
}

function pushSentence(
  sentences: Sentence[],
  tokens: readonly Token[],
  first: number,
  last: number,
  block: number,
): void {
  const start = tokens[first]?.start
  const end = tokens[last - 1]?.end
  if (start === undefined || end === undefined || last <= first) return
  sentences.push({ start, end, firstToken: first, lastToken: last, block })
}

function endsSentence(text: string, tokens: readonly Token[], at: number, { abbreviations, openings }: Lists): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  const last = text.charAt(token.end - 1)
  if (token.end - token.start === 1 || last !== '.') return ENDS.has(text.slice(token.start, token.end))
  if (token.casing === 'none') return ENDS.has(text.slice(token.start, token.end))
  // A word that keeps its full stop: it ends a sentence only if it can, and only before a word that begins one.
  const isDotted = token.normal.includes('.')
  const canEnd = isDotted || abbreviations.get(token.normal)?.final === true
  const next = tokens[at + 1]
  if (!canEnd || next === undefined) return next === undefined
  const isMark = next.casing === 'none' && CLOSES.has(text.slice(next.start, next.end))
  return isMark || (next.casing === 'title' && openings.has(next.normal))
}

function isCloser(text: string, tokens: readonly Token[], at: number, block: Block): boolean {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (token === undefined || before === undefined || token.start >= block.end || token.casing !== 'none') return false
  const written = text.slice(token.start, token.end)
  if (ENDS.has(written)) return true
  if (!CLOSES.has(written)) return false
  // A straight mark after a space opens the next sentence.
  return token.start === before.end
}

/** Whether the token at `at` can begin a sentence: the end of the block, a capital, a digit or an opening mark. */
function beginsSentence(
  text: string,
  tokens: readonly Token[],
  at: number,
  block: Block,
  { openings }: Lists,
): boolean {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (token === undefined || before === undefined || token.start >= block.end) return true
  if (token.start === before.end) return false
  if (token.casing === 'none') return OPENS.has(text.slice(token.start, token.end))
  if (token.casing !== 'lower') return true
  return openings.has(token.normal) && token.normal.length === 1
}
