import { nameParticleForms } from '../../lexicons/name-particles.js'
import { nameWords } from '../../lexicons/name-words.js'
import type { Document, Sentence, Token } from '../../model/document.js'

/** How a sentence is written: as usual, "Like a Headline of Old", or "ALL IN CAPITALS". */
export type Lettering = 'usual' | 'titled' | 'capitals'

/** Tokens `[first, last)` of one sentence in which names may stand: capitalised words and what can join them. */
export interface Zone {
  readonly first: number
  readonly last: number
  readonly sentence: number
  readonly lettering: Lettering
}

/** The longest stretch of joints inside a name: "of the", "and the", "Inc. of the". */
const LONGEST_JOINT = 3

/** The zones of a document, in order. Everything outside them is no name. */
export function findZones(document: Document): Zone[] {
  const zones: Zone[] = []
  document.sentences.forEach((sentence, index) => {
    const lettering = letteringOf(document.tokens, sentence)
    let at = sentence.firstToken
    while (at < sentence.lastToken) {
      if (!isNameWord(document.tokens, at)) {
        at += 1
        continue
      }
      const last = zoneEnd(document.tokens, at, sentence.lastToken)
      zones.push({ first: zoneStart(document.tokens, at, sentence.firstToken), last, sentence: index, lettering })
      at = last
    }
  })
  return zones
}

/** Whether the token begins with, or holds, a capital letter. Handles and hash tags do not count. */
export function isNameWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  const { casing, normal } = token
  if (casing === 'lower' || casing === 'none') return false
  if (casing === 'digit') return normal.charCodeAt(0) > 57 || /[a-z]{2}/.test(normal)
  return !normal.startsWith('@') && !normal.startsWith('#') && !normal.startsWith('http') && !normal.startsWith('www.')
}

/** "al" of "al-Shabab" and "van" of "van der Pas" begin a name in lower case. */
function zoneStart(tokens: readonly Token[], at: number, limit: number): number {
  let first = at
  while (first > limit) {
    const before = tokens[first - 1]
    if (before === undefined) break
    const isJoined = before.normal === '-' && before.end === tokens[first]?.start && first - 1 > limit
    const particle = isJoined ? tokens[first - 2] : before
    if (particle === undefined || particle.casing !== 'lower' || !nameParticleForms.has(particle.normal)) break
    if (isJoined && particle.end !== before.start) break
    first -= isJoined ? 2 : 1
  }
  return first
}

function zoneEnd(tokens: readonly Token[], from: number, limit: number): number {
  let last = from + 1
  for (let at = last; at < limit && at - last <= LONGEST_JOINT; at += 1) {
    const token = tokens[at]
    if (token === undefined) break
    if (isNameWord(tokens, at)) last = at + 1
    else if (token.casing === 'digit' && at === last) last = at + 1
    else if (nameWords.get(token.normal) !== 'joint' && !nameParticleForms.has(token.normal)) break
  }
  const next = tokens[last]
  const isPossessive = last < limit && next !== undefined && (next.normal === "'s" || next.normal === "'")
  return isPossessive && next.start === tokens[last - 1]?.end ? last + 1 : last
}

/** Headlines in capitals, or with a capital on every word, tell nothing by a capital. */
function letteringOf(tokens: readonly Token[], sentence: Sentence): Lettering {
  let lower = 0
  let title = 0
  let upper = 0
  for (let at = sentence.firstToken; at < sentence.lastToken; at += 1) {
    const token = tokens[at]
    if (token === undefined) continue
    if (token.casing === 'upper') upper += 1
    else if (token.casing === 'lower') lower += token.end - token.start > 3 ? 1 : 0
    else if (token.casing === 'title') title += 1
  }
  if (upper >= 3 && upper > 3 * (lower + title)) return 'capitals'
  return title >= 4 && title > 4 * lower ? 'titled' : 'usual'
}
