import type { ExportFormat, ExportInput } from '../../src/export/index.js'
import { linkGraph } from '../../src/link/graph.js'
import { ENTITIES_SCHEMA } from '../../src/model/entity.js'
import type { ArticleRecord } from '../../src/model/record.js'
import { entitiesOf, parentRecord, sampleRecord } from '../link/sample.js'

/** A finished run of the sample records, and of any others. */
export function sampleRun(more: readonly ArticleRecord[] = []): ExportInput {
  const records = [sampleRecord(), parentRecord(), ...more]
  const entities = entitiesOf(records)
  const graph = linkGraph.run({ records, judgements: [], entities: { schema: ENTITIES_SCHEMA, entities } })
  return { entities, graph, records: () => records }
}

/** The files that a format writes, by path. */
export async function filesOf(format: ExportFormat, input: ExportInput): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for await (const { path, text } of format.write(input)) files.set(path, (files.get(path) ?? '') + text)
  return files
}
