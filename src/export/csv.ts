import { stringify } from 'csv-stringify/sync'
import { type Cell, entityTables, Names, recordTables } from './csv-tables.js'
import type { ExportChunk, ExportFormat, ExportInput } from './format.js'

/** Tells Excel that the file is UTF-8. */
const BOM = '\ufeff'
/** What makes a spreadsheet read a cell as a formula. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

/**
 * Tables for a spreadsheet: UTF-8 with a byte order mark, commas, CRLF. Each row has names, ids and the sentence. A text
 * that a spreadsheet would take for a formula starts with an apostrophe.
 * @see RFC 4180
 */
export const csv: ExportFormat = {
  name: 'csv',
  description: 'tables for a spreadsheet: people, organizations, places, articles, quotes, figures, mentions',
  files: [...entityTables.map((table) => table.path), ...recordTables.map((table) => table.path)].sort(),
  async *write(input: ExportInput): AsyncGenerator<ExportChunk> {
    const names = new Names(input.entities)
    for (const { path, columns } of recordTables) yield { path, text: BOM + print([columns]) }
    for await (const record of input.records()) {
      names.note(record)
      for (const { path, rows } of recordTables) {
        const cells = [...rows(record, names)]
        if (cells.length > 0) yield { path, text: print(cells) }
      }
    }
    for (const { path, columns, rows } of entityTables) {
      yield { path, text: BOM + print([columns]) }
      const cells = [...rows(input, names)]
      if (cells.length > 0) yield { path, text: print(cells) }
    }
  },
}

function print(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => row.map(safe)),
    { record_delimiter: '\r\n' },
  )
}

function safe(cell: Cell): string | number {
  if (cell === null) return ''
  if (typeof cell === 'number') return cell
  const line = cell.replace(/\s+/g, ' ').trim()
  return FORMULA.test(line) ? `'${line}` : line
}
