import { analyse } from 'chardet'
import iconv from 'iconv-lite'
import type { Origin } from '../model/article.js'
import { DocumentError } from '../model/errors.js'

/** How many bytes are looked at for a declaration, for binary data and for a guess. */
const HEAD_BYTES = 4_096
const GUESS_BYTES = 65_536

/** First bytes of files that are no text: PDF, ZIP (docx, odt), PNG, JPEG, GIF, gzip, the old Office format. */
const BINARY_HEADS = ['255044462d', '504b0304', '89504e47', 'ffd8ff', '47494638', '1f8b', 'd0cf11e0']

/** `<meta charset="…">` and `<meta http-equiv=… content="text/html; charset=…">`. */
const META_CHARSET = /<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})/i
/** `<?xml version="1.0" encoding="…"?>` at the start of the file. */
const XML_ENCODING = /^\s{0,99}<\?xml[^>]{0,99}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})/i
const TYPE_CHARSET = /charset\s{0,9}=\s{0,9}["']?([\w.:-]{2,40})/i

/**
 * The text of a file: what `Article.originMap` points into. A byte order mark is not part of it.
 * In order: byte order mark; UTF-16 by its zero bytes; valid UTF-8; the declared encoding; UTF-8 with a few broken
 * bytes; chardet's guess, Latin-1 read as windows-1252 as browsers do.
 * @throws {DocumentError} read/bad-encoding when the bytes are no text or no encoding fits.
 */
export function decode(origin: Origin): string {
  const { raw } = origin
  if (typeof raw === 'string') return raw
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  const marked = markedEncoding(bytes) ?? zeroByteEncoding(bytes)
  if (marked !== null) return iconv.decode(bytes, marked)
  refuseBinary(bytes)
  const utf8 = strictUtf8(bytes)
  if (utf8 !== null && !bytes.includes('\u001b$')) return utf8
  const declared = declaredEncoding(origin.mediaType, bytes)
  if (declared !== null) return readable(iconv.decode(bytes, declared), declared)
  const lenient = bytes.toString('utf8')
  if (isNearlyUtf8(lenient)) return lenient
  const guessed = guessedEncoding(bytes)
  return readable(iconv.decode(bytes, guessed), guessed)
}

function markedEncoding(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a byte order mark: of Latin text nearly every second byte is zero. */
function zeroByteEncoding(bytes: Buffer): string | null {
  const head = bytes.subarray(0, HEAD_BYTES & ~1)
  const zeros: [number, number] = [0, 0]
  for (let index = 0; index < head.length; index += 1) if (head[index] === 0) zeros[index % 2 === 0 ? 0 : 1] += 1
  const most = head.length * 0.35
  if (zeros[1] > most && zeros[0] < most / 10) return 'utf-16le'
  if (zeros[0] > most && zeros[1] < most / 10) return 'utf-16be'
  return null
}

function refuseBinary(bytes: Buffer): void {
  const head = bytes.subarray(0, HEAD_BYTES)
  const start = head.toString('hex', 0, 8)
  const control = head.reduce((count, byte) => count + (byte < 9 || (byte > 13 && byte < 27) ? 1 : 0), 0)
  if (!BINARY_HEADS.some((magic) => start.startsWith(magic)) && control <= head.length * 0.02) return
  throw new DocumentError(
    'read/bad-encoding',
    'Expected text, got binary data. Save the article as .md, .txt or .html, or take the file out of the folder.',
  )
}

function strictUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    // Not valid UTF-8: the next way of decoding is tried, nothing is lost.
    return null
  }
}

function declaredEncoding(mediaType: string, bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, HEAD_BYTES)
  const inFile = mediaType.includes('html') ? (XML_ENCODING.exec(head) ?? META_CHARSET.exec(head)) : null
  const name = (TYPE_CHARSET.exec(mediaType) ?? inFile)?.[1]
  if (name === undefined || /^utf-?(8|16)/i.test(name) || !iconv.encodingExists(name)) return null
  return asBrowsersRead(name)
}

function asBrowsersRead(name: string): string {
  return /^(iso-?8859-?1|latin-?1|us-ascii|ascii)$/i.test(name) ? 'windows-1252' : name
}

/** A few broken bytes in a UTF-8 file (a cut, a pasted byte) are no reason to read all of it as something else. */
function isNearlyUtf8(text: string): boolean {
  let broken = 0
  let beyondAscii = 0
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit === 0xfffd) broken += 1
    else if (unit > 0x7f) beyondAscii += 1
  }
  return broken * 8 <= beyondAscii
}

function guessedEncoding(bytes: Buffer): string {
  const guesses = analyse(bytes.subarray(0, GUESS_BYTES))
  const best = guesses.find((guess) => !/^utf/i.test(guess.name) && iconv.encodingExists(guess.name))
  return best === undefined ? 'windows-1252' : asBrowsersRead(best.name)
}

/** Refuses what no encoding makes into words: more than one unit in fifty unreadable. */
function readable(text: string, encoding: string): string {
  const head = text.slice(0, GUESS_BYTES)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const unreadable = head.match(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd]/g)?.length ?? 0
  if (unreadable <= head.length * 0.02) return text
  throw new DocumentError(
    'read/bad-encoding',
    `Expected text in UTF-8 or a known encoding, got bytes that ${encoding} does not make readable. Save the file as UTF-8.`,
  )
}
