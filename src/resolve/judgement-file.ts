import { Judgement } from '../model/entity.js'
import { SetupError } from '../model/errors.js'
import { judgementsOfEdges, type ResolverEdge, resolverEdgeOf } from './resolver-file.js'

/**
 * Reads a file of judgements: one a line, each either a Judgement or a line of nomenklatura's resolver file, which is a
 * person's word. Suggestions without a decision ("no_judgement") are left out; the resolver's lines come last.
 * @throws {SetupError} with every line that is neither.
 */
export function parseJudgements(file: string): Judgement[] {
  const judgements: Judgement[] = []
  const edges: ResolverEdge[] = []
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
    else if ('by' in parsed) judgements.push(ordered(parsed))
    else edges.push(parsed)
  }
  if (faults.length > 0) throw new SetupError(faults)
  return [...judgements, ...judgementsOfEdges(edges)]
}

function parseLine(line: string): Judgement | ResolverEdge | null {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return null
  }
  return Judgement.safeParse(value).data ?? resolverEdgeOf(value)
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
