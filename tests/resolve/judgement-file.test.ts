import { describe, expect, it } from 'vitest'
import type { Judgement } from '../../src/model/entity.js'
import { SetupError } from '../../src/model/errors.js'
import { parseJudgements, printJudgements, printResolver } from '../../src/resolve/judgement-file.js'

const judgements: Judgement[] = [
  {
    left: 'a',
    right: 'b',
    verdict: 'same',
    score: 1,
    by: 'person',
    comparisons: [{ name: 'family', score: 1, detail: 'both' }],
  },
  { left: 'a', right: 'c', verdict: 'unsure', score: 0.5, by: 'rules', comparisons: [] },
]

describe('parseJudgements', () => {
  it('reads what printJudgements writes', () => {
    expect(parseJudgements(printJudgements(judgements))).toEqual(judgements)
  })

  it("reads nomenklatura's resolver lines as a person's word, smaller id first", () => {
    const file = [
      '["b", "a", "positive", null, "ann", "2025-02-03T10:00:00"]',
      '["c", "a", "negative", 0.4, "ann", "2025-02-03T10:00:00"]',
      '["d", "a", "unsure", null, "ann", "2025-02-03T10:00:00"]',
      '["e", "a", "no_judgement", 0.7, null, null]',
    ].join('\r\n')
    const read = parseJudgements(`\ufeff${file}\n\n`)
    expect(read.map(({ left, right, verdict, score, by }) => [left, right, verdict, score, by])).toEqual([
      ['a', 'b', 'same', 1, 'person'],
      ['a', 'c', 'different', 0.4, 'person'],
      ['a', 'd', 'unsure', 0.5, 'person'],
    ])
  })

  it('reads what printResolver writes', () => {
    const file = printResolver(judgements, { user: 'ann', time: '2025-02-03T10:00:00' })
    expect(parseJudgements(file).map(({ left, right, verdict }) => [left, right, verdict])).toEqual([
      ['a', 'b', 'same'],
      ['a', 'c', 'unsure'],
    ])
  })

  it('names every line that is neither', () => {
    const read = (): unknown =>
      parseJudgements('{"left": "a"}\nnonsense\n["a", "b", "perhaps"]\n["a", "b", "positive"]')
    expect(read).toThrow(SetupError)
    expect(read).toThrow(/line 1[\s\S]*line 2[\s\S]*line 3/)
  })
})
