import { calendar } from '../../lexicons/calendar.js'
import type { Document } from '../../model/document.js'
import { currencySign, isUnitSymbol } from '../figures/figure-units.js'
import { hasClass, type NameContext } from './name-context.js'
import { organizationTable } from './name-lexicon.js'
import type { NameSpan } from './name-spans.js'

/** "5AM", "7.30PM", "64MB": a number and what it is in, in one word. */
const GLUED = /^[\d.,:]*\d(?<rest>\p{L}*)$/u
const HALF_OF_DAY = /^[ap]\.?m\.?$/i
const YEAR = /^(?:1[89]|20)\d\d$/
const ZONES = new Set(calendar.filter(({ kind }) => kind === 'zone').map(({ form }) => form))

/**
 * Whether an organization's or a place's words are nothing but what a number beside them is in: a unit ("620 HP", "TDs"),
 * a currency's code ("EUR 5 million") or the end of a clock time ("11 PM GMT"). Before people or things, "HP" is the company.
 */
export function isMeasure(document: Document, context: NameContext, { first, last, kind }: NameSpan): boolean {
  if (kind !== 'organization' && kind !== 'place') return false
  let hasNumber = isNumber(context, first - 1)
  for (let at = first; at < last; at += 1) {
    const token = document.tokens[at]
    if (token === undefined) return false
    const written = document.article.text.slice(token.start, token.end).replace(/\.$/, '')
    const glued = GLUED.exec(written)
    if (glued !== null) hasNumber = true
    const rest = glued?.groups?.rest ?? written
    if (rest !== '' && !isUnit(rest)) return false
  }
  if (hasNumber) return !isOwner(context, first, last)
  return context.tokens[last]?.casing === 'digit' && last - first === 1 && isMoney(document, first)
}

function isUnit(written: string): boolean {
  if (HALF_OF_DAY.test(written) || ZONES.has(written.toLowerCase())) return true
  return isUnitSymbol(written) || (/^\p{Lu}{2,}$/u.test(written) && isUnitSymbol(written.toLowerCase()))
}

/** "500 HP jobs" are a listed company's. */
function isOwner({ tokens }: NameContext, first: number, last: number): boolean {
  if (organizationTable.at(tokens, first, last)?.last !== last) return false
  return tokens[last]?.casing === 'lower' && /[^s]{2}s$/.test(tokens[last]?.normal ?? '')
}

/** A number in digits or words right before, or before a hyphen ("100-MW"); a year is none ("In 2004 HP said"). */
function isNumber(context: NameContext, at: number): boolean {
  const token = context.tokens[context.tokens[at]?.normal === '-' ? at - 1 : at]
  if (token === undefined) return false
  return token.casing === 'digit' ? !YEAR.test(token.normal) : token.casing === 'lower' && hasClass(context, at, 'cK')
}

/** "EUR 5 million". */
function isMoney({ article, tokens }: Document, at: number): boolean {
  const token = tokens[at]
  return token?.casing === 'upper' && currencySign(article.text.slice(token.start, token.end)) !== undefined
}
