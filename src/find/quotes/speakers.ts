import { organizationById } from '../../lexicons/organizations.js'
import { isPersonal, pronounByForm } from '../../lexicons/pronouns.js'
import { roleByForm } from '../../lexicons/roles.js'
import { type Document, tokenAt } from '../../model/document.js'
import { type EntityMention, isEntityMention, type Speaker } from '../../model/mention.js'
import { firstNot, overlaps, type Span } from '../../model/span.js'
import { documentOwner } from './document-owners.js'
import { Word } from './quote-words.js'
import { relatedPerson } from './related-speakers.js'

/** What a source is looked up in: the document's tokens with their bits, and its mentions in order. */
export interface SpeakerContext {
  readonly document: Document
  readonly bits: Int32Array
  readonly mentions: readonly EntityMention[]
}

const CANDIDATES = 3
const CANDIDATE_REACH = 1500
const SAME_SPEAKER_REACH = 600

/** Gathers what `speakerFrom` needs, once for a document. */
export function speakerContext(document: Document, bits: Int32Array): SpeakerContext {
  return { document, bits, mentions: document.mentions.filter(isEntityMention) }
}

/**
 * Who a source is: the person, body or organization that its head names; an unnamed one with its words and the body
 * that it belongs to; for a pronoun that stays open, candidates only. `head` is the noun phrase without appositions,
 * `source` all of it.
 */
export function speakerFrom(context: SpeakerContext, phrase: Span, source: Span | null): Speaker | null {
  const head = beforeHyphen(context, phrase)
  const inside = mentionsIn(context, head)
  const together = personsTogether(context, head, inside)
  if (together !== null) return together
  const named = headMention(context, head, inside)
  if (named !== null && !isMember(context, head, named)) return fromMention(named)
  if (isPronoun(context, head)) return openPronoun(context, head)
  const apposed = source === null ? null : apposedPerson(context, head, source)
  if (apposed !== null) return fromMention(apposed)
  const body = apposedBody(context, head)
  if (body !== null) return fromMention(body)
  const owner = inside.find(({ kind }) => kind === 'agency' || kind === 'organization')
  const author = documentOwner(context, head, inside)
  if (author !== null) return fromMention(author)
  const related = relatedPerson(context, head)
  if (related !== null) return fromMention(related)
  const name = context.document.article.text.slice(head.start, head.end)
  const organization = owner ?? ownerBefore(context, head)
  return { mention: null, kind: 'unnamed', name, organization: organization?.id ?? null, candidates: [] }
}

/** "Ann Lee - then a minister - said": a dash as some papers write it; "June 2 (AP) - Ann Lee" begins an article. */
function beforeHyphen({ document: { article } }: SpeakerContext, { start, end }: Span): Span {
  const text = article.text.slice(start, end)
  const at = text.search(/ -(?: |$)/)
  return { start, end: at > 0 && !DATELINE.test(text.slice(0, at)) ? start + at : end }
}

const DATELINE = /^(?:\p{L}+\.? )?(?:\d+ )?\([^)]+\)$/u

/** "a senior Liberal said": one of a party. */
function isMember({ document }: SpeakerContext, head: Span, mention: EntityMention): boolean {
  if (mention.kind !== 'organization' || mention.registryId === null || mention.end < head.end) return false
  const isParty = organizationById.get(mention.registryId)?.kind === 'party'
  return isParty && /^an?\s/i.test(document.article.text.slice(head.start, mention.start))
}

/** "Ann Lee and Bo Marsh said": nobody alone, each a candidate. */
function personsTogether({ document }: SpeakerContext, head: Span, inside: readonly EntityMention[]): Speaker | null {
  const { text } = document.article
  const persons = inside.filter(({ kind, form }) => kind === 'person' && form === 'name')
  const last = persons.at(-1)
  const before = persons.at(-2)
  if (last === undefined || before === undefined) return null
  if (!TOGETHER.test(text.slice(before.end, last.start)) || persons[0]?.start !== firstNamed(head, inside)) return null
  const candidates = persons.map(({ id }) => ({ mention: id, score: TOGETHER_SCORE }))
  return { mention: null, kind: 'person', name: text.slice(head.start, head.end), organization: null, candidates }
}

/** What stands between two names of one source: "and", "and Senator", ", who leads …" does not. */
const TOGETHER = /^,?\s+(?:and|&)\s+(?:\p{Lu}[\p{L}.]*\s+){0,3}$/u
const TOGETHER_SCORE = 0.9

function firstNamed(head: Span, inside: readonly EntityMention[]): number {
  return inside.find(({ start, form }) => start >= head.start && form === 'name')?.start ?? -1
}

