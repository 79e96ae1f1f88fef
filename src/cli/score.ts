import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Command } from 'commander'
import { SetupError } from '../model/errors.js'
import type { Engine } from '../model/run.js'
import { engine } from './arguments.js'
import { parseGold } from './gold.js'
import { type Score, scoresOf, type Tallies, tallyArticle } from './scores.js'

const HELP = `
A gold file is an article as plain text with its mentions marked by hand, in the notation that "nutgraf show" prints.
Names are marked, not pronouns. A line "# kinds: person quote" before the article says what is marked in it.
  words      content and source counted word by word, for spans that are nearly right
  speakers   quotes whose words were found and whose speaker has the name noted at {content=q1|NAME:…}

Examples:
  $ nutgraf score fixtures/gold
  $ nutgraf score fixtures/gold/flood.txt --json`

interface ScoreFlags {
  readonly json?: boolean
  readonly pipeline?: string
  readonly engine?: Engine
}

/** `nutgraf score`: what the pipeline finds against what a person marked. */
export function addScoreCommand(program: Command): void {
  program
    .command('score')
    .description('Precision, recall and F1 of a pipeline against marked articles.')
    .argument('<gold>', 'a marked article, or a folder of them (.txt)')
    .option('--json', 'print JSON')
    .option('--pipeline <name>', 'a pipeline by name, or a .js file (default: news)')
    .option('--engine <engine>', 'how articles are read: model, or rules alone (default: model)', engine)
    .addHelpText('after', HELP)
    .action(async (path: string, { json = false, ...options }: ScoreFlags) => {
      const { articleReader } = await import('../run/article-reader.js')
      const read = await articleReader({ ...options, onNotice: (notice) => process.stderr.write(`${notice}\n`) })
      const tallies: Tallies[] = []
      for (const file of goldFiles(path)) {
        const gold = goldOf(file)
        const outcome = await read({ path: basename(file), mediaType: 'text/plain', raw: gold.text })
        if ('record' in outcome) {
          tallies.push(tallyArticle(gold, outcome.record))
        } else {
          process.stderr.write(`quarantine: ${file}: ${outcome.failed.code}: ${outcome.failed.message}\n`)
          process.exitCode = 1
        }
      }
      const scores = scoresOf(tallies)
      process.stdout.write(json ? `${JSON.stringify({ articles: tallies.length, scores }, null, 2)}\n` : table(scores))
    })
}

function goldFiles(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false })
  const files = stats?.isDirectory() ? readdirSync(path).filter((name) => name.endsWith('.txt')) : []
  if (stats?.isFile()) return [path]
  if (files.length > 0) return files.sort().map((name) => join(path, name))
  throw new SetupError([`Expected a marked article or a folder of them (.txt), got none at ${path}.`])
}

function goldOf(file: string): ReturnType<typeof parseGold> {
  try {
    return parseGold(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new SetupError([`${file}: ${cause instanceof Error ? cause.message : cause}`], { cause })
  }
}

function table(scores: readonly Score[]): string {
  const percent = (value: number): string => (value * 100).toFixed(1).padStart(10)
  const count = (value: number): string => `${value}`.padStart(7)
  const head = `${''.padEnd(14)}${['gold', 'found', 'right'].map((name) => name.padStart(7)).join('')}${['precision', 'recall', 'F1'].map((name) => name.padStart(10)).join('')}\n`
  const rows = scores.map(
    ({ name, gold, found, right, precision, recall, f1 }) =>
      `${name.padEnd(14)}${[gold, found, right].map(count).join('')}${[precision, recall, f1].map(percent).join('')}\n`,
  )
  return head + rows.join('')
}
