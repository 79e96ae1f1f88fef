import type { Mark, MarkedText } from './marks.js'
import type { ArticleRecord, Figure, Profile, Quote } from './record.js'
import { bySpan, type Span } from './span.js'

/** The kinds of mark that a record is shown with; `quote` stands for its three parts. */
export const MARK_KINDS = [
  'person',
  'agency',
  'organization',
  'place',
  'role',
  'figure',
  'date',
  'content',
  'cue',
  'source',
] as const
export type MarkKind = (typeof MARK_KINDS)[number]

/**
 * A record in the notation of `marks.ts`: one mark for each mention, with what it was read as for a note where the
 * words do not say so themselves. The parts of a quote share a ref (`q1`, `q2` … in text order).
 * @param kinds which kinds to mark (`quote` = content, cue and source); all if left out
 * @example printMarks(markRecord(record, ['person', 'quote']))
 */
export function markRecord(record: ArticleRecord, kinds: readonly (MarkKind | 'quote')[] = MARK_KINDS): MarkedText {
  const wanted = new Set<string>(kinds.flatMap((kind) => (kind === 'quote' ? ['content', 'cue', 'source'] : [kind])))
  const profiles = [...record.people, ...record.agencies, ...record.organizations, ...record.places]
  const marks = [
    ...profiles.flatMap(profileMarks),
    ...profiles.flatMap((profile) => profile.roles.map((role) => markOf('role', role, null))),
    ...record.figures.map((figure) => markOf('figure', figure, figureNote(figure))),
    ...record.dates.map((date) => markOf('date', date, date.value)),
    ...[...record.quotes].sort(byContent).flatMap((quote, index) => quoteMarks(quote, `q${index + 1}`)),
  ]
  return { text: record.article.text, marks: marks.filter((mark) => wanted.has(mark.kind)).sort(bySpan) }
}

/** A registry id says more than a name; a name says nothing where the mention is that name already. */
function profileMarks(profile: Profile): Mark[] {
  return profile.mentions.map((mention) => {
    const name = mention.text === profile.name ? null : profile.name
    return markOf(profile.kind, mention, profile.kind === 'person' ? name : (profile.registryId ?? name))
  })
}

/** "3500000 USD", "20 worker at-least", "5..10 percent", "20800 immigration detainee more-than of immigration detainees". */
function figureNote(figure: Figure): string {
  const value = figure.high === null ? `${figure.value}` : `${figure.value}..${figure.high}`
  const qualifier = figure.qualifier === 'exact' ? '' : ` ${figure.qualifier}`
  const counted = figure.of === null ? '' : ` of ${figure.of.text}`
  return `${value} ${figure.unit}${qualifier}${counted}`
}

function quoteMarks(quote: Quote, ref: string): Mark[] {
  const speaker = quote.speaker?.name ?? null
  const marks = quote.content.map((part, index) => markOf('content', part, index === 0 ? speaker : null, ref))
  if (quote.cue) marks.push(markOf('cue', quote.cue, null, ref))
  if (quote.source) marks.push(markOf('source', quote.source, null, ref))
  return marks
}

function markOf(kind: MarkKind, span: Span, note: string | null, ref: string | null = null): Mark {
  return { kind, ref, note, start: span.start, end: span.end }
}

function byContent(a: Quote, b: Quote): number {
  const [first, second] = [a.content[0], b.content[0]]
  return first && second ? bySpan(first, second) : 0
}
