import type { Article, BlockKind } from '../src/model/article.js'

/** An article of the given blocks (paragraphs, or `{kind, text}`), as the read room would give it. */
export function articleOf(
  blocks: readonly (string | { kind: BlockKind; text: string })[],
  published: string | null = null,
): Article {
  let text = ''
  const spans = blocks.map((block) => {
    const { kind, text: words } = typeof block === 'string' ? { kind: 'paragraph' as const, text: block } : block
    if (text !== '') text += '\n\n'
    const start = text.length
    text += words
    return { kind, start, end: text.length }
  })
  return {
    id: '0123456789ab',
    path: 'article.txt',
    mediaType: 'text/plain',
    sha256: '0'.repeat(64),
    text,
    blocks: spans,
    originMap: [{ text: { start: 0, end: text.length }, origin: { start: 0, end: text.length } }],
    meta: { title: null, byline: [], publisher: null, published, url: null },
    language: 'en',
    status: 'ok',
    removed: [],
  }
}
