import { existsSync, readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { Entities, Judgement } from '../model/entity.js'
import { SetupError } from '../model/errors.js'
import { Graph } from '../model/graph.js'
import { type ArticleRecord, type Profile, profilesOf } from '../model/record.js'
import { OutputFolder } from './output-folder.js'

/** A run that is done, read from its folder. */
export interface FinishedRun {
  readonly folder: OutputFolder
  /** The records, sorted by path, with their text; read one at a time. */
  records(): AsyncGenerator<ArticleRecord>
  judgements(): Promise<Judgement[]>
  entities(): Promise<Entities>
  graph(): Promise<Graph>
}

/**
 * Opens the output folder of a run.
 * @throws {SetupError} when the folder holds no finished run
 */
export function openRun(path: string): FinishedRun {
  const root = resolve(path)
  const folder = existsSync(join(root, 'manifest.json')) ? new OutputFolder(root) : null
  const state = folder?.manifest()?.state
  if (!folder || state !== 'finished') {
    const got = state === undefined ? 'none' : 'one that was stopped: run it again first'
    throw new SetupError([`Expected the output folder of a finished run at ${path}, got ${got}.`])
  }
  return {
    folder,
    records: () => recordsIn(folder),
    async judgements() {
      const lines = (await existing(folder, 'judgements.ndjson')).split('\n').filter((line) => line !== '')
      return lines.map((line) => Judgement.parse(JSON.parse(line)))
    },
    entities: async () => Entities.parse(JSON.parse(await existing(folder, 'entities.json'))),
    graph: async () => Graph.parse(JSON.parse(await existing(folder, 'graph.json'))),
  }
}

/** The records of a folder, sorted by path, with their text; read one at a time. */
export async function* recordsIn(folder: OutputFolder): AsyncGenerator<ArticleRecord> {
  // Written by this program, and checked against the schema before that.
  for (const file of recordFiles(folder)) yield JSON.parse(await existing(folder, file)) as ArticleRecord
}

/** The judgements of a finished run. */
export function judgementsOf(path: string): Promise<Judgement[]> {
  return openRun(path).judgements()
}

/** A profile beside the text that its mentions point into. */
export interface ProfileWithText {
  readonly profile: Profile
  readonly text: string
  readonly title: string | null
  readonly path: string
  readonly published: string | null
}

/** The profiles of a finished run whose ids are in `ids`. */
export async function profilesWithText(path: string, ids: ReadonlySet<string>): Promise<Map<string, ProfileWithText>> {
  const profiles = new Map<string, ProfileWithText>()
  for await (const record of openRun(path).records()) {
    const { text, title, path: article, published } = record.article
    for (const profile of profilesOf(record)) {
      if (ids.has(profile.id)) profiles.set(profile.id, { profile, text, title, path: article, published })
    }
  }
  return profiles
}

function recordFiles(folder: OutputFolder): string[] {
  const top = join(folder.root, 'records')
  if (!existsSync(top)) return []
  const files = readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => relative(folder.root, join(entry.parentPath, entry.name)).replace(/\.json$/, ''))
  return files.sort().map((file) => `${file}.json`)
}

async function existing(folder: OutputFolder, file: string): Promise<string> {
  const text = await folder.read(file)
  if (text === null) throw new SetupError([`Expected ${file} in ${folder.root}, got nothing. Run it again.`])
  return text
}
