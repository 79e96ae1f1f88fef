import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/read/decode.js'
import { codeOf } from './articles.js'

const LATIN = 'Der Bürgermeister von Köln sagte: „Größere Straßen für alle“ – das wäre schön.'
const RUSSIAN = 'Мэр города заявил в понедельник, что мост через реку закроют на три месяца для ремонта.'

function decoded(raw: Uint8Array, mediaType = 'text/plain'): string {
  return decode({ path: 'a', mediaType, raw: Uint8Array.from(raw) })
}

describe('decode', () => {
  it('takes off a byte order mark and reads what it says', () => {
    expect(decoded(Buffer.from(`\ufeff${LATIN}`, 'utf8'))).toBe(LATIN)
    for (const encoding of ['utf-16le', 'utf-16be']) {
      expect(decoded(iconv.encode(LATIN, encoding, { addBOM: true }))).toBe(LATIN)
    }
  })

  it('knows UTF-16 without a mark by its zero bytes', () => {
    expect(decoded(iconv.encode('The mayor closed the bridge on Monday.', 'utf-16le'))).toBe(
      'The mayor closed the bridge on Monday.',
    )
  })

  it('takes valid UTF-8 for UTF-8 whatever the page declares', () => {
    const page = `<meta charset="iso-8859-1"><p>${LATIN}</p>`
    expect(decoded(Buffer.from(page, 'utf8'), 'text/html')).toBe(page)
  })

  it.each([
    ['<meta charset="windows-1251">', 'windows-1251'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', 'koi8-r'],
    ['<?xml version="1.0" encoding="iso-8859-5"?>', 'iso-8859-5'],
  ])('reads what %s declares', (declaration, encoding) => {
    const page = `${declaration}<p>${RUSSIAN}</p>`
    expect(decoded(iconv.encode(page, encoding), 'text/html')).toBe(page)
  })

  it('reads the charset of the media type', () => {
    expect(decoded(iconv.encode(RUSSIAN, 'koi8-r'), 'text/plain; charset=koi8-r')).toBe(RUSSIAN)
  })

  it('guesses windows-1252 for Latin text with curly quotes', () => {
    const text = 'The mayor said: “We can’t wait – the café closes at noon,” and left the résumé on the table.'
    expect(decoded(iconv.encode(text, 'windows-1252'))).toBe(text)
  })

  it('guesses an encoding that is not Latin', () => {
    expect(decoded(iconv.encode(RUSSIAN.repeat(5), 'windows-1251'))).toBe(RUSSIAN.repeat(5))
  })

  it('reads UTF-8 with one broken byte as UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from(LATIN.repeat(3), 'utf8'), Buffer.from([0xc3])])
    expect(decoded(bytes).slice(0, LATIN.length)).toBe(LATIN)
  })

  it.each([
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\nstream and some words')],
    ['a ZIP', Buffer.from('504b030414000600080000002100', 'hex')],
    ['random bytes', Buffer.from(Array.from({ length: 600 }, (_, index) => (index * 7919) % 256))],
  ])('refuses %s', async (_, raw) => {
    expect(await codeOf('text/plain', raw)).toBe('read/bad-encoding')
  })
})
