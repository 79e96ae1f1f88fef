import type { OriginRange } from '../model/article.js'
import { DocumentError } from '../model/errors.js'
import { type ArticleRecord, profilesOf } from '../model/record.js'
import type { TextSpan } from '../model/span.js'

/**
 * What always holds of a record: every span's text is the article's there, ids are unique, every id referred to exists,
 * and the way back to the raw file is ordered. (The fifth, the same bytes for the same input, is the runners' test.)
 * @throws {DocumentError} record/span-mismatch, record/duplicate-id, record/unknown-id or record/origin-order
 */
export function checkInvariants(record: ArticleRecord, originMap: readonly OriginRange[]): void {
  for (const span of spansOf(record)) checkSpan(record.article.text, span)
  checkIds(record)
  checkOrder(originMap)
}

function* spansOf(record: ArticleRecord): Generator<TextSpan> {
  for (const profile of profilesOf(record)) {
    yield* profile.mentions
    yield* profile.roles
  }
  for (const figure of record.figures) {
    yield figure
    if (figure.of !== null) yield figure.of
  }
  yield* record.dates
  for (const { content, cue, source } of record.quotes) {
    yield* content
    if (cue !== null) yield cue
    if (source !== null) yield source
  }
}

function checkSpan(text: string, span: TextSpan): void {
  if (span.start < span.end && text.startsWith(span.text, span.start) && span.end - span.start === span.text.length)
    return
  throw new DocumentError(
    'record/span-mismatch',
    `Expected "${text.slice(span.start, span.end)}" at ${span.start}-${span.end}, got "${span.text}". A finder made a wrong span; please report it.`,
  )
}

function checkIds(record: ArticleRecord): void {
  const profiles = profilesOf(record)
  const profileIds = new Set(profiles.map((profile) => profile.id))
  const quoteIds = new Set(record.quotes.map((quote) => quote.id))
  const all = [...profiles, ...record.figures, ...record.dates, ...record.quotes].map((item) => item.id)
  const seen = new Set<string>()
  for (const id of all) {
    if (seen.has(id))
      throw new DocumentError(
        'record/duplicate-id',
        `Expected ids to be unique, got "${id}" twice. Two finders gave one mention; please report it.`,
      )
    seen.add(id)
  }
  const known = (id: string | null, ids: ReadonlySet<string>): void => {
    if (id === null || ids.has(id)) return
    throw new DocumentError(
      'record/unknown-id',
      `Expected an id of this record, got "${id}". A finder refers to what is not there; please report it.`,
    )
  }
  for (const profile of profiles) for (const role of profile.roles) known(role.organization, profileIds)
  for (const figure of record.figures) known(figure.about, profileIds)
  for (const { speaker, within } of record.quotes) {
    known(within, quoteIds)
    known(speaker?.profile ?? null, profileIds)
    known(speaker?.organization ?? null, profileIds)
    for (const candidate of speaker?.candidates ?? []) known(candidate.profile, profileIds)
  }
}

function checkOrder(originMap: readonly OriginRange[]): void {
  let at = 0
  for (const { text } of originMap) {
    if (text.start < at || text.end < text.start) {
      throw new DocumentError(
        'record/origin-order',
        `Expected ordered ranges in the origin map, got ${text.start}-${text.end} after ${at}. A reader made a wrong map; please report it.`,
      )
    }
    at = text.end
  }
}
