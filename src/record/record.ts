import type { Document } from '../model/document.js'
import type { DateMention, FigureMention, QuoteMention, Speaker } from '../model/mention.js'
import {
  type ArticleDate,
  ArticleRecord,
  type Figure,
  type Profile,
  type Quote,
  type QuoteSpeaker,
  RECORD_SCHEMA,
  type RecordArticle,
} from '../model/record.js'
import { type Span, spanOf, type TextSpan } from '../model/span.js'
import type { Stage } from '../pipeline/stage.js'
import { checkInvariants } from './invariants.js'
import { type Profiles, profilesFrom, rounded } from './profiles.js'
import { spunIn } from './spun.js'

/**
 * Document → ArticleRecord: mentions grouped into profiles, everything in text order.
 * @throws {DocumentError} record/… when one of the five invariants does not hold.
 */
export const toRecord: Stage<Document, ArticleRecord> = {
  name: 'to-record',
  output: ArticleRecord,
  run: (document) => recordFrom(document),
}

/** What `toRecord` does, as a function. */
export function recordFrom(document: Document): ArticleRecord {
  const grouped = profilesFrom(document)
  const ofKind = (kind: Profile['kind']): Profile[] => grouped.profiles.filter((profile) => profile.kind === kind)
  const { text } = document.article
  const record: ArticleRecord = {
    schema: RECORD_SCHEMA,
    article: articleOf(document),
    people: ofKind('person'),
    agencies: ofKind('agency'),
    organizations: ofKind('organization'),
    places: ofKind('place'),
    figures: [],
    dates: [],
    quotes: [],
  }
  for (const mention of document.mentions) {
    if (mention.kind === 'figure') record.figures.push(figureFrom(text, mention, grouped))
    else if (mention.kind === 'date') record.dates.push(dateFrom(mention))
    else if (mention.kind === 'quote') record.quotes.push(quoteFrom(text, mention, grouped))
  }
  checkInvariants(record, document.article.originMap)
  return record
}

function articleOf({ article, mentions }: Document): RecordArticle {
  const { id, path, mediaType, sha256, meta, language, status, text, removed } = article
  const spun = spunIn(text, mentions)
  const made = { id, path, mediaType, sha256, ...meta, language, status, text, removed, duplicateOf: null }
  return spun === null ? made : { ...made, spun }
}

function textSpan(text: string, span: Span | null): TextSpan | null {
  return span === null ? null : spanOf(text, span.start, span.end)
}

function figureFrom(text: string, mention: FigureMention, { profileOf }: Profiles): Figure {
  const { id, start, end, value, high, unit, dimension, qualifier, change, per, rule, score } = mention
  const about = mention.about === null ? null : (profileOf.get(mention.about) ?? null)
  const of = textSpan(text, mention.of)
  return {
    id,
    ...spanOf(text, start, end),
    value,
    high,
    unit,
    dimension,
    qualifier,
    change,
    of,
    per,
    about,
    ...(mention.si === undefined ? {} : { si: mention.si }),
    ...(mention.role === undefined ? {} : { role: mention.role }),
    rule,
    score: rounded(score),
  }
}

function dateFrom({ id, start, end, text, value, rule, score }: DateMention): ArticleDate {
  return { id, start, end, text, value, rule, score: rounded(score) }
}

function quoteFrom(text: string, mention: QuoteMention, grouped: Profiles): Quote {
  const { id, type, act, addressee, within, rule, score } = mention
  return {
    id,
    type,
    act,
    content: mention.content.map((part) => spanOf(text, part.start, part.end)),
    cue: textSpan(text, mention.cue),
    source: textSpan(text, mention.source),
    speaker: mention.speaker === null ? null : speakerFrom(mention.speaker, grouped),
    addressee,
    within,
    rule,
    score: rounded(score),
  }
}

/** A speaker by profile, with its canonical name. A place cannot speak: "Moscow said" is unnamed, with its words. */
function speakerFrom(speaker: Speaker, { profiles, profileOf }: Profiles): QuoteSpeaker | null {
  const profileId = (mention: string | null): string | null =>
    mention === null ? null : (profileOf.get(mention) ?? null)
  const id = profileId(speaker.mention)
  const profile = profiles.find((candidate) => candidate.id === id)
  const candidates = new Map<string, number>()
  for (const { mention, score } of speaker.candidates) {
    const candidate = profileId(mention)
    if (candidate !== null && !candidates.has(candidate)) candidates.set(candidate, rounded(score))
  }
  const rest = {
    organization: profileId(speaker.organization),
    candidates: [...candidates].map(([candidate, score]) => ({ profile: candidate, score })),
  }
  if (profile !== undefined && profile.kind !== 'place')
    return { profile: profile.id, kind: profile.kind, name: profile.name, ...rest }
  const name = speaker.name ?? profile?.name ?? null
  if (name === null && rest.candidates.length === 0) return null
  // The author is somebody with a name, whom the text need not name.
  const isAuthor = speaker.kind === 'person' && speaker.mention === null && speaker.candidates.length === 0
  return { profile: null, kind: isAuthor ? 'person' : 'unnamed', name, ...rest }
}
