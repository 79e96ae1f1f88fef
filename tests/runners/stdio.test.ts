import { Readable, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { answerLines, linesOf } from '../../src/runners/stdio.js'

async function* bytes(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part
}

async function lines(...parts: readonly (string | Uint8Array)[]): Promise<string[]> {
  const found: string[] = []
  for await (const line of linesOf(bytes(...parts))) found.push(line)
  return found
}

describe('linesOf', () => {
  it('ends a line at a line feed alone, wherever the chunks are cut', async () => {
    const text = 'eins\r\nzw\u2028ei\n\n\ud83d\ude00 drei\nlast'
    const expected = ['eins\r', 'zw\u2028ei', '', '\ud83d\ude00 drei', 'last']
    const whole = Buffer.from(text)
    expect(await lines(whole)).toEqual(expected)
    expect(await lines(...[...whole].map((byte) => Uint8Array.of(byte)))).toEqual(expected)
    expect(await lines('one\n')).toEqual(['one'])
    expect(await lines()).toEqual([])
  })
})

describe('answerLines', () => {
  it('keeps the order, reads no line before the last is taken, and writes no end of line inside an answer', async () => {
    const written: string[] = []
    let asked = 0
    let ahead = 0
    const output = new Writable({
      highWaterMark: 1,
      write(chunk, _encoding, done) {
        ahead = Math.max(ahead, asked - written.length)
        written.push(String(chunk))
        setImmediate(done)
      },
    })
    await answerLines(bytes('a\r\nb\u2028\n', 'c'), output, async (line, number) => {
      asked += 1
      return JSON.stringify(`${number} ${line}`)
    })
    expect(written).toEqual(['"1 a"\n', '"2 b\\u2028"\n', '"3 c"\n'])
    expect(ahead).toBe(1)
  })

  it('stops when its answers are no longer read', async () => {
    let asked = 0
    const output = new Writable({ write: () => {} })
    const input = Readable.from(bytes('a\nb\nc\n'))
    await answerLines(input, output, async () => {
      asked += 1
      output.destroy()
      return '1'
    })
    expect(asked).toBe(1)
    expect(input.destroyed).toBe(true)
  })
})
