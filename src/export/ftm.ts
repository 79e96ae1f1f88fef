import type { Entity } from '../model/entity.js'
import type { GraphEdge } from '../model/graph.js'
import { type ArticleRecord, profilesOf, type Quote } from '../model/record.js'
import { contains } from '../model/span.js'
import type { ExportChunk, ExportFormat, ExportInput } from './format.js'
import {
  countryOf,
  digest,
  ftmAddress,
  ftmDate,
  ftmId,
  ftmLanguage,
  ftmName,
  ftmString,
  ftmText,
  ftmUrl,
} from './ftm-values.js'

const FILE = 'entities.ftm.json'

/** One entity of followthemoney: a line of the file. Every value is a string, every property a list. */
interface FtmEntity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

type Values = Readonly<Record<string, string | null | undefined | readonly (string | null)[]>>

/**
 * FollowTheMoney, one entity a line, for Aleph, OpenAleph, OpenSanctions and nomenklatura: people, public bodies,
 * organizations, places (as Address), articles, who is mentioned where (Documentation), roles (Employment, Membership),
 * quotes (Note, on who said it), who speaks of whom and which articles tell one story (UnknownLink). Both ends of every
 * edge are there before the edge. Figures have no schema there and are left out.
 * @see https://followthemoney.tech/explorer/
 */
export const ftm: ExportFormat = {
  name: 'ftm',
  description: 'FollowTheMoney for Aleph, OpenAleph, nomenklatura',
  files: [FILE],
  async *write(input: ExportInput): AsyncGenerator<ExportChunk> {
    const run = new Run(input)
    for (const entity of input.entities) yield line(run.thing(entity))
    const spoken = new Map<string, Spoken>()
    for await (const record of input.records()) {
      const lines = [...run.articleOf(record)].map(print)
      run.hear(record, spoken)
      yield { path: FILE, text: lines.join('') }
    }
    for (const edge of input.graph.edges) for (const entity of run.edge(edge)) yield line(entity)
    for (const one of spoken.values()) yield line(run.speaksOf(one))
  },
}

/** Someone who says something about someone else, in these articles. */
interface Spoken {
  readonly speaker: string
  readonly named: string
  readonly articles: Set<string>
  readonly quotes: string[]
}

/** Quotes that one UnknownLink shows. */
const SHOWN_QUOTES = 5

/** What the lines of one run need to know of each other. */
class Run {
  readonly #entities: ReadonlyMap<string, Entity>
  readonly #entityOf: ReadonlyMap<string, string>
  readonly #byRegistry: ReadonlyMap<string, string>
  readonly #days = new Map<string, string | null>()

  constructor({ entities }: ExportInput) {
    this.#entities = new Map(entities.map((entity) => [entity.id, entity]))
    this.#entityOf = new Map(entities.flatMap(({ id, profiles }) => profiles.map((profile) => [profile, id])))
    this.#byRegistry = new Map(entities.flatMap(({ id, registryId }) => (registryId ? [[registryId, id]] : [])))
  }

  thing(entity: Entity): FtmEntity {
    const { id, kind, aliases, acronym, registryId, sameAs, roles, parent } = entity
    const name = nameOf(entity)
    const wikidata = [registryId ?? '', ...sameAs].flatMap((same) => /^wikidata:(Q\d+)$/.exec(same)?.[1] ?? [])
    const other = [registryId, ...sameAs].filter((same) => same !== null && !same.startsWith('wikidata:'))
    const common: Values = {
      name,
      alias: aliases.map(ftmName).filter((alias) => alias !== name),
      country: countryOf(kind, registryId),
      wikidataId: wikidata,
      keywords: other.map((same) => ftmString(same ?? '')),
    }
    if (kind === 'place') {
      const city = registryId?.startsWith('city-') ? name : null
      return made(id, 'Address', { ...common, full: ftmAddress(name), city })
    }
    if (kind === 'person') {
      const position = roles.map(({ title, organization }) => {
        const body = this.#entities.get(organization ?? '')
        return ftmString(body ? `${title} (${body.name})` : title)
      })
      return made(id, 'Person', { ...common, position })
    }
    const abbreviation = acronym === null ? null : ftmName(acronym)
    const whole = this.#byRegistry.get(parent ?? '')
    const above = whole === undefined || whole === id || !this.#isBody(whole) ? null : ftmId(whole)
    return made(id, kind === 'agency' ? 'PublicBody' : 'Organization', { ...common, abbreviation, parent: above })
  }

  /** The article, its mentions and its quotes. */
  *articleOf(record: ArticleRecord): Generator<FtmEntity> {
    const { article } = record
    const { id, path, title, byline, published, publisher, url, language, mediaType, text } = article
    const day = ftmDate(published)
    this.#days.set(id, day)
    yield made(id, 'Article', {
      name: ftmName(title ?? path) || id,
      title: title === null ? null : ftmString(title),
      fileName: ftmString(path) || id,
      author: byline.map(ftmString),
      publisher: publisher === null ? null : ftmString(publisher),
      publishedAt: day,
      sourceUrl: ftmUrl(url),
      language: ftmLanguage(language),
      mimeType: mediaType.toLowerCase(),
      bodyText: ftmText(text),
    })
    const names = new Map<string, Set<string>>()
    for (const profile of profilesOf(record)) {
      const entity = this.#entityOf.get(profile.id)
      if (entity === undefined) continue
      const forms = names.get(entity) ?? new Set<string>()
      names.set(entity, forms)
      for (const { form, text } of profile.mentions) if (form === 'name' || form === 'acronym') forms.add(ftmName(text))
    }
    for (const [entity, forms] of names) {
      const ends = { document: ftmId(id), entity: ftmId(entity) }
      const values = { ...ends, role: 'mentions', namesMentioned: [...forms].sort(), date: day }
      yield made(`${id}.mentions.${ftmId(entity)}`, 'Documentation', values)
    }
    for (const quote of record.quotes) yield this.#note(quote, record)
  }

