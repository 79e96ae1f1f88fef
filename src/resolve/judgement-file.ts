import { z } from 'zod'
import { Judgement, type Verdict } from '../model/entity.js'
import { SetupError } from '../model/errors.js'

/** What nomenklatura calls a verdict. */
const VERDICTS: Readonly<Record<string, Verdict>> = { positive: 'same', negative: 'different', unsure: 'unsure' }
const NAMES: Readonly<Record<Verdict, string>> = { same: 'positive', different: 'negative', unsure: 'unsure' }

/**
 * One line of nomenklatura's resolver file: `[left, right, judgement, score, user, time]`.
 * @see https://github.com/opensanctions/nomenklatura
 */
const ResolverLine = z.tuple([z.string(), z.string(), z.string()], z.unknown())

/**
 * Reads a file of judgements: one a line, each either a Judgement or a line of nomenklatura's resolver file, which is a
 * person's word. Suggestions without a decision ("no_judgement") are left out.
 * @throws {SetupError} with every line that is neither.
 */
export function parseJudgements(file: string): Judgement[] {
  const judgements: Judgement[] = []
  const faults: string[] = []
  for (const [at, line] of file
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue
    const parsed = parseLine(line)
    if (parsed === null)
      faults.push(
        `Expected a judgement or a resolver line at line ${at + 1}, got: ${line.slice(0, 80)}. Correct the line.`,
      )
    else if (parsed !== 'undecided') judgements.push(parsed)
  }
  if (faults.length > 0) throw new SetupError(faults)
  return judgements
}

function parseLine(line: string): Judgement | 'undecided' | null {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return null
  }
  const judgement = Judgement.safeParse(value)
  if (judgement.success) return ordered(judgement.data)
  const resolver = ResolverLine.safeParse(value)
  if (!resolver.success) return null
  const [left, right, decision, score] = resolver.data
  const verdict = VERDICTS[decision]
  if (verdict === undefined) return decision === 'no_judgement' ? 'undecided' : null
  const sure = verdict === 'same' ? 1 : verdict === 'different' ? 0 : 0.5
  return ordered({
    left,
    right,
    verdict,
    score: typeof score === 'number' && score >= 0 && score <= 1 ? score : sure,
    by: 'person',
    comparisons: [],
  })
}

function ordered(judgement: Judgement): Judgement {
  if (judgement.left < judgement.right) return judgement
  return { ...judgement, left: judgement.right, right: judgement.left }
}

/** Writes judgements, one a line, in the order given. */
export function printJudgements(judgements: Iterable<Judgement>): string {
  let file = ''
  for (const judgement of judgements) file += `${JSON.stringify(judgement)}\n`
  return file
}

/**
 * Writes judgements as nomenklatura's resolver file. `user` and `time` (ISO 8601) say who decided and when: given from
 * outside, since no stage has a clock.
 */
export function printResolver(judgements: Iterable<Judgement>, by: { user: string; time: string }): string {
  let file = ''
  for (const { left, right, verdict, score } of judgements) {
    file += `${JSON.stringify([right, left, NAMES[verdict], score, by.user, by.time])}\n`
  }
  return file
}
