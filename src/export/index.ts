import { csv } from './csv.js'
import type { ExportFormat } from './format.js'
import { ftm } from './ftm.js'
import { gexf } from './gexf.js'
import { graphml } from './graphml.js'
import { jsonld } from './jsonld.js'
import { neo4j } from './neo4j.js'

export type { ExportChunk, ExportFormat, ExportInput } from './format.js'

/** Every export format, sorted by name. A new one is a file of this folder and a line here. */
export const formats: readonly ExportFormat[] = [csv, ftm, gexf, graphml, jsonld, neo4j]

/** The export formats by name. */
export const formatByName: ReadonlyMap<string, ExportFormat> = new Map(formats.map((format) => [format.name, format]))
