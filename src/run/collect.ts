import type { ArticleRecord, Profile } from '../model/record.js'
import { profilesOf } from '../model/record.js'
import type { RunCounts } from '../model/run.js'
import type { ProfileInContext } from '../pipeline/stage.js'
import { findDuplicates, leadOf, type SameStory, type SignedArticle, signatureOf } from '../resolve/duplicates.js'
import { serialise } from '../runners/runner.js'
import { recordsIn } from './finished-run.js'
import type { OutputFolder } from './output-folder.js'

/** The records of a run, sorted by path, without the articles' text. */
export interface Collected {
  readonly records: readonly ArticleRecord[]
  /** Pairs of articles that tell one story. */
  readonly sameStory: readonly SameStory[]
  readonly counts: RecordCounts
}

export type RecordCounts = Pick<
  RunCounts,
  | 'records'
  | 'unsupported'
  | 'duplicates'
  | 'words'
  | 'people'
  | 'agencies'
  | 'organizations'
  | 'places'
  | 'figures'
  | 'dates'
  | 'quotes'
>

/** Reads all records of a run and says in each which article it repeats; a record is written again only if that changed. */
export async function collectRecords(folder: OutputFolder): Promise<Collected> {
  const records: ArticleRecord[] = []
  const signed: SignedArticle[] = []
  let words = 0
  for await (const record of recordsIn(folder)) {
    const { id, path, published, text } = record.article
    signed.push({ id, path, published, signature: Uint32Array.from(signatureOf(text)), lead: leadOf(text) })
    words += countWords(text)
    records.push({ ...record, article: { ...record.article, text: '' } })
  }
  const { duplicateOf: repeats, sameStory } = findDuplicates(signed)
  for (const [index, record] of records.entries()) {
    const duplicateOf = repeats.get(record.article.id) ?? null
    if (record.article.duplicateOf === duplicateOf) continue
    records[index] = { ...record, article: { ...record.article, duplicateOf } }
    await writeDuplicateOf(folder, record.article.path, duplicateOf)
  }
  return { records, sameStory, counts: countsOf(records, words) }
}

/** Every profile of a run with what its article says around it; the profiles of an article share one list of names. */
export function profilesInContext(records: readonly ArticleRecord[]): ProfileInContext[] {
  return records.flatMap((record) => {
    const profiles = profilesOf(record)
    const names = [...new Set(profiles.map((profile) => profile.name))].sort()
    const { id: article, published } = record.article
    return profiles.map((profile: Profile) => ({
      profile,
      article,
      published,
      neighbours: names,
    }))
  })
}

async function writeDuplicateOf(folder: OutputFolder, path: string, duplicateOf: string | null): Promise<void> {
  const file = folder.fileOf('records', path)
  // Written by this program, and checked against its schema before that.
  const record = JSON.parse((await folder.read(file)) ?? '') as ArticleRecord
  const text = serialise({ ...record, article: { ...record.article, duplicateOf } })
  await folder.write(file, text)
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}

function countsOf(records: readonly ArticleRecord[], words: number): RecordCounts {
  const sum = (count: (record: ArticleRecord) => number): number =>
    records.reduce((total, record) => total + count(record), 0)
  return {
    records: records.length,
    unsupported: sum((record) => (record.article.status === 'ok' ? 0 : 1)),
    duplicates: sum((record) => (record.article.duplicateOf === null ? 0 : 1)),
    words,
    people: sum((record) => record.people.length),
    agencies: sum((record) => record.agencies.length),
    organizations: sum((record) => record.organizations.length),
    places: sum((record) => record.places.length),
    figures: sum((record) => record.figures.length),
    dates: sum((record) => record.dates.length),
    quotes: sum((record) => record.quotes.length),
  }
}
