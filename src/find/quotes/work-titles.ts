import { type Document, type Quotation, type Token, tokenAt } from '../../model/document.js'
import type { Draft } from './quote-drafts.js'

/** What stands right before the title of a work: "MSNBC's “Morning Joe”", "a song called “…”", "sang “…”". */
const BEFORE: ReadonlySet<string> = new Set(
  `'s album anthem ballad book called documentary drama entitled essay film hit in memoir movie musical named novel of on
  opera performed play poem podcast programme program sang series show sings sitcom song starred titled track`.split(
    /\s+/,
  ),
)
/** What stands right behind one that begins its sentence: "“American Skin” was written". */
const BEHIND = /^(?:has|is|was|airs|opens|premieres|won)$/

/**
 * Whether direct speech is none: the title of a song, a show, a section ("'Legend in the Coal Fields.'" as a paragraph of its
 * own), every word with its capital.
 */
export function isWorkTitle(document: Document, { type, content, quotations, block: index }: Draft): boolean {
  const [part, more] = content
  const quotation = document.quotations[quotations[0] ?? -1]
  if (type !== 'direct' || part === undefined || more !== undefined || quotations.length !== 1) return false
  if (quotation === undefined || part.start !== quotation.start || part.end !== quotation.end) return false
  const { article, tokens } = document
  const block = article.blocks[index]
  if (block?.kind !== 'paragraph' || !hasCapitals(document, quotation)) return false
  // chants of “Ted! Ted!”
  if (article.text.slice(part.start, part.end).includes('!')) return false
  if (block.start === part.start && block.end === part.end) return quotation.style === 'single'
  const isEnded = /[.?,]$/.test(article.text.slice(quotation.inner.start, quotation.inner.end))
  return isNamed(tokens, quotation) || (!isEnded && BEHIND.test(tokens[tokenAt(tokens, part.end)]?.normal ?? ''))
}

function isNamed(tokens: readonly Token[], { start }: Quotation): boolean {
  return BEFORE.has(tokens[tokenAt(tokens, start) - 1]?.normal ?? '')
}

/** Whether all words but small ones have a capital, and two or more do. */
function hasCapitals({ tokens }: Document, { inner }: Quotation): boolean {
  let capitals = 0
  for (let at = tokenAt(tokens, inner.start); (tokens[at]?.start ?? inner.end) < inner.end; at += 1) {
    const { casing, normal } = tokens[at] ?? { casing: 'none', normal: '' }
    if (casing === 'title' || casing === 'upper' || casing === 'mixed') capitals += 1
    else if (casing === 'lower' && !SMALL.has(normal)) return false
  }
  return capitals > 1
}

const SMALL: ReadonlySet<string> = new Set(
  "a an and as at but by for from in into is of on or the to with n't 's".split(' '),
)
