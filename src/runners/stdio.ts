import type { Writable } from 'node:stream'
import { z } from 'zod'
import type { Origin } from '../model/article.js'
import { DocumentError } from '../model/errors.js'
import { ArticleRecord, Profile } from '../model/record.js'
import type { PairStage, ProfileInContext } from '../pipeline/stage.js'
import { blockKeysOf, judgeInBlock } from './pairs.js'
import { failureOf, type Outcome } from './runner.js'

/** Answers one line with one line; never throws and never leaves a line without an answer. */
export type LineAnswer = (line: string, number: number) => Promise<string>

/**
 * Answers every line of `input` on `output`, in their order, each before the next is read: whoever reads slowly slows the
 * worker, and nothing is heaped up. Ends early when `output` is closed by whoever reads it.
 */
export async function answerLines(
  input: AsyncIterable<Uint8Array>,
  output: Writable,
  answer: LineAnswer,
): Promise<void> {
  let number = 0
  for await (const line of linesOf(input)) {
    number += 1
    const answered = withoutLineEnds(await answer(line.replace(/\r$/, ''), number))
    if (output.destroyed) return
    // Taken, or refused by a closed pipe, which is no error: whoever has read enough closes it.
    await new Promise<void>((resolve) => output.write(`${answered}\n`, () => resolve()))
  }
}

/**
 * The lines of UTF-8 text, which `\n` alone ends: JSON may hold U+2028, which readline takes for an end, and a cell of CSV
 * a `\r`. Cut at the byte, so that no character is torn; each byte is copied once, however long a line.
 */
export async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let parts: Buffer[] = []
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    let start = 0
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      if (parts.length === 0) yield bytes.toString('utf8', start, end)
      else yield Buffer.concat([...parts, bytes.subarray(start, end)]).toString('utf8')
      parts = []
      start = end + 1
    }
    if (start < bytes.length) parts.push(bytes.subarray(start))
  }
  if (parts.length > 0) yield Buffer.concat(parts).toString('utf8')
}

const NEWLINE = 10

/** JSON without the two characters that some readers of lines take for an end. */
function withoutLineEnds(json: string): string {
  return json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}

/** An article on a line: its text (`raw`) or bytes (`base64`), or neither, and `path` names a file to read. */
const ArticleLine = z.object({
  path: z.string(),
  mediaType: z.string().optional(),
  raw: z.string().optional(),
  base64: z.base64().optional(),
})
export interface ArticleLine extends z.infer<typeof ArticleLine> {}

const Item = z.object({
  profile: Profile,
  article: z.string(),
  published: z.string().nullable(),
  neighbours: z.array(z.string()),
})
const PairLine = z.union([z.object({ left: Item, right: Item }), z.object({ key: z.string(), items: z.array(Item) })])

/**
 * `--stage each`: an article a line → its record, or `{"error": {path, stage, code, message, cause}}`.
 * `originOf` gives the bytes of a file that a line names; `read` is a runner's.
 */
export function answerEach(
  originOf: (line: ArticleLine) => Promise<Origin>,
  read: (origin: Origin) => Promise<Outcome>,
): LineAnswer {
  return answering(ArticleLine, '{"path": "a.txt", "raw": "…"}', async (line) => {
    const outcome = await read(await originOf(line))
    return 'ok' in outcome ? JSON.parse(outcome.ok) : { error: outcome.failed }
  })
}

/**
 * `--stage keys`: a record a line → `{"items": [{keys, item}]}`, its profiles with the keys to group them by.
 * `inContext` gives a record's profiles with what the article says around them.
 */
export function answerKeys(
  stage: PairStage,
  inContext: (record: ArticleRecord) => readonly ProfileInContext[],
): LineAnswer {
  return answering(ArticleRecord, 'a record of nutgraf', async (record) => ({
    items: inContext(record).map((item) => ({ keys: blockKeysOf(stage, item), item })),
  }))
}

/**
 * `--stage pairs`: `{"left", "right"}`, two items of `keys` → their judgement; or a whole block, `{"key", "items"}` →
 * `{"key", "judgements"}`, in which each pair is judged in the first block only of those that it shares.
 */
export function answerPairs(stage: PairStage): LineAnswer {
  return answering(PairLine, '{"left": item, "right": item} or {"key": "…", "items": [item]}', async (line) =>
    'left' in line
      ? stage.judge(line.left, line.right)
      : { key: line.key, judgements: [...judgeInBlock(stage, line.key, line.items)] },
  )
}

/** Reads a line by its schema and answers it; whatever goes wrong is the answer. */
function answering<Line>(
  schema: z.ZodType<Line>,
  expected: string,
  answer: (line: Line) => Promise<unknown>,
): LineAnswer {
  return async (text, number) => {
    let path = `line ${number}`
    try {
      const json = parsed(text, expected)
      if (typeof json === 'object' && json !== null && 'path' in json) path = String(json.path)
      const line = schema.safeParse(json)
      if (!line.success) throw badLine(expected, z.prettifyError(line.error).split('\n').slice(0, 4).join('; '))
      return JSON.stringify(await answer(line.data))
    } catch (error) {
      return JSON.stringify({ error: failureOf(path, null, error) })
    }
  }
}

function parsed(text: string, expected: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badLine(expected, text.trim() === '' ? 'an empty line' : `no JSON: ${text.slice(0, 60)}`)
  }
}

function badLine(expected: string, got: string): DocumentError {
  return new DocumentError('worker/bad-line', `Expected ${expected}, got ${got}.`)
}
