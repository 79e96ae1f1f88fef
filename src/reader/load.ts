import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { listenWith } from './listen.js'
import { openSession, type ReaderSession } from './session.js'
import { parseVocabulary } from './wordpiece.js'

/** Why the learned reader cannot work here: the native library has no build for this machine, or the model is not there. */
export type ReaderFault = 'library' | 'model'

/** The learned reader cannot be had; the rules can. `fault` says what is missing, `cause` what the system said. */
export class ReaderUnavailable extends Error {
  override readonly name = 'ReaderUnavailable'
  readonly fault: ReaderFault

  constructor(fault: ReaderFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.fault = fault
  }
}

/** Where the model lies: beside this file, as in the package. */
export const MODEL_FOLDER = new URL('./model/', import.meta.url)

/**
 * Loads the model of a folder: `reader.onnx` and `vocab.txt`.
 * @throws {ReaderUnavailable} when a file is missing or broken, or onnxruntime-node cannot be loaded
 */
export async function loadReader(folder: URL = MODEL_FOLDER): Promise<ReaderSession> {
  const vocabulary = parseVocabulary(modelFile(folder, 'vocab.txt').toString('utf8'))
  return openSession(modelFile(folder, 'reader.onnx'), vocabulary, await loadLibrary())
}

/** The reader of this process: loaded when it is first asked for, then shared. Asking early tells whether it can be had. */
export const openReader: () => Promise<ReaderSession> = once(() => loadReader())

/** Why the learned reader cannot be had here, or `null`: the library is loaded and the files looked for, no more. */
export async function readerFault(folder: URL = MODEL_FOLDER): Promise<ReaderUnavailable | null> {
  try {
    for (const name of ['vocab.txt', 'reader.onnx']) requireFile(folder, name)
    await loadLibrary()
    return null
  } catch (error) {
    if (error instanceof ReaderUnavailable) return error
    throw error
  }
}

/** Document → Document with what the learned reader heard. Throws `ReaderUnavailable` at the first article where there is none. */
export const listen = listenWith(openReader)

async function loadLibrary(): Promise<typeof import('onnxruntime-node')> {
  try {
    return await import('onnxruntime-node')
  } catch (cause) {
    const message =
      'Expected onnxruntime-node, got none that this machine can load. Use the rules engine, or install the package.'
    throw new ReaderUnavailable('library', message, { cause })
  }
}

function requireFile(folder: URL, name: string): void {
  if (!existsSync(new URL(name, folder))) modelFile(folder, name)
}

function modelFile(folder: URL, name: string): Buffer {
  const file = new URL(name, folder)
  try {
    return readFileSync(file)
  } catch (cause) {
    const message = `Expected the model's ${name} in ${fileURLToPath(folder)}, got none. Use the rules engine, or install the package anew.`
    throw new ReaderUnavailable('model', message, { cause })
  }
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null
  return () => {
    made ??= make()
    return made
  }
}
