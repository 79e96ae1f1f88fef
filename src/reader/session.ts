import type { InferenceSession } from 'onnxruntime-node'
import type { ReaderWindow } from './windows.js'
import { type SpecialPieces, specialPieces, type Vocabulary } from './wordpiece.js'

/** The model, loaded: one window in, a row of scores for each of its pieces out. */
export interface ReaderSession {
  readonly vocabulary: Vocabulary
  readonly special: SpecialPieces
  run(window: ReaderWindow): Promise<Float32Array>
}

/**
 * Opens the model with onnxruntime: one thread, one window at a time, so that nothing beside a window changes a sum.
 * @throws when the native library has no build for this machine
 */
export async function openSession(model: Uint8Array, vocabulary: Vocabulary): Promise<ReaderSession> {
  const { InferenceSession: Session, Tensor } = await import('onnxruntime-node')
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    executionProviders: ['cpu'],
  }
  const session = await Session.create(model, options)
  return {
    vocabulary,
    special: specialPieces(vocabulary),
    run: async ({ ids, casing }) => {
      const shape = [1, ids.length]
      const feeds = {
        ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
        casing: new Tensor('int64', BigInt64Array.from(casing, BigInt), shape),
      }
      const { scores } = await session.run(feeds)
      if (!(scores?.data instanceof Float32Array))
        throw new TypeError('Expected float scores from the model, got none.')
      return scores.data
    },
  }
}
