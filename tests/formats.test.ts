import { describe, expect, it } from 'vitest'
import news from '../pipelines/news.js'
import { ArticleRecord, profilesOf } from '../src/model/record.js'
import { mediaTypeOf } from '../src/read/read.js'

const TITLE = 'Port of Calder Bay halts ferry plan after storm damage'
const BYLINE = 'Imogen Tarrant'
const DATE = '2025-03-12'
/** The last paragraph but one opens a quotation that the last one closes. */
const PARAGRAPHS = [
  'CALDER BAY — The Port of Calder Bay has halted a $42 million plan for a new ferry terminal after a storm on Monday damaged 3 of its 11 piers, officials said.',
  'Mayor Ruth Adeyemi said the Environmental Protection Agency (EPA) would be asked to test the water. The EPA said on Tuesday it had sent two teams from Seattle.',
  '“We lost the north pier in twenty minutes,” said Tomas Varga, who runs the port. “It will not be rebuilt before June.',
  '“And we will not open the terminal until the EPA tells us that the water is clean,” Varga added.',
]
const LEAD_IN = 'The port named what it would do first and told its 250 workers on Tuesday evening:'
const ITEM = 'Repair the south pier, which cost 1.5 million dollars in 2019, before the summer season begins.'

const FILES: Readonly<Record<string, string>> = {
  'article.md': [
    `---\ntitle: ${TITLE}\nauthor: ${BYLINE}\ndate: ${DATE}\n---`,
    `# ${TITLE}`,
    ...PARAGRAPHS,
    LEAD_IN,
    `- ${ITEM}`,
  ].join('\n\n'),
  'article.txt': [TITLE, `By ${BYLINE}`, 'March 12, 2025', ...PARAGRAPHS, LEAD_IN, `- ${ITEM}`].join('\n\n'),
  'article.html': [
    `<!DOCTYPE html><html lang="en"><head><title>${TITLE}</title>`,
    `<meta name="author" content="${BYLINE}"><meta property="article:published_time" content="${DATE}"></head>`,
    `<body><article><h1>${TITLE}</h1>`,
    ...[...PARAGRAPHS, LEAD_IN].map((paragraph) => `<p>${paragraph}</p>`),
    `<ul><li>${ITEM}</li></ul></article></body></html>`,
  ].join('\n'),
}

const stages = news({ engine: 'rules' }).eachStages

async function read(path: string): Promise<ArticleRecord> {
  const raw = new TextEncoder().encode(FILES[path] ?? '')
  let value: unknown = { path, mediaType: mediaTypeOf(path) ?? '', raw }
  // Each stage takes what the one before it gives: the pipeline's own types have checked that.
  for (const stage of stages) value = await stage.run(value as never)
  return ArticleRecord.parse(value)
}

/** What a record says, without what names the file: the article's id stands in front of every id. */
function saidIn(record: ArticleRecord): Omit<ArticleRecord, 'article'> {
  const { article, ...said } = record
  return JSON.parse(JSON.stringify(said).replaceAll(`"${article.id}:`, '"'))
}

const [markdown, text, html] = await Promise.all(['article.md', 'article.txt', 'article.html'].map(read))
if (markdown === undefined || text === undefined || html === undefined) throw new Error('Expected three records.')

describe('one article in three formats', () => {
  it('has the same text, title, byline and day', () => {
    expect(text.article.text).toBe(markdown.article.text)
    expect(html.article.text).toBe(markdown.article.text)
    for (const { article } of [markdown, text, html])
      expect(article).toMatchObject({ title: TITLE, byline: [BYLINE], published: DATE, language: 'en', status: 'ok' })
  })

  it.each([
    ['plain text', text],
    ['HTML', html],
  ])('has the same profiles, figures, dates and quotes in %s as in markdown', (_, record) => {
    expect(saidIn(record)).toEqual(saidIn(markdown))
  })

  it('is more than nothing: who, how much, when and who said what', () => {
    expect(profilesOf(markdown).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Ruth Adeyemi', 'Tomas Varga', 'Environmental Protection Agency', 'Seattle']),
    )
    expect(markdown.figures.map(({ value }) => value)).toEqual(expect.arrayContaining([42_000_000, 3, 250, 1_500_000]))
    expect(markdown.dates.map(({ value }) => value)).toEqual(expect.arrayContaining(['2025-03-10', '2025-03-11']))
  })

  it('has the quotation over two paragraphs, by one speaker', () => {
    const direct = markdown.quotes.filter(({ content }) => content.some((part) => part.text.startsWith('“')))
    const words = direct.flatMap(({ content }) => content.map((part) => part.text)).join(' ')
    expect(words).toContain('It will not be rebuilt before June.')
    expect(words).toContain('And we will not open the terminal')
    expect(new Set(direct.map(({ speaker }) => speaker?.name))).toEqual(new Set(['Tomas Varga']))
  })

  it('has the list item as text, without its mark', () => {
    const at = markdown.article.text.indexOf(ITEM)
    expect(markdown.article.text.slice(at - 2, at)).toBe('\n\n')
    expect(markdown.figures.some(({ start }) => start > at)).toBe(true)
  })
})
