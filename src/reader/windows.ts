import type { Sentence } from '../model/document.js'
import type { SpecialPieces } from './wordpiece.js'

/** Pieces in one window, its two framing pieces included. Larger ones, and batches, were measured to gain nothing. */
export const WINDOW_PIECES = 128
const NO_LETTERS = 6

/** What the model is given at once; `tokens[i]` is the token whose first piece stands at `first[i]`. */
export interface ReaderWindow {
  readonly ids: number[]
  readonly casing: number[]
  readonly first: number[]
  readonly tokens: number[]
}

/** A token as the model sees it. */
export interface ReaderToken {
  readonly pieces: readonly number[]
  readonly casing: number
}

/**
 * Sentences packed into full windows. No sentence is cut that fits a window, so no quotation is either; a longer one is
 * cut where it must be. `training/corpus.py` packs in the same way.
 */
export function packWindows(
  tokens: readonly ReaderToken[],
  sentences: readonly Pick<Sentence, 'firstToken' | 'lastToken'>[],
  special: SpecialPieces,
): ReaderWindow[] {
  const windows: ReaderWindow[] = []
  let current = opened(special)
  const close = (): void => {
    if (current.tokens.length > 0) windows.push(closed(current, special))
    current = opened(special)
  }
  const holds = (pieces: number): boolean => current.ids.length + pieces + 1 <= WINDOW_PIECES
  for (const { firstToken, lastToken } of sentences) {
    const sentence = tokens.slice(firstToken, lastToken)
    if (!holds(sentence.reduce((sum, token) => sum + token.pieces.length, 0))) close()
    sentence.forEach((token, index) => {
      if (!holds(token.pieces.length)) close()
      current.first.push(current.ids.length)
      current.tokens.push(firstToken + index)
      for (const piece of token.pieces) {
        current.ids.push(piece)
        current.casing.push(token.casing)
      }
    })
  }
  close()
  return windows
}

function opened({ start }: SpecialPieces): ReaderWindow {
  return { ids: [start], casing: [NO_LETTERS], first: [], tokens: [] }
}

function closed(window: ReaderWindow, { end }: SpecialPieces): ReaderWindow {
  return { ...window, ids: [...window.ids, end], casing: [...window.casing, NO_LETTERS] }
}