  #note(quote: Quote, record: ArticleRecord): FtmEntity {
    const { speaker, content, type, act } = quote
    const who = this.#entityOf.get(speaker?.profile ?? '') ?? this.#entityOf.get(speaker?.organization ?? '')
    const said = content.map(({ text }) => text).join(' … ')
    const by = this.#entities.get(this.#entityOf.get(speaker?.profile ?? '') ?? '')?.name ?? speaker?.name
    return made(quote.id, 'Note', {
      name: ftmName(`${by ?? 'Unknown speaker'}: ${said}`),
      description: ftmText(said),
      entity: who === undefined ? null : ftmId(who),
      proof: ftmId(record.article.id),
      keywords: ['quote', type, act],
      namesMentioned: this.#namedIn(quote, record).map((id) => {
        const entity = this.#entities.get(id)
        return entity === undefined ? null : nameOf(entity)
      }),
    })
  }

  /** The entities named in the words of a quote, each once. */
  #namedIn({ content }: Quote, record: ArticleRecord): string[] {
    const named = profilesOf(record)
      .filter(({ mentions }) =>
        mentions.some((mention) => mention.form !== 'pronoun' && content.some((part) => contains(part, mention))),
      )
      .flatMap((profile) => this.#entityOf.get(profile.id) ?? [])
    return [...new Set(named)].sort()
  }

  /** Adds who speaks of whom in the quotes of a record. */
  hear(record: ArticleRecord, spoken: Map<string, Spoken>): void {
    for (const quote of record.quotes) {
      const speaker = this.#entityOf.get(quote.speaker?.profile ?? '')
      if (speaker === undefined) continue
      for (const named of this.#namedIn(quote, record)) {
        if (named === speaker) continue
        const key = `speaks-of:${speaker}->${named}`
        const one = spoken.get(key) ?? { speaker, named, articles: new Set<string>(), quotes: [] }
        spoken.set(key, one)
        one.articles.add(record.article.id)
        if (one.quotes.length < SHOWN_QUOTES) one.quotes.push(quote.content.map(({ text }) => text).join(' … '))
      }
    }
  }

  speaksOf({ speaker, named, articles, quotes }: Spoken): FtmEntity {
    return made(`link.${digest(`speaks-of:${speaker}->${named}`)}`, 'UnknownLink', {
      subject: ftmId(speaker),
      object: ftmId(named),
      role: 'speaks of',
      description: quotes.map(ftmText),
      ...this.#proof([...articles]),
    })
  }

  /** Roles and stories; the other edges of the graph are said by the articles' own lines. */
  *edge({ key, source, target, attributes }: GraphEdge): Generator<FtmEntity> {
    const articles = attributes.evidence.map(({ article }) => article)
    if (attributes.kind === 'holds-role') {
      const role = ftmString(String(attributes.title ?? ''))
      const values = { role, ...this.#proof(articles) }
      const [person, body] = [ftmId(source), ftmId(target)]
      if (!this.#isBody(target)) {
        yield made(`role.${digest(key)}`, 'UnknownLink', { subject: person, object: body, ...values })
      } else if (/\bmembers?\b/i.test(role) || /\bparty$/i.test(this.#entities.get(target)?.name ?? '')) {
        yield made(`role.${digest(key)}`, 'Membership', { member: person, organization: body, ...values })
      } else yield made(`role.${digest(key)}`, 'Employment', { employee: person, employer: body, ...values })
    }
    if (attributes.kind === 'same-story' && this.#days.has(source) && this.#days.has(target)) {
      const ends = { subject: ftmId(source), object: ftmId(target) }
      yield made(`link.${digest(key)}`, 'UnknownLink', { ...ends, role: 'same story' })
    }
  }

  #isBody(id: string): boolean {
    const kind = this.#entities.get(id)?.kind
    return kind === 'agency' || kind === 'organization'
  }

  /** The articles that show an edge, and their days. */
  #proof(articles: readonly string[]): Values {
    const known = [...new Set(articles)].filter((article) => this.#days.has(article)).sort()
    return { proof: known.map(ftmId), date: known.map((article) => this.#days.get(article) ?? null) }
  }
}

function nameOf({ id, name }: Entity): string {
  return ftmName(name) || id
}

/** Without values that are not there, each value once. */
function made(id: string, schema: string, values: Values): FtmEntity {
  const properties: Record<string, readonly string[]> = {}
  for (const [name, value] of Object.entries(values)) {
    const list = typeof value === 'string' || value === null || value === undefined ? [value] : value
    const present = [...new Set(list.flatMap((one) => (one === null || one === undefined || one === '' ? [] : [one])))]
    if (present.length > 0) properties[name] = present
  }
  return { id: ftmId(id), schema, properties }
}

function print(entity: FtmEntity): string {
  return `${JSON.stringify(entity)}\n`
}

function line(entity: FtmEntity): ExportChunk {
  return { path: FILE, text: print(entity) }
}
