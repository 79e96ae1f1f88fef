import type { Block } from '../../model/article.js'
import { type Document, tokenAt } from '../../model/document.js'
import type { PersonMention } from '../../model/mention.js'
import { firstNot, type Span, textAt } from '../../model/span.js'
import type { Draft } from './quote-drafts.js'

/** No count stands behind it: PolNeAR has no interviews printed so. Below what a cue gives. */
const INTERVIEW_SCORE = 0.8
const FEWEST_QUESTIONS = 2
/** What leads to a name, in characters. */
const LONGEST_LEAD = 60
/** In characters. */
const LONGEST_QUESTION = 300
/** Of the answers, the share that has to speak in the first person: others explain something. */
const SPOKEN = 0.5
/** What says that an article is an interview. */
const INTERVIEW =
  /\b(?:Q ?(?:&|and) ?A|interview(?:ed)?|(?:spoke|talked|talks|speaks|sat down|caught up|chatted) (?:to|with)|questions (?:for|with|to)|in conversation|edited (?:and|for)|condensed)\b/i
const FIRST_PERSON: ReadonlySet<string> = new Set(
  "i i'm i've i'd i'll me my myself our us we we'd we'll we're we've".split(' '),
)
/** "questions for Ann Lee", "spoke with Ann Lee", "we caught up with Ann Lee" */
const ASKED = /\b(?:with|for|to|interviewed|asked) +(?:[\p{L}.'’-]+ +){0,4}$/u
/** "CBC's Jane Wills", "our reporter Jane Wills", "By Jane Wills": who asks. */
const ASKING = /(?:['’]s|\b(?:by|reporter|host|correspondent|columnist|editor|our))\s+$/i

/** The name of the one who is asked in an interview that begins with block `before`; null where several may be. */
export function intervieweeOf(document: Document, before: number): Span | null {
  const { article, mentions } = document
  const end = article.blocks[before]?.start ?? 0
  const named = mentions.filter(
    (mention): mention is PersonMention => mention.kind === 'person' && mention.form === 'name' && mention.start < end,
  )
  const leadTo = ({ start }: Span): string =>
    textAt(article.text, { start: Math.max(0, start - LONGEST_LEAD), end: start })
  const guests = named.filter(
    (person) => !ASKING.test(leadTo(person)) && !article.meta.byline.some((author) => author.includes(person.text)),
  )
  const isTitled = ({ start }: Span): boolean => start < (article.blocks[0]?.end ?? 0)
  const isAsked = (guest: Span): boolean => ASKED.test(leadTo(guest))
  return (
    only(guests) ?? only(guests.filter(isTitled)) ?? only(guests.filter((guest) => !isTitled(guest) && isAsked(guest)))
  )
}

/** The fullest name of the only one whom mentions name, or null. */
function only(mentions: readonly PersonMention[]): Span | null {
  const roots = new Set(mentions.map(({ refersTo, id }) => refersTo ?? id))
  const [first] = mentions
  if (first === undefined || roots.size !== 1) return null
  const { start, end } = mentions.reduce((fullest, mention) =>
    mention.text.length > fullest.text.length ? mention : fullest,
  )
  return { start, end }
}

/** Whether a block says "I", "my" or "we" outside of quotation marks. */
export function isInFirstPerson(document: Document, block: Span): boolean {
  const { tokens, quotations } = document
  let next = firstNot(quotations, ({ end }) => end <= block.start)
  for (let at = tokenAt(tokens, block.start); (tokens[at]?.start ?? block.end) < block.end; at += 1) {
    const { start = 0, normal = '', casing } = tokens[at] ?? {}
    while ((quotations[next]?.end ?? start + 1) <= start) next += 1
    const isQuoted = (quotations[next]?.start ?? start + 1) <= start
    if (!isQuoted && FIRST_PERSON.has(normal) && casing !== 'upper') return true
  }
  return false
}

/**
 * An interview without labels: questions as paragraphs or headings of their own, and after each the answer, in the first
 * person, of whoever the article says it talks with.
 */
export function interviewDrafts(document: Document): Draft[] {
  const { blocks, text } = document.article
  const questions = blocks.flatMap((block, at) =>
    isQuestion(text, block) && !isQuestion(text, blocks[at + 1]) ? [at] : [],
  )
  const [first] = questions
  if (first === undefined || questions.length < FEWEST_QUESTIONS) return []
  const answers = questions.map((question, at) => answerTo(document, question, questions[at + 1]))
  const spoken = answers.filter((answer) => answer.some((index) => isSpoken(document, blocks[index])))
  if (spoken.length < SPOKEN * questions.length) return []
  const frame = [...blocks.slice(0, first), ...blocks.slice(-1)].map((block) => textAt(text, block)).join('\n')
  const interviewee = INTERVIEW.test(frame) ? intervieweeOf(document, first) : null
  if (interviewee === null) return []
  return answers.flat().map((index) => {
    const { start = 0, end = 0 } = blocks[index] ?? {}
    return { ...BARE, content: [{ start, end }], block: index, head: interviewee }
  })
}

const BARE: Omit<Draft, 'content' | 'block' | 'head'> = {
  rule: 'quote/interview',
  type: 'direct',
  act: 'speech',
  quotations: [],
  cue: null,
  source: null,
  addressee: null,
  score: INTERVIEW_SCORE,
  hasThat: false,
  inside: null,
}

function isQuestion(text: string, block: Block | undefined): boolean {
  if (block === undefined || (block.kind !== 'paragraph' && block.kind !== 'heading')) return false
  return block.end - block.start <= LONGEST_QUESTION && /^[^"“‘'].*\?$/s.test(textAt(text, block))
}

/** The blocks of an answer: up to the next question, or, of the last one, as long as it speaks. */
function answerTo(document: Document, question: number, next: number | undefined): number[] {
  const { blocks } = document.article
  const answer: number[] = []
  for (let index = question + 1; index < (next ?? blocks.length); index += 1) {
    const block = blocks[index]
    if (block?.kind !== 'paragraph' || (next === undefined && index > question + 1 && !isSpoken(document, block))) break
    answer.push(index)
  }
  return answer
}

function isSpoken(document: Document, block: Span | undefined): boolean {
  return block !== undefined && isInFirstPerson(document, block)
}
