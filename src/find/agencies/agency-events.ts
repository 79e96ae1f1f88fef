import { roleByForm } from '../../lexicons/roles.js'
import type { Document, Token } from '../../model/document.js'
import { isBeside, isNameWord } from './agency-edges.js'
import type { AgencyHit } from './agency-registry.js'

const VOTE = /^elections?$/
const CONTEST = /^(?:elections?|campaigns?|races?|primar(?:y|ies)|runoffs?)$/
/** "special" of "special election". */
const CONTEST_KIND = /^(?:special|general|midterm|primary|runoff)$/
const CUP = /^(?:cup|trophy|open)$/
const YEAR = /^(?:1[789]|20)\d\d$/
const LAWMAKER = /^(?:representative|senator|legislator|lawmaker)s?$/
const SPEAKER = /^spokes/
/** The words of a place that may stand between the year and the body: "2013 Isle of Man Legislative Assembly election". */
const MOST_WORDS_BETWEEN = 4

/**
 * Whether the body's name is only a part of an event's or a title's: "1992 United States Senate election", "European
 * Parliament election", "Fed Cup", "State Representative". "Senate race" and "Senate elections" do name the body.
 */
export function isInEvent({ tokens }: Document, hit: AgencyHit): boolean {
  const next = isBeside(tokens, hit.last - 1) ? tokens[hit.last] : undefined
  if (next === undefined) return false
  if (hit.form === 'name' && hit.last - hit.first === 1 && next.casing === 'title' && CUP.test(next.normal)) return true
  if (hit.rule === 'agency/weak' && tokens[hit.first]?.normal === 'state') return isStateOffice(next)
  const contest = CONTEST_KIND.test(next.normal) && isBeside(tokens, hit.last) ? tokens[hit.last + 1] : next
  if (contest === undefined || !hit.owners.every(({ kind }) => kind === 'legislature')) return false
  // One capitalised name: "Scottish Parliament election".
  if (VOTE.test(contest.normal) && hit.form === 'name' && hit.last - hit.first > 1) return true
  return CONTEST.test(contest.normal) && isNumbered(tokens, hit.first)
}

/** "State Senator", "State Treasurer": an office of one of the states; "State spokesman" is of the department. */
function isStateOffice({ normal, casing }: Token): boolean {
  return LAWMAKER.test(normal) || (casing === 'title' && roleByForm.has(normal) && !SPEAKER.test(normal))
}

/** Whether a year stands before the name, with no more than a place between. */
function isNumbered(tokens: readonly Token[], first: number): boolean {
  for (let at = first - 1; at >= 0 && first - at <= MOST_WORDS_BETWEEN + 1 && isBeside(tokens, at); at -= 1) {
    const token = tokens[at]
    if (token === undefined) return false
    if (token.casing === 'digit' && YEAR.test(token.normal)) return true
    if (!isNameWord(token)) return false
  }
  return false
}
