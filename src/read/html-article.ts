import { Readability } from '@mozilla/readability'
import { type Origins, type Page, type PageElement, type PageNode, textNodesIn } from './html-page.js'

/** The article of a page: the element that holds it, and what Readability saw of its title and byline. */
export interface Grabbed {
  readonly root: PageElement
  readonly title: string | null
  readonly byline: string | null
  readonly siteName: string | null
}

/**
 * Finds the article body of a page with Readability; `null` where it finds none. The text nodes under `root` keep
 * their origins. Changes the page's tree.
 * @see https://github.com/mozilla/readability
 */
export function grabArticle(page: Page): Grabbed | null {
  keepOrigins(page)
  keepScriptLinks(page)
  const reader = new Readability<PageElement>(page.document, {
    keepClasses: true,
    // The element is handed on as it is: its text nodes are known, its HTML would have to be parsed again.
    serializer: (node: unknown) => node as PageElement,
  })
  const parsed = reader.parse()
  if (parsed === null || parsed.content === null || parsed.content === undefined) return null
  return {
    root: parsed.content,
    title: parsed.title ?? null,
    byline: parsed.byline ?? null,
    siteName: parsed.siteName ?? null,
  }
}

/**
 * Readability keeps the body's HTML and parses it again for each further attempt, and so would lose the text nodes.
 * The body's `innerHTML` is replaced by one that keeps and gives back a copy of the tree with the same origins.
 */
function keepOrigins({ body, origins }: Page): void {
  let kept: PageElement | null = null
  Object.defineProperty(body, 'innerHTML', {
    get() {
      kept = copyWithOrigins(body, origins)
      return ''
    },
    set() {
      if (kept === null) return
      for (const node of Array.from(body.childNodes)) body.removeChild(node)
      for (const node of Array.from(copyWithOrigins(kept, origins).childNodes)) body.appendChild(node)
    },
  })
}

function copyWithOrigins(element: PageElement, origins: Origins): PageElement {
  const copy = element.cloneNode(true)
  const copies = textNodesIn(copy)
  for (const [index, node] of textNodesIn(element).entries()) {
    const origin = origins.get(node)
    const twin: PageNode | undefined = copies[index]
    if (origin !== undefined && twin !== undefined) origins.set(twin, origin)
  }
  return copy
}

/** Readability puts new text nodes in place of `javascript:` links; without the address they are left as they are. */
function keepScriptLinks({ body }: Page): void {
  for (const link of Array.from(body.getElementsByTagName('a'))) {
    if (link.getAttribute('href')?.trimStart().toLowerCase().startsWith('javascript:')) link.removeAttribute('href')
  }
}
