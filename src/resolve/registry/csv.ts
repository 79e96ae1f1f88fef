import { EntityKind } from '../../model/mention.js'
import { entryWith, isLatin, type LineReader, type Parsed, shown, wikidataId } from './line.js'

/** Columns, by the names that they may have. `id` and a name are needed. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  id: ['id', 'qid', 'wikidata', 'item'],
  name: ['name', 'label', 'labels', 'itemlabel'],
  aliases: ['aliases', 'alias', 'names', 'altlabel', 'itemaltlabel'],
  kind: ['kind', 'type', 'schema'],
  sitelinks: ['sitelinks', 'prior'],
  description: ['description', 'itemdescription', 'position', 'role'],
  country: ['country'],
  sameAs: ['sameas'],
}
/** Between the values of one field. */
const BETWEEN = /\s*[|;]\s*/

/** CSV with a header line, of the columns of a Wikidata slice; the separator (comma, semicolon, tab) is the header's. */
export function csvReader(): LineReader {
  let columns: ReadonlyMap<string, number> | null = null
  let separator = ','
  let open = ''
  return {
    name: 'CSV',
    line(text) {
      const whole = open === '' ? text : `${open}\n${text}`
      if (whole.trim() === '') return 'nothing'
      if (isOpen(whole)) {
        open = whole
        return 'nothing'
      }
      open = ''
      if (columns === null) {
        separator = separatorOf(whole)
        columns = columnsOf(fieldsOf(whole.replace(/^\ufeff/, ''), separator))
        const missing = ['id', 'name', 'kind'].filter((name) => !columns?.has(name))
        if (missing.length > 0) return { fault: `expected columns id, name and kind, got ${shown(whole)}` }
        return 'nothing'
      }
      return rowOf(fieldsOf(whole, separator), columns)
    },
    end: () => (open === '' ? null : `expected a closing quotation mark, got the end of the file after ${shown(open)}`),
  }
}

function rowOf(fields: readonly string[], columns: ReadonlyMap<string, number>): Parsed {
  const field = (name: string): string => fields[columns.get(name) ?? -1]?.trim() ?? ''
  const kind = EntityKind.safeParse(field('kind').toLowerCase())
  const [name, ...others] = [...field('name').split(BETWEEN), ...field('aliases').split(BETWEEN)].filter(isLatin)
  const id = field('id')
  if (id === '' || name === undefined) return { fault: `expected an id and a name, got ${shown(fields.join(', '))}` }
  if (!kind.success) {
    return field('kind') === ''
      ? { fault: `expected a kind (${EntityKind.options.join(', ')}), got none in ${shown(fields.join(', '))}` }
      : 'other-kind'
  }
  const sitelinks = Number(field('sitelinks'))
  if (field('sitelinks') !== '' && !Number.isFinite(sitelinks))
    return { fault: `expected a number of sitelinks, got ${shown(field('sitelinks'))}` }
  return {
    entry: entryWith({
      id: wikidataId(id) ?? id,
      kind: kind.data,
      name,
      forms: others,
      sameAs: field('sameAs')
        .split(BETWEEN)
        .filter((one) => one !== '')
        .map((one) => wikidataId(one) ?? one),
      prior: field('sitelinks') === '' ? null : sitelinks,
      country: field('country').length === 2 ? field('country').toUpperCase() : null,
      context: [field('description')],
    }),
  }
}

/** Whether a quotation mark is still open: the record goes on in the next line. */
function isOpen(text: string): boolean {
  let count = 0
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) count += 1
  return count % 2 === 1
}

function separatorOf(header: string): string {
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: header.split(mark).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark
}

function columnsOf(header: readonly string[]): Map<string, number> {
  const names = header.map((name) => name.trim().toLowerCase())
  const columns = new Map<string, number>()
  for (const [column, known] of Object.entries(COLUMNS)) {
    const at = names.findIndex((name) => known.includes(name))
    if (at !== -1) columns.set(column, at)
  }
  return columns
}

/** The fields of one record (RFC 4180): a quotation mark inside a quoted field is doubled. */
function fieldsOf(record: string, separator: string): string[] {
  const fields: string[] = []
  let field = ''
  let isQuoted = false
  for (let at = 0; at < record.length; at += 1) {
    const mark = record.charAt(at)
    if (isQuoted) {
      if (mark !== '"') field += mark
      else if (record.charAt(at + 1) === '"') {
        field += '"'
        at += 1
      } else isQuoted = false
    } else if (mark === '"' && field === '') isQuoted = true
    else if (mark === separator) {
      fields.push(field)
      field = ''
    } else field += mark
  }
  return [...fields, field.replace(/\r$/, '')]
}
