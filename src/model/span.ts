import { z } from 'zod'

/** A stretch of text: `[start, end)` in UTF-16 code units of `Article.text`. The only way to point at text. */
export const Span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
export interface Span extends z.infer<typeof Span> {}

/** A span with its words beside it, so that a reviewer can read it; `article.text.slice(start, end) === text`. */
export const TextSpan = Span.extend({ text: z.string() })
export interface TextSpan extends z.infer<typeof TextSpan> {}

/** The words that a span points at. */
export function textAt(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}

/** The span `[start, end)` of `text` with its words. */
export function spanOf(text: string, start: number, end: number): TextSpan {
  return { start, end, text: text.slice(start, end) }
}

/** Whether `inner` lies wholly in `outer` (equal spans do). */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Whether two spans share at least one unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/**
 * Index of the first of `items` of which `isBefore` does not hold (their number if none): a binary search, so those of which
 * it holds stand first.
 */
export function firstNot<Item>(items: readonly Item[], isBefore: (item: Item) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(items[middle] as Item)) low = middle + 1
    else high = middle
  }
  return low
}

/** Order in the text: by start, then the longer first, so that an outer span comes before what stands in it. */
export function bySpan(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end
}
