/**
 * Scores of the whole program on the dev sets beside the project: `npm run score [-- SET…] [--engine=rules]` writes tests/SCORES.md,
 * where no set is named.
 * Needs ../shared (data and tools), Python for its scorers, and a build. A set that is not there is said so.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { z } from 'zod'
import { SPAN_SETS, spanRows } from './span-scores.js'
import { markedArticles, type QuoteType, speakerScores } from './speaker-scores.js'

const ROOT = resolve(import.meta.dirname, '..')
const SHARED = resolve(ROOT, '../shared')
const TABLE = join(ROOT, 'tests/SCORES.md')

interface DevSet {
  readonly file: string
  readonly tool: 'score.py' | 'link_score.py'
  readonly flags?: readonly string[]
  readonly metrics: readonly string[]
  /** Who is marked to speak, and in which types of quote; one row each. */
  readonly speakers?: { readonly file: string; readonly types: Readonly<Record<string, readonly QuoteType[]>> }
  /** Whether only the articles with marks are read. */
  readonly isPart?: boolean
}

const TABLE_HEAD = ['| set | measure | precision | recall | F1 |', '|---|---|---|---|---|']

const NAMES = ['ent.ALL.norm', 'ent.PER.norm', 'ent.ORG.norm', 'ent.LOC.norm']
const LINKS = ['found', 'b3.found', 'b3.all', 'cross']
const QUOTES = ['direct.attributed', 'direct.match', 'direct.exact', 'all.attributed', 'all.match', 'all.token']

const SETS: readonly DevSet[] = [
  ...[
    'cleanconll-detok.dev',
    'crossner-politics-detok.dev',
    'ieer.developers',
    'gum-news.dev',
    'finer-ord.dev',
    'uner-ewt.dev',
  ].map((name) => ({ file: `names/${name}`, tool: 'score.py' as const, metrics: NAMES })),
  {
    file: 'quotes/polnear.dev',
    tool: 'score.py',
    metrics: QUOTES.map((name) => `quote.${name}`),
    speakers: { file: 'polnear-speakers.json', types: { direct: ['direct'] } },
  },
  {
    file: 'load/bbc-news',
    tool: 'score.py',
    metrics: [],
    speakers: { file: 'bbc-speakers.json', types: { direct: ['direct'], 'mixed and indirect': ['mixed', 'indirect'] } },
    isPart: true,
  },
  { file: 'figures/newsquant.developers', tool: 'score.py', metrics: ['fig.bag.value', 'fig.bag.value+unit'] },
  { file: 'linking/newswcl50.developers', tool: 'link_score.py', flags: ['--kinds', 'ACTOR'], metrics: LINKS },
  {
    file: 'linking/newswcl50.developers',
    tool: 'link_score.py',
    flags: ['--kinds', 'ACTOR,COUNTRY,GROUP,MISC'],
    metrics: LINKS,
  },
  { file: 'linking/meantime-en.developers', tool: 'link_score.py', metrics: LINKS },
  { file: 'linking/newsfair.developers', tool: 'link_score.py', metrics: [...LINKS, 'link'] },
]

const Score = z.union([
  z.number(),
  z.looseObject({ p: z.number().optional(), r: z.number().optional(), f1: z.number().optional() }),
])
type Score = z.infer<typeof Score>

function python(tool: string, ...args: readonly string[]): string {
  return execFileSync('python3', [join(SHARED, 'tools', tool), ...args], { encoding: 'utf8', maxBuffer: 1 << 30 })
}

