import type { Article } from '../src/model/article.js'

/**
 * A set's text as the read room would give it: every line is a block where it stands, so that the set's offsets hold.
 * @param titleFirst whether the first line is a headline
 */
export function articleOf(text: string, titleFirst = false): Article {
  const blocks = [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((match, index) => ({
    kind: titleFirst && index === 0 ? ('title' as const) : ('paragraph' as const),
    start: match.index + match[0].length - match[0].trimStart().length,
    end: match.index + match[0].trimEnd().length,
  }))
  return {
    id: '000000000000',
    path: 'set.txt',
    mediaType: 'text/plain',
    sha256: '0'.repeat(64),
    text,
    blocks,
    originMap: [],
    meta: { title: null, byline: [], publisher: null, published: null, url: null },
    language: 'en',
    status: 'ok',
    removed: [],
  }
}
