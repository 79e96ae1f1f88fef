import { describe, expect, it } from 'vitest'
import { forResolver, Questions } from '../../src/cli/questions.js'
import type { Entity, Judgement, Verdict } from '../../src/model/entity.js'

function judged(left: string, right: string, score: number, verdict: Verdict = 'unsure'): Judgement {
  return { left, right, verdict, score, by: 'rules', comparisons: [] }
}

function entity(id: string, ...profiles: readonly string[]): Entity {
  const lists = { aliases: [], sameAs: [], roles: [], articles: [] }
  return {
    ...lists,
    ...{ id, kind: 'person', name: id, acronym: null, registryId: null, parent: null },
    profiles: [...profiles],
    mentions: 1,
  }
}

const ENTITIES = [entity('a1', 'a1', 'a2'), entity('b1', 'b1', 'b2'), entity('c1', 'c1')]
const JUDGEMENTS = [
  judged('a1', 'b1', 0.4),
  judged('a2', 'b2', 0.8),
  judged('a1', 'a2', 0.7),
  judged('b1', 'c1', 0.6),
  judged('a1', 'c1', 0.5),
  judged('a2', 'c1', 0.9, 'same'),
]

const pairs = (judgements: readonly Judgement[]): string[] => judgements.map(({ left, right }) => `${left} ${right}`)

describe('Questions', () => {
  it('asks the strongest pair of each two entities, and none inside one', () => {
    expect(pairs(new Questions(JUDGEMENTS, ENTITIES, []).open())).toEqual(['a2 b2', 'b1 c1', 'a1 c1'])
  })

  it('asks nothing that an answer settles, and asks it again when the answer is taken back', () => {
    const questions = new Questions(JUDGEMENTS, ENTITIES, [])
    for (const verdict of ['same', 'different'] as const) {
      const [first] = questions.open()
      if (first) questions.answer(first, verdict)
    }
    // a and b are one, b and c are two: so are a and c.
    expect(questions.open()).toEqual([])
    expect(questions.answers.map(({ verdict, score, by }) => [verdict, score, by])).toEqual([
      ['same', 1, 'person'],
      ['different', 0, 'person'],
    ])
    expect(questions.undo()).toBe(true)
    expect(pairs(questions.open())).toEqual(['b1 c1'])
    expect([questions.undo(), questions.undo()]).toEqual([true, false])
    expect(pairs(questions.open())).toEqual(['a2 b2', 'b1 c1', 'a1 c1'])
  })

  it('starts from what was answered before', () => {
    const earlier: Judgement[] = [{ ...judged('a1', 'b2', 1, 'same'), by: 'person' }]
    expect(pairs(new Questions(JUDGEMENTS, ENTITIES, earlier).open())).toEqual(['b1 c1'])
  })
})

describe('forResolver', () => {
  it('says decisions on profiles and on their entities, and open questions on entities', () => {
    const decided: Judgement[] = [
      { ...judged('a2', 'b2', 0, 'different'), by: 'person' },
      { ...judged('a1', 'a2', 1, 'same'), by: 'person' },
    ]
    const { decisions, suggestions } = forResolver(decided, [judged('b2', 'c1', 0.6)], ENTITIES)
    expect(pairs(decisions)).toEqual(['a2 b2', 'a1 b1', 'a1 a2'])
    expect(pairs(suggestions)).toEqual(['b1 c1'])
  })
})
