import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type ArticleRecord, type Profile, profilesOf } from '../../src/model/record.js'

/** A marked text of a set beside the project: its spans with the chain that each belongs to. */
interface MarkedText {
  readonly id: string
  readonly text: string
  readonly spans: readonly { readonly start: number; readonly end: number; readonly chain?: string }[]
}

/** A run over a marked set: the records, and the chain of every profile that has one (profile id → chain). */
export interface MarkedRun {
  readonly records: readonly ArticleRecord[]
  readonly chains: ReadonlyMap<string, string>
}

/**
 * Reads a run over the texts of a set, as `spans.py articles` wrote them, and whose each profile is.
 * @param set the set, JSON lines; @param ids the map that `spans.py articles` wrote beside the texts
 */
export function readMarkedRun(run: string, set: string, ids: string): MarkedRun {
  const texts = new Map(
    readFileSync(set, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      // Written by the makers of the set; a line of another shape fails below.
      .map((line) => JSON.parse(line) as MarkedText)
      .map((text) => [text.id, text]),
  )
  const idByFile = JSON.parse(readFileSync(ids, 'utf8')) as Record<string, { id: string }>
  const records: ArticleRecord[] = []
  const chains = new Map<string, string>()
  for (const file of readdirSync(join(run, 'records')).sort()) {
    const record = JSON.parse(readFileSync(join(run, 'records', file), 'utf8')) as ArticleRecord
    records.push(record)
    const marked = texts.get(idByFile[basename(record.article.path)]?.id ?? '')
    if (marked === undefined) continue
    for (const profile of profilesOf(record)) {
      const chain = chainOf(profile, marked)
      if (chain !== null) chains.set(profile.id, chain)
    }
  }
  return { records, chains }
}

/** ECB+ gives what no event of its asks after a chain of its own in each text. */
const ALONE = /^(?:Singleton|INTRA)_/

/** The chain that most names of a profile stand in: a marked span that ends with the name ("US automaker GM"). */
function chainOf(profile: Profile, { spans, text }: MarkedText): string | null {
  const counts = new Map<string, number>()
  for (const { start, end, form, text: words } of profile.mentions) {
    // A text that was cleaned has other offsets from some place on.
    if ((form !== 'name' && form !== 'acronym') || text.slice(start, end) !== words) continue
    const around = spans.filter((span) => span.end === end && span.start <= start)
    const [closest] = around.sort((a, b) => b.start - a.start)
    if (closest?.chain !== undefined && !ALONE.test(closest.chain)) counts.set(closest.chain, (counts.get(closest.chain) ?? 0) + 1)
  }
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return best?.[0] ?? null
}
