import type { Command } from 'commander'
import type { RunOptions, RunResult } from '../run-folder.js'
import { engine, files, given, list, number } from './arguments.js'
import { progressReport } from './progress.js'

const HELP = `
Examples:
  $ nutgraf run articles/                          → output/articles/
  $ nutgraf run a.md b.html --out output/today     files by name
  $ nutgraf run articles/ --format csv,gexf        tables for a spreadsheet, a graph for Gephi
  $ nutgraf run articles/ --judgements decided.ndjson
  $ nutgraf run articles/ --registry legislators-current.yaml --registry slice.jsonl    names get ids of these files

What is written:
  records/<path>.json      who and what is in each article, every mention with its place in the text
  quarantine/<path>.json   articles that could not be read, and why
  judgements.ndjson        which names were taken for the same, with the reasons
  entities.json            people, agencies, organizations and places across all articles
  graph.json               who said what, in which article, about whom; every edge with its evidence
  manifest.json            what made this run

A run that was stopped goes on where it was; an article that did not change is not read again (--fresh reads all).`

interface RunFlags extends Omit<RunOptions, 'inputs' | 'formats' | 'deadlineMs' | 'onProgress'> {
  readonly format?: string[]
  readonly deadline?: number
  readonly quiet?: boolean
}

/** `nutgraf run`: articles → records, entities, graph. */
export function addRunCommand(program: Command): void {
  program
    .command('run')
    .description('Read articles into records, entities and a graph.')
    .argument('<inputs...>', 'files and folders')
    .option('-o, --out <folder>', 'where the results go (default: output/<name of the input>)')
    .option('--pipeline <name>', 'a pipeline by name, or a .js file (default: news)')
    .option('--engine <engine>', 'how articles are read: model, or rules alone (default: model)', engine)
    .option('--threads <count>', 'worker threads; 0: none, for debugging (default: one for each processor)', number)
    .option('--format <list>', 'further formats to export, with commas between them', list)
    .option('--judgements <file>', 'what people decided on pairs; it beats the rules')
    .option(
      '--registry <file>',
      'who is who: congress-legislators YAML, FollowTheMoney, Wikidata lines or CSV (may be given several times)',
      files,
    )
    .option('--deadline <seconds>', 'how long one article may take (default: 60)', number)
    .option('--fresh', 'read every article again')
    .option('-q, --quiet', 'say nothing but what went wrong')
    .addHelpText('after', HELP)
    .action(async (inputs: string[], flags: RunFlags) => {
      // Loaded here: the rooms and their word lists are not needed for --help, and a faulty list is reported like any fault.
      const { runFolder } = await import('../run-folder.js')
      const { format, deadline, quiet = false, ...rest } = flags
      const progress = progressReport(quiet)
      const deadlineMs = deadline === undefined ? undefined : Math.round(deadline * 1000)
      const onProgress = progress.update
      const result = await runFolder({
        inputs,
        ...rest,
        ...given({ formats: format, deadlineMs, onProgress }),
        onNotice: (notice) => process.stderr.write(`${notice}\n`),
      }).finally(progress.end)
      process.stderr.write(warningsOf(result, quiet))
      if (!quiet) process.stdout.write(summaryOf(result, flags.format ?? []))
      process.exitCode = result.failures.length > 0 ? 1 : 0
    })
}

const SHOWN_FAILURES = 10

function warningsOf(result: RunResult, isQuiet: boolean): string {
  const { failures, skipped, counts, stale, unknownJudgements, out } = result
  const lines = failures
    .slice(0, SHOWN_FAILURES)
    .map(({ path, code, message }) => `quarantine: ${path}: ${code}: ${message.split('\n', 1)[0]}`)
  if (failures.length > SHOWN_FAILURES)
    lines.push(`quarantine: and ${failures.length - SHOWN_FAILURES} more, see ${out}`)
  if (!isQuiet && skipped.length > 0) {
    const kinds = Object.entries(counts.skipped).map(([extension, count]) => `${extension} ${count}`)
    lines.push(`skipped (no articles): ${kinds.join(', ')}`)
  }
  if (!isQuiet && stale > 0) lines.push(`removed (their articles are gone): ${stale}`)
  if (unknownJudgements > 0) {
    lines.push(`judgements not used (on names that this run does not have): ${unknownJudgements}`)
  }
  return lines.map((line) => `${line}\n`).join('')
}

function summaryOf({ counts, out }: RunResult, formats: readonly string[]): string {
  const count = (value: number, singular: string, plural = `${singular}s`): string =>
    `${value.toLocaleString('en-US')} ${value === 1 ? singular : plural}`
  const notes = [
    counts.reused > 0 ? `${counts.reused} unchanged and not read again` : '',
    counts.unsupported > 0 ? `${counts.unsupported} in a language that is not read` : '',
    counts.duplicates > 0 ? `${counts.duplicates} that repeat another` : '',
    counts.quarantined > 0 ? `${counts.quarantined} in quarantine` : '',
  ].filter((note) => note !== '')
  return `${count(counts.articles, 'article')}, ${count(counts.words, 'word')}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}
  ${count(counts.people, 'person', 'people')}, ${count(counts.agencies, 'agency', 'agencies')}, ${count(counts.organizations, 'organization')}, ${count(counts.places, 'place')} in ${count(counts.records, 'record')}
  ${count(counts.quotes, 'quote')}, ${count(counts.figures, 'figure')}, ${count(counts.dates, 'date')}
  ${count(counts.entities, 'entity', 'entities')} and ${count(counts.edges, 'edge')} across the articles
${out}/
  records/, entities.json, graph.json${formats.map((format) => `, ${format}`).join('')}
`
}
