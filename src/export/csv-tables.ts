import type { Entity } from '../model/entity.js'
import { type ArticleRecord, type Profile, profilesOf, type Quote } from '../model/record.js'
import type { Span } from '../model/span.js'
import type { ExportInput } from './format.js'
import { sentenceAround } from './sentence.js'

/** What stands in one cell: text, a number, nothing. */
export type Cell = string | number | null

interface EntityTable {
  readonly path: string
  readonly columns: readonly string[]
  rows(input: ExportInput, names: Names): Iterable<readonly Cell[]>
}

interface RecordTable {
  readonly path: string
  readonly columns: readonly string[]
  rows(record: ArticleRecord, names: Names): Iterable<readonly Cell[]>
}

/** Which entity a profile is, and where each entity is first named: filled while the records pass by. */
export class Names {
  readonly #entityOf = new Map<string, Entity>()
  readonly #examples = new Map<string, { readonly sentence: string; readonly title: string }>()

  constructor(entities: readonly Entity[]) {
    for (const entity of entities) for (const profile of entity.profiles) this.#entityOf.set(profile, entity)
  }

  /** The entity of a profile. */
  entity(profile: string | null | undefined): Entity | undefined {
    return profile === null || profile === undefined ? undefined : this.#entityOf.get(profile)
  }

  /** Keeps the first sentence that names each entity of the record. */
  note(record: ArticleRecord): void {
    for (const profile of profilesOf(record)) {
      const id = this.#entityOf.get(profile.id)?.id
      const [mention] = profile.mentions
      if (id === undefined || mention === undefined || this.#examples.has(id)) continue
      const sentence = sentenceAround(record.article.text, mention)
      this.#examples.set(id, { sentence, title: record.article.title ?? record.article.path })
    }
  }

  /** The first sentence that names an entity, and the title of its article. */
  example(entity: string): readonly [string | null, string | null] {
    const found = this.#examples.get(entity)
    return [found?.sentence ?? null, found?.title ?? null]
  }
}

const IN_ARTICLE = ['sentence', 'article', 'published', 'url', 'path', 'article_id'] as const

/** Where it stands in the article's text, in UTF-16 units, and which rule found it, how surely. */
const FOUND = ['start', 'end', 'rule', 'score'] as const

/** The cells of IN_ARTICLE. */
function inArticle({ article }: ArticleRecord, span: Span): Cell[] {
  const { text, title, published, url, path, id } = article
  return [sentenceAround(text, span), title, published, url, path, id]
}

const BODY = ['aliases', 'acronym', 'part_of', 'quotes', 'mentions', 'articles', 'registry_id', 'same_as'] as const

function entityTable(path: string, kinds: readonly Entity['kind'][]): EntityTable {
  return {
    path,
    columns: ['name', 'id', 'kind', 'roles', ...BODY, 'example', 'example_article'],
    *rows({ entities, graph }, names) {
      const byId = new Map(entities.map((entity) => [entity.id, entity]))
      const quotes = new Map<string, number>()
      for (const { source, attributes } of graph.edges) {
        if (attributes.kind === 'says') quotes.set(source, (quotes.get(source) ?? 0) + 1)
      }
      for (const entity of entities.filter(({ kind }) => kinds.includes(kind)).sort(byMentions)) {
        const roles = entity.roles.map(({ title, organization }) => {
          const body = organization === null ? undefined : byId.get(organization)?.name
          return body === undefined ? title : `${title} (${body})`
        })
        yield [
          entity.name,
          entity.id,
          entity.kind,
          roles.join('; '),
          entity.aliases.join('; '),
          entity.acronym,
          entity.parent === null ? null : (byId.get(entity.parent)?.name ?? entity.parent),
          quotes.get(entity.id) ?? 0,
          entity.mentions,
          entity.articles.length,
          entity.registryId,
          entity.sameAs.join('; '),
          ...names.example(entity.id),
        ]
      }
    },
  }
}

function byMentions(a: Entity, b: Entity): number {
  return b.mentions - a.mentions || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1)
}

/** One row for each entity of a kind, the most mentioned first. */
export const entityTables: readonly EntityTable[] = [
  entityTable('people.csv', ['person']),
  entityTable('organizations.csv', ['agency', 'organization']),
  entityTable('places.csv', ['place']),
]

