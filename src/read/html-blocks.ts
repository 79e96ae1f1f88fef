import type { BlockKind, Removed } from '../model/article.js'
import { isElement, type Origins, type PageElement, type PageNode, TEXT_NODE } from './html-page.js'
import { endsSentence, type Paragraph } from './lines.js'
import { type Draft, DraftBuilder } from './text-builder.js'

/** The blocks of an element, what was left out, and how many units of the text are links. */
export interface PageBlocks {
  readonly paragraphs: Paragraph[]
  readonly removed: Removed[]
  readonly linkedUnits: number
}

const SKIPPED = names(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG BUTTON INPUT SELECT TEXTAREA IFRAME OBJECT VIDEO AUDIO CANVAS HEAD TITLE NAV',
)
const HEADINGS = names('H1 H2 H3 H4 H5 H6')
const BLOCKS = names(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR HTML LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL',
)
/** A mark of a footnote: "[3]". */
const FOOTNOTE = /^\s*\[\s?[\p{L}\p{N}]{1,4}\s?\]\s*$/u
const LONG_LINE = 100

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

/** Turns an element of a page into blocks; text nodes bring their ranges with them. */
export function blocksOf(root: PageElement, raw: string, origins: Origins): PageBlocks {
  const walker = new Walker(raw, origins)
  walker.walk(root, 'paragraph')
  walker.flush()
  return walker
}

/** The words of some text nodes as one block (a heading kept from a page before its tree was changed). */
export function draftOf(nodes: readonly PageNode[], kind: BlockKind, raw: string, origins: Origins): Draft | null {
  const builder = new DraftBuilder(kind)
  for (const node of nodes) appendNode(builder, node, raw, origins)
  return builder.done()
}

function appendNode(builder: DraftBuilder, node: PageNode, raw: string, origins: Origins): void {
  const text = node.textContent ?? ''
  const run = origins.get(node)
  if (run === undefined) appendNew(builder, text)
  else if (run.end - run.start === text.length) builder.literal(raw, run.start, run.end)
  else builder.unit(text, run.start, run.end)
}

/** Text that Readability put in, without a place in the file. */
function appendNew(builder: DraftBuilder, text: string): void {
  for (const [index, word] of text.split(/\s+/).entries()) {
    if (index > 0) builder.space()
    if (word !== '') builder.unit(word, 0, 0)
  }
}

class Walker implements PageBlocks {
  readonly paragraphs: Paragraph[] = []
  readonly removed: Removed[] = []
  linkedUnits = 0
  readonly #raw: string
  readonly #origins: Origins
  #builder = new DraftBuilder('paragraph')
  #lines: Draft[] = []

  constructor(raw: string, origins: Origins) {
    this.#raw = raw
    this.#origins = origins
  }

  walk(parent: PageNode, kind: BlockKind): void {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === TEXT_NODE) appendNode(this.#builder, node, this.#raw, this.#origins)
      else if (isElement(node)) this.#element(node, kind)
    }
  }

  /** Ends the block being built. */
  flush(kind: BlockKind = 'paragraph'): void {
    this.#endLine(kind)
    const lines = this.#lines
    this.#lines = []
    const first = lines[0]
    if (first === undefined) return
    if (isOneALine(lines)) {
      for (const line of lines) this.paragraphs.push({ kind: line.kind, lines: [line], isWrapped: true })
    } else {
      this.paragraphs.push({ kind: first.kind, lines, isWrapped: false })
    }
  }

  #endLine(kind: BlockKind): void {
    const draft = this.#builder.done()
    if (draft !== null) this.#lines.push(draft)
    this.#builder = new DraftBuilder(kind)
  }

  #element(element: PageElement, kind: BlockKind): void {
    const name = element.nodeName.toUpperCase()
    if (SKIPPED.has(name)) return
    if (name === 'SUP' && FOOTNOTE.test(element.textContent ?? '')) return
    if (name === 'BR') this.#endLine(this.#builder.kind)
    else if (name === 'PRE' && element.getElementsByTagName('code').length > 0) this.#code(element, kind)
    else if (name === 'TR' && !hasBlocks(element)) this.#row(element, kind)
    else if (BLOCKS.has(name)) this.#block(element, kindOf(element, name, kind), kind)
    else this.walk(element, kind)
    if (name === 'A') this.linkedUnits += element.textContent?.length ?? 0
  }

  #block(element: PageElement, inner: BlockKind, outer: BlockKind): void {
    this.flush(inner)
    this.walk(element, inner)
    this.flush(outer)
  }

  #code(element: PageElement, kind: BlockKind): void {
    this.flush(kind)
    this.removed.push({ text: element.textContent ?? '', rule: 'read/code' })
  }

  #row(row: PageElement, kind: BlockKind): void {
    this.flush('table')
    for (const cell of Array.from(row.children)) {
      this.#builder.insert('|')
      this.walk(cell, 'table')
    }
    this.flush(kind)
  }
}

function kindOf(element: PageElement, name: string, kind: BlockKind): BlockKind {
  if (name === 'FIGCAPTION' || (typeof element.className === 'string' && /caption/i.test(element.className))) {
    return 'caption'
  }
  if (HEADINGS.has(name) && kind !== 'caption') return 'heading'
  if (name === 'BLOCKQUOTE') return 'quote'
  return name === 'LI' && kind === 'paragraph' ? 'list-item' : kind
}

/** A row whose cells hold blocks, or one cell of long text, is layout and no row of a table. */
function hasBlocks(row: PageElement): boolean {
  const cells = Array.from(row.children)
  if (cells.length < 2) return true
  return cells.some((cell) => (cell.textContent?.length ?? 0) > 300 || holdsBlock(cell))
}

function holdsBlock(cell: PageElement): boolean {
  return Array.from(cell.children).some((child) => BLOCKS.has(child.nodeName.toUpperCase()) && child.nodeName !== 'DIV')
}

/** Lines set apart by `<br>` are paragraphs when they are long and end sentences. */
function isOneALine(lines: readonly Draft[]): boolean {
  if (lines.length < 2) return false
  const long = lines.filter((line) => line.text.length >= LONG_LINE)
  return long.length * 2 >= lines.length && long.every((line) => endsSentence(line.text))
}
