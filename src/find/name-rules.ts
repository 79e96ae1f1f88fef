import { nameWords } from '../lexicons/name-words.js'
import type { NameContext } from './name-context.js'
import { type NameSpan, trimmed } from './name-spans.js'
import { isNameWord } from './name-zones.js'
import { personSpan } from './person-name.js'

/**
 * What is certain about names, whatever the scorer says of them: a letter alone is no name; "R-Iowa" is a party and a
 * place; an honorific is no part of a name; a number belongs to "Chapter".
 */
export function corrected(context: NameContext, name: NameSpan): NameSpan | null {
  const span = trimmed(context, withoutParty(context, name))
  if (span === null || isLetter(context, span)) return null
  if (span.kind === 'organization') return withNumber(context, span)
  return personSpan(context, span)
}

/** "R-Iowa", "D-N.Y.": what is left is the place. */
function withoutParty(context: NameContext, name: NameSpan): NameSpan {
  for (let at = name.first; at < name.last - 1; at += 1) {
    const [party, hyphen, state] = [context.tokens[at], context.tokens[at + 1], context.tokens[at + 2]]
    if (party?.casing !== 'initial' || !/^[dri]$/.test(party.normal)) continue
    if (hyphen === undefined || state === undefined || !/^[-–]$/.test(hyphen.normal)) continue
    if (party.end !== hyphen.start || hyphen.end !== state.start || !isNameWord(context.tokens, at + 2)) continue
    return { ...name, first: at + 2, last: Math.max(name.last, at + 3), kind: 'place', rule: 'place/party-and-state' }
  }
  return name
}

function isLetter(context: NameContext, { first, last }: NameSpan): boolean {
  const token = context.tokens[first]
  return last - first === 1 && token !== undefined && token.end - token.start < (token.casing === 'digit' ? 3 : 2)
}

function withNumber(context: NameContext, name: NameSpan): NameSpan {
  const number = context.tokens[name.last]
  const isNumbered = nameWords.get(context.tokens[name.last - 1]?.normal ?? '') === 'numbered'
  return isNumbered && number?.casing === 'digit' ? { ...name, last: name.last + 1 } : name
}
