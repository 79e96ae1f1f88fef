import { honorificByForm } from '../../lexicons/honorifics.js'
import { nameWords } from '../../lexicons/name-words.js'
import { teamWords } from '../../lexicons/team-words.js'
import type { Token } from '../../model/document.js'
import { firstBearers } from './known-surnames.js'
import { hasClass, type NameContext } from './name-context.js'
import { placeTable } from './name-lexicon.js'
import type { NameSpan } from './name-spans.js'
import { isNameWord } from './name-zones.js'

/** Names that are written like a place and are none: teams become organizations, surnames people; peers' titles name no place. */
export function withoutNamesakes(context: NameContext, names: readonly NameSpan[]): NameSpan[] {
  const real = names.filter((name) => name.kind !== 'place' || !isPeerage(context, name))
  const surnames = surnamesAmong(context, real)
  const teams = teamsAmong(context, real)
  return real.map((name) => {
    if (surnames.has(name)) return { ...name, kind: 'person', rule: 'person/surname' }
    return teams.has(name) ? { ...name, kind: 'organization', rule: 'organization/team' } : name
  })
}

/** "Jordan" after "Neil Jordan", where the article has nothing in, from or to a place of that name. */
function surnamesAmong(context: NameContext, names: readonly NameSpan[]): Set<NameSpan> {
  const bearers = firstBearers(context, names)
  const alike = names.filter((name) => name.kind === 'place' && bearers.has(formOf(context, name)))
  const located = new Set(alike.filter((name) => isLocated(context, name)).map((name) => formOf(context, name)))
  return new Set(
    alike.filter((name) => {
      const form = formOf(context, name)
      return !located.has(form) && name.first >= (bearers.get(form) ?? 0)
    }),
  )
}

/** "the Duchess of Cambridge": a person's title. "the King of Spain" has a country. */
function isPeerage({ tokens }: NameContext, { first, last }: NameSpan): boolean {
  const title = tokens[first - 2]
  if (tokens[first - 1]?.normal !== 'of' || title === undefined || title.casing === 'lower') return false
  const form = title.normal.charAt(0).toUpperCase() + title.normal.slice(1)
  if (honorificByForm.get(form)?.kind !== 'noble') return false
  return placeTable.at(tokens, first, last)?.entry.type !== 'country'
}

/** "Alabama versus Florida State football": the places that play; in an article about sport also where else they are spoken of. */
function teamsAmong(context: NameContext, names: readonly NameSpan[]): Set<NameSpan> {
  const places = names.filter((name) => name.kind === 'place' && !isLocated(context, name))
  const teams = new Set(places.filter((name) => isPlaying(context, name)))
  for (const name of places) if (isBesideTeam(context, name, names, teams)) teams.add(name)
  if (!context.isSport) return teams
  for (const name of fixtures(context, names)) teams.add(name)
  const forms = new Set([...teams].map((name) => formOf(context, name)))
  for (const name of places)
    if (forms.has(formOf(context, name)) && !hasClass(context, name.last, 'cN')) teams.add(name)
  return teams
}

/** "Czech Republic at Germany": two places and nothing else, in an article about sport. */
function fixtures({ tokens }: NameContext, names: readonly NameSpan[]): NameSpan[] {
  return names.flatMap((name, at) => {
    const host = names[at + 1]
    if (name.kind !== 'place' || host?.kind !== 'place') return []
    return host.first - name.last === 1 && tokens[name.last]?.normal === 'at' ? [name, host] : []
  })
}

function formOf({ tokens }: NameContext, { first, last }: NameSpan): string {
  return tokens
    .slice(first, last)
    .map(({ normal }) => normal)
    .join(' ')
}

/** "in Tonga", "Lyon, France", "LONDON (Reuters)": where something is. */
function isLocated({ tokens }: NameContext, { first, last }: NameSpan): boolean {
  const [before, next] = [tokens[first - 1], tokens[last]]
  if (LOCATIVE.has(before?.normal ?? '')) return true
  // "HERZLIYA, Israel 1996-08-31"
  if (before?.normal === ',' && next?.casing === 'digit') return true
  if (next?.normal === '(') return true
  return next?.normal === ',' && placeTable.at(tokens, last + 1, last + 5) !== null
}

const LOCATIVE = new Set(['in', 'at', 'from', 'near', 'to', 'of', 'outside', 'across', 'around', 'throughout'])

/** Whether a word beside the place is said of teams; outside of sport only "versus", with a word of sport after it. */
function isPlaying(context: NameContext, { first, last }: NameSpan): boolean {
  const { tokens } = context
  const [before, next, after] = [tokens[first - 1], tokens[last], tokens[last + 1]]
  if (!context.isSport)
    return [before, next].some((token) => VERSUS.test(token?.normal ?? '')) && isGameAfter(context, last)
  if (next?.normal === "'s") return isSide(after) || (isOpposed(before) && !isNameWord(tokens, last + 1))
  // "Turkey - 1 - Rustu Recber": a list of players with their numbers.
  if (next?.normal === '-' && after?.casing === 'digit') return true
  const side = teamWords.get(next?.normal ?? '')
  if (side === 'after' || side === 'both' || isOpposed(before)) return true
  // "Tonga have been": British papers use the plural for a team, never for a country.
  return PLURAL.test(next?.normal ?? '') && before?.normal !== 'and' && before?.normal !== ','
}

/** "against", "beat". */
function isOpposed(token: Token | undefined): boolean {
  return teamWords.get(token?.normal ?? '') === 'both'
}

/** "squad", "match". */
function isSide(token: Token | undefined): boolean {
  return teamWords.get(token?.normal ?? '') === 'after' || nameWords.get(token?.normal ?? '') === 'sport'
}

const VERSUS = /^(?:versus|vs?)$/
const PLURAL = /^(?:have|are|were)$/
/** Words within which "the Alabama versus Florida State football game" must come to the game. */
const GAME_WITHIN = 6

function isGameAfter({ tokens }: NameContext, last: number): boolean {
  return tokens.slice(last, last + GAME_WITHIN).some(({ normal }) => nameWords.get(normal) === 'sport')
}

/** "England and Tonga": a place beside a team is one too, where the article is about sport. */
function isBesideTeam(
  context: NameContext,
  name: NameSpan,
  names: readonly NameSpan[],
  teams: ReadonlySet<NameSpan>,
): boolean {
  if (!context.isSport) return false
  return names.some((other) => {
    const [left, right] = other.first < name.first ? [other, name] : [name, other]
    if (right.first - left.last !== 1 || context.tokens[left.last]?.normal !== 'and') return false
    return teams.has(other) || (other.kind === 'organization' && isPlaceName(context, other))
  })
}

function isPlaceName(context: NameContext, { first, last }: NameSpan): boolean {
  return placeTable.at(context.tokens, first, last)?.last === last
}
