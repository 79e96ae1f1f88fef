import { describe, expect, it } from 'vitest'
import { furniture } from '../../src/lexicons/furniture.js'
import { furnitureRule, sweep } from '../../src/read/furniture.js'
import { NO_META } from '../../src/read/meta.js'
import { DraftBuilder } from '../../src/read/text-builder.js'

const EDGE = { isHead: true, isTail: true }
const MIDDLE = { isHead: false, isTail: false }

const FURNITURE: readonly [string, readonly string[]][] = [
  [
    'caption-control',
    ['hide caption', 'toggle caption', 'disguise caption', 'Hide caption', 'conceal subtitle', 'Toggle photo caption'],
  ],
  [
    'image-control',
    [
      'Enlarge this image',
      'Click to enlarge image',
      'View image in fullscreen',
      'Image 3 of 12',
      'amplify this picture',
    ],
  ],
  [
    'credit',
    [
      'Charly Triballeau/AFP through Getty Photographs',
      'Jane Doe/AP',
      'JANE DOE / REUTERS',
      'Jane Doe/The Springfield Herald',
      'Photo: Jane Doe',
      'Photo by Jane Doe for The Springfield Herald',
      'Image source, Getty Images',
      'Getty Images',
      '(Reuters) file photo',
      'AP Photo/Jane Doe, File',
      'Jane Doe via AP',
      'Jane Doe for NPR',
      'Courtesy of Jane Doe',
      '© Getty Images',
    ],
  ],
  [
    'advertisement',
    [
      'Advertisement',
      'ADVERTISEMENT',
      'Story continues below',
      'Article continues after sponsor message',
      'Sponsored Content',
    ],
  ],
  [
    'related',
    [
      'Related',
      'Related:',
      'RELATED STORIES',
      'See also',
      'Most Read',
      'Also read: Storm heads north',
      "Editor's Picks",
    ],
  ],
  [
    'read-more',
    [
      'Read more',
      'READ MORE: Storm heads north',
      'Read More: Why did the bridge fail?',
      'Watch: Mayor opens the bridge',
    ],
  ],
  ['more-from', ['More from The Springfield Herald', 'More from our science desk']],
  [
    'newsletter',
    [
      'Sign up for our newsletter',
      'Subscribe to the Morning Brief newsletter and never miss a story.',
      'Get the latest news delivered to your inbox.',
      'Enter your email address',
    ],
  ],
  [
    'share',
    [
      'Share this article',
      'Share on Facebook',
      'Follow us on Twitter',
      'Follow Jane Doe on X @janedoe',
      '132 comments',
      'Leave a comment',
    ],
  ],
  [
    'cookie-notice',
    [
      'We use cookies to improve your experience on our site.',
      'Accept all cookies',
      'By continuing to use this site you agree to our use of cookies.',
    ],
  ],
  [
    'original-publication',
    [
      'This article was originally published on The Springfield Herald.',
      'A version of this story ran in Sunday’s paper.',
    ],
  ],
  [
    'copyright',
    [
      '© 2025 The Springfield Herald',
      'Copyright 2025 The Associated Press. All rights reserved.',
      'All rights reserved.',
    ],
  ],
  ['loading', ['Loading...', 'Loading comments…', 'Loading']],
  [
    'sign-off',
    ['(Reporting by Jane Doe in Oslo; Editing by Ann Lee and Bob Ray)', 'Jane Doe contributed to this report.'],
  ],
  ['separator', ['* * *', '___', '—']],
]

