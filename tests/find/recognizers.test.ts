import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { casesOf, type Gold, isNumberRight, isTimeRight, readCase } from './recognizers.js'

const FOLDER = new URL('../../../shared/data/figures/', import.meta.url)

/**
 * Cases that are not of the English that news uses, or that the design answers otherwise: reason → model → numbers of
 * cases. What is missed and stands here in no list is a miss.
 */
const ASIDE: Record<string, Record<string, readonly number[]>> = JSON.parse(
  readFileSync(new URL('./recognizers-set-aside.json', import.meta.url), 'utf8'),
)

/** Model, its file, and of how many spans in how many that are asked the value and unit were right (measured). */
const MODELS: readonly [model: string, file: string, right: number, asked: number][] = [
  ['NumberModel', 'recognizers-number', 182, 190],
  ['PercentModel', 'recognizers-number', 15, 15],
  ['AgeModel', 'recognizers-numberwithunit', 18, 18],
  ['CurrencyModel', 'recognizers-numberwithunit', 171, 179],
  ['DimensionModel', 'recognizers-numberwithunit', 78, 82],
  ['TemperatureModel', 'recognizers-numberwithunit', 31, 31],
  ['DateParser', 'recognizers-datetime', 66, 77],
  ['DatePeriodParser', 'recognizers-datetime', 175, 197],
  ['DurationParser', 'recognizers-datetime', 34, 38],
]

const isTime = (model: string): boolean => model.endsWith('Parser')

/** Right and asked spans of a model, those that are set aside left out; and the numbers of the cases that are missed. */
async function scoreOf(file: URL, model: string): Promise<{ right: number; asked: number; missed: number[] }> {
  const aside = new Set(Object.values(ASIDE).flatMap((models) => models[model] ?? []))
  const score = { right: 0, asked: 0, missed: [] as number[] }
  for (const item of casesOf(file, model)) {
    const number = Number(item.id.slice(item.id.lastIndexOf('-') + 1))
    const found = await readCase(item)
    for (const gold of item.spans) {
      const isIn = (span: Gold): boolean =>
        found.some((mention) => {
          const overlaps = mention.start < span.end && span.start < mention.end
          return overlaps && (isTime(model) ? isTimeRight(span, mention) : isNumberRight(span, mention, model))
        })
      const isRight = isIn(gold)
      // A case of several spans is set aside for those that are missed.
      if (aside.has(number) && !isRight) continue
      score.asked += 1
      if (isRight) score.right += 1
      else score.missed.push(number)
    }
  }
  return score
}

describe.skipIf(!existsSync(FOLDER))('cases of Recognizers-Text (skipped where ../shared is not there)', () => {
  it.each(MODELS)('%s', async (model, file, right, asked) => {
    const score = await scoreOf(new URL(`${file}.all.jsonl`, FOLDER), model)
    expect(score.right, `missed: ${score.missed.join(' ')}`).toBeGreaterThanOrEqual(right)
    expect(score.asked).toBeLessThanOrEqual(asked)
    expect(score.right / score.asked).toBeGreaterThanOrEqual(isTime(model) ? 0.85 : 0.95)
  })
})
