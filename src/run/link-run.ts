import { ENTITIES_SCHEMA, type Entities, type Entity, type Judgement } from '../model/entity.js'
import type { Graph } from '../model/graph.js'
import type { Pipeline, RunData } from '../pipeline/pipeline.js'
import type { PipelineSource } from '../runners/load-pipeline.js'
import { type Runner, serialise } from '../runners/runner.js'
import { type Collected, profilesInContext } from './collect.js'
import type { OutputFolder } from './output-folder.js'

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
  readonly pipeline: Pipeline<never, unknown>
  readonly folder: OutputFolder
  /** What people decided; it beats the rules. */
  readonly people: readonly Judgement[]
}

/** Judges pairs of profiles, runs the stages over the whole run, and writes what they make. */
export async function linkRun({ records, sameStory }: Collected, options: LinkOptions): Promise<Linked> {
  const { runner, source, pipeline, folder, people } = options
  const items = profilesInContext(records)
  const ids = new Set(items.map((item) => item.profile.id))
  const known = people.filter(({ left, right }) => ids.has(left) && ids.has(right))
  const judged: Judgement[] = []
  for await (const judgement of runner.pairs(source, items)) judged.push(judgement)
  const judgements = mergeJudgements(judged, known)
  let data: RunData = { records, judgements, sameStory }
  for (const stage of pipeline.allStages) data = { ...data, [stage.makes]: await stage.run(data) }
  await folder.writeLines('judgements.ndjson', lines(judgements))
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
  return { judgements, entities, graph, unknownJudgements: people.length - known.length }
}

/** The judgements sorted by pair; a person's stands in place of any other on the same pair, the last one if several. */
export function mergeJudgements(judged: readonly Judgement[], people: readonly Judgement[]): Judgement[] {
  const byPair = new Map<string, Judgement>()
  for (const judgement of judged) byPair.set(pairOf(judgement), judgement)
  for (const judgement of people) {
    const { left, right } = judgement
    const sorted = left < right ? judgement : { ...judgement, left: right, right: left }
    const rules = byPair.get(pairOf(sorted))
    // The reasons that the rules had stay readable under a person's verdict.
    const comparisons = sorted.comparisons.length > 0 ? sorted.comparisons : (rules?.comparisons ?? [])
    byPair.set(pairOf(sorted), { ...sorted, comparisons })
  }
  return [...byPair].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, judgement]) => judgement)
}

function pairOf({ left, right }: Judgement): string {
  return `${left}\n${right}`
}

function* lines(judgements: readonly Judgement[]): Generator<string> {
  for (const judgement of judgements) yield `${JSON.stringify(judgement)}\n`
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
