import { ENTITIES_SCHEMA, type Entities, type Entity, type Judgement } from '../model/entity.js'
import type { Graph } from '../model/graph.js'
import type { RunData } from '../pipeline/pipeline.js'
import { loadPipeline, type PipelineSource } from '../runners/load-pipeline.js'
import { type Runner, serialise } from '../runners/runner.js'
import { type Collected, profilesInContext } from './collect.js'
import { JUDGEMENTS, KnownJudgements } from './known-judgements.js'
import type { OutputFolder } from './output-folder.js'
import { onProfiles } from './people-judgements.js'

/** What linking a run made. */
export interface Linked {
  readonly judgements: readonly Judgement[]
  readonly entities: readonly Entity[]
  readonly graph: Graph
  /** Judgements by people on profiles that this run does not have. */
  readonly unknownJudgements: number
}

export interface LinkOptions {
  readonly runner: Runner
  readonly source: PipelineSource
  readonly folder: OutputFolder
  /** What people decided; it beats the rules. */
  readonly people: readonly Judgement[]
  /** Whether the judgements of an earlier run in the folder stand for pairs of unchanged articles. @default false */
  readonly reuse?: boolean
}

/**
 * Judges pairs of profiles, runs the stages over the whole run, and writes what they make. The reasons of a judgement
 * go to `judgements.ndjson` and are not kept: the stages see verdicts and scores, so that memory stays small.
 */
export async function linkRun({ records, sameStory }: Collected, options: LinkOptions): Promise<Linked> {
  const { source, folder } = options
  const { judgements, unknownJudgements } = await judgeRun(records, options)
  const pipeline = await loadPipeline(source)
  let data: RunData = { records, judgements, sameStory }
  for (const stage of pipeline.allStages) data = { ...data, [stage.makes]: await stage.run(data) }
  const {
    records: _records,
    judgements: _judgements,
    sameStory: _sameStory,
    entities: made,
    graph: linked,
    ...others
  } = data
  const entities = entitiesOf(made)
  const graph = graphOf(linked)
  await folder.write('entities.json', serialise({ schema: ENTITIES_SCHEMA, entities }))
  await folder.writeLines('graph.json', graphChunks(graph))
  for (const [name, value] of Object.entries(others)) await folder.write(`${name}.json`, serialise(value))
  return { judgements, entities, graph, unknownJudgements }
}

/** One list for all: millions of judgements are kept. */
const NO_REASONS: Judgement['comparisons'] = []

type Judged = Pick<Linked, 'judgements' | 'unknownJudgements'>

/** Writes the judgements as they are made, in the order of their profiles; gives them without their reasons. */
async function judgeRun(records: RunData['records'], options: LinkOptions): Promise<Judged> {
  const { runner, source, folder, people, reuse = false } = options
  const items = profilesInContext(records)
  const ids = new Set(items.map((item) => item.profile.id))
  const known = onProfiles(people, items).filter(({ left, right }) => ids.has(left) && ids.has(right))
  const judgements: Judgement[] = []
  const earlier = reuse ? new KnownJudgements(folder) : null
  const find = earlier === null ? undefined : earlier.find.bind(earlier)
  async function* lines(): AsyncGenerator<string> {
    for await (const judgement of withPeople(runner.pairs(source, items, find), known)) {
      const { left, right, verdict, score, by } = judgement
      judgements.push({ left, right, verdict, score, by, comparisons: NO_REASONS })
      yield `${earlier?.textOf(judgement) ?? JSON.stringify(judgement)}\n`
    }
  }
  await folder.writeLines(JUDGEMENTS, inPieces(lines()))
  earlier?.close()
  return { judgements, unknownJudgements: people.length - known.length }
}

/** Puts a person's judgement in place of any other on the same pair, the last one if several; those left come last. */
export async function* withPeople(
  judged: AsyncIterable<Judgement>,
  people: readonly Judgement[],
): AsyncGenerator<Judgement> {
  const left = new Map(people.map((judgement) => [pairOf(judgement), judgement]))
  for await (const judgement of judged) {
    const person = left.get(pairOf(judgement))
    left.delete(pairOf(judgement))
    // The reasons that the rules had stay readable under a person's verdict.
    if (person?.comparisons.length === 0) yield { ...person, comparisons: judgement.comparisons }
    else yield person ?? judgement
  }
  for (const [, judgement] of [...left].sort(([a], [b]) => (a < b ? -1 : 1))) yield judgement
}

function pairOf({ left, right }: Judgement): string {
  return `${left}\n${right}`
}

const PIECE_UNITS = 1 << 16

/** Joins lines to larger pieces, which are written faster. */
async function* inPieces(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = ''
  for await (const line of lines) {
    piece += line
    if (piece.length < PIECE_UNITS) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

/** The pieces of `graph.json`, a node or edge a line: a whole graph may be longer than a string can be. */
function* graphChunks({ nodes, edges, ...head }: Graph): Generator<string> {
  yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "nodes": [\n`
  for (const [index, node] of nodes.entries()) yield `  ${JSON.stringify(node)}${index < nodes.length - 1 ? ',' : ''}\n`
  yield ' ],\n "edges": [\n'
  for (const [index, edge] of edges.entries()) yield `  ${JSON.stringify(edge)}${index < edges.length - 1 ? ',' : ''}\n`
  yield ' ]\n}\n'
}

const EMPTY_GRAPH: Graph = { attributes: {}, options: { type: 'directed', multi: true }, nodes: [], edges: [] }

/** What the stage that makes `entities` gave; a pipeline without one has none. */
function entitiesOf(made: unknown): readonly Entity[] {
  return isEntities(made) ? made.entities : []
}

function isEntities(made: unknown): made is Entities {
  return typeof made === 'object' && made !== null && 'entities' in made && Array.isArray(made.entities)
}

/** What the stage that makes `graph` gave; a pipeline without one has an empty graph. */
function graphOf(made: unknown): Graph {
  return isGraph(made) ? made : EMPTY_GRAPH
}

function isGraph(made: unknown): made is Graph {
  return typeof made === 'object' && made !== null && 'nodes' in made && 'edges' in made
}
