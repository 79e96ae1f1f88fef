import { Document } from '../model/document.js'
import type { Mention } from '../model/mention.js'
import { bySpan } from '../model/span.js'
import type { Stage } from '../pipeline/stage.js'

/**
 * Lifts a finder to a stage that adds what it finds. A finder cannot remove or alter another's mentions; mentions stay
 * sorted by start, the outer before the inner.
 * @example finder('find-figures', (document) => figuresIn(document))
 */
export function finder(name: string, find: (document: Document) => readonly Mention[]): Stage<Document, Document> {
  return {
    name,
    output: Document,
    run: (document) => ({ ...document, mentions: [...document.mentions, ...find(document)].sort(bySpan) }),
  }
}
