import type { MARK_KINDS } from '../model/mark-record.js'
import { type ArticleRecord, type Figure, profilesOf, type Quote } from '../model/record.js'
import type { Why } from '../model/why.js'

const HEAD = ['where', 'kind', 'words', 'read as', 'rule', 'score']
const LONGEST_CELL = 40
/** Choices and reasons fewer than these are worth a word. */
const SHOWN = { choices: 4, reasons: 5, least: 0.005 }

interface Row {
  readonly start: number
  readonly cells: readonly string[]
}

/** Every mention of a kind as a line: where, what kind, its words, what it was read as, rule and score. */
export function mentionTable(record: ArticleRecord, kinds: readonly ((typeof MARK_KINDS)[number] | 'quote')[]): string {
  const row = (kind: string, at: { start: number; end: number; text: string }, as: string, by: RuleAndScore): Row => ({
    start: at.start,
    cells: [`${at.start}-${at.end}`, kind, shorten(at.text), shorten(as), by.rule, by.score.toFixed(2)],
  })
  const profiles = profilesOf(record)
  const nameOf = new Map(profiles.map(({ id, name }) => [id, name]))
  const rows = [
    ...profiles.flatMap((profile) =>
      profile.mentions.map((mention) => row(profile.kind, mention, profile.registryId ?? profile.name, mention)),
    ),
    ...record.figures.map((figure) => row('figure', figure, measureOf(figure), figure)),
    ...record.dates.map((date) => row('date', date, date.value, date)),
    ...record.quotes.flatMap((quote) =>
      quote.content.slice(0, 1).map((part) => row('quote', part, speakerOf(quote, nameOf), quote)),
    ),
  ]
  const wanted = (kind = ''): boolean =>
    kinds.some((one) => one === kind) || (kind === 'quote' && kinds.includes('content'))
  const shown = rows.filter(({ cells }) => wanted(cells[1])).sort((a, b) => a.start - b.start)
  return tableOf([HEAD, ...shown.map(({ cells }) => cells)])
}

interface RuleAndScore {
  readonly rule: string
  readonly score: number
}

function measureOf({ value, high, unit }: Figure): string {
  return high === null ? `${value} ${unit}` : `${value}..${high} ${unit}`
}

/** Whose quote it is; where that is not settled, those who may have said it. */
function speakerOf({ speaker }: Quote, nameOf: ReadonlyMap<string, string>): string {
  if (speaker === null) return '(unknown)'
  const { candidates = [], name } = speaker
  const likely = candidates.map(({ profile, score }) => `${nameOf.get(profile) ?? profile}? ${score.toFixed(2)}`)
  return speaker.profile === null && likely.length > 0 ? likely.join(', ') : (name ?? '(unknown)')
}

/** Every decision that was weighed: where, what was asked, the likeliest answers, and on a line below what tipped it. */
export function whyTable(whys: readonly Why[]): string {
  const lines = whys.map(({ start, end, question, choices, reasons }) => {
    const likely = choices.filter(({ chance }, index) => index === 0 || chance >= SHOWN.least).slice(0, SHOWN.choices)
    const strong = reasons
      .filter(({ weight }) => Math.abs(weight) >= 0.05)
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    const answers = likely.map(({ answer, chance }) => `${shorten(answer)} ${chance.toFixed(2)}`).join(', ')
    const tipped = strong
      .slice(0, SHOWN.reasons)
      .map(({ name, weight }) => `${name} ${weight > 0 ? '+' : ''}${weight.toFixed(1)}`)
    return `${start}-${end}  ${question}: ${answers}\n${tipped.length === 0 ? '' : `    ${tipped.join('; ')}\n`}`
  })
  return lines.join('')
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > LONGEST_CELL ? `${line.slice(0, LONGEST_CELL - 1)}…` : line
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((cells) => (cells[column] ?? '').length)))
  const lines = rows.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
  return lines.map((line) => `${line.trimEnd()}\n`).join('')
}
