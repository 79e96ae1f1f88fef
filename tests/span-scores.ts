import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import news from '../pipelines/news.js'
import { ArticleRecord, type Figure } from '../src/model/record.js'

/**
 * Figures and dates against sets that mark their spans, for which ../shared/tools has no measure of its own: IEER's
 * money, percent, measures and counts; TimeBank's dates and durations with their values.
 */
export interface SpanSet {
  /** Below ../shared/data, without its ending. */
  readonly file: string
  /** What the row says. */
  readonly measure: string
  readonly golden: (type: string) => boolean
  /** What is marked as another kind: a prediction that touches it is left out of the precision. */
  readonly aside: (type: string) => boolean
  readonly predicted: (record: ArticleRecord) => readonly Timed[]
}

interface Timed {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly value: string | null
}

const FIGURES = new Set(['MONEY', 'PERCENT', 'MEASURE', 'CARDINAL'])
const TIMES = new Set(['DATE', 'TIME', 'DURATION'])

export const SPAN_SETS: readonly SpanSet[] = [
  {
    file: 'names/ieer.developers',
    measure: 'spans of money, percent, measure and cardinal, partial',
    golden: (type) => FIGURES.has(type),
    aside: (type) => TIMES.has(type),
    predicted: ({ figures }) => figures.filter(isCounted).map((figure) => ({ ...figure, value: null })),
  },
  {
    file: 'figures/timex-timebank.train',
    measure: 'spans of dates and durations, partial',
    golden: (type) => type.startsWith('TIMEX3'),
    aside: () => false,
    predicted: ({ dates, figures }) => [
      ...dates.map((date) => ({ ...date, value: timexOf(date.value) })),
      ...figures
        .filter(({ dimension }) => dimension === 'duration')
        .map((figure) => ({ ...figure, value: durationOf(figure) })),
    ],
  },
]

function isCounted({ dimension }: Figure): boolean {
  return dimension !== 'ordinal' && dimension !== 'duration'
}

/** EDTF's quarters and seasons ("2025-35", "2025-22") as TIMEX3 writes them ("2025-Q3", "2025-SU"). */
function timexOf(value: string): string {
  const part = /^(\d{4})-(2[1-4]|3[3-6])$/.exec(value)
  return part === null ? value : `${part[1]}-${PARTS[part[2] ?? '']}`
}

const PARTS: Readonly<Record<string, string>> = {
  21: 'SP',
  22: 'SU',
  23: 'FA',
  24: 'WI',
  33: 'Q1',
  34: 'Q2',
  35: 'Q3',
  36: 'Q4',
}

const UNITS: Readonly<Record<string, string>> = {
  century: 'PnCE',
  decade: 'PnDE',
  year: 'PnY',
  quarter: 'PnQ',
  month: 'PnM',
  week: 'PnW',
  day: 'PnD',
  hour: 'PTnH',
  minute: 'PTnM',
  second: 'PTnS',
}

function durationOf({ value, unit }: Figure): string | null {
  return UNITS[unit]?.replace('n', String(value)) ?? null
}

const Line = z.object({
  text: z.string(),
  /** The day of the article, where it is known. */
  dct: z.string().optional(),
  spans: z.array(
    z.object({
      start: z.number(),
      end: z.number(),
      type: z.string(),
      value: z.string().nullish(),
      /** START, MID, END: "early 1990" is 1990 with START; in EDTF it is an interval inside 1990. */
      mod: z.string().nullish(),
    }),
  ),
})
type Line = z.infer<typeof Line>

/** Rows of the table: precision, recall and F1 of spans that overlap, one to one; and the share of their values that is right. */
export async function spanRows(set: SpanSet, path: string): Promise<string[]> {
  if (!existsSync(path)) return [`| ${set.file} | not there: skipped | – | – | – |`]
  const { eachStages } = news({ engine: 'rules' })
  const count: Count = { gold: 0, predicted: 0, found: 0, right: 0, valued: 0 }
  for (const [index, line] of readFileSync(path, 'utf8').trim().split('\n').entries()) {
    const gold = Line.parse(JSON.parse(line))
    const raw = gold.dct === undefined ? gold.text : `---\ndate: ${gold.dct}\n---\n${gold.text}`
    let value: unknown = { path: `${index}.md`, mediaType: 'text/markdown', raw }
    // Each stage takes what the one before it gives: the pipeline's own types have checked that.
    for (const stage of eachStages) value = await stage.run(value as never)
    countSpans(set, gold, ArticleRecord.parse(value), count)
  }
  const [precision, recall] = [count.found / count.predicted, count.found / count.gold]
  const percent = (share: number): string => (share * 100).toFixed(1)
  const f1 = (2 * precision * recall) / (precision + recall)
  const rows = [`| ${set.file} | ${set.measure} | ${percent(precision)} | ${percent(recall)} | ${percent(f1)} |`]
  if (count.valued > 0)
    rows.push(`| ${set.file} | values of spans found: right | ${percent(count.right / count.valued)} | – | – |`)
  return rows
}

interface Count {
  gold: number
  predicted: number
  found: number
  /** How many of those found have a value in the gold, and how many of these are right. */
  valued: number
  right: number
}

function countSpans(set: SpanSet, { text, spans }: Line, record: ArticleRecord, count: Count): void {
  const golden = spans.filter(({ type }) => set.golden(type))
  count.gold += golden.length
  const aside = spans.filter(({ type }) => set.aside(type))
  const placed = set.predicted(record).flatMap((span) => {
    const start = nearest(text, span)
    return start === null ? [] : [{ ...span, start, end: start + span.text.length }]
  })
  const free = new Set(placed)
  for (const gold of golden) {
    const best = [...free].reduce<Timed | null>(
      (found, span) => (overlap(gold, span) > (found === null ? 0 : overlap(gold, found)) ? span : found),
      null,
    )
    if (best === null) continue
    free.delete(best)
    count.found += 1
    count.predicted += 1
    if (gold.value === undefined || gold.value === null) continue
    count.valued += 1
    if (isSameTime(gold, best.value)) count.right += 1
  }
  for (const span of free) if (!aside.some((other) => overlap(other, span) > 0)) count.predicted += 1
}

function isSameTime({ value, mod }: Line['spans'][number], found: string | null): boolean {
  if (value === found) return true
  const ends = found?.split('/') ?? []
  return typeof mod === 'string' && ends.length === 2 && ends.every((end) => end.startsWith(value ?? ''))
}

interface Range {
  readonly start: number
  readonly end: number
}

function overlap(left: Range, right: Range): number {
  return Math.min(left.end, right.end) - Math.max(left.start, right.start)
}

/** Where the words stand in the set's own text, from which reading may have taken white space. */
function nearest(text: string, span: Timed): number | null {
  let best: number | null = null
  for (let at = text.indexOf(span.text); at >= 0; at = text.indexOf(span.text, at + 1)) {
    if (best === null || Math.abs(at - span.start) < Math.abs(best - span.start)) best = at
  }
  return best
}
