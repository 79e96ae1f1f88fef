import type { Document } from '../model/document.js'

/** How each casing class is numbered in the model's casing table. */
export const CASINGS = ['lower', 'title', 'upper', 'initial', 'mixed', 'digit', 'none'] as const

/**
 * What the model is shown for each token: its words with straight apostrophes, and every quotation mark as “ ” ‘ or ’
 * by what it does here, however it was typed: which marks open and which close is known before the model reads.
 */
export function formsOf(document: Document): string[] {
  const marks = new Map<number, string>()
  for (const quotation of document.quotations) {
    if (quotation.style === 'block') continue
    const isSingle = quotation.style === 'single'
    if (quotation.inner.start > quotation.start) marks.set(quotation.start, isSingle ? '‘' : '“')
    if (quotation.closed) marks.set(quotation.inner.end, isSingle ? '’' : '”')
  }
  const { text } = document.article
  return document.tokens.map(
    (token) => marks.get(token.start) ?? text.slice(token.start, token.end).replaceAll('’', "'"),
  )
}
