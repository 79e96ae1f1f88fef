import type { ArticleMeta } from '../model/article.js'
import { DocumentError } from '../model/errors.js'
import { namesIn } from './byline.js'
import { type Swept, sweep } from './furniture.js'
import { type Grabbed, grabArticle } from './html-article.js'
import { blocksOf, draftOf, type PageBlocks } from './html-blocks.js'
import { type PageMeta, pageMeta } from './html-meta.js'
import { type Page, type PageNode, parsePage, textNodesIn } from './html-page.js'
import type { Paragraph } from './lines.js'
import { isSameTitle, oneLine, titleKey } from './meta.js'
import type { Draft } from './text-builder.js'

interface PageHeading {
  readonly isFirstRank: boolean
  readonly text: string
  readonly nodes: readonly PageNode[]
}

/** Fewest words in one block of an article. */
const FEWEST_WORDS = 8
/** The same for scripts that set no spaces between words. */
const FEWEST_UNITS = 40
/** A page whose text is mostly links is a front page or a menu. */
const MOST_LINKED = 0.75

/**
 * A page → the blocks of its article, by Readability, the visible headline first as the title.
 * @throws {DocumentError} read/no-article, read/too-large.
 */
export function readHtml(raw: string): Swept {
  const page = parsePage(raw)
  const known = pageMeta(page.document)
  const headings = headingsOf(page)
  const grabbed = grabArticle(page)
  if (grabbed === null) throw noArticle('none')
  const blocks = blocksOf(grabbed.root, raw, page.origins)
  refuseMenus(blocks)
  const names = [...known.titles, grabbed.title].map((title) => cleanTitle(title, known.publisher ?? grabbed.siteName))
  const named = names.find((title) => title !== null && sameHeading(title, headings) !== undefined)
  const name = named ?? names.find((title) => title !== null) ?? null
  const heading = titleHeading(name, headings)
  const title = heading === null ? null : draftOf(heading.nodes, 'title', raw, page.origins)
  const meta = metaOf(known, grabbed, title?.text ?? name)
  const swept = sweep(title === null ? blocks.paragraphs : withoutTitle(blocks.paragraphs, title), meta)
  if (!swept.drafts.some((draft) => hasWords(draft.text))) {
    throw noArticle('a few words')
  }
  return {
    drafts: title === null ? swept.drafts : inPlace(title, swept.drafts),
    removed: [...blocks.removed, ...swept.removed],
    meta: swept.meta,
  }
}

function hasWords(text: string): boolean {
  return text.length >= FEWEST_UNITS || text.split(' ', FEWEST_WORDS).length >= FEWEST_WORDS
}

function noArticle(got: string): DocumentError {
  return new DocumentError(
    'read/no-article',
    `Expected a page with the text of an article, got ${got}. Save the page's article, or leave the page out.`,
  )
}

function refuseMenus({ paragraphs, linkedUnits }: PageBlocks): void {
  const units = paragraphs.reduce((sum, { lines }) => sum + lines.reduce((all, line) => all + line.text.length, 0), 0)
  if (units > 0 && linkedUnits > units * MOST_LINKED) throw noArticle('links')
}

/** The page's headings of the first two ranks, with their text nodes as they are before Readability changes the tree. */
function headingsOf({ body }: Page): PageHeading[] {
  return Array.from(body.querySelectorAll('h1, h2'))
    .slice(0, 60)
    .map((element) => ({
      isFirstRank: element.nodeName === 'H1',
      text: oneLine(element.textContent) ?? '',
      nodes: textNodesIn(element),
    }))
    .filter((heading) => heading.text !== '')
}

/** A title without the paper's name behind it ("Storm heads north | The Daily Example"). */
function cleanTitle(title: string | null, publisher: string | null): string | null {
  const line = oneLine(title)
  const parted = line === null ? null : /^(.{10,}?)\s[|–—»-]\s([^|–—»]{2,60})$/.exec(line)
  if (line === null || parted === null || publisher === null) return line
  const [, front = line, back = ''] = parted
  return titleKey(publisher).includes(titleKey(back)) || titleKey(back).includes(titleKey(publisher)) ? front : line
}

/** The heading that a reader sees as the title: the same words, or the only first-rank one with half of them. */
function titleHeading(title: string | null, headings: readonly PageHeading[]): PageHeading | null {
  const same = title === null ? undefined : sameHeading(title, headings)
  if (same !== undefined) return same
  const firstRank = headings.filter((heading) => heading.isFirstRank)
  const only = firstRank[0]
  if (only === undefined || firstRank.length > 1) return null
  return title === null || sharedWords(only.text, title) >= 0.5 ? only : null
}

function sameHeading(title: string, headings: readonly PageHeading[]): PageHeading | undefined {
  const isSame = (heading: PageHeading): boolean => isSameTitle(heading.text, title)
  return headings.find((heading) => heading.isFirstRank && isSame(heading)) ?? headings.find(isSame)
}

function sharedWords(left: string, right: string): number {
  const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [])
  const [a, b] = [words(left), words(right)]
  const shared = [...a].filter((word) => b.has(word)).length
  return a.size === 0 || b.size === 0 ? 0 : shared / Math.min(a.size, b.size)
}

/** The title where it stands in the page, which is first but for a line above it; the origin map stays in order. */
function inPlace(title: Draft, drafts: readonly Draft[]): Draft[] {
  const start = (draft: Draft): number => draft.ranges[0]?.origin.start ?? 0
  const before = drafts.findIndex((draft) => start(draft) > start(title))
  return drafts.toSpliced(before === -1 ? drafts.length : before, 0, title)
}

/** Without the first blocks that repeat the title. */
function withoutTitle(paragraphs: readonly Paragraph[], title: Draft): Paragraph[] {
  const key = titleKey(title.text)
  return paragraphs.filter((paragraph, index) => {
    if (index > 4 || paragraph.lines.length > 1) return true
    return titleKey(paragraph.lines[0]?.text ?? '') !== key
  })
}

function metaOf(known: PageMeta, grabbed: Grabbed, title: string | null): ArticleMeta {
  const seen = (grabbed.byline?.length ?? 0) < 200 ? namesIn(grabbed.byline ?? '') : []
  return {
    url: known.url,
    published: known.published,
    title,
    byline: known.byline.length > 0 ? known.byline : seen,
    publisher: known.publisher ?? oneLine(grabbed.siteName),
  }
}
