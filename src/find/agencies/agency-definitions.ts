import type { Token } from '../../model/document.js'

/** An acronym that the article gives a name itself: `name` is tokens `[first, last)`, `acronym` one token. */
export interface Definition {
  readonly first: number
  readonly last: number
  readonly acronym: number
  readonly written: string
}

/**
 * The acronym that stands in brackets right after a name that ends before the token `last`: "Name (ABC)", "Name, or
 * ABC,". Its letters need not be the name's: "Customs and Border Protection (CBP)", "Ministry of Defence (MoD)".
 */
export function definitionAfter(
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
): Definition | null {
  const opening = tokens[last]
  if (opening === undefined) return null
  const at = last + 1
  const isBracket = opening.normal === '(' || opening.normal === '['
  const isOr = opening.normal === ',' && tokens[at]?.normal === 'or' && tokens[at + 2]?.normal === ','
  const acronym = isBracket ? at : isOr ? at + 1 : -1
  const token = tokens[acronym]
  if (token === undefined || !isAcronym(text, token)) return null
  const closing = tokens[acronym + 1]?.normal
  if (isBracket && closing !== ')' && closing !== ']' && closing !== ',' && closing !== ';') return null
  return { first, last, acronym, written: text.slice(token.start, token.end).replaceAll('.', '') }
}

/** Two to eight letters, at least two of them capitals, more capitals than not: "ICE", "MoD", "F.B.I.". */
export function isAcronym(text: string, token: Token): boolean {
  if (token.casing !== 'upper' && token.casing !== 'mixed') return false
  const written = text.slice(token.start, token.end).replaceAll('.', '')
  if (written.length < 2 || written.length > 8) return false
  const capitals = written.replace(/[^A-Z]/g, '').length
  return capitals >= 2 && capitals * 2 > written.length
}

/** The initials of a name's capitalised words, "U.S." as two letters: "GSA" for "General Services Administration". */
export function initialsOf(text: string, tokens: readonly Token[], first: number, last: number): string {
  let initials = ''
  for (let at = first; at < last; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.casing === 'lower' || token.casing === 'none' || token.normal === "'s") continue
    const written = text.slice(token.start, token.end).replaceAll('.', '')
    initials += token.casing === 'upper' ? written : written.charAt(0)
  }
  return initials
}
