import { readFileSync } from 'node:fs'
import { findAgencies } from '../../src/find/agencies/agencies.js'
import { findNames } from '../../src/find/names/names.js'
import { givenNameByForm } from '../../src/lexicons/given-names.js'
import type { Document } from '../../src/model/document.js'
import { type Mention, mentionId, type PersonMention } from '../../src/model/mention.js'
import { bySpan, overlaps, type Span } from '../../src/model/span.js'
import { listenWith } from '../../src/reader/listen.js'
import { openReader } from '../../src/reader/load.js'
import type { ReaderSession } from '../../src/reader/session.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article.js'

/** A marked span of a set of `../shared/data`; GAP has `coref`, the others `chain`, `coref` (GUM) or `link`. */
export interface GoldSpan extends Span {
  readonly text: string
  readonly type: string
  readonly chain?: string
  readonly coref?: boolean | string | number
}

/** A text with its marks, read up to the names. */
export interface Marked {
  readonly id: string
  readonly document: Document
  readonly spans: readonly GoldSpan[]
}

export interface Reading {
  readonly engine: 'rules' | 'model'
  /** Whether GAP's two names are made mentions where they were not found. */
  readonly isNamed?: boolean
  readonly limit?: number
  /** The reader of a text, by its id: in the folds, one that never learned from it. */
  readonly readerFor?: (set: string, id: string) => Promise<ReaderSession>
}

/** The texts of a set below `../shared/data`, with agencies and names found. */
export async function markedTexts(set: string, { engine, isNamed = false, limit = Infinity, readerFor = openReader }: Reading): Promise<Marked[]> {
  const file = new URL(`../../../shared/data/${set}.jsonl`, import.meta.url)
  const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line !== '')
  const texts: Marked[] = []
  for (const line of lines.slice(0, limit)) {
    const { id, text, spans = [] }: { id: string; text: string; spans?: GoldSpan[] } = JSON.parse(line)
    let document = segmentArticle(articleOf(text))
    if (engine === 'model') document = await listenWith(() => readerFor(set, id)).run(document)
    document = await findNames.run(await findAgencies.run(document))
    texts.push({ id, spans, document: isNamed ? withNames(document, spans.slice(1)) : document })
  }
  return texts
}

/** The document with the given spans as people, where no person was found. */
function withNames(document: Document, spans: readonly GoldSpan[]): Document {
  const missed = spans.filter((span) => !document.mentions.some((mention) => mention.kind === 'person' && overlaps(mention, span)))
  if (missed.length === 0) return document
  const kept = document.mentions.filter((mention) => !missed.some((span) => overlaps(mention, span)))
  const added = missed.map((span) => personOf(document, kept, span))
  return { ...document, mentions: [...kept, ...added].sort(bySpan) }
}

function personOf(document: Document, others: readonly Mention[], { start, end, text }: GoldSpan): PersonMention {
  const words = text.split(/\s+/)
  const family = words.at(-1) ?? text
  const gender = givenNameByForm.get((words[0] ?? '').toLowerCase())?.gender ?? 'either'
  const same = others.find((mention) => mention.kind === 'person' && mention.text.split(/\s+/).includes(family))
  const target = same?.kind === 'person' ? same : null
  return {
    kind: 'person',
    id: mentionId(document.article.id, 'person', { start, end }),
    start,
    end,
    text,
    rule: 'person/marked',
    score: 1,
    form: 'name',
    refersTo: target === null ? null : (target.refersTo ?? target.id),
    name: { honorific: null, given: words.length > 1 ? words.slice(0, -1).join(' ') : null, family, suffix: null },
    gender: gender === 'either' ? (target?.gender ?? null) : gender,
    roles: [],
  }
}
