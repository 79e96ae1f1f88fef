import { z } from 'zod'
import { Evidence } from '../model/graph.js'
import { type ArticleRecord, profilesOf } from '../model/record.js'
import type { RunData } from '../pipeline/pipeline.js'

/** Two articles that tell one story, as the run's data hold them under `sameStory`. */
const Story = z.object({
  left: z.string(),
  right: z.string(),
  score: z.number(),
  evidence: z.array(Evidence).min(1),
})
interface Story extends z.infer<typeof Story> {}

/**
 * The pairs of articles that tell one story: what the run's data hold under `sameStory`, and every `duplicateOf` that is
 * not among them. A copy is shown by its first mention and the first's; without one on either side there is no pair.
 */
export function storiesIn(data: RunData): Story[] {
  const stories = data.sameStory === undefined ? [] : z.array(Story).parse(data.sameStory)
  const known = new Set(stories.flatMap(({ left, right }) => [`${left} ${right}`, `${right} ${left}`]))
  const records = new Map(data.records.map((record) => [record.article.id, record]))
  for (const record of data.records) {
    const { id, duplicateOf } = record.article
    const first = duplicateOf === null ? undefined : records.get(duplicateOf)
    if (first === undefined || known.has(`${id} ${first.article.id}`)) continue
    const evidence = [firstMention(first), firstMention(record)].flatMap((place) => place ?? [])
    if (evidence.length > 0) stories.push({ left: first.article.id, right: id, score: 1, evidence })
  }
  return stories
}

function firstMention(record: ArticleRecord): Evidence | null {
  const spans = [...profilesOf(record).flatMap((profile) => profile.mentions), ...record.figures]
  const [first] = spans.sort((a, b) => a.start - b.start || a.end - b.end)
  return first === undefined ? null : { article: record.article.id, start: first.start, end: first.end }
}
