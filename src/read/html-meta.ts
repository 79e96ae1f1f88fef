import { keysFor } from '../lexicons/meta-keys.js'
import type { ArticleMeta } from '../model/article.js'
import { namesIn } from './byline.js'
import type { PageDocument, PageElement } from './html-page.js'
import { mergeMeta, NO_META, oneLine } from './meta.js'
import { isoDate } from './published.js'

const FIELDS = ['title', 'byline', 'publisher', 'published', 'url'] as const
const KEYS = FIELDS.map((field) => ({ field, keys: keysFor('html-meta', field) }))
/** `NewsArticle`, `ReportageNewsArticle`, `BlogPosting` … @see https://schema.org/Article */
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|SocialMediaPosting)$/
/** A longer block of JSON-LD holds a shop's catalogue, not an article. */
const LONGEST_JSON = 1_000_000

type Json = Readonly<Record<string, unknown>>

/** What a page says of itself, and all the titles it gives, best first. */
export interface PageMeta extends ArticleMeta {
  readonly titles: readonly string[]
}

/**
 * What a page says of itself: JSON-LD first, then `<meta>` (OpenGraph, Dublin Core, Parse.ly …), then microdata,
 * `rel=author`, `<time>` and `rel=canonical`.
 */
export function pageMeta(document: PageDocument): PageMeta {
  const article = jsonLdArticle(document)
  const linked = article === null ? NO_META : fromJsonLd(article)
  const tagged = fromMetaTags(document)
  // Of a page of Wikipedia, `headline` is a description and `name` its title: the caller sees which one is shown.
  const titles = [linked.title, textOf(article?.node.name), tagged.title].filter((title) => title !== null)
  return { ...mergeMeta(mergeMeta(linked, tagged), fromElements(document)), titles }
}

interface LinkedArticle {
  readonly node: Json
  readonly nodes: readonly Json[]
}

function jsonLdArticle(document: PageDocument): LinkedArticle | null {
  const nodes = Array.from(document.querySelectorAll('script[type="application/ld+json"]')).flatMap((script) =>
    nodesOf(parseJson(script.textContent ?? ''), 0),
  )
  const node = nodes.find((item) => typesOf(item).some((type) => ARTICLE_TYPE.test(type)))
  return node === undefined ? null : { node, nodes }
}

function fromJsonLd({ node: article, nodes }: LinkedArticle): ArticleMeta {
  const page = article.mainEntityOfPage
  return {
    title: textOf(article.headline) ?? textOf(article.name),
    byline: namesOf(article.author ?? article.creator, nodes),
    publisher: namesOf(article.publisher, nodes)[0] ?? null,
    published: isoDate(textOf(article.datePublished) ?? textOf(article.dateCreated) ?? ''),
    url: linkOf(article.url) ?? linkOf(isJson(page) ? page['@id'] : page),
  }
}

function parseJson(source: string): unknown {
  if (source.length > LONGEST_JSON) return null
  const bare = source.replace(/^\s*(?:<!\[CDATA\[|\/\/.*\n)|\]\]>\s*$/g, '').trim()
  try {
    return JSON.parse(bare)
  } catch {
    // Broken JSON-LD is common and no fault of the article: the page's other marks are used.
    return null
  }
}

/** The nodes of a JSON-LD value: itself, those in its `@graph`, its main entity. */
function nodesOf(value: unknown, depth: number): Json[] {
  if (depth > 4) return []
  if (Array.isArray(value)) return value.slice(0, 500).flatMap((item) => nodesOf(item, depth + 1))
  if (!isJson(value)) return []
  return [value, ...nodesOf(value['@graph'], depth + 1), ...nodesOf(value.mainEntity, depth + 1)]
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function typesOf(node: Json): string[] {
  const type = node['@type']
  return (Array.isArray(type) ? type : [type]).filter((item) => typeof item === 'string')
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return oneLine(unescapeReferences(value))
  return Array.isArray(value) ? textOf(value[0]) : null
}

/** Names in JSON-LD: a string, `{name}`, `{@id}` of another node, or a list of them. */
function namesOf(value: unknown, nodes: readonly Json[]): string[] {
  if (Array.isArray(value)) return [...new Set(value.slice(0, 30).flatMap((item) => namesOf(item, nodes)))]
  if (typeof value === 'string') return namesIn(unescapeReferences(value))
  if (!isJson(value)) return []
  if (value.name !== undefined) {
    const name = textOf(value.name)
    // A person's own entry holds one name; an organisation's may hold "and".
    return name === null ? [] : typesOf(value).includes('Person') ? namesIn(name) : [name]
  }
  const twin = nodes.find((node) => node['@id'] === value['@id'] && node.name !== undefined)
  return twin === undefined ? [] : namesOf({ ...twin, '@id': undefined }, nodes)
}

/** Publishers put character references into JSON and attributes twice ("Smith &amp; Co"). */
function unescapeReferences(text: string): string {
  if (!text.includes('&')) return text
  return text
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#0?39;|&apos;|&#x27;/g, "'")
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
}

function linkOf(value: unknown): string | null {
  const text = textOf(value)
  return text !== null && /^https?:\/\/\S+$/i.test(text) ? text : null
}

function fromMetaTags(document: PageDocument): ArticleMeta {
  const said = new Map<string, string[]>()
  for (const tag of Array.from(document.getElementsByTagName('meta'))) {
    const content = oneLine(unescapeReferences(tag.getAttribute('content') ?? ''))
    const names = (tag.getAttribute('property') ?? tag.getAttribute('name') ?? tag.getAttribute('itemprop') ?? '')
      .toLowerCase()
      .replace(/^(dc|dcterms):/, '$1.')
      .split(/\s+/)
    if (content === null) continue
    for (const name of names) said.set(name, [...(said.get(name) ?? []), content])
  }
  const first = (field: (typeof FIELDS)[number], accept: (text: string) => boolean = () => true): string[] => {
    const keys = KEYS.find((entry) => entry.field === field)?.keys ?? []
    const key = keys.find((name) => said.get(name)?.some(accept))
    return key === undefined ? [] : (said.get(key) ?? []).filter(accept)
  }
  const isName = (text: string): boolean => !/^(?:https?:)?\/\/|@/.test(text) && text.length < 200
  return {
    title: first('title')[0] ?? null,
    byline: [...new Set(first('byline', isName).flatMap(namesIn))],
    publisher: first('publisher', isName)[0] ?? null,
    published: isoDate(first('published', (text) => isoDate(text) !== null)[0] ?? ''),
    url: linkOf(first('url', (text) => linkOf(text) !== null)[0]),
  }
}

function fromElements(document: PageDocument): ArticleMeta {
  const canonical = first(document, 'link[rel="canonical"]')?.getAttribute('href')
  const author = first(document, '[itemprop="author"] [itemprop="name"], [itemprop="author"], a[rel="author"]')
  const name = author?.getAttribute('content') ?? author?.textContent ?? ''
  return {
    ...NO_META,
    byline: name.length < 200 ? namesIn(name) : [],
    published: dateIn(document, '[itemprop="datePublished"]') ?? dateIn(document, 'article time, time[pubdate], time'),
    url: linkOf(canonical),
  }
}

function first(document: PageDocument, selector: string): PageElement | undefined {
  return document.querySelectorAll(selector)[0]
}

function dateIn(document: PageDocument, selector: string): string | null {
  for (const element of Array.from(document.querySelectorAll(selector)).slice(0, 3)) {
    const said = element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent ?? ''
    const date = isoDate(said)
    if (date !== null) return date
  }
  return null
}
