import type { Document } from '../model/document.js'
import { mentionId, type OrganizationMention } from '../model/mention.js'
import type { NameContext } from './name-context.js'
import { organizationTable } from './name-lexicon.js'
import type { NameSpan } from './name-spans.js'

/** Organizations with their canonical name and id, where the list of organizations has them. */
export function organizationMentions(
  document: Document,
  _context: NameContext,
  names: readonly NameSpan[],
): OrganizationMention[] {
  const { text, id } = document.article
  const firstByForm = new Map<string, string>()
  return names.flatMap(({ first, last, rule, score }) => {
    const start = document.tokens[first]?.start
    const end = document.tokens[last - 1]?.end
    if (start === undefined || end === undefined) return []
    const written = text.slice(start, end)
    const known = organizationTable.byForm(written)
    const key = known?.entry.id ?? written.toLowerCase()
    const mention: OrganizationMention = {
      kind: 'organization',
      id: mentionId(id, 'organization', { start, end }),
      start,
      end,
      text: written,
      rule,
      score,
      form: /^\p{Lu}[\p{Lu}&.]+$/u.test(written) ? 'acronym' : 'name',
      refersTo: firstByForm.get(key) ?? null,
      registryId: known?.entry.id ?? null,
      canonical: known === null || known.entry.name === written ? null : known.entry.name,
    }
    if (!firstByForm.has(key)) firstByForm.set(key, mention.id)
    return [mention]
  })
}
