import { describe, expect, it } from 'vitest'
import { namesIn } from '../../src/find/names/names.js'
import { quotesIn } from '../../src/find/quotes/quotes.js'
import type { BlockKind } from '../../src/model/article.js'
import type { Document, Heard } from '../../src/model/document.js'
import type { QuoteMention } from '../../src/model/mention.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article-of.js'

type Part = 'content' | 'cue' | 'source'
const NONE: Heard = { names: [], cues: [], sources: [], contents: [], queries: [], keys: [] }

/** A document that heard these words, each at its first place in the text. */
function heardIn(block: string, parts: readonly (readonly [Part, string, number?])[]): Document {
  const document = segmentArticle(articleOf([block]))
  const spans = (kind: Part) =>
    parts
      .filter(([part]) => part === kind)
      .map(([, words, score = 0.98]) => ({
        start: block.indexOf(words),
        end: block.indexOf(words) + words.length,
        score,
      }))
      .sort((a, b) => a.start - b.start)
  return { ...document, heard: { ...NONE, contents: spans('content'), cues: spans('cue'), sources: spans('source') } }
}

/** What was heard, with the source at `start`, where "he" is. */
function heardAt({ heard }: Document, start: number): Heard {
  return { ...(heard ?? NONE), sources: [{ start, end: start + 2, score: 0.98 }] }
}

function told(document: Document): unknown[] {
  const { text } = document.article
  const at = (span: { start: number; end: number } | null) => (span === null ? null : text.slice(span.start, span.end))
  return quotesIn(document).map((quote: QuoteMention) => ({
    content: quote.content.map(at),
    source: at(quote.source),
    cue: at(quote.cue),
    type: quote.type,
  }))
}

describe('how sure what was heard has to be', () => {
  const kept = (score: number, cue: string, content: string): boolean => {
    const heard = heardIn(`The mayor ${cue} ${content}.`, [
      ['source', 'The mayor'],
      ['cue', cue],
      ['content', content, score],
    ])
    return quotesIn(heard).some(({ rule }) => rule.startsWith('quote/heard'))
  }

  it('is surer of words of saying and of clauses than of what is wanted, planned and done', () => {
    for (const [cue, content] of [
      ['criticised', 'the plan for the trams'],
      ['wants', 'it was late'],
      ['criticised', 'what was done'],
    ] as const)
      expect(kept(0.76, cue, content), `${cue} ${content}`).toBe(true)
    for (const [cue, content] of [
      ['wants', 'the plan for the trams'],
      ['showed off', 'a new tram'],
      ['decided', 'to close the line'],
      ['wonders', 'whether it failed'],
    ] as const) {
      expect(kept(0.76, cue, content), `${cue} ${content}`).toBe(false)
      expect(kept(0.97, cue, content), `${cue} ${content}`).toBe(true)
    }
  })

  it('is surest where nobody has said it, or not yet', () => {
    for (const cue of ['is expected', 'was told', 'will announce', 'to announce']) {
      expect(kept(0.85, cue, 'that the line closes'), cue).toBe(false)
      expect(kept(0.97, cue, 'that the line closes'), cue).toBe(true)
    }
    for (const cue of ['is saying', 'would not say', 'did not deny'])
      expect(kept(0.85, cue, 'that the line closes'), cue).toBe(true)
  })

  it('goes on with whoever did what is too little to print', () => {
    const text = 'Maria Alvarez said the line was late. Rosa Diaz accepted the plan. She said it would work.'
    const heard = (score: number) => {
      const document = heardIn(text, [
        ['source', 'Maria Alvarez'],
        ['cue', 'said'],
        ['content', 'the line was late'],
        ['source', 'Rosa Diaz'],
        ['cue', 'accepted'],
        ['content', 'the plan', score],
        ['source', 'She'],
        ['content', 'it would work'],
      ])
      const quotes = quotesIn({ ...document, mentions: namesIn(document) })
      return quotes.map(
        ({ content: [part], speaker }) => `${part && text.slice(part.start, part.end)}: ${speaker?.name}`,
      )
    }
    const printed = ['the line was late: Maria Alvarez', 'it would work: Rosa Diaz']
    expect(heard(0.97)).toEqual([printed[0], 'the plan: Rosa Diaz', printed[1]])
    expect(heard(0.7)).toEqual(printed)
  })

  it('leaves a headline in plain words to the paper', () => {
    const words = 'Trams to be late all week'
    const heardAlone = (kind: BlockKind): unknown[] => {
      const document = segmentArticle(articleOf([{ kind, text: words }]))
      return told({ ...document, heard: { ...NONE, contents: [{ start: 0, end: words.length, score: 0.99 }] } })
    }
    expect(heardAlone('title')).toEqual([])
    expect(heardAlone('paragraph')).toHaveLength(1)
  })
})

