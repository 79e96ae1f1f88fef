import type { Article, Origin } from '../../src/model/article.js'
import { decode } from '../../src/read/decode.js'
import { readArticle } from '../../src/read/read.js'

/** Reads a made-up file. */
export async function readFile(path: string, mediaType: string, raw: Origin['raw']): Promise<Article> {
  return readArticle.run({ path, mediaType, raw })
}

/** The code of the error that reading gives; `null` when it reads. */
export async function codeOf(mediaType: string, raw: Origin['raw']): Promise<string | null> {
  try {
    await readFile('a', mediaType, raw)
    return null
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}

/** The blocks as "kind: words". */
export function blockLines(article: Article): string[] {
  return article.blocks.map((block) => `${block.kind}: ${article.text.slice(block.start, block.end)}`)
}

/** What is wrong with an article's origin map: order, bounds, a one-to-one range whose words differ. */
export function mapFaults(article: Article, raw: Origin['raw']): string[] {
  const file = decode({ path: article.path, mediaType: article.mediaType, raw })
  const faults: string[] = []
  let text = 0
  let origin = 0
  for (const range of article.originMap) {
    const words = article.text.slice(range.text.start, range.text.end)
    const source = file.slice(range.origin.start, range.origin.end)
    if (range.text.start < text || range.text.end <= range.text.start) faults.push(`text order at ${words}`)
    if (range.origin.start < origin || range.origin.end <= range.origin.start) faults.push(`origin order at ${words}`)
    if (words.length === source.length && words !== source) faults.push(`${source} is not ${words}`)
    text = range.text.end
    origin = range.origin.end
  }
  if (text > article.text.length || origin > file.length) faults.push('out of bounds')
  return faults
}

/** Words of the text that have no range: only white space and marks between table cells may. */
export function unmapped(article: Article): string[] {
  const gaps: string[] = []
  let at = 0
  for (const { text } of article.originMap) {
    gaps.push(article.text.slice(at, text.start))
    at = text.end
  }
  gaps.push(article.text.slice(at))
  return gaps.filter((gap) => /[^\s|]/.test(gap))
}
