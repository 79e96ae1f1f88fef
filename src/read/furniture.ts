import { type FurnitureEntry, furniture } from '../lexicons/furniture.js'
import type { ArticleMeta, Removed } from '../model/article.js'
import { bylineOf } from './byline.js'
import { isCreditLine, isNameList, splitLabel } from './credit.js'
import type { Paragraph } from './lines.js'
import { isoDate } from './published.js'
import { type Draft, joinDrafts } from './text-builder.js'

/** What is left of a file's paragraphs, what was taken out, and what the lines taken out said of the file. */
export interface Swept {
  readonly drafts: readonly Draft[]
  readonly removed: readonly Removed[]
  readonly meta: ArticleMeta
}

/** Where a line stands: `edge` rules hold for the first and last few blocks, `tail` rules for the last. */
export interface Position {
  readonly isHead: boolean
  readonly isTail: boolean
}

const HEAD_BLOCKS = 8
const TAIL_BLOCKS = 6
/** No rule takes out a longer line. */
const LONGEST_LINE = 400
/** Speech is never furniture. */
const SPEECH = /["“”]|\b(?:said|says|told|tells|added|asked)\b/
const END_MARKS = /^[^\p{L}\p{N}@©#]+|[^\p{L}\p{N})]+$/gu
const ONE_WORD_SENTENCE = /^\p{L}+[.?!]$/u
/** "January 31, 2025", "Friday 31 January 2025, 5:00 PM ET": a date and nothing else. */
const BARE_DATE =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\p{L}{3,9}\.? \d{1,2},? \d{4}|\d{1,2} \p{L}{3,9}\.? \d{4}|\d{4}-\d{2}-\d{2})(?:,?(?: at)? \d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?$/iu

const LINES = new Map(ofForm('line').map((entry) => [entry.value, entry.rule]))
const STARTS = ofForm('start').sort((a, b) => b.value.length - a.value.length)
const PATTERNS = ofForm('pattern').map((entry) => ({
  rule: entry.rule,
  where: entry.where ?? 'any',
  pattern: new RegExp(`^(?:${entry.value})$`, entry.case === true ? 'u' : 'iu'),
}))

function ofForm(form: FurnitureEntry['form']): FurnitureEntry[] {
  return furniture.filter((entry) => entry.form === form)
}

/**
 * The rule that takes this line out, or `null` when it is article text. Whole lines only.
 * @example furnitureRule('toggle caption', {isHead: true, isTail: false}) // 'read/caption-control'
 */
export function furnitureRule(line: string, position: Position): string | null {
  if (line.length > LONGEST_LINE) return null
  if (!/[\p{L}\p{N}]/u.test(line)) return 'read/separator'
  if (line.length < 60) {
    const rule = LINES.get(line.toLowerCase().replaceAll('’', "'").replace(END_MARKS, ''))
    // "Pause." in a transcript is text; "pause" on a line of its own is a button.
    if (rule !== undefined && (!ONE_WORD_SENTENCE.test(line) || rule === 'read/advertisement')) return rule
  }
  if (line.length < 160) {
    if (isCreditLine(line)) return 'read/credit'
    const label = splitLabel(line, 'read/sign-off')
    if (label !== null && isNameList(label.rest)) return 'read/sign-off'
  }
  if (SPEECH.test(line)) return null
  return startRule(line) ?? patternRule(line, position)
}

function startRule(line: string): string | null {
  if (/[.…]$/.test(line) || line.length > 180) return null
  const lower = line.toLowerCase().replaceAll('’', "'")
  const entry = STARTS.find(
    ({ value }) => lower.startsWith(value) && /^\s?[:|»›>]\s?\S/.test(lower.slice(value.length)),
  )
  return entry?.rule ?? null
}

function patternRule(line: string, position: Position): string | null {
  const found = PATTERNS.find(({ where, pattern }) => {
    if (where === 'tail' && !position.isTail) return false
    if (where === 'edge' && !position.isTail && !position.isHead) return false
    return pattern.test(line)
  })
  return found?.rule ?? null
}

/**
 * Takes furniture, bylines and lines of dates out of a file's paragraphs; each line taken out is kept in `removed`
 * with its rule. Lines of a paragraph that is not wrapped are looked at one by one.
 */
export function sweep(paragraphs: readonly Paragraph[], known: ArticleMeta): Swept {
  const drafts: Draft[] = []
  const removed: Removed[] = []
  let meta = known
  const bareDates = paragraphs.filter((paragraph) => BARE_DATE.test(paragraph.lines[0]?.text ?? '')).length
  for (const [index, paragraph] of paragraphs.entries()) {
    const position = { isHead: index < HEAD_BLOCKS, isTail: index >= paragraphs.length - TAIL_BLOCKS }
    for (const draft of partsOf(paragraph, position)) {
      const told = paragraph.kind === 'title' ? null : toldBy(draft.text, position, bareDates === 1)
      if (told !== null) meta = supplement(meta, told.meta)
      const rule = told?.rule ?? (paragraph.kind === 'title' ? null : furnitureRule(draft.text, position))
      if (rule === null) drafts.push(draft)
      else removed.push({ text: draft.text, rule })
    }
  }
  return { drafts, removed, meta }
}

/** The paragraph as one draft; its lines apart where it is not wrapped and one of them is furniture. */
function partsOf(paragraph: Paragraph, position: Position): readonly Draft[] {
  const { kind, lines } = paragraph
  if (lines.length <= 1) return lines
  const isFurniture = (line: Draft): boolean =>
    toldBy(line.text, position, false) !== null || furnitureRule(line.text, position) !== null
  if (paragraph.isWrapped || !lines.some(isFurniture)) return [joinDrafts(lines, kind)]
  const parts: Draft[] = []
  let open: Draft[] = []
  for (const line of lines) {
    if (!isFurniture(line)) {
      open.push(line)
      continue
    }
    if (open.length > 0) parts.push(joinDrafts(open, kind))
    open = []
    parts.push(line)
  }
  if (open.length > 0) parts.push(joinDrafts(open, kind))
  return parts
}

interface Told {
  readonly rule: 'read/byline' | 'read/published'
  readonly meta: { readonly byline?: string[]; readonly published?: string }
}

/** What a line of byline or date says; `null` when it is neither. */
function toldBy(line: string, position: Position, mayBeDate: boolean): Told | null {
  if (line.length > 120 || !(position.isHead || position.isTail)) return null
  const byline = bylineOf(line)
  if (byline !== null) return { rule: 'read/byline', meta: { byline } }
  if (!/\d/.test(line) || line.length > 90) return null
  const isUpdate = splitLabel(line, 'read/updated')
  const label = isUpdate ?? splitLabel(line, 'read/published')
  const dateText = label?.rest ?? (mayBeDate && position.isHead && BARE_DATE.test(line) ? line : null)
  const published = dateText === null || dateText.length > 60 ? null : isoDate(dateText)
  if (published === null) return null
  return { rule: 'read/published', meta: isUpdate === null ? { published } : {} }
}

function supplement(meta: ArticleMeta, told: Told['meta']): ArticleMeta {
  return {
    ...meta,
    byline: meta.byline.length > 0 ? meta.byline : (told.byline ?? []),
    published: meta.published ?? told.published ?? null,
  }
}