describe('quotes from what was heard', () => {
  it('takes an indirect quote that no rule reads, with its "that" and without commas', () => {
    const document = heardIn('Residents grumbled that the trams never came, Lee’s office noticed.', [
      ['source', 'Residents'],
      ['cue', 'grumbled'],
      ['content', 'that the trams never came,'],
    ])
    expect(told(document)).toEqual([
      { content: ['that the trams never came'], source: 'Residents', cue: 'grumbled', type: 'indirect' },
    ])
  })

  it('goes on behind the aside of a clause that was heard only up to it', () => {
    const heard = (rest: string) =>
      heardIn(`The coach said that the bowler Renu Rao, who left the field, ${rest}.`, [
        ['content', 'that the bowler Renu Rao'],
        ['source', 'The coach'],
        ['cue', 'said'],
      ])
    expect(told(heard('would miss the cup'))).toMatchObject([
      { content: ['that the bowler Renu Rao, who left the field, would miss the cup'], source: 'The coach' },
    ])
    expect(told(heard('in an interview on Monday'))).toMatchObject([{ content: ['that the bowler Renu Rao'] }])
  })

  it('goes on to the end of the phrase or name in which it was heard to end, and back to that of its sentence', () => {
    const end = (text: string, content: string): string => {
      const document = heardIn(`Ortega said ${text}.`, [
        ['source', 'Ortega'],
        ['cue', 'said'],
        ['content', content],
      ])
      const quotes = quotesIn({ ...document, mentions: namesIn(document) })
      return quotes.map(({ text: words }) => words).join(' / ')
    }
    expect(end('they left for the northern coast on foot', 'they left for the')).toBe(
      'they left for the northern coast',
    )
    expect(end('he quit because of the reports', 'he quit because of')).toBe('he quit because of the reports')
    expect(end('they had met Maria Alvarez twice', 'they had met Maria')).toBe('they had met Maria Alvarez')
    expect(end('it grew by $599 in May', 'it grew by')).toBe('it grew by $599')
    expect(end('they knew what it was for, and left', 'they knew what it was for')).toBe('they knew what it was for')
    expect(end('it changed lives. The closures ended', 'it changed lives. The')).toBe('it changed lives')
  })

  it('draws direct speech to its marks', () => {
    const document = heardIn('“We lost the dam and then the road,” Ann Lee said.', [
      ['content', 'lost the dam and then the road'],
      ['source', 'Ann Lee'],
      ['cue', 'said'],
    ])
    expect(told(document)).toEqual([
      { content: ['“We lost the dam and then the road,”'], source: 'Ann Lee', cue: 'said', type: 'direct' },
    ])
  })

  it('ends direct speech at the mark after its comma, however far it was heard', () => {
    const document = heardIn('“We are ready,” Ann Lee said; officials were hopeful.', [
      ['content', '“We are ready,” Ann Lee'],
      ['cue', 'said'],
    ])
    expect(told(document)).toMatchObject([{ content: ['“We are ready,”'], source: 'Ann Lee', type: 'direct' }])
  })

  it('makes one quote of content that its attribution breaks', () => {
    const document = heardIn('“The dam is old,” Ann Lee said, “and the road is worse.”', [
      ['content', '“The dam is old,”'],
      ['source', 'Ann Lee'],
      ['cue', 'said'],
      ['content', '“and the road is worse.”'],
    ])
    expect(told(document)).toEqual([
      {
        content: ['“The dam is old,”', '“and the road is worse.”'],
        source: 'Ann Lee',
        cue: 'said',
        type: 'direct',
      },
    ])
  })

  it('gives each content the source on its own side', () => {
    const document = heardIn('Lee hinted the vote would slip. Ortega insisted it would not.', [
      ['source', 'Lee'],
      ['cue', 'hinted'],
      ['content', 'the vote would slip'],
      ['source', 'Ortega'],
      ['cue', 'insisted'],
      ['content', 'it would not'],
    ])
    expect(told(document)).toMatchObject([{ source: 'Lee' }, { source: 'Ortega' }])
  })

  it('leaves direct speech that a full stop ends to who spoke before, not to the sentence after it', () => {
    const parts: [Part, string][] = [
      ['source', 'Ann Lee'],
      ['cue', 'said'],
      ['content', 'the dam was old'],
      ['content', '“It may break.”'],
      ['source', 'Mayor Tom Ortega'],
      ['cue', 'described'],
      ['content', 'the road as “worse”'],
    ]
    const text = 'Ann Lee said the dam was old. “It may break.” Mayor Tom Ortega described the road as “worse”.'
    expect(told(heardIn(text, parts))).toMatchObject([
      { content: ['the dam was old'], source: 'Ann Lee' },
      { content: ['“It may break.”'], source: 'Ann Lee' },
      { content: ['the road as “worse”'], source: 'Mayor Tom Ortega' },
    ])
  })

  it('leaves direct speech to who spoke before where the sentence after it tells of no speech', () => {
    const text = '“It is old,” Ann Lee said. “It may break.” Mayor Tom Ortega gave a nod.'
    const document = heardIn(text, [
      ['content', '“It is old,”'],
      ['source', 'Ann Lee'],
      ['cue', 'said'],
      ['content', '“It may break.”'],
      ['source', 'Mayor Tom Ortega'],
      ['cue', 'gave'],
    ])
    expect(told(document)).toMatchObject([{ content: ['“It is old,”', '“It may break.”'], source: 'Ann Lee' }])
  })

  it('leaves direct speech to the last who spoke before it, not to one further up', () => {
    const text = 'The firm said it grew. Sales rose, but Ann Lee said they would fall. “They always do.” Nobody rang.'
    const document = heardIn(text, [
      ['source', 'The firm'],
      ['cue', 'said'],
      ['content', 'it grew'],
      ['source', 'Ann Lee'],
      ['content', 'they would fall'],
      ['content', '“They always do.”'],
    ])
    expect(told(document).at(-1)).toMatchObject({ content: ['“They always do.”'], source: 'Ann Lee' })
  })

  it('ends what direct speech says with its sentence', () => {
    const text = 'Lee nodded. “It is a thought.” Having met, they were likely to talk, officials said.'
    const document = heardIn(text, [
      ['content', '“It is a thought.” Having met, they were likely to talk'],
      ['source', 'officials'],
      ['cue', 'said'],
    ])
    expect(told(document)).toMatchObject([
      { content: ['“It is a thought.”'], type: 'direct' },
      { content: ['Having met, they were likely to talk'], source: 'officials', type: 'indirect' },
    ])
  })

  it('gives a claim to whom it is by, not to who shrugs it off', () => {
    const text = 'The mayor shrugged off claims from Ruben Ortega that the line was closed.'
    const parts: [Part, string][] = [
      ['source', 'The mayor'],
      ['cue', 'shrugged off'],
      ['content', 'that the line was closed'],
    ]
    const document = heardIn(text, parts)
    expect(told({ ...document, mentions: namesIn(document) })).toMatchObject([
      { source: 'Ruben Ortega', cue: 'claims' },
    ])
  })

  it('knows who was told from who tells', () => {
    const heard = (text: string, cue: string) =>
      told(
        heardIn(text, [
          ['source', 'The families'],
          ['cue', cue],
          ['content', 'that the line was closed'],
        ]),
      )
    expect(heard('The families were told that the line was closed.', 'were told')).toMatchObject([{ source: null }])
    expect(heard('The families told us that the line was closed.', 'told us')).toMatchObject([
      { source: 'The families' },
    ])
  })

  it('gives a source its name, and takes off what leads to it', () => {
    const source = (text: string, words: string): unknown => {
      const parts: [Part, string][] = [
        ['source', words],
        ['cue', 'reported'],
        ['content', 'that the line was closed'],
      ]
      const document = heardIn(text, parts)
      const mentions = [...document.mentions, ...namesIn(document)]
      return (told({ ...document, mentions })[0] as { source: string }).source
    }
    expect(source('Mr Ruben Ortega reported that the line was closed.', 'Mr')).toBe('Mr Ruben Ortega')
    const led = 'On Tuesday, a newspaper, reported that the line was closed.'
    expect(source(led, 'On Tuesday, a newspaper')).toBe('a newspaper')
    const dated = 'HULL, England — A paper reported that the line was closed.'
    expect(source(dated, 'HULL, England — A paper')).toBe('A paper')
  })

  it('keeps direct speech apart from what its speaker says in the next sentence', () => {
    const parts: [Part, string][] = [
      ['source', 'Ann Lee'],
      ['content', '“It may break.”'],
      ['source', 'Lee'],
      ['cue', 'also revealed'],
      ['content', 'that the road was closed'],
    ]
    const text = 'Nobody had told Ann Lee.\n“It may break.” Lee also revealed that the road was closed.'
    expect(told(heardIn(text, parts))).toMatchObject([
      { content: ['“It may break.”'] },
      { content: ['that the road was closed'], type: 'indirect' },
    ])
  })

  it('goes on with the speaker of a paragraph whose mark was not closed', () => {
    const text = 'Ann Lee said: “The dam is old. “It may break.” Residents said the road was worse.'
    const document = heardIn(text, [
      ['source', 'Ann Lee'],
      ['cue', 'said'],
      ['content', '“The dam is old.'],
      ['content', '“It may break.”'],
      ['source', 'Residents'],
      ['content', 'the road was worse'],
    ])
    expect(told(document)).toMatchObject([
      { content: ['“The dam is old.', '“It may break.”'], source: 'Ann Lee' },
      { content: ['the road was worse'], source: 'Residents' },
    ])
  })

  it('keeps its source where a rule takes in the clause before', () => {
    const document = heardIn('The match ended in a draw at the bridge and Carla Mendes said: “We are happy.”', [
      ['source', 'Carla Mendes'],
      ['cue', 'said'],
      ['content', '“We are happy.”'],
    ])
    expect(told(document)).toMatchObject([{ source: 'Carla Mendes' }])
  })

  it('gives a recording’s words to whoever was recorded', () => {
    const document = heardIn('The ad uses footage of Carla Mendes asking, “Why are we not ahead?”', [
      ['source', 'The ad'],
      ['cue', 'uses footage of'],
      ['content', '“Why are we not ahead?”'],
    ])
    expect(told(document)).toMatchObject([{ source: 'Carla Mendes', cue: 'asking' }])
  })

  it('believes a signature over a source that is nearer', () => {
    const document = heardIn('Carla Mendes spoke first. “The second one is longer.” ― Olu Adeyemi', [
      ['content', '“The second one is longer.”'],
      ['source', 'Carla Mendes'],
      ['cue', 'spoke'],
    ])
    expect(told(document)).toMatchObject([{ source: 'Olu Adeyemi' }])
  })

  it.each([
    [
      'He voted yes, he said, and then went in and worked.',
      'He voted yes',
      ['He voted yes', 'and then went in and worked'],
    ],
    ['That idea, he said, is only a hypothesis.', 'is only a hypothesis', ['That idea', 'is only a hypothesis']],
    ['When he was young, he said, they drank from the lake.', 'When he was young', ['When he was young']],
    ['The sales were great, he said, wiping his face.', 'The sales were great', ['The sales were great']],
    ['In May, he said, they drank from the lake.', 'they drank from the lake', ['they drank from the lake']],
  ])('adds the other half of what is said around its attribution: %s', (text, heard, content) => {
    const document = heardIn(text, [
      ['cue', 'said'],
      ['content', heard],
    ])
    const [quote] = quotesIn({ ...document, heard: heardAt(document, text.indexOf(' he said') + 1) })
    expect(quote?.content.map(({ start, end }) => text.slice(start, end))).toEqual(content)
  })

  it('goes on behind an aside up to the end of the sentence', () => {
    const document = heardIn('Lee said his father, who drove down from Reed, was not there.', [
      ['source', 'Lee'],
      ['cue', 'said'],
      ['content', 'his father'],
    ])
    expect(told(document)).toMatchObject([{ content: ['his father, who drove down from Reed, was not there'] }])
  })

  it('leaves out what was heard faintly', () => {
    const document = heardIn('The council bought a new tram.', [
      ['source', 'The council'],
      ['content', 'a new tram', 0.55],
    ])
    expect(told(document)).toEqual([])
  })

  it('finds nothing where nothing was heard and no rule speaks', () => {
    expect(told(heardIn('The tram left the station at noon.', []))).toEqual([])
  })

  it('says who decided', () => {
    const document = heardIn('Residents grumbled that the trams never came.', [
      ['source', 'Residents'],
      ['cue', 'grumbled'],
      ['content', 'that the trams never came'],
    ])
    expect(quotesIn(document).map(({ rule }) => rule)).toEqual(['quote/heard-cue'])
  })
})
