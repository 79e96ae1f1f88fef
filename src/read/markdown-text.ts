import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { DraftBuilder } from './text-builder.js'

/** Where the words of a paragraph go: the line being built, and the end of it. */
export interface LineSink {
  readonly line: DraftBuilder
  endLine(): void
}

const REFERENCE = /&(?:#[xX]([0-9a-fA-F]{1,6})|#(\d{1,7})|([A-Za-z][A-Za-z0-9]{0,31}));/y
const ESCAPABLE = /[!-/:-@[-`{-~]/
/** What stands between two lines of a paragraph: trailing spaces, the line end, indents, the marks of a block quote. */
const BETWEEN_LINES = new Set([' ', '\t', '\r', '\n', '>'])

/**
 * Appends the text of a markdown text node, aligned to its slice `[start, end)` of the file: unit by unit; character
 * references and backslash escapes as a whole.
 */
export function alignText(value: string, raw: string, span: { start: number; end: number }, sink: LineSink): void {
  let at = 0
  let origin = span.start
  let run = span.start
  const flush = (): void => sink.line.literal(raw, run, origin)
  while (origin < span.end && at < value.length) {
    const unit = unitAt(raw, origin, span.end)
    if (unit !== null && value.startsWith(unit.text, at)) {
      flush()
      sink.line.unit(unit.text, origin, origin + unit.length)
      at += unit.text.length
      origin += unit.length
      run = origin
    } else if (value[at] === '\n') {
      flush()
      sink.endLine()
      at += 1
      while (origin < span.end && BETWEEN_LINES.has(raw.charAt(origin))) origin += 1
      run = origin
    } else if (raw[origin] === value[at]) {
      at += 1
      origin += 1
    } else {
      // A unit that the parser left out or replaced (NUL becomes U+FFFD).
      flush()
      if (raw[origin] === '\0') at += 1
      origin += 1
      run = origin
    }
  }
  flush()
  if (at < value.length) sink.line.unit(value.slice(at), origin, origin)
}

/** A character reference or a backslash escape at `start`, with what it stands for. */
function unitAt(raw: string, start: number, end: number): { text: string; length: number } | null {
  const mark = raw.charCodeAt(start)
  if (mark === 0x5c) {
    const escaped = raw.charAt(start + 1)
    return start + 1 < end && ESCAPABLE.test(escaped) ? { text: escaped, length: 2 } : null
  }
  if (mark !== 0x26) return null
  REFERENCE.lastIndex = start
  const reference = REFERENCE.exec(raw)
  if (reference === null || start + reference[0].length > end) return null
  const text = referenceText(reference)
  return text === null ? null : { text, length: reference[0].length }
}

function referenceText(reference: RegExpExecArray): string | null {
  const [, hexadecimal, decimal, name] = reference
  if (name !== undefined) return decodeNamedCharacterReference(name) || null
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)
  return isCharacter(code) ? String.fromCodePoint(code) : '\ufffd'
}

/** As micromark has it: control characters, surrogates and non-characters become U+FFFD. */
function isCharacter(code: number): boolean {
  if (code < 0x09 || code === 0x0b || (code > 0x0d && code < 0x20) || (code > 0x7e && code < 0xa0)) return false
  if ((code > 0xd7ff && code < 0xe000) || (code > 0xfdcf && code < 0xfdf0)) return false
  return (code & 0xfffe) !== 0xfffe && code <= 0x10ffff
}
