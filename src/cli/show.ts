import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { SetupError } from '../model/errors.js'
import { MARK_KINDS, type MarkKind, markRecord } from '../model/mark-record.js'
import { printMarks } from '../model/marks.js'
import { ArticleRecord, profilesOf } from '../model/record.js'
import type { Engine } from '../model/run.js'
import { engine, files, list } from './arguments.js'

const HELP = `
How to read it:
  {person:Ann Lee}              a mention
  {person|Ann Lee:she}          a mention, and whom it was read as
  {agency|us-epa:the agency}    a mention, and its id in the registry
  {content=q1|Ann Lee:“No,”} {cue=q1:said} {source=q1:she}     the parts of one quote, and its speaker
A paragraph of this notation, corrected, is a test case: see fixtures/cases.

Examples:
  $ nutgraf show article.md
  $ nutgraf show article.md --kinds quote,person
  $ nutgraf show output/articles/records/memo.md.json`

interface ShowFlags {
  readonly pipeline?: string
  readonly engine?: Engine
  readonly registry?: string[]
  readonly kinds?: string[]
}

/** `nutgraf show`: one article with its mentions marked, and the rule and score of each. */
export function addShowCommand(program: Command): void {
  program
    .command('show')
    .description('Show an article with its mentions marked, and the rule for each.')
    .argument('<file>', 'an article, or a record of a run')
    .option('--kinds <list>', `what to mark: ${MARK_KINDS.join(', ')}, quote (default: all)`, list)
    .option('--pipeline <name>', 'a pipeline by name, or a .js file (default: news)')
    .option('--engine <engine>', 'how the article is read: model, or rules alone (default: model)', engine)
    .option('--registry <file>', 'further registry entries (may be given several times)', files)
    .addHelpText('after', HELP)
    .action(async (file: string, { kinds: names, ...options }: ShowFlags) => {
      const kinds = kindsOf(names)
      const record = await recordOf(file, options)
      if (record === null) return
      process.stdout.write(`${printMarks(markRecord(record, kinds))}\n\n${tableOf(rowsOf(record, kinds))}`)
    })
}

function kindsOf(names: readonly string[] = MARK_KINDS): (MarkKind | 'quote')[] {
  const known: readonly (MarkKind | 'quote')[] = [...MARK_KINDS, 'quote']
  const kinds = known.filter((kind) => names.includes(kind))
  const unknown = names.filter((name) => !known.some((kind) => kind === name))
  if (unknown.length === 0) return kinds
  throw new SetupError([`Expected kinds of mark (${known.join(', ')}), got ${unknown.join(', ')}.`])
}

/** The record of an article; `null`, with a line on stderr, when it cannot be read. */
async function recordOf(file: string, options: Omit<ShowFlags, 'kinds'>): Promise<ArticleRecord | null> {
  const raw = bytesOf(file)
  if (file.endsWith('.json')) {
    const parsed = ArticleRecord.safeParse(JSON.parse(Buffer.from(raw).toString('utf8')))
    if (parsed.success) return parsed.data
  }
  const { articleReader, typeOf } = await import('../run-folder.js')
  const read = await articleReader({ ...options, onNotice: (notice) => process.stderr.write(`${notice}\n`) })
  const outcome = await read({ path: basename(file), mediaType: typeOf(file), raw })
  if ('record' in outcome) return outcome.record
  const { path, code, stage, message, cause } = outcome.failed
  process.stderr.write(`${path}: ${code} in ${stage}: ${message}\n${cause === null ? '' : `${cause}\n`}`)
  process.exitCode = 1
  return null
}

function bytesOf(file: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(file))
  } catch (cause) {
    throw new SetupError([`Expected a file at ${file}, got: ${cause instanceof Error ? cause.message : cause}.`])
  }
}

interface Row {
  readonly start: number
  readonly cells: readonly string[]
}

/** Every mention as a row: where, what kind, its words, what it was read as, rule and score. */
function rowsOf(record: ArticleRecord, kinds: readonly string[]): Row[] {
  const row = (kind: string, at: { start: number; end: number; text: string }, as: string, by: RuleAndScore): Row => ({
    start: at.start,
    cells: [`${at.start}-${at.end}`, kind, shorten(at.text), shorten(as), by.rule, by.score.toFixed(2)],
  })
  const rows = [
    ...profilesOf(record).flatMap((profile) =>
      profile.mentions.map((mention) => row(profile.kind, mention, profile.registryId ?? profile.name, mention)),
    ),
    ...record.figures.map((figure) => row('figure', figure, `${figure.value} ${figure.unit}`, figure)),
    ...record.dates.map((date) => row('date', date, date.value, date)),
    ...record.quotes.flatMap((quote) =>
      quote.content.slice(0, 1).map((part) => row('quote', part, quote.speaker?.name ?? '(unknown)', quote)),
    ),
  ]
  const wanted = (kind = ''): boolean => kinds.includes(kind) || (kind === 'quote' && kinds.includes('content'))
  return rows.filter(({ cells }) => wanted(cells[1])).sort((a, b) => a.start - b.start)
}

interface RuleAndScore {
  readonly rule: string
  readonly score: number
}

const LONGEST_CELL = 40

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > LONGEST_CELL ? `${line.slice(0, LONGEST_CELL - 1)}…` : line
}

function tableOf(rows: readonly Row[]): string {
  const all = [['where', 'kind', 'words', 'read as', 'rule', 'score'], ...rows.map(({ cells }) => cells)]
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((cells) => (cells[column] ?? '').length)))
  return all
    .map(
      (cells) =>
        `${cells
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}
