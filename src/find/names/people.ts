import type { Document } from '../../model/document.js'
import { mentionId, type PersonMention } from '../../model/mention.js'
import { notBySurname } from './bare-surnames.js'
import { hasClass, type NameContext } from './name-context.js'
import type { NameSpan } from './name-spans.js'
import { type ReadName, readPersonName } from './person-name.js'
import { personReferences } from './person-references.js'
import type { RoleReader } from './role-reader.js'
import { rolesOf } from './roles.js'

/** People with their names by parts, their gender, roles, and whom a bare surname means. */
export function personMentions(
  document: Document,
  context: NameContext,
  spans: readonly NameSpan[],
  roles: RoleReader,
): PersonMention[] {
  const names = withFamilyFirst(spans.map(({ first, last }) => readPersonName(document, context, first, last)))
  const titles = names.map((name) => rolesOf(roles, name.first, name.last))
  const references = personReferences(names, (first) => notBySurname(document, names, titles, first))
  const ids = names.map((name) => mentionId(document.article.id, 'person', spanOfName(document, name)))
  return names.map((name, index) => {
    const target = references[index] ?? -1
    const { start, end } = spanOfName(document, name)
    const own = titles[index] ?? []
    return {
      kind: 'person',
      id: ids[index] ?? '',
      start,
      end,
      text: document.article.text.slice(start, end),
      rule: ruleOf(context, name, own.length > 0, target) ?? spans[index]?.rule ?? 'person/learned',
      score: spans[index]?.score ?? 0.5,
      form: 'name',
      refersTo: target === -1 ? null : (ids[target] ?? null),
      name: name.name,
      gender: name.gender ?? names[target]?.gender ?? null,
      roles: own,
    }
  })
}

function spanOfName(document: Document, { first, last }: ReadName): { start: number; end: number } {
  return { start: document.tokens[first]?.start ?? 0, end: document.tokens[last - 1]?.end ?? 0 }
}

/** The strongest thing that says it is a person; null where the scorer or the reader alone saw it. */
function ruleOf(context: NameContext, name: ReadName, hasRole: boolean, target: number): string | null {
  if (name.name.honorific !== null) return 'person/honorific'
  if (hasRole) return 'person/role'
  const isFull = name.words.length > 1
  if (isFull && hasClass(context, name.first, 'G')) return 'person/full-name'
  return !isFull && target !== -1 ? 'person/surname' : null
}

/**
 * "Xi Jinping" whom the article goes on to call "Xi": the family name stands first. Told by the article itself, unless
 * that first word is a usual given name.
 */
function withFamilyFirst(names: readonly ReadName[]): ReadName[] {
  const alone = new Set(names.filter((name) => name.words.length === 1).map((name) => name.words[0]))
  return names.map((name) => {
    const [first, ...rest] = name.words
    const isTurned =
      first !== undefined && rest.length > 0 && alone.has(first) && !alone.has(rest.at(-1)) && name.gender === null
    if (!isTurned || name.name.given === null || name.name.family === null) return name
    const [family = '', ...given] = name.name.given.split(' ')
    return { ...name, name: { ...name.name, family, given: [...given, name.name.family].join(' ') } }
  })
}
