import type { Nodes, Paragraph as ParagraphNode, PhrasingContent, RootContent } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { ArticleMeta, BlockKind, Removed } from '../model/article.js'
import { DocumentError } from '../model/errors.js'
import type { Span } from '../model/span.js'
import { readFrontMatter } from './front-matter.js'
import { type Swept, sweep } from './furniture.js'
import { eachRun } from './html-runs.js'
import type { Paragraph } from './lines.js'
import { partParagraph, type Wrapping, wrappingOf } from './markdown-lines.js'
import { alignText, type LineSink } from './markdown-text.js'
import { isSameTitle, NO_META } from './meta.js'
import { markHeadings } from './text.js'
import { type Draft, DraftBuilder } from './text-builder.js'

const PROCESSOR = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml'])
/** Marks of quotes and lists in front of one line, and marks of emphasis in one paragraph, that no one writes. */
const DEEPEST_MARKS = /^(?:[ \t]{0,99}(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){100}/m
const DEEPEST_INDENT = /^[ \t]{1000}[ \t]*[-*+>\d]/m
const MOST_EMPHASIS = 4_000

/** One file being read: what its tree's nodes point into, and what was gathered so far. */
interface Reader {
  readonly raw: string
  readonly base: number
  readonly wrapping: Wrapping
  readonly paragraphs: Paragraph[]
  readonly removed: Removed[]
  meta: ArticleMeta
}

/**
 * Markdown → blocks. Front matter in YAML or TOML; code and images' alternative text are left out; HTML tags are
 * dropped. The first heading is the title where front matter has none, or the same.
 * @throws {DocumentError} read/bad-front-matter, read/too-large when quotes or lists are nested beyond sense.
 */
export function readMarkdown(raw: string): Swept {
  const base = raw.charCodeAt(0) === 0xfeff ? 1 : 0
  refuseTraps(raw)
  const reader: Reader = { raw, base, wrapping: wrappingOf(raw), paragraphs: [], removed: [], meta: NO_META }
  const root = PROCESSOR.parse(base === 0 ? raw : raw.slice(base))
  for (const node of root.children) readBlock(reader, node, 'paragraph')
  const swept = sweep(reader.paragraphs, reader.meta)
  const { drafts, title } = titled(swept.drafts, swept.meta.title)
  const meta = { ...swept.meta, title: title ?? swept.meta.title }
  return { drafts, removed: [...reader.removed, ...swept.removed], meta }
}

/** Refuses what takes a markdown parser minutes: nesting and emphasis cost the square of their number. */
function refuseTraps(raw: string): void {
  const isDeep = DEEPEST_MARKS.test(raw) || DEEPEST_INDENT.test(raw)
  const marks = raw.split(/\n\s*\n/).map((chunk) => chunk.match(/[*_]+/g)?.length ?? 0)
  if (!isDeep && marks.every((count) => count <= MOST_EMPHASIS)) return
  throw new DocumentError(
    'read/too-large',
    `Expected an article, got ${isDeep ? 'lists or quotes nested too deep' : 'thousands of emphasis marks'}. Leave it out.`,
  )
}

function readBlock(reader: Reader, node: RootContent, kind: BlockKind): void {
  const format = frontFormat(node)
  if (format !== null) {
    readFront(reader, node, format)
  } else if (node.type === 'heading') {
    add(reader, 'heading', linesOf(reader, node.children, 'heading'), true)
  } else if (node.type === 'paragraph') {
    readParagraph(reader, node, kind)
  } else if (node.type === 'code') {
    reader.removed.push({ text: node.value, rule: 'read/code' })
  } else if (node.type === 'html') {
    readHtmlBlock(reader, spanOf(reader, node), kind)
  } else if (node.type === 'blockquote') {
    for (const child of node.children) readBlock(reader, child, 'quote')
  } else if (node.type === 'list') {
    for (const item of node.children) for (const child of item.children) readBlock(reader, child, 'list-item')
  }
}

/** mdast's types know the node `yaml` and not `toml`. */
function frontFormat(node: RootContent): 'yaml' | 'toml' | null {
  const type: string = node.type
  return type === 'yaml' || type === 'toml' ? type : null
}

function readFront(reader: Reader, node: RootContent, format: 'yaml' | 'toml'): void {
  const meta = readFrontMatter('value' in node ? node.value : '', format)
  if (meta !== null) {
    reader.meta = meta
    return
  }
  const { start, end } = spanOf(reader, node)
  const builder = new DraftBuilder('paragraph')
  builder.literal(reader.raw, start + 3, end - 3)
  add(reader, 'paragraph', [builder.done()], true)
}

function readParagraph(reader: Reader, node: ParagraphNode, kind: BlockKind): void {
  const isCaption = startsWithImage(node) && kind === 'paragraph'
  const blockKind = isCaption ? 'caption' : kind
  const lines = linesOf(reader, node.children, blockKind)
  reader.paragraphs.push(...partParagraph(reader.raw, lines, blockKind, reader.wrapping))
}

function startsWithImage(node: ParagraphNode): boolean {
  const first = node.children[0]
  if (first === undefined) return false
  const inner = first.type === 'link' ? first.children[0] : first
  return inner?.type === 'image' || inner?.type === 'imageReference'
}

function add(reader: Reader, kind: BlockKind, drafts: readonly (Draft | null)[], isWrapped: boolean): void {
  const lines = drafts.filter((draft) => draft !== null)
  if (lines.length > 0) reader.paragraphs.push({ kind, lines, isWrapped })
}

function spanOf(reader: Reader, node: Nodes): Span {
  const start = (node.position?.start.offset ?? 0) + reader.base
  return { start, end: (node.position?.end.offset ?? 0) + reader.base }
}

/** The lines of inline content, each with its ranges. */
function linesOf(reader: Reader, nodes: readonly PhrasingContent[], kind: BlockKind): Draft[] {
  const drafts: Draft[] = []
  let line = new DraftBuilder(kind)
  const sink: LineSink = {
    get line() {
      return line
    },
    endLine() {
      const draft = line.done()
      if (draft !== null) drafts.push(draft)
      line = new DraftBuilder(kind)
    },
  }
  for (const node of nodes) readInline(reader, node, sink)
  sink.endLine()
  return drafts
}

function readInline(reader: Reader, node: PhrasingContent, sink: LineSink): void {
  const span = spanOf(reader, node)
  // `[^1]` with a definition parses as a link; it is a footnote's mark.
  if (node.type === 'linkReference' && node.label?.startsWith('^')) return
  if (node.type === 'text') {
    alignText(node.value, reader.raw, span, sink)
  } else if (node.type === 'break' || (node.type === 'html' && /^<br\b/i.test(node.value))) {
    sink.endLine()
  } else if (node.type === 'inlineCode') {
    const ticks = /^`*/.exec(reader.raw.slice(span.start, span.end))?.[0].length ?? 0
    sink.line.literal(reader.raw, span.start + ticks, span.end - ticks)
  } else if ('children' in node) for (const child of node.children) readInline(reader, child, sink)
}

const SILENT = new Set(['script', 'style', 'template', 'noscript'])
const BLOCK_TAGS = new Set(
  'address article aside blockquote br dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p section summary table td th tr ul'.split(
    ' ',
  ),
)

/** A block of HTML inside markdown: its words, a block for each block element. */
function readHtmlBlock(reader: Reader, span: Span, kind: BlockKind): void {
  let builder = new DraftBuilder(kind)
  let silence = 0
  const end = (name: string): void => {
    if (!BLOCK_TAGS.has(name)) return
    add(reader, builder.kind, [builder.done()], true)
    builder = new DraftBuilder(kind)
  }
  eachRun(reader.raw.slice(span.start, span.end), {
    open(name) {
      if (SILENT.has(name)) silence += 1
      end(name)
      if (name === 'figcaption') builder = new DraftBuilder('caption')
    },
    close(name) {
      if (SILENT.has(name)) silence -= 1
      end(name)
    },
    text(run) {
      if (silence > 0) return
      const start = span.start + run.start
      const stop = span.start + run.end
      if (reader.raw.slice(start, stop) === run.text) builder.literal(reader.raw, start, stop)
      else builder.unit(run.text, start, stop)
    },
  })
  end('p')
}

/** The first heading as title, where front matter has none or the same; without headings as in plain text. */
function titled(drafts: readonly Draft[], known: string | null): { drafts: readonly Draft[]; title: string | null } {
  const index = drafts.findIndex((draft) => draft.kind !== 'caption')
  const first = drafts[index]
  if (first?.kind === 'heading' && (known === null || isSameTitle(known, first.text))) {
    return { drafts: drafts.with(index, { ...first, kind: 'title' }), title: first.text }
  }
  if (known !== null || drafts.some((draft) => draft.kind === 'heading')) return { drafts, title: null }
  const marked = markHeadings(drafts)
  return { drafts: marked, title: marked[0]?.kind === 'title' ? marked[0].text : null }
}
