import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { SetupError } from '../model/errors.js'
import { MARK_KINDS, type MarkKind, markRecord } from '../model/mark-record.js'
import { printMarks } from '../model/marks.js'
import { ArticleRecord } from '../model/record.js'
import type { Engine } from '../model/run.js'
import { explained } from '../model/why.js'
import { engine, files, list } from './arguments.js'
import { mentionTable, whyTable } from './show-table.js'

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
  $ nutgraf show article.md --why     what the learned parts weighed, and what tipped it: + speaks for the first, - against
  $ nutgraf show output/articles/records/memo.md.json`

const NOTHING_WEIGHED = 'Nothing was weighed: a record says what was decided. Show the article itself.\n'

interface ShowFlags {
  readonly pipeline?: string
  readonly engine?: Engine
  readonly registry?: string[]
  readonly kinds?: string[]
  readonly why?: boolean
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
    .option('--why', 'also what was weighed for each pronoun and each quote, and what tipped it')
    .addHelpText('after', HELP)
    .action(async (file: string, { kinds: names, why = false, ...options }: ShowFlags) => {
      const kinds = kindsOf(names)
      const read = (): Promise<ArticleRecord | null> => recordOf(file, options)
      const { result: record, whys } = why ? await explained(read) : { result: await read(), whys: [] }
      if (record === null) return
      process.stdout.write(`${printMarks(markRecord(record, kinds))}\n\n${mentionTable(record, kinds)}`)
      if (why) process.stdout.write(`\n${whys.length > 0 ? whyTable(whys) : NOTHING_WEIGHED}`)
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
async function recordOf(file: string, options: Omit<ShowFlags, 'kinds' | 'why'>): Promise<ArticleRecord | null> {
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
