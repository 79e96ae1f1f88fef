import { z } from 'zod'
import { Span } from './span.js'

/** A file as it arrived: `path` is relative to the input folder, with `/`; `raw` its bytes, or text already decoded. */
export const Origin = z.object({
  path: z.string(),
  mediaType: z.string(),
  raw: z.union([z.string(), z.instanceof(Uint8Array)]),
})
export interface Origin extends z.infer<typeof Origin> {}

export const BlockKind = z.enum(['title', 'heading', 'paragraph', 'list-item', 'quote', 'caption', 'table', 'code'])
export type BlockKind = z.infer<typeof BlockKind>

/** One block of an article's text. Blocks are sorted, do not overlap, and are set apart by `\n\n`. */
export const Block = Span.extend({ kind: BlockKind })
export interface Block extends z.infer<typeof Block> {}

/**
 * A range of `Article.text` and the range of the decoded raw file that it came from.
 * Ranges of one length map unit by unit; ranges of different lengths (a character reference) map as a whole.
 */
export const OriginRange = z.object({ text: Span, origin: Span })
export interface OriginRange extends z.infer<typeof OriginRange> {}

/** What the file says of itself; `null` or empty where it does not. `published` is an ISO 8601 date or date-time. */
export const ArticleMeta = z.object({
  title: z.string().nullable(),
  byline: z.array(z.string()),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  url: z.string().nullable(),
})
export interface ArticleMeta extends z.infer<typeof ArticleMeta> {}

/** A line that is no article text ("toggle caption"), and the rule `room/what` that took it out. */
export const Removed = z.object({ text: z.string(), rule: z.string() })
export interface Removed extends z.infer<typeof Removed> {}

export const ArticleStatus = z.enum(['ok', 'unsupported-language'])
export type ArticleStatus = z.infer<typeof ArticleStatus>

/** Clean text with the exact way back to the raw file. `id` is 12 hex digits of sha256(path + raw). */
export const Article = z.object({
  id: z.string().regex(/^[0-9a-f]{12}$/),
  path: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
  text: z.string(),
  blocks: z.array(Block),
  originMap: z.array(OriginRange),
  meta: ArticleMeta,
  language: z.string().nullable(),
  status: ArticleStatus,
  removed: z.array(Removed),
})
export interface Article extends z.infer<typeof Article> {}

/**
 * The range of the raw file that a span of the text came from: from the first unit's origin to the last unit's.
 * `null` for an empty span or one that holds nothing but what the reader put in (the gap between blocks).
 */
export function toOrigin(article: Pick<Article, 'originMap'>, span: Span): Span | null {
  let start: number | null = null
  let end: number | null = null
  for (const range of article.originMap) {
    if (range.text.end <= span.start) continue
    if (range.text.start >= span.end) break
    const unitByUnit = range.text.end - range.text.start === range.origin.end - range.origin.start
    const skip = unitByUnit ? Math.max(0, span.start - range.text.start) : 0
    const cut = unitByUnit ? Math.max(0, range.text.end - span.end) : 0
    start ??= range.origin.start + skip
    end = range.origin.end - cut
  }
  return start === null || end === null ? null : { start, end }
}
