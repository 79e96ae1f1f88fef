import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import type { Verdict } from '../model/entity.js'
import { parseJudgements, printJudgements } from '../resolve/judgement-file.js'
import { printResolver } from '../resolve/resolver-file.js'
import { openRun, type ProfileWithText, profilesWithText } from '../run/finished-run.js'
import { describePair, type Mark } from './pair-view.js'
import { forResolver, Questions } from './questions.js'

const HELP = `
For each pair: y (the same), n (different), u (cannot be told), b (back: take the last answer back), q (stop).
Each answer is written at once. A pair that was answered, or that an answer settles with it, is not asked again.

Examples:
  $ nutgraf judge output/articles
  $ nutgraf run articles/ --judgements output/articles.judgements.ndjson     use the answers
  $ printf 'y\\nn\\nq\\n' | nutgraf judge output/articles                      answers from a pipe
  $ nutgraf judge output/articles --resolver resolver.ijson                  nothing is asked: write the answers, and the
                                                                             open pairs as suggestions, for nomenklatura;
                                                                             run --judgements reads its files, too`

interface JudgeFlags {
  readonly out?: string
  readonly resolver?: string
}

/** `nutgraf judge`: a person decides the pairs that the rules are not sure of, the strongest first. */
export function addJudgeCommand(program: Command): void {
  program
    .command('judge')
    .description('Decide the pairs of names that the rules are not sure of, the strongest first.')
    .argument('<run>', 'the output folder of a finished run')
    .option('-o, --out <file>', 'the judgements file, added to (default: <run>.judgements.ndjson)')
    .option('--resolver <file>', 'write a resolver file of nomenklatura instead of asking')
    .addHelpText('after', HELP)
    .action(judge)
}

async function judge(run: string, { out, resolver }: JudgeFlags): Promise<void> {
  const file = out ?? `${run.replace(/[\\/]+$/, '')}.judgements.ndjson`
  const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const earlier = parseJudgements(before)
  const finished = openRun(run)
  const judgements = await finished.judgements()
  const { entities } = await finished.entities()
  const questions = new Questions(judgements, entities, earlier)
  if (resolver !== undefined) {
    const decided = [...judgements.filter(({ by }) => by === 'person'), ...earlier]
    const { decisions, suggestions } = forResolver(decided, questions.open(), entities)
    const time = new Date().toISOString().slice(0, 19)
    const lines = printResolver(decisions, { user: userInfo().username, time })
    writeFileSync(resolver, lines + printResolver(suggestions, { user: 'nutgraf', time }))
    process.stdout.write(`${decisions.length} decisions and ${suggestions.length} suggestions, in ${resolver}\n`)
    return
  }
  const save = (): void => {
    const answers = printJudgements(questions.answers)
    if (before === '' && answers === '') rmSync(file, { force: true })
    else writeFileSync(file, `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${answers}`)
  }
  const left = await review(run, questions, save)
  const answered = questions.answers.length
  const next = answered > 0 ? `, in ${file}\nuse them: nutgraf run … --judgements ${file}` : ''
  process.stdout.write(`\n${answered} decided, ${left} open${next}\n`)
}

/** Asks until nothing is open or the person stops; gives how many are left open. */
async function review(run: string, questions: Questions, save: () => void): Promise<number> {
  const ids = new Set(questions.open().flatMap(({ left, right }) => [left, right]))
  const profiles = await profilesWithText(run, ids)
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
  const mark: Mark = (name) => (process.stdout.isTTY ? `\u001b[1m${name}\u001b[22m` : name)
  try {
    for (let open = questions.open(); ; open = questions.open()) {
      const [judgement] = open
      if (judgement === undefined) return 0
      const number = questions.answers.length + 1
      await withProfiles(run, profiles, [judgement.left, judgement.right])
      const pair = describePair(judgement, profiles, mark)
      process.stdout.write(`\n${number} of ${number + open.length - 1}  ${pair}`)
      const answer = await ask(lines)
      if (answer === 'stop') return open.length
      if (answer !== 'back') questions.answer(judgement, answer)
      else if (!questions.undo()) process.stdout.write('Nothing was answered yet.\n')
      save()
    }
  } finally {
    await lines.return?.()
  }
}

/** Reads profiles that no open question had at the start: taking an answer back opens others. */
async function withProfiles(
  run: string,
  profiles: Map<string, ProfileWithText>,
  ids: readonly string[],
): Promise<void> {
  const missing = new Set(ids.filter((id) => !profiles.has(id)))
  if (missing.size > 0) for (const [id, profile] of await profilesWithText(run, missing)) profiles.set(id, profile)
}

const VERDICTS: Readonly<Record<string, Verdict | 'back' | 'stop'>> = {
  y: 'same',
  n: 'different',
  u: 'unsure',
  b: 'back',
  q: 'stop',
}

/** The answer on the pair shown; the end of the input stops. */
async function ask(lines: AsyncIterator<string>): Promise<Verdict | 'back' | 'stop'> {
  for (;;) {
    process.stdout.write('the same? y/n/u, b back, q stop: ')
    const { value, done } = await lines.next()
    if (done) return 'stop'
    const answer = VERDICTS[String(value).trim().toLowerCase().charAt(0)]
    if (answer !== undefined) return answer
    process.stdout.write('Expected y, n, u, b or q. ')
  }
}
