import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { StringDecoder } from 'node:string_decoder'
import type { Judgement } from '../model/entity.js'
import type { OutputFolder } from './output-folder.js'

/** The file of a run's judgements, one a line, sorted by the two profile ids; people's on further pairs come last. */
export const JUDGEMENTS = 'judgements.ndjson'

const CHUNK_BYTES = 1 << 20
const LEFT = '{"left":"'
const RIGHT = '","right":"'

/**
 * The judgements of an earlier run in the same folder, read as they are asked for: a profile's id holds the digest of its
 * article, so that what was judged on two ids stands as long as the program is the same (a run of another one takes the
 * file away first). Both the file and the questions are in order, so that one pass over the file answers all.
 */
export class KnownJudgements {
  readonly #lines: Generator<string>
  #found: { readonly judgement: Judgement; readonly text: string } | null = null
  #line: { readonly left: string; readonly right: string; readonly text: string } | null = null

  constructor(folder: OutputFolder) {
    this.#lines = linesOf(join(folder.root, JUDGEMENTS))
    this.#next()
  }

  /** What the rules said on two profiles, `null` where they were not asked; a person's word is put in place elsewhere. */
  find(left: string, right: string): Judgement | null {
    while (this.#line !== null && isBefore(this.#line, { left, right })) this.#next()
    if (this.#line?.left !== left || this.#line.right !== right) return null
    const judgement = new KnownJudgement(left, right, this.#line.text)
    if (judgement.by !== 'rules') return null
    this.#found = { judgement, text: this.#line.text }
    return judgement
  }

  /** The line of the judgement that was found last; `null` for any other, which must be written anew. */
  textOf(judgement: Judgement): string | null {
    return this.#found?.judgement === judgement ? this.#found.text : null
  }

  #next(): void {
    const { value: text } = this.#lines.next()
    if (typeof text !== 'string') {
      this.#line = null
      return
    }
    const end = text.indexOf(RIGHT, LEFT.length)
    const from = end + RIGHT.length
    this.#line = { left: text.slice(LEFT.length, end), right: text.slice(from, text.indexOf('"', from)), text }
  }

  close(): void {
    this.#lines.return(undefined)
  }
}

const REASONS = ',"comparisons":'

/** A judgement by its line; the reasons are read when somebody asks for them, which a run does of few. */
class KnownJudgement implements Judgement {
  readonly left: string
  readonly right: string
  readonly verdict: Judgement['verdict']
  readonly score: number
  readonly by: Judgement['by']
  readonly #text: string

  /** The ids are those that were asked for, which their profiles hold: those of the line would be kept beside them. */
  constructor(left: string, right: string, text: string) {
    // Written by this program, and checked against its schema where people read it.
    const head = JSON.parse(`${text.slice(0, text.indexOf(REASONS))}}`) as Omit<Judgement, 'comparisons'>
    this.left = left
    this.right = right
    this.verdict = head.verdict
    this.score = head.score
    this.by = head.by
    this.#text = text
  }

  get comparisons(): Judgement['comparisons'] {
    return (JSON.parse(this.#text) as Judgement).comparisons
  }
}

function isBefore(one: { left: string; right: string }, other: { left: string; right: string }): boolean {
  return one.left < other.left || (one.left === other.left && one.right < other.right)
}

function* linesOf(file: string): Generator<string> {
  if (!existsSync(file)) return
  const descriptor = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(CHUNK_BYTES)
    const decoder = new StringDecoder('utf8')
    let rest = ''
    for (let count = readSync(descriptor, bytes); count > 0; count = readSync(descriptor, bytes)) {
      const lines = (rest + decoder.write(bytes.subarray(0, count))).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (line.startsWith(LEFT)) yield line
    }
  } finally {
    closeSync(descriptor)
  }
}