/** "The immigration minister, Robert Tennant": who a role is, named right after it; only titles may stand between. */
function apposedPerson(context: SpeakerContext, head: Span, source: Span): EntityMention | null {
  const { text } = context.document.article
  const after = mentionsIn(context, { start: head.end, end: Math.max(source.end, head.end + LONGEST_APPOSED) })
  const person = after.find(({ kind, form }) => kind === 'person' && form === 'name')
  if (person === undefined || person.start < head.end) return null
  // What was taken for the source may end before its apposition does.
  if (person.start >= source.end && !PARTING.test(text.slice(person.end, person.end + 2))) return null
  const [, between] = /^(?:,| [-–—] )\s*(.*)$/s.exec(text.slice(head.end, person.start)) ?? []
  if (between === undefined) return null
  const words = between.trim().split(/\s+/)
  return words.length < 6 && words.every((word) => TITLE_WORD.test(word) || roleByForm.has(word)) ? person : null
}

/** "The company, Four Corners Resources, said" */
function apposedBody(context: SpeakerContext, head: Span): EntityMention | null {
  const { text } = context.document.article
  const after = mentionsIn(context, { start: head.end, end: head.end + LONGEST_APPOSED })
  const body = after.find(({ kind, form }) => (kind === 'agency' || kind === 'organization') && form === 'name')
  if (body === undefined || text.charAt(body.end) !== ',' || !/^the /i.test(text.slice(head.start, head.end)))
    return null
  return /^, (?:the )?$/.test(text.slice(head.end, body.start)) ? body : null
}

/** A comma or a dash, as some papers write it. */
const PARTING = /^(?:,| [-–—])/

/** What may stand before a name in an apposition: "the state Supreme Court judge Ann Lee". */
const TITLE_WORD = /^(?:$|(?:the|state|then|former|acting|retired|\(retd\.?\))$|\p{Lu})/u
/** How far from the role the name may begin, in characters. */
const LONGEST_APPOSED = 60

export function fromMention(mention: EntityMention): Speaker {
  const kind = mention.kind === 'place' ? 'unnamed' : mention.kind
  return { mention: mention.id, kind, name: mention.text, organization: null, candidates: [] }
}

/** The mentions that touch a span, in order. */
export function mentionsIn({ mentions }: SpeakerContext, span: Span): EntityMention[] {
  const found: EntityMention[] = []
  for (let at = firstFrom(mentions, span.start); at < mentions.length; at += 1) {
    const mention = mentions[at]
    if (mention === undefined || mention.start >= span.end) break
    if (overlaps(mention, span)) found.push(mention)
  }
  return found
}

/** No mention is longer than this, in characters. */
export const LONGEST_MENTION = 200

/** The first mention that may reach into `offset`; mentions are sorted by start. */
function firstFrom(mentions: readonly EntityMention[], offset: number): number {
  return firstNot(mentions, ({ start }) => start < offset - LONGEST_MENTION)
}

/** The mention that is the head of the phrase: nothing but a preposition phrase or an aside follows it, and none leads to it. */
function headMention(context: SpeakerContext, head: Span, inside: readonly EntityMention[]): EntityMention | null {
  let found: EntityMention | null = null
  for (const mention of inside) {
    if (!isHead(context, head, mention, inside)) continue
    if (found === null || rank(mention) <= rank(found)) found = mention
  }
  return found
}

function rank({ kind }: EntityMention): number {
  return kind === 'person' ? 0 : kind === 'place' ? 2 : 1
}

function isHead(
  { document, bits }: SpeakerContext,
  head: Span,
  mention: EntityMention,
  inside: readonly EntityMention[],
): boolean {
  const { tokens } = document
  const title = titleBefore(document, mention)
  for (let at = tokenAt(tokens, head.start); (tokens[at]?.start ?? title) < title; at += 1) {
    const next = afterAside(document, bits, at)
    // "the union (KMPDU) secretary": no head stands in brackets.
    if (next > at && (tokens[next - 1]?.start ?? title) >= title) return false
    at = next
    if ((tokens[at]?.start ?? title) >= title) break
    const before = bits[at] ?? 0
    if (before & Word.opening) return false
    if (!(before & Word.preposition) || before & Word.name || isTitle(tokens, at, mention)) continue
    // "Council of Governors chair Ann Lee": the preposition is the body's.
    const { start = 0, end = 0 } = tokens[at] ?? {}
    if (!inside.some((other) => other.kind !== 'person' && other.start < start && other.end > end)) return false
  }
  const next = afterAside(document, bits, tokenAt(tokens, mention.end))
  const token = tokens[next]
  if (token === undefined || token.start >= head.end) return true
  const after = bits[next] ?? 0
  // "Keller's warning that …": hers; "Keller's spokesman": another's.
  if (token.normal === "'s" || token.normal === "'") return token.end >= head.end
  // "the Barrie, Ont., mom" is no town.
  if (token.casing === 'none') return token.normal !== '-' && !(mention.kind === 'place' && token.normal === ',')
  if (mention.kind === 'organization' && isKindOf(document, next, head.end)) return true
  return (after & (Word.preposition | Word.coordinator | Word.relative | Word.adverb)) !== 0 && !(after & Word.noun)
}

