import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import type { Judgement, Verdict } from '../model/entity.js'
import { SetupError } from '../model/errors.js'
import type { Profile } from '../model/record.js'
import { judgementsOf, profilesWithText } from '../run/finished-run.js'

const HELP = `
For each pair: y (the same), n (different), u (cannot be told), q (stop; what was answered is kept).
Each answer is written at once; a pair that is in the file already is not asked again.

Examples:
  $ nutgraf judge output/articles
  $ nutgraf run articles/ --judgements output/articles.judgements.ndjson     use the answers
  $ printf 'y\\nn\\nq\\n' | nutgraf judge output/articles                      answers from a pipe`

const VERDICTS: Readonly<Record<string, Verdict>> = { y: 'same', n: 'different', u: 'unsure' }
const SCORES: Readonly<Record<Verdict, number>> = { same: 1, different: 0, unsure: 0.5 }

/** `nutgraf judge`: a person decides the pairs that the rules are not sure of, the strongest first. */
export function addJudgeCommand(program: Command): void {
  program
    .command('judge')
    .description('Decide the pairs of names that the rules are not sure of, the strongest first.')
    .argument('<run>', 'the output folder of a finished run')
    .option('-o, --out <file>', 'the judgements file, added to (default: <run>.judgements.ndjson)')
    .addHelpText('after', HELP)
    .action(async (run: string, flags: { readonly out?: string }) => {
      const file = flags.out ?? `${run.replace(/[\\/]+$/, '')}.judgements.ndjson`
      const decided = decidedPairs(file)
      const unsure = (await judgementsOf(run))
        .filter((judgement) => judgement.verdict === 'unsure' && judgement.by !== 'person')
        .filter(({ left, right }) => !decided.has(`${left}\n${right}`))
        .sort((a, b) => b.score - a.score || (a.left < b.left ? -1 : 1))
      const answered = await review(run, unsure, file)
      process.stdout.write(`\n${answered} of ${unsure.length} pairs decided${answered > 0 ? `, in ${file}` : ''}\n`)
    })
}

async function review(run: string, unsure: readonly Judgement[], file: string): Promise<number> {
  const profiles = await profilesWithText(run, new Set(unsure.flatMap(({ left, right }) => [left, right])))
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
  let answered = 0
  try {
    for (const [index, judgement] of unsure.entries()) {
      process.stdout.write(`\n${index + 1} of ${unsure.length}  ${describe(judgement, profiles)}`)
      const verdict = await ask(lines)
      if (verdict === null) break
      const line: Judgement = { ...judgement, verdict, score: SCORES[verdict], by: 'person' }
      appendFileSync(file, `${JSON.stringify(line)}\n`)
      answered += 1
    }
  } finally {
    await lines.return?.()
  }
  return answered
}

/** The verdict on the pair shown; `null` when the person has had enough or the input ends. */
async function ask(lines: AsyncIterator<string>): Promise<Verdict | null> {
  for (;;) {
    process.stdout.write('the same? y/n/u/q ')
    const { value, done } = await lines.next()
    const answer = done ? 'q' : String(value).trim().toLowerCase().charAt(0)
    if (answer === 'q') return null
    const verdict = VERDICTS[answer]
    if (verdict) return verdict
    process.stdout.write('Expected y, n, u or q. ')
  }
}

function describe(judgement: Judgement, profiles: Awaited<ReturnType<typeof profilesWithText>>): string {
  const side = (id: string): string => {
    const found = profiles.get(id)
    if (!found) return `  ${id} (its record is gone)\n`
    const { profile, text, title, path } = found
    const roles = profile.roles.length > 0 ? ` (${profile.roles.map((role) => role.title).join('; ')})` : ''
    const head = `  ${profile.name}${roles} · ${profile.kind} · ${title ?? path}\n`
    return (
      head +
      contexts(profile, text)
        .map((context) => `    ${context}\n`)
        .join('')
    )
  }
  const reasons = judgement.comparisons.map(
    ({ name, score, detail }) => `  ${score.toFixed(2).padStart(5)}  ${name}: ${detail}\n`,
  )
  return `score ${judgement.score.toFixed(2)}\n${side(judgement.left)}${side(judgement.right)}${reasons.join('')}`
}

const CONTEXTS = 2
const CONTEXT_UNITS = 120

/** The first mentions by name, each with the words around it, on one line. */
function contexts(profile: Profile, text: string): string[] {
  return profile.mentions
    .filter(({ form }) => form === 'name' || form === 'acronym')
    .slice(0, CONTEXTS)
    .map(({ start, end }) => {
      const before =
        text
          .slice(Math.max(0, start - CONTEXT_UNITS), start)
          .split('\n')
          .at(-1) ?? ''
      const after = text.slice(end, end + CONTEXT_UNITS).split('\n', 1)[0] ?? ''
      return `…${before}[${text.slice(start, end)}]${after}…`
    })
}

function decidedPairs(file: string): Set<string> {
  if (!existsSync(file)) return new Set()
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return new Set(
    lines.map((line) => {
      const { left, right } = pairOf(file, line)
      return left < right ? `${left}\n${right}` : `${right}\n${left}`
    }),
  )
}

/** A line of ours, or one of nomenklatura's: `[left, right, …]`. */
function pairOf(file: string, line: string): { left: string; right: string } {
  const parsed: unknown = JSON.parse(line)
  if (Array.isArray(parsed)) return { left: String(parsed[0]), right: String(parsed[1]) }
  if (typeof parsed === 'object' && parsed !== null && 'left' in parsed && 'right' in parsed) {
    return { left: String(parsed.left), right: String(parsed.right) }
  }
  throw new SetupError([`Expected judgements in ${file}, got the line ${line}. Give another file with --out.`])
}
