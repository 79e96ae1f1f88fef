import { readdirSync, readFileSync } from 'node:fs'
import { type MarkedText, parseMarks } from '../src/model/marks.js'

/** One case: a few paragraphs with what must be found in them, and nothing else of the file's kinds. */
export interface Case {
  readonly title: string
  readonly line: number
  readonly expected: MarkedText
}

export interface CaseFile {
  readonly name: string
  readonly kinds: readonly string[]
  readonly published: string | null
  readonly cases: readonly Case[]
}

const FOLDER = new URL('../fixtures/cases/', import.meta.url)

/** Every file of fixtures/cases. */
export function caseFiles(): CaseFile[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))
  return names.sort().map((name) => readCaseFile(name, readFileSync(new URL(name, FOLDER), 'utf8')))
}

/**
 * `# kinds: …` and `# published: …` at the head, then cases: `## title` and paragraphs, one a line.
 * @throws {SyntaxError} where a mark is not closed, with the case's title
 */
export function readCaseFile(name: string, content: string): CaseFile {
  const head = content.slice(0, content.indexOf('\n## '))
  const kinds = /^# kinds: (.+)$/m.exec(head)?.[1]?.trim().split(/\s+/) ?? []
  const published = /^# published: (.+)$/m.exec(head)?.[1]?.trim() ?? null
  if (kinds.length === 0)
    throw new SyntaxError(`Expected "# kinds: …" at the head of fixtures/cases/${name}, got none.`)
  const cases: Case[] = []
  content.split('\n').forEach((line, index) => {
    if (line.startsWith('## '))
      cases.push({ title: line.slice(3).trim(), line: index + 1, expected: { text: '', marks: [] } })
  })
  const bodies = content.split(/^## .*$/m).slice(1)
  return {
    name,
    kinds,
    published,
    cases: cases.map((item, index) => ({ ...item, expected: parseBody(bodies[index] ?? '', item.title) })),
  }
}

function parseBody(body: string, title: string): MarkedText {
  const paragraphs = body
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('# '))
    .map((line) => line.trim())
  try {
    return parseMarks(paragraphs.join('\n\n'))
  } catch (error) {
    throw new SyntaxError(`In the case "${title}": ${String(error)}`)
  }
}
