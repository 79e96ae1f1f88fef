import type { Entity } from '../model/entity.js'
import type { GraphNode } from '../model/graph.js'
import type { Figure, Quote, RecordArticle } from '../model/record.js'

/** What a node carries: `kind` and `label`, and what its kind has to show. */
export type NodeAttributes = GraphNode['attributes']

const LONGEST_TEXT = 300
const LONGEST_LABEL = 60

/** An article: its title and where it comes from. */
export function articleNode({ title, path, published, publisher, url }: RecordArticle): NodeAttributes {
  return { kind: 'article', label: title ?? path, title, path, published, publisher, url }
}

/** A person, body or place, by its canonical name. `articles` counts no copies of another article, but at least one. */
export function entityNode(entity: Entity, copies: ReadonlySet<string>): NodeAttributes {
  const { kind, name, acronym, registryId, mentions } = entity
  const articles = Math.max(1, entity.articles.filter((article) => !copies.has(article)).length)
  return { kind, label: name, name, acronym, registryId, mentions, articles }
}

/** A quote: its first 300 characters, parts joined by " … ". */
export function quoteNode({ content, type, act, speaker }: Quote): NodeAttributes {
  const whole = content.map((part) => part.text).join(' … ')
  return {
    kind: 'quote',
    label: shorten(whole, LONGEST_LABEL),
    text: shorten(whole, LONGEST_TEXT),
    type,
    act,
    speaker: speaker?.name ?? null,
  }
}

/** A figure: its words and its value. */
export function figureNode({ text, value, high, unit, dimension, qualifier, of }: Figure): NodeAttributes {
  return { kind: 'figure', label: text, value, high, unit, dimension, qualifier, of: of?.text ?? null }
}

/** Cut at `length` code units, never inside a character. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length - 1)
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}