/** Lines of article text that share words with furniture. */
const TEXT: readonly string[] = [
  'An American flag (L) and Mexican flag (R) fly alongside the border in El Paso, Texas in January 2025.',
  'The caption on the photo was wrong.',
  'She chose to hide the caption from her editor.',
  'Photo by photo, the case against the senator fell apart.',
  'Photo: The mayor speaks at a rally in Springfield on Friday.',
  'Images of the flood were shared on Facebook by thousands.',
  'The AP reported the story first.',
  'Reuters, AP and AFP confirmed the report.',
  'Trump Sues AP Over Access',
  'Health/Science',
  'New York/New Jersey rivalry heats up',
  'Advertisement spending fell by 8% last year.',
  'Advertising revenue at the paper is down.',
  'Related charges against two officers were dropped.',
  'Related to that is the question of money.',
  'Read the bill before you vote, he told the crowd.',
  'Read: the committee voted it down.',
  'More from less is the company’s motto, according to its founder.',
  'More on the way',
  'More than 30 people were hurt.',
  'Sign up for the newsletter, she told readers, and you will see.',
  '“Sign up for our newsletter,” he said.',
  'Subscribers to the newsletter doubled in a year.',
  'Share prices fell in London.',
  'Shares in the bank rose.',
  'Share of the vote',
  'Follow the money',
  'Follow the river north and you reach the dam.',
  'We use cookies to thank our volunteers, said Lee.',
  'Cookies were handed out to children.',
  'This story is about a boy who lost his dog.',
  'This report was first published in 2010 by the agency.',
  'The article was originally written for children.',
  'Copyright law has not kept pace.',
  'Copyright holders sued.',
  'Loading docks were closed for a third day.',
  'Loading the ship took three days.',
  'Reporting by the newspaper led to two arrests.',
  'Editing by committee never works.',
  'Residents contributed to this effort.',
  'Comments were closed to the public on Friday.',
  'Print is not dead',
  'Pause.',
  'By Friday, the river had risen.',
  'By the Numbers',
  'Published studies disagree.',
  'Updated guidance is due in May 2025, officials said.',
  'Date palms died in the frost.',
  'Contact with the boat was lost.',
  'Getty Images sued the company on Monday.',
  'Getty said Tuesday it would appeal.',
  'Courtesy costs nothing, the sign says.',
  'Image is everything in politics.',
  'Photos were taken.',
  'Watch what they do, not what they say.',
  'Menu prices rose 4.1%.',
  'Next year will be harder.',
  '2000 GMT',
  'Tuesday, 1 March',
  'Facebook',
  'Twitter',
  'Jane Doe, 62',
  'Winners meet in final match',
]

describe('furnitureRule', () => {
  for (const [name, lines] of FURNITURE) {
    it.each(lines)(`takes out “%s” as ${name}`, (line) => {
      expect(furnitureRule(line, EDGE)).toBe(`read/${name}`)
    })
  }

  it.each(TEXT)('keeps “%s”', (line) => {
    expect(furnitureRule(line, EDGE)).toBeNull()
  })

  it('takes out notes on a story’s history only at its ends', () => {
    const line = 'This story was first published in 1973 and made her famous.'
    expect(furnitureRule(line, MIDDLE)).toBeNull()
    expect(furnitureRule(line, EDGE)).toBe('read/original-publication')
  })

  it('looks at no long line', () => {
    expect(furnitureRule(`Loading ${'words '.repeat(100)}...`, EDGE)).toBeNull()
  })
})

describe('sweep', () => {
  const paragraph = (...lines: string[]) => ({
    kind: 'paragraph' as const,
    isWrapped: false,
    lines: lines.map((line) => {
      const builder = new DraftBuilder('paragraph')
      builder.literal(line, 0, line.length)
      const draft = builder.done()
      if (draft === null) throw new Error('Expected words.')
      return draft
    }),
  })
  const swept = (...paragraphs: string[][]) =>
    sweep(
      paragraphs.map((lines) => paragraph(...lines)),
      NO_META,
    )

  it('keeps every line it takes out, with its rule', () => {
    const { drafts, removed } = swept(['The river rose.'], ['toggle caption'], ['It fell.'])
    expect(drafts.map((draft) => draft.text)).toEqual(['The river rose.', 'It fell.'])
    expect(removed).toEqual([{ text: 'toggle caption', rule: 'read/caption-control' }])
  })

  it('takes furniture lines out of a paragraph and leaves the rest whole', () => {
    const { drafts } = swept(['Jane Doe/AP', 'hide caption', 'The river rose', 'overnight.'])
    expect(drafts.map((draft) => draft.text)).toEqual(['The river rose overnight.'])
  })

  it('reads bylines and dates out of their lines', () => {
    const { meta, removed } = swept(
      ['By Ann Lee and Bob Ray, staff writers'],
      ['Published: January 31, 2025'],
      ['The river rose.'],
    )
    expect(meta).toMatchObject({ byline: ['Ann Lee', 'Bob Ray'], published: '2025-01-31' })
    expect(removed.map(({ rule }) => rule)).toEqual(['read/byline', 'read/published'])
  })

  it('takes a date alone for the article’s only when no other line is one', () => {
    expect(swept(['January 31, 2025'], ['The river rose.']).meta.published).toBe('2025-01-31')
    const timeline = swept(['January 6, 2021'], ['A crowd came.'], ['January 7, 2021'], ['It left.'])
    expect(timeline.drafts).toHaveLength(4)
  })
})

describe('furniture.json', () => {
  it('is sorted by id, and no id stands twice', () => {
    const ids = furniture.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)].sort())
  })
})
