import { roleByForm } from '../../lexicons/roles.js'
import { type Document, type Token, tokenAt } from '../../model/document.js'
import type { EntityMention, PersonMention } from '../../model/mention.js'
import type { Span } from '../../model/span.js'
import type { SpeakerContext } from './speakers.js'

const POSSESSIVES: ReadonlySet<string> = new Set(['her', 'his', 'their'])

/**
 * "His uncle", "her son", "his manager": the only one of whom the article says so, "his uncle, Luc Amiel", "Luc Amiel, his
 * uncle", "manager Steve Holl"; null where it says so of nobody or of two.
 */
export function relatedPerson({ document, mentions }: SpeakerContext, head: Span): EntityMention | null {
  const { tokens } = document
  const first = tokenAt(tokens, head.start)
  const noun = tokens[first + 1]
  if (!POSSESSIVES.has(tokens[first]?.normal ?? '') || noun === undefined || noun.end !== head.end) return null
  // Friends and rivals one has several.
  const role = roleByForm.get(noun.normal)
  if (role?.singular !== noun.normal || role.relation || noun.normal === 'friend') return null
  const named = mentions.filter(
    (mention): mention is PersonMention => mention.kind === 'person' && mention.form === 'name',
  )
  const are = named.filter((mention) => isRelated(document, mention, { noun: noun.normal, asked: first }))
  const [only, other] = new Set(are.map(({ id, refersTo }) => refersTo ?? id))
  return other === undefined ? (named.find(({ id }) => id === only) ?? null) : null
}

/** `asked`: the possessive that is asked for; “As he named Ann Lee, his son said” tells of nobody. */
function isRelated(
  { tokens }: Document,
  { start, end, roles }: PersonMention,
  { noun, asked }: { noun: string; asked: number },
): boolean {
  if (roles.some(({ title }) => title.toLowerCase().split(/[\s-]/).at(-1) === noun)) return true
  const [first, next] = [tokenAt(tokens, start), tokenAt(tokens, end)]
  const before = tokens[first - 1]?.normal === ',' ? first - 2 : first - 1
  if (tokens[before]?.normal === noun && isPossessive(tokens[before - 1])) return true
  return (
    next + 1 !== asked &&
    tokens[next]?.normal === ',' &&
    isPossessive(tokens[next + 1]) &&
    tokens[next + 2]?.normal === noun
  )
}

function isPossessive(token: Token | undefined): boolean {
  return token !== undefined && (POSSESSIVES.has(token.normal) || token.normal === "'s" || token.normal === 'my')
}
