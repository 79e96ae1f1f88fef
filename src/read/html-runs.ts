import { Parser } from 'htmlparser2'

/** A piece of text of an HTML file: what it says, and where it stands. */
export interface TextRun {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Told of the pieces of an HTML file in order. */
export interface RunHandler {
  open?(name: string): void
  close?(name: string): void
  text(run: TextRun): void
}

/**
 * Cuts HTML into tags and text with offsets, character references as pieces of their own; the parser is the one that
 * linkedom builds its tree with, so that the pieces are its text nodes, in order.
 */
export function eachRun(html: string, handler: RunHandler): void {
  const parser: Parser = new Parser(
    {
      onopentag: (name) => handler.open?.(name),
      onclosetag: (name) => handler.close?.(name),
      ontext: (text) => handler.text({ text, start: parser.startIndex, end: parser.endIndex + 1 }),
    },
    { lowerCaseAttributeNames: false, decodeEntities: true, xmlMode: false },
  )
  parser.write(html)
  parser.end()
}
