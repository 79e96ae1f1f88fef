import type { InferenceSession } from 'onnxruntime-node'
import type { ReaderWindow } from './windows.js'
import { type SpecialPieces, specialPieces, type Vocabulary } from './wordpiece.js'

/** What the model makes of a window: a row for each of its pieces, of scores and, where it was taught them, of links. */
export interface ReaderRows {
  readonly scores: Float32Array
  readonly links: Float32Array | null
}

/** The model, loaded: one window in, rows out. */
export interface ReaderSession {
  readonly vocabulary: Vocabulary
  readonly special: SpecialPieces
  run(window: ReaderWindow): Promise<ReaderRows>
}

const OPTIONS: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  executionProviders: ['cpu'],
}

/** Opens the model with onnxruntime: one thread, one window at a time, so that nothing beside a window changes a sum. */
export async function openSession(
  model: Uint8Array,
  vocabulary: Vocabulary,
  library: typeof import('onnxruntime-node'),
): Promise<ReaderSession> {
  const session = await library.InferenceSession.create(model, OPTIONS)
  const tensorOf = (values: readonly number[]) =>
    new library.Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length])
  return {
    vocabulary,
    special: specialPieces(vocabulary),
    run: async ({ ids, casing }) => {
      const { scores, links } = await session.run({ ids: tensorOf(ids), casing: tensorOf(casing) })
      if (!(scores?.data instanceof Float32Array))
        throw new TypeError('Expected float scores from the model, got none.')
      return { scores: scores.data, links: links?.data instanceof Float32Array ? links.data : null }
    },
  }
}
