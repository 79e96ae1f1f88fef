import { reportingNounByForm } from '../../lexicons/reporting-nouns.js'
import { type Document, tokenAt } from '../../model/document.js'
import type { EntityMention } from '../../model/mention.js'
import { firstNot, type Span } from '../../model/span.js'
import { Word } from './quote-words.js'
import type { SpeakerContext } from './speakers.js'

/** How many tokens may stand between a document's noun and the name of its author: "by the", "by the watchdog". */
const FARTHEST = 4
/** How many characters back a document may have been spoken of by its author's name. */
const REACH = 2500
/** What one person writes; a minister's report is the ministry's. */
const WRITINGS: ReadonlySet<string> = new Set(
  'article autobiography blog book column diary e-mail email essay letter memo memoir message note op-ed post speech statement testimony tweet'.split(
    ' ',
  ),
)
/** What an author does; "obtained by the paper" tells of none. */
const MADE: ReadonlySet<string> = new Set(
  'collected compiled conducted drafted gathered issued posted prepared produced published released sent written'.split(
    ' ',
  ),
)
const BY: ReadonlySet<string> = new Set(['of', 'by', 'from'])

/** Whose document a source is, which then speaks for them: "the USCIS e-mail", "a report by the GAO", "the report". */
export function documentOwner(
  context: SpeakerContext,
  head: Span,
  inside: readonly EntityMention[],
): EntityMention | null {
  const { document, bits } = context
  const { tokens } = document
  const first = tokenAt(tokens, head.start)
  let last = first
  while (last < tokens.length && (tokens[last]?.end ?? 0) < head.end) {
    const next = bits[last + 1] ?? 0
    if (next & (Word.preposition | Word.comma | Word.past)) break
    last += 1
  }
  const word = tokens[last]?.normal ?? ''
  if (!speaks(word) && !speaks(`${tokens[last - 1]?.normal ?? ''}-${word}`)) return null
  const owner = inside.find((mention) => owns(document, last, mention) && !isInTitle(mention, inside))
  if (owner !== undefined) return owner
  const isKnown = /^(?:the|this|that)$/.test(tokens[first]?.normal ?? '')
  return isKnown && last - first < FARTHEST && inside.length === 0 ? ownerBefore(context, word, head.start) : null
}

function speaks(word: string): boolean {
  return reportingNounByForm.get(word)?.speaks === true
}

/** Whether a name stands before or behind the document's noun, at token `at`, as its author's. */
function owns({ tokens }: Document, at: number, mention: EntityMention): boolean {
  if (mention.kind === 'place') return false
  if (mention.end <= (tokens[at]?.start ?? 0)) return mention.kind !== 'person' || isWriter(tokens, at, mention)
  if (mention.form === 'pronoun') return false
  // "the book by journalist Ann Lee", but "a book of her friend Ann Lee"
  const start = mention.kind === 'person' ? (mention.roles[0]?.start ?? mention.start) : mention.start
  // "data published by the statistics office"
  const isMade = tokens[at + 2]?.normal === 'by' && MADE.has(tokens[at + 1]?.normal ?? '')
  const preposition = tokens[isMade ? at + 2 : at + 1]?.normal ?? ''
  const isBy = mention.kind === 'person' ? preposition === 'by' : BY.has(preposition)
  return isBy && tokenAt(tokens, Math.min(start, mention.start)) - at <= FARTHEST
}

/** "Robert Peston's new book": what a person writes. */
function isWriter(tokens: Document['tokens'], at: number, mention: EntityMention): boolean {
  const next = tokenAt(tokens, mention.end)
  const isNear = tokens[next]?.normal === "'s" && at - next <= FARTHEST
  return isNear && mention.form !== 'pronoun' && WRITINGS.has(tokens[at]?.normal ?? '')
}

/** "the book by Sunday Mail journalist Ann Lee": the paper is hers. */
function isInTitle(body: EntityMention, mentions: readonly EntityMention[]): boolean {
  return mentions.some(
    (mention) =>
      mention.kind === 'person' && mention.roles.some(({ start, end }) => start <= body.start && end >= body.end),
  )
}

/** The author of the last such document that was named with one: "a report by the GAO … the report". */
function ownerBefore({ document, mentions }: SpeakerContext, word: string, before: number): EntityMention | null {
  const { tokens } = document
  for (let index = firstNot(mentions, ({ start }) => start < before) - 1; index >= 0; index -= 1) {
    const mention = mentions[index]
    if (mention === undefined || before - mention.start > REACH) return null
    if (mention.form === 'pronoun' || mention.kind === 'place') continue
    const [first, next] = [tokenAt(tokens, mention.start), tokenAt(tokens, mention.end)]
    // "the GAO report", "the GAO's yearly report", "report by the GAO"
    for (let at = Math.max(0, first - FARTHEST); at < next + FARTHEST; at += 1) {
      if (tokens[at]?.normal !== word || (tokens[at]?.start ?? before) >= before) continue
      const isBefore = at >= next
      const between = isBefore ? tokens.slice(next, at) : []
      const isTied = between.every(({ casing, normal }) => casing === 'lower' || normal === "'s")
      const isAuthor = isTied && owns(document, at, mention)
      if (isAuthor && !isInTitle(mention, mentions.slice(index + 1, index + 4))) return mention
    }
  }
  return null
}
