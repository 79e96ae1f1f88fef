import type { Document } from '../model/document.js'
import { mentionId, type PersonMention } from '../model/mention.js'
import type { NameContext } from './name-context.js'
import type { NameSpan } from './name-spans.js'
import { readPersonName } from './person-name.js'

/** People with their names by parts, their gender, and whom a bare surname means. */
export function personMentions(document: Document, context: NameContext, names: readonly NameSpan[]): PersonMention[] {
  const { text, id } = document.article
  const fullByFamily = new Map<string, string>()
  return names.flatMap(({ first, last, rule, score }) => {
    const { name, gender } = readPersonName(document, context, first, last)
    const start = document.tokens[first]?.start
    const end = document.tokens[last - 1]?.end
    if (start === undefined || end === undefined) return []
    const family = name.family?.toLowerCase() ?? ''
    const mention: PersonMention = {
      kind: 'person',
      id: mentionId(id, 'person', { start, end }),
      start,
      end,
      text: text.slice(start, end),
      rule,
      score,
      form: 'name',
      refersTo: fullByFamily.get(family) ?? null,
      name,
      gender,
      roles: [],
    }
    if (name.given !== null && !fullByFamily.has(family)) fullByFamily.set(family, mention.id)
    return [mention]
  })
}
