import { describe, expect, it } from 'vitest'
import { alignMarks, parseGold } from '../../src/cli/gold.js'
import { scoresOf, tallyArticle } from '../../src/cli/scores.js'
import type { ArticleRecord, Profile, Quote } from '../../src/model/record.js'
import { spanOf, type TextSpan } from '../../src/model/span.js'

const GOLD = `# kinds: person quote
# A remark.

{content=q1|Jane O’Neil:“We can’t wait,”} {cue=q1:said}  {source=q1:Dr. {person:Jane O’Neil}}.
Advertisement by {person:Bob}
She {cue=q2:added} {content=q2|Jane O’Neil:that it was late}.`

const TEXT = '“We can’t wait,” said Dr. Jane O’Neil. She added that it was late.'

function at(words: string): TextSpan {
  return spanOf(TEXT, TEXT.indexOf(words), TEXT.indexOf(words) + words.length)
}

function quote(content: string, speaker: string | null, source: string | null): Quote {
  const nobody = { profile: null, kind: 'person', organization: null, candidates: [] } as const
  return {
    ...{ id: content, type: 'direct', act: 'speech', content: [at(content)], cue: null, addressee: null },
    ...{ within: null, rule: 'test/rule', score: 1, source: source === null ? null : at(source) },
    speaker: speaker === null ? null : { ...nobody, candidates: [], name: speaker },
  }
}

function recordWith(quotes: Quote[], mentions: Profile['mentions']): ArticleRecord {
  const profile: Profile = {
    ...{ id: 'p', kind: 'person', name: 'Jane O’Neil', aliases: [], acronym: null, registryId: null, sameAs: [] },
    ...{ roles: [], parent: null, mentions, score: 1 },
  }
  return {
    schema: 'nutgraf/record@1',
    article: {
      ...{ id: '0123456789ab', path: 'a.txt', mediaType: 'text/plain', sha256: '', title: null, byline: [] },
      ...{ publisher: null, published: null, url: null, language: 'en', status: 'ok', text: TEXT },
      ...{ removed: [], duplicateOf: null },
    },
    ...{ people: [profile], agencies: [], organizations: [], places: [], figures: [], dates: [], quotes },
  }
}

const BY = { rule: 'test/rule', score: 1 }

describe('alignMarks', () => {
  it('finds the marked words in the text that was read, past lines that were not', () => {
    const gold = parseGold(GOLD)
    expect(gold.kinds).toEqual(['person', 'content', 'cue', 'source'])
    expect(alignMarks(gold, TEXT).map((mark) => TEXT.slice(mark.start, mark.end))).toEqual([
      '“We can’t wait,”',
      'said',
      'Dr. Jane O’Neil',
      'Jane O’Neil',
      'added',
      'that it was late',
    ])
  })
})

describe('tallyArticle', () => {
  const mentions: Profile['mentions'] = [
    { ...at('Jane O’Neil'), form: 'name', ...BY },
    { ...at('She'), form: 'pronoun', ...BY },
  ]
  const quotes = [quote('“We can’t wait,”', 'jane o’neil', 'Jane O’Neil'), quote('it was late', null, null)]
  const tallies = tallyArticle(parseGold(GOLD), recordWith(quotes, mentions))

  it('counts names and not pronouns, and marks on lines not read as missed', () => {
    expect(tallies.get('person')).toEqual({ gold: 2, found: 1, right: 1 })
  })

  it('counts content and source by span and by word', () => {
    expect(tallies.get('content')).toEqual({ gold: 2, found: 2, right: 1 })
    expect(tallies.get('content words')).toEqual({ gold: 8, found: 7, right: 7 })
    expect(tallies.get('source')).toEqual({ gold: 1, found: 1, right: 0 })
    expect(tallies.get('source words')).toEqual({ gold: 4, found: 3, right: 3 })
    expect(tallies.get('cue')).toEqual({ gold: 2, found: 0, right: 0 })
  })

  it('counts a quote as attributed when its speaker has the name noted', () => {
    expect(tallies.get('speakers')).toEqual({ gold: 2, found: 1, right: 1 })
  })

  it('sums over articles', () => {
    const [person] = scoresOf([tallies, tallies])
    expect(person).toMatchObject({ name: 'person', gold: 4, found: 2, right: 2, precision: 1, recall: 0.5 })
    expect(scoresOf([])).toEqual([])
  })
})
