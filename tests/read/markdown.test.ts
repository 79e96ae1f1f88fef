import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toOrigin } from '../../src/model/article.js'
import { blockLines, codeOf, mapFaults, readFile, unmapped } from './articles.js'

async function read(raw: string) {
  const article = await readFile('a.md', 'text/markdown', raw)
  expect(mapFaults(article, raw)).toEqual([])
  return article
}

async function blocks(raw: string): Promise<string[]> {
  return blockLines(await read(raw))
}

describe('readMarkdown', () => {
  it('reads the front matter in YAML', async () => {
    const { meta } = await read(
      '---\ntitle: Bridge closes\nauthors:\n  - Ann Lee\n  - name: Bob Ray\ndate: 2025-01-31\nsource: Springfield Herald\ncanonical_url: https://herald.example/bridge\n---\n\nThe mayor closed the bridge.\n',
    )
    expect(meta).toEqual({
      title: 'Bridge closes',
      byline: ['Ann Lee', 'Bob Ray'],
      publisher: 'Springfield Herald',
      published: '2025-01-31',
      url: 'https://herald.example/bridge',
    })
  })

  it('reads the front matter in TOML', async () => {
    const { meta } = await read(
      '+++\ntitle = "Bridge closes"\nauthor = "By Ann Lee and Bob Ray"\ndate = 2025-01-31T10:00:00Z\nsource = "https://herald.example/bridge"\n+++\nThe mayor closed the bridge.\n',
    )
    expect(meta).toMatchObject({
      title: 'Bridge closes',
      byline: ['Ann Lee', 'Bob Ray'],
      published: '2025-01-31T10:00:00.000Z',
      publisher: null,
      url: 'https://herald.example/bridge',
    })
  })

  it('sets aside front matter that does not parse', async () => {
    expect(await codeOf('text/markdown', '---\ntitle: "Bridge\nauthor: [\n---\n\nText.\n')).toBe(
      'read/bad-front-matter',
    )
    expect(await codeOf('text/markdown', '+++\ntitle = Bridge\n+++\n\nText.\n')).toBe('read/bad-front-matter')
  })

  it('takes the first heading for the title when front matter has none or the same', async () => {
    expect((await blocks('# Bridge closes\n\nThe mayor spoke.'))[0]).toBe('title: Bridge closes')
    expect((await blocks('---\ntitle: Bridge closes\n---\n# Bridge *closes*\n\nThe mayor spoke.'))[0]).toBe(
      'title: Bridge closes',
    )
    const other = await read('---\ntitle: Bridge closes\n---\n# What we know\n\nThe mayor spoke.')
    expect(blockLines(other)[0]).toBe('heading: What we know')
    expect(other.meta.title).toBe('Bridge closes')
  })

  it('knows the kinds of blocks', async () => {
    expect(
      await blocks(
        '# Bridge closes\n\nThe **mayor** [closed](http://a.example "t") it.\n\n## Next\n\n- Work *begins*.\n- It ends.\n\n> “We wait,” she said.\n> She left.\n\n![A bridge](b.jpg)\n*The bridge in May.*\n\n| Year | Cost |\n|------|-----:|\n| 2024 | $4m |\n',
      ),
    ).toEqual([
      'title: Bridge closes',
      'paragraph: The mayor closed it.',
      'heading: Next',
      'list-item: Work begins.',
      'list-item: It ends.',
      'quote: “We wait,” she said. She left.',
      'caption: The bridge in May.',
      'table: Year | Cost',
      'table: 2024 | $4m',
    ])
  })

  it('leaves out code, images, tags and footnote marks', async () => {
    const article = await read(
      'The <b>mayor</b>[^1] spoke ![x](y.png)on Monday.<br>She left.\n\n```js\nlet a = 1\n```\n\n<div class="x"><p>In a box &amp; out.</p><script>bad()</script></div>\n\n[^1]: Elected in 2020.\n',
    )
    expect(blockLines(article)).toEqual([
      'paragraph: The mayor spoke on Monday. She left.',
      'paragraph: In a box & out.',
      'paragraph: Elected in 2020.',
    ])
    expect(article.removed).toEqual([{ text: 'let a = 1', rule: 'read/code' }])
  })

  it('maps character references and escapes as a whole', async () => {
    const raw = '# Water rules delayed\n\nIt costs $3.5&nbsp;million \\* “plus” &#8212; A&amp;B.\n'
    const article = await read(raw)
    expect(article.text).toContain('It costs $3.5 million * “plus” — A&B.')
    const at = (words: string) => {
      const start = article.text.indexOf(words)
      const origin = toOrigin(article, { start, end: start + words.length })
      return origin === null ? null : raw.slice(origin.start, origin.end)
    }
    expect(at('$3.5 million')).toBe('$3.5&nbsp;million')
    expect(at('*')).toBe('\\*')
    expect(at('—')).toBe('&#8212;')
    expect(at('A&B')).toBe('A&amp;B')
  })

  it('reads lines pasted without empty lines as paragraphs, and takes furniture lines out', async () => {
    const lead = `${'The mayor of Springfield closed the old bridge on Monday. '.repeat(4).trim()}`
    const article = await read(`Jane Doe/AP\nhide caption\n${lead}\nWhat comes next\n${lead}\n`)
    expect(blockLines(article)).toEqual([`paragraph: ${lead}`, 'heading: What comes next', `paragraph: ${lead}`])
  })

  it('keeps offsets behind a byte order mark and with CRLF', async () => {
    const article = await read('\ufeff# Bridge\r\n\r\n> The mayor\r\n> closed it.\r\n')
    expect(blockLines(article)).toEqual(['title: Bridge', 'quote: The mayor closed it.'])
  })

  it.each([
    ['quotes nested thousands deep', '>'.repeat(50_000)],
    ['emphasis marks that never close', '_a*'.repeat(30_000)],
  ])('refuses %s at once', async (_, raw) => {
    expect(await codeOf('text/markdown', raw)).toBe('read/too-large')
  })

  it('maps every word of generated markdown exactly', async () => {
    const word = fc.constantFrom(
      'The',
      'mayor',
      '“bridge”',
      '&amp;',
      '&nbsp;',
      '\\*',
      '&#x2014;',
      'a&b',
      '$3.5',
      'O’Neil',
      '&bad;',
      '\\a',
      'x\u00adz',
    )
    const inline = fc.oneof(
      word,
      word.map((text) => `**${text}**`),
      word.map((text) => `[${text}](http://a.example)`),
      word.map((text) => `\`${text}\``),
      word.map((text) => `<i>${text}</i>`),
      word.map((text) => `![${text}](i.png)`),
    )
    const line = fc.array(inline, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(' '))
    const paragraph = fc.array(line, { minLength: 1, maxLength: 4 })
    const block = fc
      .tuple(fc.constantFrom('', '# ', '> ', '- ', '> > ', '1. '), paragraph)
      .map(([mark, lines]) =>
        lines
          .map((text, index) => (mark.includes('>') || index === 0 ? mark : ' '.repeat(mark.length)) + text)
          .join('\n'),
      )
    const file = fc.tuple(fc.array(block, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\r\n'))
    await fc.assert(
      fc.asyncProperty(file, async ([parts, end]) => {
        const raw = `Words first.\n\n${parts.join('\n\n')}`.replaceAll('\n', end)
        const article = await readFile('a.md', 'text/markdown', raw)
        expect(mapFaults(article, raw)).toEqual([])
        expect(unmapped(article)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
