import type { Document } from '../model/document.js'
import { mentionId, type PlaceMention } from '../model/mention.js'
import type { NameContext } from './name-context.js'
import { placeTable } from './name-lexicon.js'
import type { NameSpan } from './name-spans.js'

/** Places with their canonical name and id, where the list of places has them. */
export function placeMentions(document: Document, _context: NameContext, names: readonly NameSpan[]): PlaceMention[] {
  const { text, id } = document.article
  const firstByForm = new Map<string, string>()
  return names.flatMap(({ first, last, rule, score }) => {
    const start = document.tokens[first]?.start
    const end = document.tokens[last - 1]?.end
    if (start === undefined || end === undefined) return []
    const written = text.slice(start, end)
    const known = placeTable.byForm(written)
    const canonical = known === null || known.entry.name === written ? null : known.entry.name
    const key = known?.entry.id ?? written.toLowerCase()
    const mention: PlaceMention = {
      kind: 'place',
      id: mentionId(id, 'place', { start, end }),
      start,
      end,
      text: written,
      rule,
      score,
      form: /^(?:\p{Lu}\.?){2,}$/u.test(written) ? 'acronym' : 'name',
      refersTo: firstByForm.get(key) ?? null,
      registryId: known?.entry.id ?? null,
      canonical,
    }
    if (!firstByForm.has(key)) firstByForm.set(key, mention.id)
    return [mention]
  })
}
