import type { Entity } from '../model/entity.js'
import type { Graph } from '../model/graph.js'
import type { ArticleRecord } from '../model/record.js'

/** A finished run, as an export format reads it. */
export interface ExportInput {
  readonly entities: readonly Entity[]
  readonly graph: Graph
  /** The records with their text, one at a time, so that memory stays small; may be called more than once. */
  records(): AsyncIterable<ArticleRecord> | Iterable<ArticleRecord>
}

/** A piece of a file: pieces of one path are written one after the other; pieces of several paths may alternate. */
export interface ExportChunk {
  /** The file, relative to the output folder, with `/`. */
  readonly path: string
  readonly text: string
  /** No piece of this file follows. To be said where there is a file for each article: few files can be open at once. */
  readonly isLast?: boolean
}

/** One way to write a finished run. */
export interface ExportFormat {
  /** What `--format` calls it. */
  readonly name: string
  readonly description: string
  /** The files that it writes, sorted: all of them, even where one has no row. A folder of files ends in `/`. */
  readonly files: readonly string[]
  write(input: ExportInput): AsyncIterable<ExportChunk>
}
