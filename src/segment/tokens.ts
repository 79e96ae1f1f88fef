import type { Block } from '../model/article.js'
import type { Casing, Token } from '../model/document.js'
import { isCapital, isDigit, isLetter, isLetterOrDigit, isSpace } from './characters.js'
import { wordTags } from './word-tags.js'

/**
 * Words whose full stop is part of them ("Mr", "Sept"), lower case, without the stop. `isCapital`: only with a capital, as
 * in small letters they are words ("the man.", "he sat.").
 */
export type AbbreviationTable = ReadonlyMap<string, { readonly final: boolean; readonly isCapital: boolean }>

interface Word {
  readonly normal: string
  readonly casing: Casing
  readonly tags: readonly string[]
}

/** Cuts blocks into tokens, in one pass; a word that occurs again is looked up once. Sorted, none overlap. */
export function tokenize(text: string, blocks: readonly Block[], abbreviations: AbbreviationTable): Token[] {
  const words = new Map<string, Word>()
  const tokens: Token[] = []
  for (const block of blocks) {
    let at = block.start
    while (at < block.end) {
      if (isSpace(text, at)) {
        at += 1
        continue
      }
      const end = Math.min(block.end, tokenEnd(text, at, block.end, abbreviations))
      const written = text.slice(at, end)
      let word = words.get(written)
      if (word === undefined) {
        word = wordOf(written, abbreviations)
        words.set(written, word)
      }
      tokens.push({ start: at, end, normal: word.normal, casing: word.casing, tags: word.tags })
      at = end
    }
  }
  return tokens
}

function tokenEnd(text: string, start: number, limit: number, abbreviations: AbbreviationTable): number {
  if (isLetter(text, start)) return letterEnd(text, start, limit, abbreviations)
  if (isDigit(text, start)) return numberEnd(text, start, limit)
  const unit = text.charAt(start)
  if (unit === '’' || unit === "'") {
    // The possessive, which `letterEnd` left.
    const isPossessive =
      /[sS]/.test(text.charAt(start + 1)) && !isLetterOrDigit(text, start + 2) && isLetterOrDigit(text, start - 1)
    if (isPossessive) return start + 2
    if (unit === "'" && text.charAt(start + 1) === "'") return start + 2
  }
  if ((unit === '@' || unit === '#') && isLetterOrDigit(text, start + 1)) return handleEnd(text, start + 1)
  if (unit === '.' || unit === '-' || unit === '`') {
    let end = start + 1
    while (text.charAt(end) === unit) end += 1
    return end
  }
  const code = text.charCodeAt(start)
  return code >= 0xd800 && code <= 0xdbff ? start + 2 : start + 1
}

function handleEnd(text: string, from: number): number {
  let end = from
  while (isLetterOrDigit(text, end) || text.charAt(end) === '_') end += 1
  return end
}

function letterEnd(text: string, start: number, limit: number, abbreviations: AbbreviationTable): number {
  const address = addressEnd(text, start, limit)
  if (address > 0) return address
  let end = start + 1
  while (end < limit) {
    if (isLetterOrDigit(text, end)) end += 1
    else if (isInnerApostrophe(text, start, end)) end += 2
    else if (text.charAt(end) === '&' && isCapital(text, end - 1) && isCapital(text, end + 1)) end += 2
    else break
  }
  if (text.charAt(end) !== '.') return end
  return dottedEnd(text, start, end, limit, abbreviations)
}

/** "don’t" and "O’Neil" are one word; the "’s" of "Noem’s" is not. */
function isInnerApostrophe(text: string, start: number, at: number): boolean {
  const unit = text.charAt(at)
  if ((unit !== '’' && unit !== "'") || !isLetter(text, at + 1)) return false
  const isPossessive = /[sS]/.test(text.charAt(at + 1)) && !isLetterOrDigit(text, at + 2)
  return !isPossessive && at > start
}

/** "U.S.", "a.m.", "J." before a name, and abbreviations take their full stop with them. */
function dottedEnd(text: string, start: number, end: number, limit: number, abbreviations: AbbreviationTable): number {
  if (end - start === 1) {
    let dotted = end
    while (
      dotted + 1 < limit &&
      text.charAt(dotted) === '.' &&
      isLetter(text, dotted + 1) &&
      !isLetterOrDigit(text, dotted + 2)
    )
      dotted += 2
    if (dotted > end) return text.charAt(dotted) === '.' ? dotted + 1 : dotted
    const isInitial =
      isCapital(text, start) && isSpace(text, end + 1) && isCapital(text, end + 2) && !(text.charAt(start) === 'I')
    if (isInitial) return end + 1
  }
  // "the co-op. She": no "op." is a part of a word.
  if (isCityAtEnd(text, start, end) || (text.charAt(start - 1) === '-' && !isCapital(text, start))) return end
  const known = abbreviations.get(text.slice(start, end).toLowerCase())
  return known === undefined || (known.isCapital && !isCapital(text, start)) ? end : end + 1
}

/** "She left for LA. Then": no "La." after a town, and no capitals all round ("ST. LOUIS"). */
function isCityAtEnd(text: string, start: number, end: number): boolean {
  if (text.slice(start, end) !== 'LA' || text.charAt(start - 2) === ',') return false
  return !(isCapital(text, end + 2) && isCapital(text, end + 3)) && text.charAt(end + 2) !== '('
}

/** Where a web or mail address ends, or 0 where none begins. */
function addressEnd(text: string, start: number, limit: number): number {
  const isWeb = text.startsWith('http', start)
    ? /^https?:\/\//.test(text.slice(start, start + 8))
    : text.startsWith('www.', start)
  if (!isWeb) return 0
  let end = start
  while (end < limit && !isSpace(text, end)) end += 1
  while (/[.,;:!?)\]”"’']/.test(text.charAt(end - 1))) end -= 1
  return end
}

function numberEnd(text: string, start: number, limit: number): number {
  let end = start + 1
  while (end < limit) {
    if (isLetterOrDigit(text, end)) end += 1
    else if (',.:'.includes(text.charAt(end)) && isDigit(text, end + 1) && isDigit(text, end - 1)) end += 2
    else break
  }
  return end
}

function wordOf(written: string, abbreviations: AbbreviationTable): Word {
  const lower = written.toLowerCase().replaceAll('’', "'")
  const plain = isAscii(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '')
  const stopped = plain.endsWith('.') && plain.length > 1 && !plain.slice(0, -1).includes('.')
  const normal = stopped && (abbreviations.has(plain.slice(0, -1)) || plain.length === 2) ? plain.slice(0, -1) : plain
  return { normal, casing: casingOf(written), tags: wordTags(normal) }
}

function isAscii(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) > 127) return false
  return true
}

function casingOf(written: string): Casing {
  let letters = 0
  let capitals = 0
  for (let at = 0; at < written.length; at += 1) {
    if (isDigit(written, at)) return 'digit'
    if (!isLetter(written, at)) continue
    letters += 1
    if (isCapital(written, at)) capitals += 1
  }
  if (letters === 0) return 'none'
  if (capitals === 0) return 'lower'
  if (capitals === letters) return letters === 1 ? 'initial' : 'upper'
  const first = [...written].findIndex((_, at) => isLetter(written, at))
  return capitals === 1 && isCapital(written, first) ? 'title' : 'mixed'
}
