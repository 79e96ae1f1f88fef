import type { ArticleMeta } from '../model/article.js'

/** Nothing known yet. */
export const NO_META: ArticleMeta = { title: null, byline: [], publisher: null, published: null, url: null }

/** What the first says, and where it says nothing, what the second says. */
export function mergeMeta(first: ArticleMeta, second: ArticleMeta): ArticleMeta {
  return {
    title: first.title ?? second.title,
    byline: first.byline.length > 0 ? first.byline : second.byline,
    publisher: first.publisher ?? second.publisher,
    published: first.published ?? second.published,
    url: first.url ?? second.url,
  }
}

/** One line of text: white space collapsed, `null` when empty. */
export function oneLine(text: string | null | undefined): string | null {
  const line = text?.replace(/\s+/g, ' ').trim() ?? ''
  return line === '' ? null : line
}

/** A title without case, punctuation and space, to compare two of them. */
export function titleKey(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Whether two titles are the same but for punctuation, or one is the other with the paper's name after it. */
export function isSameTitle(left: string, right: string): boolean {
  const [short, long] = [titleKey(left), titleKey(right)].sort((a, b) => a.length - b.length)
  if (short === undefined || long === undefined || short === '') return false
  return short === long || (short.length >= 12 && long.startsWith(short))
}