/** Runs nutgraf over the texts of a set, and gives the scorer's figures by name. */
function scored(set: DevSet, engine: string, folder: string): Map<string, Score> {
  const name = basename(set.file)
  const gold = set.isPart ? join(folder, `${name}.jsonl`) : join(SHARED, 'data', `${set.file}.jsonl`)
  if (set.isPart && !existsSync(gold)) writeFileSync(gold, markedPart(set))
  const articles = join(folder, name)
  const out = join(folder, `${name}.${engine}.jsonl`)
  if (!existsSync(out)) {
    python('spans.py', 'articles', gold, articles)
    const run = join(folder, `${name}.${engine}.run`)
    const command = [join(ROOT, 'dist/src/cli/main.js'), 'run', articles, '--out', run, '--engine', engine, '--quiet']
    const { status } = spawnSync(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit'] })
    // 1 says that some texts are in quarantine: they score as empty, which is what they gave.
    if (status !== 0 && status !== 1)
      throw new Error(`Expected nutgraf to run over ${articles}, got exit code ${status}.`)
    writeFileSync(out, python('spans.py', 'collect', run, `${articles}.ids.json`))
  }
  if (set.tool === 'score.py') {
    return new Map(Object.entries(z.record(z.string(), Score).parse(JSON.parse(python(set.tool, gold, out, '--json')))))
  }
  const lines = python(set.tool, gold, out, ...(set.flags ?? []))
    .trim()
    .split('\n')
  return new Map(
    lines.map((line) => {
      const [key = '', ...value] = line.split(' ')
      return [key, Score.parse(JSON.parse(value.join(' ').replaceAll("'", '"')))]
    }),
  )
}

const GOLD = join(ROOT, 'fixtures/gold')

/** The lines of a set's articles that are marked. */
function markedPart({ file, speakers }: DevSet): string {
  const ids = markedArticles(join(GOLD, speakers?.file ?? ''))
  const lines = readFileSync(join(SHARED, 'data', `${file}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
  return lines.filter((line) => ids.has(z.object({ id: z.string() }).parse(JSON.parse(line)).id)).join('\n')
}

/** The rows on who is said to speak, from the marks in fixtures/gold. */
function speakerRows({ file, speakers }: DevSet, engine: string, folder: string): string[] {
  if (speakers === undefined) return []
  const marks = join(GOLD, speakers.file)
  const label = `${markedArticles(marks).size} articles of ${file}`
  const percent = (share: number): string => (share * 100).toFixed(1)
  return Object.entries(speakers.types).flatMap(([kind, types]) => {
    const scores = speakerScores(marks, join(folder, `${basename(file)}.${engine}.jsonl`), types)
    const f1 = (2 * scores.precision * scores.right) / (scores.precision + scores.right)
    return [
      `| ${label} | ${kind} quotes by somebody with a name: the right person or body (${scores.quotes} quotes) | ${percent(scores.precision)} | ${percent(scores.right)} | ${percent(f1)} |`,
      `| ${label} | ${kind} quotes by somebody without a name: left so | – | ${percent(scores.unnamedKept)} | – |`,
    ]
  })
}

/** Percent with one decimal; the scorers give fractions (score.py) or percent (link_score.py). */
function cells(set: DevSet, score: Score | undefined): string {
  const scale = set.tool === 'score.py' ? 100 : 1
  const shown = (value: number | undefined): string => (value === undefined ? '–' : (value * scale).toFixed(1))
  if (score === undefined) return '– | – | –'
  if (typeof score === 'number') return `– | – | ${shown(score)}`
  return `${shown(score.p)} | ${shown(score.r)} | ${shown(score.f1)}`
}

/** The rows of one engine's table; a set that is not there is said so. */
function rowsOf(engine: string, sets: readonly DevSet[], folder: string): string[] {
  const rows = [...TABLE_HEAD]
  for (const set of sets) {
    const label = [set.file, ...(set.flags ?? [])].join(' ')
    if (!existsSync(join(SHARED, 'data', `${set.file}.jsonl`))) {
      rows.push(`| ${label} | not there: skipped | – | – | – |`)
      continue
    }
    const scores = scored(set, engine, folder)
    const own = set.metrics.map((metric) => `| ${label} | ${metric} | ${cells(set, scores.get(metric))} |`)
    own.push(...speakerRows(set, engine, folder))
    rows.push(...own)
    console.log(own.join('\n'))
  }
  return rows
}

/** Figures and dates are found by rules whatever the engine, so their table is one. */
async function spanTable(asked: readonly string[]): Promise<string> {
  const rows = [...TABLE_HEAD]
  for (const set of SPAN_SETS.filter(({ file }) => asked.length === 0 || asked.some((part) => file.includes(part)))) {
    const own = await spanRows(set, join(SHARED, 'data', `${set.file}.jsonl`))
    rows.push(...own)
    console.log(own.join('\n'))
  }
  return `## Figures and dates, either engine\n\n${rows.join('\n')}\n`
}

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const engines = ['model', 'rules'].filter(
  (engine) => !process.argv.includes(`--engine=${engine === 'model' ? 'rules' : 'model'}`),
)
const sets = SETS.filter((set) => asked.length === 0 || asked.some((part) => set.file.includes(part)))
const folder = mkdtempSync(join(tmpdir(), 'nutgraf-scores-'))
try {
  const tables = engines.map((engine) => {
    console.log(`--engine ${engine}`)
    return `## --engine ${engine}\n\n${rowsOf(engine, sets, folder).join('\n')}\n`
  })
  tables.push(await spanTable(asked))
  if (asked.length === 0 && engines.length === 2) {
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')))
    const head = `# Scores on the dev sets\n\nWritten by \`npm run score\`: nutgraf ${version}, whole program, measures of \`../shared/tools\`, in percent. The model has learned from\nuner-ewt.dev: its row there says nothing. Thresholds and rules were chosen with these sets in view, and the pronouns'\nrankers have learned from the chains of meantime-en.developers: its linking scores are a little flattered.\n`
    writeFileSync(TABLE, [head, ...tables].join('\n'))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
