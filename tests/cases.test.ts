import { describe, expect, it } from 'vitest'
import news from '../pipelines/news.js'
import { type MarkKind, markRecord } from '../src/model/mark-record.js'
import { type Mark, type MarkedText, printMarks } from '../src/model/marks.js'
import { ArticleRecord } from '../src/model/record.js'
import { articleOf } from './article-of.js'
import { caseFiles } from './cases.js'

/** The stages after reading: a case is clean text already. */
const stages = news({ engine: 'rules' }).eachStages.slice(1)

async function read(text: string, published: string | null): Promise<ArticleRecord> {
  let value: unknown = articleOf(text.split('\n\n'), published)
  // Each stage takes what the one before it gives: the pipeline's own types have checked that.
  for (const stage of stages) value = await stage.run(value as never)
  return ArticleRecord.parse(value)
}

/** A mark of the case without a note takes any note: what is written there is what is asked. */
function asAsked(found: MarkedText, expected: MarkedText): MarkedText {
  const keyOf = (mark: Mark): string => `${mark.kind} ${mark.start}-${mark.end} ${mark.ref ?? ''}`
  const silent = new Set(expected.marks.filter((mark) => mark.note === null).map(keyOf))
  return { ...found, marks: found.marks.map((mark) => (silent.has(keyOf(mark)) ? { ...mark, note: null } : mark)) }
}

for (const file of caseFiles()) {
  describe(`cases/${file.name}`, () => {
    it.each(file.cases.map((item) => [item.title, item] as const))('%s', async (_, { expected }) => {
      const record = await read(expected.text, file.published)
      // markRecord checks the kinds: an unknown one marks nothing and fails the case.
      const found = markRecord(record, file.kinds as MarkKind[])
      expect(printMarks(asAsked(found, expected))).toBe(printMarks(expected))
    })
  })
}
