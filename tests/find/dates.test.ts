import { describe, expect, it } from 'vitest'
import { dayNumber, holidayIn, isoWeek, weekdayOf } from '../../src/find/dates/date-calendar.js'
import { datesIn } from '../../src/find/dates/dates.js'
import { calendar, holidays } from '../../src/lexicons/calendar.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article-of.js'

function dates(text: string, published: string | null): [string, string][] {
  return datesIn(segmentArticle(articleOf([text], published))).map((date) => [date.text, date.value])
}

describe('without the date of the article', () => {
  it.each([
    ['It was early February.', 'early February', 'XXXX-02'],
    ['They met on Tuesday.', 'Tuesday', 'XXXX-WXX-2'],
    ['He left yesterday.', 'yesterday', 'XXXX-XX-XX'],
    ['He left last week.', 'last week', 'XXXX-WXX'],
    ['He left last month.', 'last month', 'XXXX-XX'],
    ['He left last year.', 'last year', 'XXXX'],
    ['He left on March 3.', 'March 3', 'XXXX-03-03'],
    ['He left in January 2025.', 'January 2025', '2025-01'],
    ['He left on Christmas Day.', 'Christmas Day', 'XXXX-12-25'],
  ])('%s', (text, words, value) => {
    expect(dates(text, null)).toEqual([[words, value]])
  })
})

describe('before and after', () => {
  it('takes a weekday for the last one, or the next where the clause looks ahead', () => {
    expect(dates('The House passed it on Tuesday.', '2025-02-28')).toEqual([['Tuesday', '2025-02-25']])
    expect(dates('The House will vote on Tuesday.', '2025-02-28')).toEqual([['Tuesday', '2025-03-04']])
    expect(dates('The House passed it on Friday.', '2025-02-28')).toEqual([['Friday', '2025-02-28']])
  })

  it('hears the past before the future of another clause', () => {
    expect(dates('Lee said Monday that he will run.', '2025-02-28')).toEqual([['Monday', '2025-02-24']])
  })

  it('goes over the end of a year', () => {
    expect(dates('The rule came in December.', '2025-02-28')).toEqual([['December', '2024-12']])
    expect(dates('Dividends will be paid on Jan. 2.', '2024-11-02')).toEqual([['Jan. 2', '2025-01-02']])
    expect(dates('It broke last week.', '2025-01-02')).toEqual([['last week', '2024-W52']])
  })

  it('counts from the date spoken of', () => {
    expect(dates('It broke in 1995 and was mended the following year.', '2025-02-28')).toEqual([
      ['1995', '1995'],
      ['following year', '1996'],
    ])
  })
})

describe('the calendar', () => {
  it('knows weekdays and ISO weeks', () => {
    expect(weekdayOf({ year: 2025, month: 2, day: 28 })).toBe(5)
    expect(isoWeek({ year: 2024, month: 12, day: 30 })).toBe('2025-W01')
    expect(isoWeek({ year: 2027, month: 1, day: 1 })).toBe('2026-W53')
  })

  it.each([
    ['easter+0', 2025, '2025-4-20'],
    ['easter-2', 2024, '2024-3-29'],
    ['11-4-4', 2025, '2025-11-27'],
    ['11-4-4+1', 2025, '2025-11-28'],
    ['05-1--1', 2025, '2025-5-26'],
    ['12-25', 2025, '2025-12-25'],
  ])('finds the holiday of rule %s', (rule, year, day) => {
    const found = holidayIn(rule, year)
    expect(`${found.year}-${found.month}-${found.day}`).toBe(day)
  })

  it('gives every holiday a day', () => {
    for (const { rule } of holidays) expect(Number.isFinite(dayNumber(holidayIn(rule, 2025)))).toBe(true)
  })

  it('is sorted', () => {
    const keys = calendar.map(({ form, kind }) => `${form}|${kind}`)
    expect(keys).toEqual([...new Set(keys)].sort())
  })
})
