import { Argument, type Command } from 'commander'
import { z } from 'zod'
import { Entities } from '../model/entity.js'
import { Graph } from '../model/graph.js'
import { ArticleRecord } from '../model/record.js'
import { Manifest } from '../model/run.js'

const SCHEMAS = { record: ArticleRecord, entities: Entities, graph: Graph, manifest: Manifest }
type SchemaName = keyof typeof SCHEMAS

/** `nutgraf schema`: what the files of a run look like, as JSON Schema. */
export function addSchemaCommand(program: Command): void {
  program
    .command('schema')
    .description('Print the JSON Schema of a file of a run.')
    .addArgument(new Argument('<name>', 'which file').choices(Object.keys(SCHEMAS)))
    .addHelpText('after', '\nExample:\n  $ nutgraf schema record > record.schema.json')
    .action((name: SchemaName) => {
      process.stdout.write(`${JSON.stringify(z.toJSONSchema(SCHEMAS[name]), null, 2)}\n`)
    })
}
