import { describe, expect, it } from 'vitest'
import type { Judgement } from '../../src/model/entity.js'
import { SetupError } from '../../src/model/errors.js'
import { parseJudgements, printJudgements } from '../../src/resolve/judgement-file.js'
import { printResolver } from '../../src/resolve/resolver-file.js'

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

  it('reads the decisions that printResolver writes; what the rules are unsure of is a suggestion there', () => {
    const [same, unsure] = judgements
    const id = '0fc0c1a5114d:person:378-391'
    const all = [same, unsure, { ...same, left: id, right: 'us-ice', verdict: 'different' }] as Judgement[]
    const file = printResolver(all, { user: 'ann', time: '2025-02-03T10:00:00' })
    expect(file.split('\n')).toEqual([
      '["b","a","positive",null,"ann","2025-02-03T10:00:00"]',
      '["c","a","no_judgement",0.5,"ann","2025-02-03T10:00:00"]',
      '["us-ice","0fc0c1a5114d.person.378-391","negative",null,"ann","2025-02-03T10:00:00"]',
      '',
    ])
    expect(parseJudgements(file).map(({ left, right, verdict }) => [left, right, verdict])).toEqual([
      ['a', 'b', 'same'],
      [id, 'us-ice', 'different'],
    ])
  })

  it("takes ids that nomenklatura joined by one of its own for the same, and what is said of that id for each's", () => {
    const lines = [
      ['NK-1', 'b', 'positive'],
      ['NK-1', 'a', 'positive'],
      ['Q42', 'NK-1', 'positive'],
      ['Q42', 'c', 'positive'],
      ['Q42', 'd', 'negative'],
      ['NK-2', 'e', 'positive'],
      ['NK-2', 'NK-1', 'negative'],
      ['NK-3', 'f', 'unsure'],
    ]
    const read = parseJudgements(lines.map((line) => JSON.stringify([...line, null, 'ann', null])).join('\n'))
    expect(read.map(({ left, right, verdict }) => `${left} ${verdict} ${right}`).sort()).toEqual([
      ...['a different d', 'a different e', 'a same b', 'a same c'],
      ...['b different d', 'b different e', 'c different d', 'c different e'],
    ])
  })

  it('names every line that is neither', () => {
    const read = (): unknown =>
      parseJudgements('{"left": "a"}\nnonsense\n["a", "b", "perhaps"]\n["a", "b", "positive"]')
    expect(read).toThrow(SetupError)
    expect(read).toThrow(/line 1[\s\S]*line 2[\s\S]*line 3/)
  })
})
