import { describe, expect, it } from 'vitest'
import { explain, explained, type Why } from '../../src/model/why.js'

const why = (start: number): Why => ({ start, end: start + 3, question: 'who', choices: [], reasons: [] })

describe('explained', () => {
  it('gives the decisions of the work in text order, and the work', async () => {
    const { result, whys } = await explained(async () => {
      explain(() => why(9))
      await Promise.resolve()
      explain(() => why(2))
      return 'done'
    })
    expect(result).toBe('done')
    expect(whys).toEqual([why(2), why(9)])
  })

  it('listens no longer than the work lasts, and then nothing is made', async () => {
    await expect(explained(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    let made = 0
    explain(() => {
      made += 1
      return why(0)
    })
    expect(made).toBe(0)
  })
})
