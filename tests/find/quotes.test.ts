import { describe, expect, it } from 'vitest'
import type { QuoteMention } from '../../src/model/mention.js'
import { articleOf } from '../article-of.js'
import { quotesOf } from './quotes-of.js'

function quotes(...paragraphs: Parameters<typeof articleOf>[0][number][]): QuoteMention[] {
  return quotesOf(articleOf(paragraphs)).quotes
}

function shape({ type, act, rule }: QuoteMention): string {
  return `${type} ${act} ${rule}`
}

describe('what sort of quote it is', () => {
  it.each([
    ['“The bridge is safe,” said Maria Alvarez.', 'direct speech quote/cue-inverted'],
    ['“The bridge is safe,” Maria Alvarez said.', 'direct speech quote/cue-after'],
    ['Maria Alvarez said, “The bridge is safe.”', 'direct speech quote/cue-before'],
    ['Maria Alvarez said: “The bridge is safe.”', 'direct speech quote/colon'],
    ['“Water is life.” — Maria Alvarez', 'direct speech quote/dash'],
    ['Maria Alvarez said the bridge was safe.', 'indirect speech quote/indirect'],
    ['The bridge was safe, Maria Alvarez said.', 'indirect speech quote/indirect-after'],
    ['The bridge was safe, according to Maria Alvarez.', 'indirect speech quote/according-to'],
    ['Maria Alvarez said the bridge was “a death trap” for trucks.', 'mixed speech quote/indirect'],
    ['Maria Alvarez believes that the bridge is safe.', 'indirect thought quote/indirect'],
  ])('%s', (text, expected) => {
    expect(quotes(text).map(shape)).toEqual([expected])
  })
})

describe('headlines', () => {
  const story = 'Senator Maria Alvarez spoke on Tuesday.'
  const found = (text: string): string[] =>
    quotes({ kind: 'title', text }, story).map(({ rule, type, text: words, speaker }) =>
      [rule, type, words, speaker?.name].join(' | '),
    )

  it('gives what follows a name and a colon to the one named', () => {
    expect(found('Alvarez: The vote is over')).toEqual(['quote/headline | indirect | The vote is over | Alvarez'])
    expect(found('Alvarez: “The vote is over”')).toEqual([
      expect.stringMatching(/\| direct \| “The vote is over” \| Alvarez/),
    ])
  })

  it.each(['Opinion: The vote is over', 'Alvarez: profile', 'Alvarez and the river: A vote is over'])(
    'finds nobody’s words in "%s"',
    (title) => {
      expect(found(title)).toEqual([])
    },
  )
})

describe('headlines that say at their end whose words they give', () => {
  const story = 'Mayor Maria Alvarez spoke on Tuesday. Calgary Police Service closed the road.'
  const found = (text: string): string[] =>
    quotes({ kind: 'title', text }, story).map(({ rule, type, content, source, speaker }) => {
      const words = content.map(({ start, end }) => text.slice(start, end)).join(' … ')
      const by = source === null ? '' : text.slice(source.start, source.end)
      const who = speaker?.mention == null ? 'open' : 'known'
      return [rule.replace('quote/', ''), type, words, by, who].join(' | ')
    })

  it.each([
    ['Road was closed for no reason: police', 'indirect | Road was closed for no reason | police | known'],
    ['Road to stay closed until May - Alvarez', 'indirect | Road to stay closed until May | Alvarez | known'],
    ['Road to open in May, mayor tells council', 'indirect | Road to open in May | mayor | known'],
    ["Road 'safe as houses,' mayor says", "mixed | Road 'safe as houses,' | mayor | known"],
    ['Road ‘safe as houses’, says Alvarez', 'mixed | Road ‘safe as houses’ | Alvarez | known'],
    ['Bridge unsafe, engineers warn', 'indirect | Bridge unsafe | engineers | open'],
    ['Road must be closed, judge rules', 'indirect | Road must be closed | judge | open'],
    ['Early tea may harm sleep: study', 'indirect | Early tea may harm sleep | study | open'],
    ['Road accidents up 12 per cent: report', 'indirect | Road accidents up 12 per cent | report | open'],
  ])('%s', (title, expected) => {
    expect(found(title)).toEqual([`headline-after | ${expected}`])
  })

  it.each([
    'Calgary road closing: police',
    'What we know so far: The Calgary road',
    'Road closed again: Calgary waits for spring',
    'Remembering the voice of winter nights: a life',
  ])('finds nobody’s words in "%s"', (title) => {
    expect(found(title)).toEqual([])
  })
})

