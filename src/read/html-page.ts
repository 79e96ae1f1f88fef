import { DOMParser } from 'linkedom'
import { DocumentError } from '../model/errors.js'
import { eachRun, type TextRun } from './html-runs.js'

/** What is used of a node of linkedom's tree (there is no DOM in our `lib`). */
export interface PageNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly parentNode: PageNode | null
  readonly firstChild: PageNode | null
  readonly nextSibling: PageNode | null
}

export interface PageElement extends PageNode {
  readonly className: string
  readonly childNodes: ArrayLike<PageNode>
  readonly children: ArrayLike<PageElement>
  getAttribute(name: string): string | null
  removeAttribute(name: string): void
  appendChild(node: PageNode): PageNode
  removeChild(node: PageNode): PageNode
  cloneNode(isDeep: boolean): PageElement
  getElementsByTagName(name: string): ArrayLike<PageElement>
  querySelectorAll(selector: string): ArrayLike<PageElement>
}

export interface PageDocument extends PageElement {
  readonly documentElement: PageElement | null
  createElement(name: string): PageElement
}

/** Where each text node of a page stands in the file. */
export type Origins = WeakMap<PageNode, TextRun>

export interface Page {
  readonly document: PageDocument
  readonly body: PageElement
  readonly origins: Origins
}

export const ELEMENT_NODE = 1
export const TEXT_NODE = 3
const CDATA_NODE = 4

/** Bounds beyond which a page is no article but a trap, or one that would take minutes. */
const MOST_UNITS = 8_000_000
const MOST_ELEMENTS = 60_000
const DEEPEST = 400
const HEAD_TAGS = new Set(['TITLE', 'META', 'LINK', 'BASE', 'STYLE', 'SCRIPT'])

/** Whether a node is an element. */
export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === ELEMENT_NODE
}

function isText(node: PageNode): boolean {
  return node.nodeType === TEXT_NODE || node.nodeType === CDATA_NODE
}

/**
 * Parses a page and ties each of its text nodes to the file.
 * @throws {DocumentError} read/too-large for a page that is too long, too deep or has too many elements.
 */
export function parsePage(raw: string): Page {
  const runs = runsOf(raw)
  // linkedom's own types are those of a browser, which `lib` does not have; PageDocument is the part used here.
  const document = new DOMParser().parseFromString(raw, 'text/html') as unknown as PageDocument
  const origins: Origins = new WeakMap()
  let index = 0
  // Not textNodesIn(document): the doctype has no nextSibling in linkedom.
  const nodes = Array.from(document.childNodes).flatMap((node) => (isText(node) ? [node] : textNodesIn(node)))
  for (const node of nodes) {
    const run = runs[index]
    if (run !== undefined && run.text === node.textContent) origins.set(node, run)
    index += 1
  }
  return { document, body: settleBody(document), origins }
}

function runsOf(raw: string): TextRun[] {
  const runs: TextRun[] = []
  let elements = 0
  let depth = 0
  const tooLarge = (got: string): DocumentError =>
    new DocumentError('read/too-large', `Expected a page with one article, got ${got}. Split it or leave it out.`)
  if (raw.length > MOST_UNITS) throw tooLarge(`${raw.length} characters`)
  eachRun(raw, {
    open() {
      elements += 1
      depth += 1
      if (elements > MOST_ELEMENTS) throw tooLarge(`more than ${MOST_ELEMENTS} elements`)
      if (depth > DEEPEST) throw tooLarge(`elements nested more than ${DEEPEST} deep`)
    },
    close: () => {
      depth -= 1
    },
    text: (run) => runs.push(run),
  })
  return runs
}

/** The text nodes under a node, in document order; without recursion, so that depth does not matter. */
export function textNodesIn(root: PageNode): PageNode[] {
  const nodes: PageNode[] = []
  let node = root.firstChild
  while (node !== null) {
    if (isText(node)) nodes.push(node)
    node = node.firstChild ?? nextAfter(node, root)
  }
  return nodes
}

function nextAfter(node: PageNode, root: PageNode): PageNode | null {
  let at: PageNode | null = node
  while (at !== null && at !== root) {
    if (at.nextSibling !== null) return at.nextSibling
    at = at.parentNode
  }
  return null
}

/** Gives the tree the `html`, `head` and `body` that browsers add where a page leaves them out. */
function settleBody(document: PageDocument): PageElement {
  const root = document.documentElement
  const html = root?.nodeName === 'HTML' ? root : document.createElement('html')
  const found = (name: string): PageElement =>
    Array.from(html.children).find((child) => child.nodeName === name) ?? document.createElement(name.toLowerCase())
  const head = found('HEAD')
  const body = found('BODY')
  const loose = Array.from(html === root ? html.childNodes : document.childNodes).filter(
    (node) => isElement(node) || isText(node),
  )
  for (const node of loose) {
    if (node !== head && node !== body) (HEAD_TAGS.has(node.nodeName) ? head : body).appendChild(node)
  }
  html.appendChild(head)
  html.appendChild(body)
  if (html !== root) document.appendChild(html)
  return body
}
