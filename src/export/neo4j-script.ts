/** A file of nodes or relationships: `columns` after the keys, with their types, and the label or type of its rows. */
export interface Table {
  readonly file: string
  readonly label: string
  readonly columns: readonly string[]
}

/** How a value of each type is read out of a row; a list has `;` between its items. */
const READ: Readonly<Record<string, (value: string) => string>> = {
  long: (value) => `toInteger(${value})`,
  double: (value) => `toFloat(${value})`,
  boolean: (value) => `toBoolean(${value})`,
  'string[]': (value) => `split(${value}, ';')`,
}

/** Cypher that reads the files into a running database; may be run again, then it changes what is there. */
export function loadScript(nodes: readonly Table[], edges: readonly Table[]): string {
  return [
    '// Reads this folder into a running Neo4j (4.4 and later): README.md beside this file says how.',
    'CREATE CONSTRAINT thing_key IF NOT EXISTS FOR (thing:Thing) REQUIRE thing.key IS UNIQUE;',
    ...nodes.map(({ file, label, columns }) =>
      loading(file, [
        `MERGE (node:Thing {key: ${cell('key:ID')}})`,
        `SET node:${label}, node += {${assignments(columns)}}`,
      ]),
    ),
    ...edges.map(({ file, label, columns }) =>
      loading(file, [
        `MATCH (from:Thing {key: ${cell(':START_ID')}})`,
        `MATCH (to:Thing {key: ${cell(':END_ID')}})`,
        `MERGE (from)-[edge:${label} {key: ${cell('key')}}]->(to)`,
        `SET edge += {${assignments(columns)}}`,
      ]),
    ),
    '',
  ].join('\n')
}

function loading(file: string, steps: readonly string[]): string {
  const inner = steps.map((step) => `  ${step}`).join('\n')
  return `LOAD CSV WITH HEADERS FROM 'file:///${file}' AS row\nCALL {\n  WITH row\n${inner}\n} IN TRANSACTIONS OF 5000 ROWS;`
}

function assignments(columns: readonly string[]): string {
  return columns
    .map((column) => {
      const [name = '', type = ''] = column.split(':', 2)
      return `${name}: ${READ[type]?.(cell(column)) ?? cell(column)}`
    })
    .join(', ')
}

function cell(column: string): string {
  return `row.\`${column}\``
}

/** How the folder is read, and what to ask first. */
export function readme(nodes: readonly Table[], edges: readonly Table[]): string {
  const list = (option: string, tables: readonly Table[]): string =>
    tables.map(({ file }) => `  --${option}=${file}`).join(' \\\n')
  return `# A nutgraf run for Neo4j

Nodes are ${nodes.map(({ label }) => `\`${label}\``).join(', ')}, each a \`Thing\` with a \`key\`.
Relationships are ${edges.map(({ label }) => `\`${label}\``).join(', ')}.
\`evidence\` lists where a relationship can be read: \`<article>:<start>-<end>\`.

Into a running database: copy the CSV files to its import folder, then

\`\`\`sh
cypher-shell -f load.cypher
\`\`\`

(in the Browser: paste one statement after another with \`:auto \` before those with LOAD CSV).
Into a new database, which is faster from a million rows on; in this folder:

\`\`\`sh
neo4j-admin database import full neo4j --overwrite-destination \\
${list('nodes', nodes)} \\
${list('relationships', edges)}
\`\`\`

Who speaks of whom:

\`\`\`cypher
MATCH (who:Person)-[:SAYS]->(quote:Quote)-[:NAMES]->(whom)
RETURN who.name, whom.name, count(*) AS quotes ORDER BY quotes DESC LIMIT 20
\`\`\`
`
}