describe('headlines that say again what somebody says', () => {
  const story = '“I never saw the river so warm in May, and I begged them to close it,” Maria Alvarez said.'
  const found = (text: string): string[] =>
    quotes({ kind: 'title', text }, story)
      .filter(({ rule }) => rule === 'quote/echo')
      .map(({ type, text: words, speaker }) => [type, words, speaker?.name].join(' | '))

  it.each([
    ['‘I never saw the river so warm’: fishers worry', 'direct | ‘I never saw the river so warm’ | Maria Alvarez'],
    ["A town and its river: 'I begged them to'", "direct | 'I begged them to' | Maria Alvarez"],
    ['‘I begged them to listen’: a town and its river', 'direct | ‘I begged them to listen’ | Maria Alvarez'],
    ["River 'so warm' that fish die", "mixed | 'so warm' | Maria Alvarez"],
  ])('%s', (title, expected) => {
    expect(found(title)).toEqual([expected])
  })

  it('knows by the story who has no name in the headline', () => {
    const [quote] = quotes({ kind: 'title', text: '‘I begged them to close it,’ says fisher' }, story)
    expect(quote).toMatchObject({ source: { start: 34, end: 40 }, speaker: { name: 'Maria Alvarez' } })
  })

  it.each(['‘I never said so’: fishers worry', "River's 'May' is over", "Town opens 'River Close'"])(
    'leaves alone what nobody says there: %s',
    (title) => {
      expect(found(title)).toEqual([])
    },
  )
})

describe('the parts of a quote', () => {
  it('keeps the marks of direct speech, and leaves the full stop of an indirect clause', () => {
    expect(quotes('“We are safe,” Alvarez said.')[0]?.text).toBe('“We are safe,”')
    expect(quotes('Alvarez said the bridge was safe.')[0]?.text).toBe('the bridge was safe')
  })

  it('names the one spoken to', () => {
    expect(quotes('Maria Alvarez told CNN that the river would crest.')[0]?.addressee).toBe('CNN')
    expect(quotes('“We were not ready,” Maria Alvarez told reporters.')[0]?.addressee).toBe('reporters')
  })

  it('says of an inner quote what it stands in', () => {
    const [outer, inner] = quotes('“Tom Becker told me, ‘I am not leaving,’” said Maria Alvarez.')
    expect(outer?.within).toBeNull()
    expect(inner?.within).toBe(outer?.id)
  })

  it('joins paragraphs that one quotation runs over, and starts a new quote where the first was closed', () => {
    const runsOn = quotes('“We lost it all,” Alvarez said. “The house is gone.', '“But we live.”')
    expect(runsOn.map(({ content }) => content.length)).toEqual([3])
    const anew = quotes('“We lost it all,” said Tom Becker.', '“The barn is gone. So is the tractor.”')
    expect(anew.map(({ rule }) => rule)).toEqual(['quote/cue-inverted', 'quote/carry-over'])
    expect(anew[1]?.score).toBeLessThan(anew[0]?.score ?? 0)
  })
})

describe('what always holds', () => {
  const text = [
    'Tom Becker said the dam was old and warned that it could break. “We told them,” he said. “Twice.”',
    'SMITH: Did you know?',
    'ALVAREZ: We knew. “Nobody asked,” I said.',
    'According to Maria Alvarez, the dam, which was built in 1931, was never inspected; Lee said it was.',
  ]

  it('has one quote for a span, in order, with every part inside it', () => {
    const found = quotes(...text)
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
    expect([...found].sort((a, b) => a.start - b.start)).toEqual(found)
    for (const { content, start, end } of found) {
      expect(content[0]?.start).toBe(start)
      expect(content.at(-1)?.end).toBe(end)
    }
  })

  it('scores between 0 and 1', () => {
    for (const { score } of quotes(...text)) expect(score > 0 && score <= 1).toBe(true)
  })

  it('finds nothing in nothing', () => {
    expect(quotes('')).toEqual([])
    expect(quotes('“”')).toEqual([])
  })
})
