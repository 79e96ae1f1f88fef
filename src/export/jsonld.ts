import type { Entity } from '../model/entity.js'
import { type ArticleRecord, type Figure, type Profile, profilesOf, type Quote } from '../model/record.js'
import { contains } from '../model/span.js'
import type { ExportChunk, ExportFormat, ExportInput } from './format.js'

const FOLDER = 'jsonld/'

type Json = string | number | readonly Json[] | { readonly [key: string]: Json | undefined }
type Node = { readonly [key: string]: Json | undefined }

/**
 * schema.org as JSON-LD, a file for each article, to be put into its page: a NewsArticle that `mentions` entities and
 * figures, and `hasPart` quotations, each by its `creator`. The `@id` of an entity is the same in every file.
 * @see https://schema.org/NewsArticle https://schema.org/Quotation
 */
export const jsonld: ExportFormat = {
  name: 'jsonld',
  description: 'schema.org for the page of each article',
  files: [FOLDER],
  async *write({ entities, records }: ExportInput): AsyncGenerator<ExportChunk> {
    const terms = new Terms(entities)
    for await (const record of records()) {
      const text = `${JSON.stringify(terms.article(record), null, 2)}\n`
      yield { path: `${FOLDER}${fileOf(record.article.path, record.article.id)}.jsonld`, text, isLast: true }
    }
  },
}

/** Where the records are, too; an article with a name that no file system takes goes by its id. */
function fileOf(path: string, id: string): string {
  return path.split('/').every((name) => Buffer.byteLength(name) < 240) ? path : id
}

const KINDS: Readonly<Record<Entity['kind'], string>> = {
  person: 'Person',
  agency: 'GovernmentOrganization',
  organization: 'Organization',
  place: 'Place',
}
/** What the first word of a place's registry id says. */
const PLACES: Readonly<Record<string, string>> = {
  country: 'Country',
  state: 'State',
  city: 'City',
  continent: 'Continent',
}
/** Where the entries of other registries have their pages. */
const SAME_AS: Readonly<Record<string, string>> = {
  wikidata: 'http://www.wikidata.org/entity/',
  bioguide: 'https://bioguide.congress.gov/search/bio/',
}

/** An id as a URI: a name of our own, the same in every file. */
export function uriOf(id: string): string {
  return `urn:nutgraf:${encodeURIComponent(id).replaceAll('%3A', ':')}`
}

/** Says entities, quotes and figures in the terms of schema.org. */
class Terms {
  readonly #entityOf: ReadonlyMap<string, Entity>
  readonly #byRegistry: ReadonlyMap<string, Entity>

  constructor(entities: readonly Entity[]) {
    this.#entityOf = new Map(entities.flatMap((entity) => entity.profiles.map((profile) => [profile, entity])))
    this.#byRegistry = new Map(entities.flatMap((entity) => (entity.registryId ? [[entity.registryId, entity]] : [])))
  }

  article(record: ArticleRecord): Node {
    const { id, path, title, byline, publisher, published, url, language, duplicateOf } = record.article
    const profiles = new Map<Entity, Profile[]>()
    for (const profile of profilesOf(record)) {
      const entity = this.#entityOf.get(profile.id)
      if (entity) profiles.set(entity, [...(profiles.get(entity) ?? []), profile])
    }
    const mentioned = [...profiles].map(([entity, own]) => this.#entity(entity, own))
    return {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      '@id': uriOf(id),
      identifier: id,
      headline: title ?? path,
      author: some(byline.map((name) => ({ '@type': 'Person', name }))),
      publisher: publisher === null ? undefined : { '@type': 'Organization', name: publisher },
      datePublished: published !== null && /^\d{4}-\d\d-\d\d/.test(published) ? published : undefined,
      url: url !== null && /^https?:/.test(url) && URL.canParse(url) ? url : undefined,
      inLanguage: language ?? undefined,
      isBasedOn: duplicateOf === null ? undefined : { '@id': uriOf(duplicateOf) },
      mentions: some([...mentioned, ...record.figures.map(figureNode)]),
      hasPart: some(record.quotes.map((quote) => this.#quotation(quote, record))),
    }
  }

  #entity(entity: Entity, profiles: readonly Profile[]): Node {
    const { name, aliases, acronym, registryId, sameAs, parent } = entity
    const all = [registryId, ...sameAs].filter((one) => one !== null)
    const roles = profiles.flatMap((profile) => profile.roles)
    const bodies = roles.flatMap(({ organization }) => this.#entityOf.get(organization ?? '') ?? [])
    const whole = this.#byRegistry.get(parent ?? '')
    return {
      ...this.#named(entity),
      alternateName: some(
        [...new Set(acronym === null ? aliases : [...aliases, acronym])].filter((one) => one !== name),
      ),
      identifier: some(all.filter((one) => pageOf(one) === null)),
      sameAs: some([...new Set(all.flatMap((one) => pageOf(one) ?? []))]),
      jobTitle: some([...new Set(roles.map(({ title }) => title))]),
      affiliation: some([...new Set(bodies)].filter(isBody).map((body) => this.#named(body))),
      parentOrganization: whole && whole !== entity && isBody(whole) ? this.#named(whole) : undefined,
    }
  }

  #named({ id, kind, name, registryId }: Entity): Node {
    const place = kind === 'place' ? PLACES[registryId?.split('-', 1)[0] ?? ''] : undefined
    return { '@type': place ?? KINDS[kind], '@id': uriOf(id), name }
  }

  /** Of a speaker without a name, `creditText` has the words and `sourceOrganization` whose spokesperson it is. */
  #quotation({ id, type, act, content, speaker }: Quote, record: ArticleRecord): Node {
    const creator = this.#entityOf.get(speaker?.profile ?? '')
    const body = this.#entityOf.get(speaker?.organization ?? '')
    const named = profilesOf(record)
      .filter(({ mentions }) => mentions.some((mention) => content.some((part) => contains(part, mention))))
      .flatMap((profile) => this.#entityOf.get(profile.id) ?? [])
    return {
      '@type': 'Quotation',
      '@id': uriOf(id),
      text: content.map(({ text }) => text).join(' … '),
      keywords: [type, act],
      creator: creator && creator.kind !== 'place' ? { '@id': uriOf(creator.id) } : undefined,
      creditText: creator ? undefined : (speaker?.name ?? undefined),
      sourceOrganization: body && isBody(body) ? { '@id': uriOf(body.id) } : undefined,
      mentions: some([...new Set(named)].map((entity) => ({ '@id': uriOf(entity.id) }))),
    }
  }
}

function figureNode({ id, text, value, high, unit, dimension }: Figure): Node {
  const amount: Node = high === null ? { value } : { minValue: Math.min(value, high), maxValue: Math.max(value, high) }
  const head = { '@id': uriOf(id), name: text, ...amount }
  if (dimension === 'money') return { '@type': 'MonetaryAmount', ...head, currency: unit }
  return { '@type': 'QuantitativeValue', ...head, unitText: unit === '' ? undefined : unit }
}

function isBody({ kind }: Entity): boolean {
  return kind === 'agency' || kind === 'organization'
}

/** The page of `wikidata:Q1` and the like; `null` for ids of a registry without pages. */
function pageOf(id: string): string | null {
  const [, registry = '', entry = ''] = /^([a-z]+):([\w.-]+)$/.exec(id) ?? []
  const base = SAME_AS[registry]
  if (base !== undefined) return base + entry
  return /^https?:\/\//.test(id) && URL.canParse(id) ? id : null
}

/** Nothing instead of an empty list. */
function some<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined
}
