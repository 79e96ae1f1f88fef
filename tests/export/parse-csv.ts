/** Reads RFC 4180, with any end of line: the rows as objects by the first row's names. */
export function parseCsv(file: string | undefined): Record<string, string>[] {
  const rows: string[][] = [[]]
  const text = (file ?? '').replace(/^\ufeff/, '')
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/g)) {
    const cell = match[1] ?? ''
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (match[2]?.endsWith('\n')) rows.push([])
    if (match[2] === '') break
  }
  const [head = [], ...body] = rows.filter((row) => row.length > 1)
  return body.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])))
}
