import type { Entities, Entity } from '../model/entity.js'
import { SetupError } from '../model/errors.js'
import type { EdgeKind, Evidence, Graph } from '../model/graph.js'
import { type ArticleRecord, type Figure, profilesOf, type Quote } from '../model/record.js'
import { contains, type Span } from '../model/span.js'
import type { AllStage, RunData } from '../pipeline/pipeline.js'
import { articleNode, entityNode, figureNode, type NodeAttributes, quoteNode } from './nodes.js'
import { storiesIn } from './stories.js'

/** An edge being gathered: evidence from every article that shows it. */
interface Gathered {
  readonly kind: EdgeKind
  readonly source: string
  readonly target: string
  readonly attributes: Readonly<Record<string, unknown>>
  readonly evidence: Evidence[]
}

/** The stage that makes `graph` of the records and the entities; nodes and edges are sorted by key. */
export const linkGraph: AllStage<Graph> = {
  name: 'link-graph',
  makes: 'graph',
  run: (data: RunData): Graph => {
    const { entities } = data
    if (!isEntities(entities))
      throw new SetupError([
        'Expected entities before link-graph, got none. Put resolve-entities before it in the pipeline.',
      ])
    return new Linking(entities.entities).link(data)
  },
}

function isEntities(value: unknown): value is Entities {
  return typeof value === 'object' && value !== null && 'entities' in value && Array.isArray(value.entities)
}

/** Gathers nodes and edges for one run of `linkGraph`. */
class Linking {
  readonly #entities: readonly Entity[]
  readonly #entityOf = new Map<string, string>()
  /** Articles that repeat another: what they show counts once. */
  readonly #copies = new Set<string>()
  readonly #nodes = new Map<string, NodeAttributes>()
  readonly #edges = new Map<string, Gathered>()

  constructor(entities: readonly Entity[]) {
    this.#entities = entities
    for (const { id, profiles } of entities) for (const profile of profiles) this.#entityOf.set(profile, id)
  }

  link(data: RunData): Graph {
    for (const { article } of data.records) if (article.duplicateOf !== null) this.#copies.add(article.id)
    for (const entity of this.#entities) this.#nodes.set(entity.id, entityNode(entity, this.#copies))
    for (const record of data.records) this.#addRecord(record)
    this.#addParents()
    for (const { left, right, score, evidence } of storiesIn(data)) {
      for (const place of evidence) this.#edge('same-story', left, right, place, { score })
    }
    return this.#export()
  }

  #addRecord(record: ArticleRecord): void {
    const { article } = record
    this.#nodes.set(article.id, articleNode(article))
    for (const profile of profilesOf(record)) {
      const entity = this.#entityOf.get(profile.id)
      for (const mention of profile.mentions) this.#edge('mentions', article.id, entity, at(article.id, mention))
      if (profile.kind !== 'person') continue
      for (const role of profile.roles) {
        const body = role.organization === null ? undefined : this.#entityOf.get(role.organization)
        this.#edge('holds-role', entity, body, at(article.id, role), { title: role.title })
      }
    }
    for (const quote of record.quotes) this.#addQuote(quote, record)
    for (const figure of record.figures) this.#addFigure(figure, record)
  }

  #addQuote(quote: Quote, record: ArticleRecord): void {
    const { id } = record.article
    this.#nodes.set(quote.id, quoteNode(quote))
    for (const part of quote.content) this.#edge('in', quote.id, id, at(id, part))
    const shown = [quote.source, quote.cue].filter((span) => span !== null)
    const speaker = quote.speaker?.profile === undefined ? null : quote.speaker?.profile
    if (speaker !== null) {
      for (const span of shown.length > 0 ? shown : quote.content)
        this.#edge('says', this.#entityOf.get(speaker), quote.id, at(id, span))
    }
    for (const profile of profilesOf(record)) {
      for (const mention of profile.mentions) {
        if (mention.form === 'pronoun' || !quote.content.some((part) => contains(part, mention))) continue
        this.#edge('names', quote.id, this.#entityOf.get(profile.id), at(id, mention))
      }
    }
  }

  #addFigure(figure: Figure, record: ArticleRecord): void {
    const { id } = record.article
    this.#nodes.set(figure.id, figureNode(figure))
    this.#edge('in', figure.id, id, at(id, figure))
    if (figure.about !== null) this.#edge('about', figure.id, this.#entityOf.get(figure.about), at(id, figure))
  }

  /** Bodies of the registry to the body that they belong to, where that one is present too. */
  #addParents(): void {
    const byRegistry = new Map(
      this.#entities.flatMap((entity) => (entity.registryId ? [[entity.registryId, entity]] : [])),
    )
    for (const { id, parent } of this.#entities) {
      const whole = parent === null ? undefined : byRegistry.get(parent)
      if (whole === undefined || whole.id === id) continue
      const attributes = { registry: true }
      this.#edges.set(`part-of:${id}->${whole.id}`, {
        kind: 'part-of',
        source: id,
        target: whole.id,
        attributes,
        evidence: [],
      })
    }
  }

  /** How many places show the edge, those in copies of another article left out; at least one. */
  #weigh(evidence: readonly Evidence[]): number {
    return Math.max(1, evidence.filter(({ article }) => !this.#copies.has(article)).length)
  }

  /** Adds a place where an edge can be read; nothing where an end is unknown. */
  #edge(
    kind: EdgeKind,
    source: string | undefined,
    target: string | undefined,
    evidence: Evidence,
    attributes: Readonly<Record<string, unknown>> = {},
  ): void {
    if (source === undefined || target === undefined || source === target) return
    const key =
      kind === 'holds-role' ? `${kind}:${source}->${target}:${attributes.title}` : `${kind}:${source}->${target}`
    const known = this.#edges.get(key)
    if (known === undefined) this.#edges.set(key, { kind, source, target, attributes, evidence: [evidence] })
    else known.evidence.push(evidence)
  }

  /** The serialised form of graphology's directed multigraph; made without it, which would hold all of it twice more. */
  #export(): Graph {
    const nodes = [...this.#nodes].sort(byKey).map(([key, attributes]) => ({ key, attributes }))
    const edges: Graph['edges'] = []
    for (const [key, { kind, source, target, attributes, evidence }] of [...this.#edges].sort(byKey)) {
      if (!this.#nodes.has(source) || !this.#nodes.has(target)) continue
      const sorted = evidence.sort(byPlace)
      edges.push({
        key,
        source,
        target,
        attributes: { kind, ...attributes, weight: this.#weigh(sorted), evidence: sorted },
      })
    }
    return { attributes: {}, options: { type: 'directed', multi: true, allowSelfLoops: true }, nodes, edges }
  }
}

function at(article: string, { start, end }: Span): Evidence {
  return { article, start, end }
}

function byPlace(a: Evidence, b: Evidence): number {
  return byCodeUnit(a.article, b.article) || a.start - b.start || a.end - b.end
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return byCodeUnit(a, b)
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
