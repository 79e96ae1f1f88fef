import { nameWords } from '../../lexicons/name-words.js'
import type { Document } from '../../model/document.js'
import { Beside, type NameContext } from './name-context.js'
import type { NameSpan } from './name-spans.js'

/** What stands before the name of a ship. */
const SHIPS: ReadonlySet<string> = new Set('ccgs hmas hmcs hmnzs hms mv rms ss usns uss'.split(' '))

/** "the Crown corporation", "Crown land" */
const OF_THE_CROWN = /^(?:agency|agencies|corporations?|dependency|dependencies|lands?)$/

/** Whether a name is nobody's: an acronym of a thing ("DVD", "GDP"), a prize ("Golden Globe", "an Oscar"), a ship, God. */
export function isThing(document: Document, context: NameContext, name: NameSpan): boolean {
  const token = document.tokens[name.first]
  const end = document.tokens[name.last - 1]?.end
  if (token === undefined || end === undefined || name.kind === 'place') return false
  if (name.last - name.first > 1 && token.casing === 'upper' && SHIPS.has(token.normal)) return true
  if (name.last - name.first > 2) return false
  const text = document.article.text.slice(token.start, end)
  if (text === 'Crown' && OF_THE_CROWN.test(document.tokens[name.last]?.normal ?? '')) return true
  if (name.kind === 'person' && (text === 'God' || text === 'Allah')) return true
  if (nameWords.get(text.toLowerCase()) === 'award') return name.kind === 'organization' || isPrize(context, name)
  const isAcronym = token.casing === 'upper' || token.casing === 'mixed'
  return isAcronym && name.kind === 'organization' && nameWords.get(text.replace(/s$/, '').toLowerCase()) === 'thing'
}

const OF_PRIZES = /^(?:awards?|nomin(?:ees?|ated|ations?)|academy|ceremony|oscars|emmys)$/

/** "Oscar" is a prize where the article speaks of prizes and has nobody called so who says something. */
function isPrize({ tokens, facts }: NameContext, { first }: NameSpan): boolean {
  const beside = facts[first]?.beside ?? 0
  if ((beside & (Beside.afterHonorific | Beside.afterGiven | Beside.saying)) !== 0) return false
  return tokens.some(({ normal }) => OF_PRIZES.test(normal))
}