/** Nouns that only say what a body is: "The Hindustan Times newspaper", "the AFP news agency". */
const KINDS: ReadonlySet<string> = new Set(
  'airline|bank|broadcaster|charity|company|daily|group|magazine|movement|network|news agency|news website|newspaper|party|tabloid|think tank|union|website'.split(
    '|',
  ),
)

function isKindOf({ article, tokens }: Document, at: number, end: number): boolean {
  const words = article.text.slice(tokens[at]?.start, end).trim()
  return KINDS.has(words)
}

/** The token after a bracketed aside that begins at `at`: "the union (KMPDU) secretary"; `at` where none does. */
export function afterAside({ tokens }: Document, bits: Int32Array, at: number): number {
  if (!((bits[at] ?? 0) & Word.opening)) return at
  for (let next = at + 1; next - at < LONGEST_ASIDE && next < tokens.length; next += 1)
    if ((bits[next] ?? 0) & Word.closing) return next + 1
  return at
}

const LONGEST_ASIDE = 8

/** Where the title begins that stands right before a name ("Secretary of State Ann Lee"), else where the name does. */
function titleBefore({ article }: Document, mention: EntityMention): number {
  const roles = mention.kind === 'person' ? mention.roles : []
  const title = roles.find(
    ({ start, end }) => start < mention.start && article.text.slice(end, mention.start).trim() === '',
  )
  return title?.start ?? mention.start
}

/** "Chief of staff Ann Lee": "of" inside a title that goes on in small letters up to the name. */
function isTitle(tokens: Document['tokens'], at: number, mention: EntityMention): boolean {
  const before = tokens[tokenAt(tokens, mention.start) - 1]
  return (
    mention.kind === 'person' && tokens[at]?.normal === 'of' && before?.casing === 'lower' && before.normal !== 'of'
  )
}

function isPronoun({ document }: SpeakerContext, head: Span): boolean {
  const first = document.tokens[tokenAt(document.tokens, head.start)]
  if (first === undefined) return false
  const form = first.normal.split("'")[0] ?? ''
  return first.end >= head.end && (pronounByForm.has(form) || PERSONAL.has(form))
}

/** First and second persons, which name nobody by themselves. */
const PERSONAL = new Set(['i', 'we', 'you', 'who', 'which', 'that'])

/** Those spoken of shortly before, nearest first: guesses, and marked as such. */
function openPronoun({ document, mentions }: SpeakerContext, head: Span): Speaker | null {
  const form = document.tokens[tokenAt(document.tokens, head.start)]?.normal.split("'")[0] ?? ''
  const pronoun = pronounByForm.get(form)
  if (pronoun === undefined) return null
  const isPerson = isPersonal(pronoun)
  const candidates: { mention: string; score: number }[] = []
  for (let at = firstFrom(mentions, head.start + 200) - 1; at >= 0 && candidates.length < CANDIDATES; at -= 1) {
    const mention = mentions[at]
    if (mention === undefined || head.start - mention.start > CANDIDATE_REACH) break
    if (mention.form === 'pronoun' || mention.start >= head.start || mention.kind === 'place') continue
    if (isPerson !== (mention.kind === 'person')) continue
    if (mention.kind === 'person' && mention.gender !== null && mention.gender !== pronoun.gender) continue
    candidates.push({ mention: mention.id, score: Math.round(40 / (candidates.length + 1)) / 100 })
  }
  return candidates.length === 0
    ? null
    : { mention: null, kind: isPerson ? 'person' : 'unnamed', name: null, organization: null, candidates }
}

/**
 * "An anonymous BOP worker … the employee wrote": whose somebody without a name is, when the words themselves do not
 * say it and another such person of a body was spoken of just before.
 */
function ownerBefore({ document, bits, mentions }: SpeakerContext, head: Span): EntityMention | null {
  const { tokens } = document
  const first = tokenAt(tokens, head.start)
  if (tokens[first]?.normal !== 'the') return null
  const last = tokenAt(tokens, head.end - 1)
  if (!((bits[last] ?? 0) & Word.role)) return null
  for (let at = firstFrom(mentions, head.start + 200) - 1; at >= 0; at -= 1) {
    const mention = mentions[at]
    if (mention === undefined || head.start - mention.start > SAME_SPEAKER_REACH) return null
    if (mention.start >= head.start || (mention.kind !== 'agency' && mention.kind !== 'organization')) continue
    const next = tokenAt(tokens, mention.end)
    const isRole = ((bits[next] ?? 0) & Word.role) !== 0 && tokens[next]?.casing === 'lower'
    if (isRole && !(tokens[next]?.normal ?? '').endsWith('s')) return mention
  }
  return null
}
