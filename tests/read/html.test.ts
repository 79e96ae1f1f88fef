import { describe, expect, it } from 'vitest'
import { toOrigin } from '../../src/model/article.js'
import { blockLines, codeOf, mapFaults, readFile } from './articles.js'

const LEAD =
  'The mayor of Springfield closed the old bridge on Monday, two days after the river had risen over its arches.'
const NEXT =
  'Work on the arches begins in May, the city said, and will cost the state some $4 million over three years.'
const BODY = `<p>${LEAD}</p>\n<p>${NEXT}</p>`.repeat(3)

async function read(raw: string) {
  const article = await readFile('a.html', 'text/html', raw)
  expect(mapFaults(article, raw)).toEqual([])
  return article
}

describe('readHtml', () => {
  it('takes JSON-LD first, then meta tags', async () => {
    const jsonLd = JSON.stringify({
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'Organization', '@id': '#paper', name: 'Springfield Herald' },
        {
          '@type': ['NewsArticle'],
          headline: 'Bridge closes',
          author: [
            { '@type': 'Person', name: 'Ann Lee' },
            { '@type': 'Person', name: 'Bob Ray' },
          ],
          publisher: { '@id': '#paper' },
          datePublished: '2025-01-31T10:00:00+0100',
        },
      ],
    })
    const { meta, text } = await read(
      `<html><head><title>Bridge closes | Herald</title><meta property="og:url" content="https://herald.example/bridge"><meta name="author" content="Nobody"><script type="application/ld+json">${jsonLd}</script></head><body><h1>Bridge closes</h1><article>${BODY}</article></body></html>`,
    )
    expect(meta).toEqual({
      title: 'Bridge closes',
      byline: ['Ann Lee', 'Bob Ray'],
      publisher: 'Springfield Herald',
      published: '2025-01-31T10:00:00+01:00',
      url: 'https://herald.example/bridge',
    })
    expect(text.startsWith(`Bridge closes\n\n${LEAD}`)).toBe(true)
  })

  it('falls back on OpenGraph, Dublin Core, microdata and <time>', async () => {
    const { meta } = await read(
      `<html><head><meta property="og:title" content="Bridge closes"><meta property="og:site_name" content="Herald"><link rel="canonical" href="https://herald.example/b"></head><body><article><h1>Bridge closes</h1><a rel="author">By Ann Lee</a> <time datetime="2025-01-31">Friday</time>${BODY}</article></body></html>`,
    )
    expect(meta).toEqual({
      title: 'Bridge closes',
      byline: ['Ann Lee'],
      publisher: 'Herald',
      published: '2025-01-31',
      url: 'https://herald.example/b',
    })
  })

  it('has a title in meta only when the page does not show it', async () => {
    const article = await read(
      `<html><head><title>Bridge closes</title></head><body><article>${BODY}</article></body></html>`,
    )
    expect(article.meta.title).toBe('Bridge closes')
    expect(article.blocks[0]?.kind).toBe('paragraph')
  })

  it('knows the kinds of blocks and maps character references', async () => {
    const raw = `<html><body><article><h1>Bridge &amp; river</h1><figure><img src="b.jpg"><figcaption>The bridge in&nbsp;May. <span>hide caption</span></figcaption></figure>${BODY}<h2>Next</h2><ul><li>Work begins in May, and the ferry runs.</li></ul><blockquote><p>“We wait,” she said, and left the room.</p></blockquote><table><tr><th>Year</th><th>Cost</th></tr><tr><td>2024</td><td>$4m</td></tr></table></article></body></html>`
    const article = await read(raw)
    const lines = blockLines(article)
    expect(lines[0]).toBe('title: Bridge & river')
    expect(lines).toContain('heading: Next')
    expect(lines).toContain('list-item: Work begins in May, and the ferry runs.')
    expect(lines).toContain('quote: “We wait,” she said, and left the room.')
    expect(lines).toContain('table: 2024 | $4m')
    const start = article.text.indexOf('& river')
    const origin = toOrigin(article, { start, end: start + 7 })
    expect(origin && raw.slice(origin.start, origin.end)).toBe('&amp; river')
  })

  it('keeps the way back when Readability starts again, and where body and html are missing', async () => {
    const short = `<h1>Bridge closes</h1><div class="comment"><p>${LEAD}</p><p><a href="javascript:void(0)">The ferry</a> runs.</p></div>`
    for (const raw of [
      short,
      `<html><head><title>Bridge closes | Herald</title></head>${short}`,
      `<!doctype html><title>Bridge closes</title>${short}`,
    ]) {
      const article = await read(raw)
      expect(blockLines(article).slice(0, 2)).toEqual(['title: Bridge closes', `paragraph: ${LEAD}`])
      const words = article.originMap.reduce((sum, { text }) => sum + text.end - text.start, 0)
      expect(words).toBe(article.text.length - 2 * (article.blocks.length - 1))
    }
  })

  it.each([
    [
      'a page of links',
      `<html><body>${'<p><a href="/x">Storm heads north, and more rain is due</a></p>'.repeat(20)}</body></html>`,
    ],
    ['a page without words', '<html><head><title>Bridge</title></head><body><img src="x.png"></body></html>'],
  ])('finds no article in %s', async (_, raw) => {
    expect(await codeOf('text/html', raw)).toBe('read/no-article')
  })

  it('refuses a page nested beyond sense', async () => {
    expect(await codeOf('text/html', `<html><body>${'<div>'.repeat(100_000)}x`)).toBe('read/too-large')
  })
})