const quotes: RecordTable = {
  path: 'quotes.csv',
  columns: [
    ...['speaker', 'speaker_id', 'speaker_kind', 'role', 'organization', 'quote', 'cue', 'type', 'act', 'addressee'],
    ...IN_ARTICLE,
    'quote_id',
    ...FOUND,
  ],
  *rows(record, names) {
    const profiles = new Map(profilesOf(record).map((profile) => [profile.id, profile]))
    for (const quote of record.quotes) {
      const { id, speaker, content, cue, type, act, addressee, rule, score } = quote
      const whole = wholeOf(quote)
      const entity = names.entity(speaker?.profile)
      const profile = profiles.get(speaker?.profile ?? '')
      yield [
        entity?.name ?? speaker?.name ?? null,
        entity?.id ?? null,
        speaker?.kind ?? null,
        profile?.roles[0]?.title ?? null,
        organizationOf(speaker, profile, names),
        content.map((part) => part.text).join(' … '),
        cue?.text ?? null,
        type,
        act,
        names.entity(addressee)?.name ?? null,
        ...inArticle(record, whole),
        id,
        ...[whole.start, whole.end, rule, score],
      ]
    }
  },
}

/** The words from the first part, cue or source to the last. */
function wholeOf({ content, cue, source }: Quote): Span {
  const spans = [...content, cue, source].filter((span) => span !== null)
  return { start: Math.min(...spans.map((span) => span.start)), end: Math.max(...spans.map((span) => span.end)) }
}

/** Whose spokesperson an unnamed speaker is; for a named one, the body of the first role that has one. */
function organizationOf(speaker: Quote['speaker'], profile: Profile | undefined, names: Names): string | null {
  const body = speaker?.organization ?? profile?.roles.find((role) => role.organization !== null)?.organization
  return names.entity(body)?.name ?? null
}

const figures: RecordTable = {
  path: 'figures.csv',
  columns: [
    ...['text', 'value', 'high', 'unit', 'dimension', 'qualifier', 'change', 'of', 'per', 'about', 'about_id'],
    ...['change_part', 'si_value', 'si_high', 'si_unit'],
    ...IN_ARTICLE,
    'figure_id',
    ...FOUND,
  ],
  *rows(record, names) {
    for (const figure of record.figures) {
      const { id, text, value, high, unit, dimension, qualifier, change, of, per, si, role } = figure
      const about = names.entity(figure.about)
      yield [
        ...[text, value, high, unit, dimension, qualifier, change, of?.text ?? null, per],
        ...[about?.name ?? null, about?.id ?? null],
        ...[role ?? null, si?.value ?? null, si?.high ?? null, si?.unit ?? null],
        ...inArticle(record, figure),
        id,
        ...[figure.start, figure.end, figure.rule, figure.score],
      ]
    }
  },
}

const mentions: RecordTable = {
  path: 'mentions.csv',
  columns: ['name', 'id', 'kind', 'text', 'form', ...IN_ARTICLE, ...FOUND],
  *rows(record, names) {
    const all = profilesOf(record).flatMap((profile) => profile.mentions.map((mention) => ({ profile, mention })))
    all.sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end)
    for (const { profile, mention } of all) {
      const entity = names.entity(profile.id)
      const { text, form, start, end, rule, score } = mention
      yield [
        ...[entity?.name ?? profile.name, entity?.id ?? profile.id, profile.kind, text, form],
        ...inArticle(record, mention),
        ...[start, end, rule, score],
      ]
    }
  },
}

const articles: RecordTable = {
  path: 'articles.csv',
  columns: [
    ...['title', 'published', 'publisher', 'byline', 'url', 'path', 'language', 'status', 'duplicate_of'],
    ...['words', 'people', 'organizations', 'places', 'quotes', 'figures', 'article_id'],
  ],
  *rows({ article, people, agencies, organizations, places, quotes, figures }) {
    const { title, published, publisher, byline, url, path, language, status, duplicateOf, text, id } = article
    yield [
      ...[title, published, publisher, byline.join('; '), url, path, language, status, duplicateOf],
      ...[text.match(/\S+/g)?.length ?? 0, people.length, agencies.length + organizations.length, places.length],
      ...[quotes.length, figures.length, id],
    ]
  },
}

/** One row for each article, quote, figure and mention, article by article. */
export const recordTables: readonly RecordTable[] = [articles, quotes, figures, mentions]
