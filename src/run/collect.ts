import type { ArticleRecord, Profile } from '../model/record.js'
import { profilesOf } from '../model/record.js'
import type { RunCounts } from '../model/run.js'
import type { ProfileInContext } from '../pipeline/stage.js'
import { serialise } from '../runners/runner.js'
import type { ArticleFile } from './discover.js'
import type { OutputFolder } from './output-folder.js'

/** Which articles repeat another one: given each article's signature, the id of the original by the repeater's id. */
export interface Duplicates<Signature> {
  signatureOf(text: string): Signature
  findDuplicates(
    articles: readonly { readonly id: string; readonly signature: Signature }[],
  ): ReadonlyMap<string, string>
}

/** The records of a run, sorted by path, without the articles' text. */
export interface Collected {
  readonly records: readonly ArticleRecord[]
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
export async function collectRecords<Signature>(
  folder: OutputFolder,
  articles: readonly ArticleFile[],
  duplicates: Duplicates<Signature>,
): Promise<Collected> {
  const records: ArticleRecord[] = []
  const signatures: { id: string; signature: Signature }[] = []
  let words = 0
  for (const { path } of articles) {
    const record = await readRecord(folder, path)
    if (!record) continue
    const { id, text } = record.article
    signatures.push({ id, signature: duplicates.signatureOf(text) })
    words += countWords(text)
    records.push({ ...record, article: { ...record.article, text: '' } })
  }
  const repeats = duplicates.findDuplicates(signatures)
  for (const [index, record] of records.entries()) {
    const duplicateOf = repeats.get(record.article.id) ?? null
    if (record.article.duplicateOf === duplicateOf) continue
    records[index] = { ...record, article: { ...record.article, duplicateOf } }
    await writeDuplicateOf(folder, record.article.path, duplicateOf)
  }
  return { records, counts: countsOf(records, words) }
}

/** One record of a run with its text; `null` if the article is in quarantine. */
export async function readRecord(folder: OutputFolder, path: string): Promise<ArticleRecord | null> {
  const text = await folder.read(folder.fileOf('records', path))
  // Written by this program, and checked against its schema before that.
  return text === null ? null : (JSON.parse(text) as ArticleRecord)
}

/** Every profile of a run with what its article says around it. */
export function profilesInContext(records: readonly ArticleRecord[]): ProfileInContext[] {
  return records.flatMap((record) => {
    const profiles = profilesOf(record)
    const names = [...new Set(profiles.map((profile) => profile.name))].sort()
    const { id: article, published } = record.article
    return profiles.map((profile: Profile) => ({
      profile,
      article,
      published,
      neighbours: names.filter((name) => name !== profile.name),
    }))
  })
}

async function writeDuplicateOf(folder: OutputFolder, path: string, duplicateOf: string | null): Promise<void> {
  const record = await readRecord(folder, path)
  if (!record) return
  const text = serialise({ ...record, article: { ...record.article, duplicateOf } })
  await folder.write(folder.fileOf('records', path), text)
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
