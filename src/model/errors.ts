/** The run cannot start. `faults` lists every fault at once, each a sentence with what to do. Exit code 2. */
export class SetupError extends Error {
  override readonly name = 'SetupError'
  readonly faults: readonly string[]

  constructor(faults: readonly string[], options?: ErrorOptions) {
    super(faults.join('\n'), options)
    this.faults = faults
  }
}

/** Why an article was set aside: `room/what`. */
export const DOCUMENT_ERROR_CODES = [
  'read/unsupported-type',
  'read/bad-encoding',
  'read/empty',
  'read/bad-front-matter',
  'read/no-article',
  'read/too-large',
  'record/span-mismatch',
  'record/duplicate-id',
  'record/unknown-id',
  'record/origin-order',
  'stage/invalid-output',
  'thread/exited',
  'thread/deadline',
  'thread/memory',
  'run/unreadable',
  'run/write-failed',
  'worker/bad-line',
  'internal',
] as const
export type DocumentErrorCode = (typeof DOCUMENT_ERROR_CODES)[number]

/** This article is set aside; the run goes on. The message says: Expected …, got …; then what to do. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError'
  readonly code: DocumentErrorCode

  constructor(code: DocumentErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
