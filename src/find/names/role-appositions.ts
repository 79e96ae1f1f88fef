import { roleWords } from '../../lexicons/role-words.js'
import type { Sentence } from '../../model/document.js'
import { hasClass, type NameContext } from './name-context.js'
import { isNameWord } from './name-zones.js'
import { roleStartingAt } from './role-phrases.js'
import { isOpening, isPossessive, type NamedSpan, narrowsTitle, type RoleReader, type Title } from './role-reader.js'

const MOST_AFTER = 22

/** ", 34, a spokeswoman for …," and ", R-S.C.,": one title each, at most three. */
export function titlesAfter(reader: RoleReader, sentence: Sentence, last: number): Title[] {
  const { tokens } = reader.document
  const titles: Title[] = []
  let at = last
  while (titles.length < 3 && at < sentence.lastToken && (tokens[at]?.normal === ',' || tokens[at]?.normal === '(')) {
    let first = at + 1
    if (tokens[first]?.casing === 'digit' && tokens[first + 1]?.normal === ',') first += 2
    const party = partyAndState(reader, first)
    const title = party === null ? apposition(reader, sentence, first) : null
    const end = party ?? title?.last ?? null
    if (end === null) break
    if (title !== null) titles.push(title)
    at = tokens[end]?.normal === ')' ? end + 1 : end
  }
  return titles
}

/** "R-S.C.", "D-Buffalo", a party's letter and a state, is no title: where it ends. */
function partyAndState({ document }: RoleReader, first: number): number | null {
  const [party, hyphen] = document.tokens.slice(first, first + 2)
  if (party?.casing !== 'initial' || !/^[dri]$/.test(party.normal)) return null
  if (!/^[-–]$/.test(hyphen?.normal ?? '') || hyphen?.start !== party.end || !isNameWord(document.tokens, first + 2))
    return null
  let last = first + 3
  while (last < first + 5 && isNameWord(document.tokens, last)) last += 1
  return last
}

/** A noun phrase with a title in it, up to the next comma or what cannot belong to it. */
function apposition(reader: RoleReader, sentence: Sentence, from: number): Title | null {
  const { document, context, inside } = reader
  let first = from
  let owner: NamedSpan | null = null
  // "who heads the agency", "whose father was": a clause.
  if (roleWords.get(document.tokens[first]?.normal ?? '') === 'end') return null
  const isSubject = isOpening(context, first) && !/^an?$/.test(document.tokens[first]?.normal ?? '')
  if (isOpening(context, first)) first += 1
  const limit = Math.min(sentence.lastToken, first + MOST_AFTER)
  let head = -1
  let at = first
  while (at < limit) {
    const token = document.tokens[at]
    const name = inside.get(at)
    if (token === undefined) break
    if (name?.kind === 'person') {
      // "daughter of Malcolm X": the name is part of whose it is.
      if (head !== -1 && isOfSomebody(reader, head, name)) at = name.last
      break
    }
    if (name !== undefined && at === name.first) {
      const isOwner = head === -1 && document.tokens[name.last]?.normal === "'s"
      if (isOwner) {
        owner = name
        first = name.last + 1
      }
      at = isOwner ? first : name.last
      continue
    }
    // "Lee left when, as always, the mayor said no": a clause of its own.
    if (isSubject && head !== -1 && beginsClause(context, at)) return null
    if (endsTitle(context, at)) break
    const role = head === -1 ? roleStartingAt(document.tokens, at, limit) : null
    if (role?.entry.isTitle && isPossessive(document.tokens[role.last])) {
      // "the president’s oldest son": the title is its owner's.
      first = role.last + 1
      at = first
      continue
    }
    if (role?.isPlural) return null
    if (role?.entry.isTitle || (role?.entry.isAnybody && at > first)) head = role.last
    else if (head === -1 && !mayOpenTitle(context, at)) return null
    at = role === null ? at + 1 : role.last
  }
  if (head === -1) return null
  at = Math.max(at, head)
  while (at > head && isLooseEnd(reader, at - 1)) at -= 1
  return { first, last: at, owner }
}

/** Between the comma and the title's noun may stand whatever narrows it, words that no list knows too ("affiliate"). */
function mayOpenTitle(context: NameContext, at: number): boolean {
  const isPlain = context.tokens[at]?.casing === 'lower' && !hasClass(context, at, 'S-') && !hasClass(context, at, 'V')
  return isPlain || narrowsTitle(context, at, false) || context.tokens[at]?.normal === '-'
}

/** Between a title and a person's whole name, "of" or "for", and words that narrow the name ("of the activist Malcolm X"). */
function isOfSomebody({ document, context }: RoleReader, head: number, name: NamedSpan): boolean {
  const [link, after] = [document.tokens[head]?.normal ?? '', document.tokens[name.last]]
  if (!/^(?:of|for|to)$/.test(link) || isPossessive(after) || after?.normal === '-') return false
  if (after !== undefined && after.casing !== 'none' && roleWords.get(after.normal) !== 'end') return false
  for (let at = head + 1; at < name.first; at += 1)
    if (roleWords.get(document.tokens[at]?.normal ?? '') !== 'link' && !mayOpenTitle(context, at)) return false
  return true
}

/** A verb right behind the title's noun that has its own object or end: "the midfielder planted his shot". */
function beginsClause(context: NameContext, at: number): boolean {
  if (context.tokens[at]?.casing !== 'lower') return false
  if (hasClass(context, at, 'V3') || hasClass(context, at, 'cB')) return true
  const isPast = context.tokens[at]?.tags.includes('PastTense') === true
  return isPast && (hasClass(context, at + 1, 'S-determiner') || hasClass(context, at + 1, 'S-pronoun'))
}

function endsTitle(context: NameContext, at: number): boolean {
  const token = context.tokens[at]
  if (token === undefined || roleWords.get(token.normal) === 'end') return true
  if (token.casing === 'none') return token.normal !== '-' && token.normal !== '&' && token.normal !== "'s"
  if (token.casing !== 'lower') return false
  return hasClass(context, at, 'V3') || hasClass(context, at, 'cB')
}

/** A title that was cut before a person's name ends before that one's own titles and the word that ties them. */
function isLooseEnd({ document, context, inside }: RoleReader, at: number): boolean {
  const word = document.tokens[at]?.normal ?? ''
  if (inside.has(at)) return false
  return (
    roleWords.has(word) ||
    hasClass(context, at, 'S-') ||
    (hasClass(context, at, 'H-') && isNameWord(document.tokens, at))
  )
}
