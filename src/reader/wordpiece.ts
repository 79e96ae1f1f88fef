/** Pieces of one token at most; the rest of a web address says nothing. */
const LONGEST_WORD = 12
/** Parts longer than this are unknown, as in BERT. */
const LONGEST_PART = 100

/** A table from piece to id, as `vocab.txt` lists them, one a line. */
export type Vocabulary = ReadonlyMap<string, number>

/** Ids of the pieces that frame a window, and of a word that has none. */
export interface SpecialPieces {
  readonly start: number
  readonly end: number
  readonly unknown: number
}

/** Reads a vocabulary: line number = id. */
export function parseVocabulary(file: string): Vocabulary {
  return new Map(
    file
      .replace(/\n$/, '')
      .split('\n')
      .map((piece, id) => [piece, id]),
  )
}

export function specialPieces(vocabulary: Vocabulary): SpecialPieces {
  const idOf = (piece: string): number => vocabulary.get(piece) ?? 0
  return { start: idOf('[CLS]'), end: idOf('[SEP]'), unknown: idOf('[UNK]') }
}

/**
 * Uncased BERT word pieces of one token, at least one, at most twelve. Its twin is `training/corpus.py`; a fixture that
 * the trainer wrote holds them together.
 * @see https://arxiv.org/abs/1810.04805
 */
export function piecesOf(form: string, vocabulary: Vocabulary, unknown: number): number[] {
  const pieces: number[] = []
  for (const part of partsOf(form)) pieces.push(...greedy(part, vocabulary, unknown))
  return pieces.length === 0 ? [unknown] : pieces.slice(0, LONGEST_WORD)
}

/** Lower case without accents, cut at punctuation: every mark is a part of its own. */
function partsOf(form: string): string[] {
  const plain = form
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
  if (/^[a-z0-9]+$/.test(plain)) return [plain]
  const parts: string[] = []
  let current = ''
  for (const character of plain) {
    const isMark = /[!-/:-@[-`{-~]|\p{P}/u.test(character)
    if (!isMark && !/\s/u.test(character)) {
      current += character
      continue
    }
    if (current !== '') parts.push(current)
    current = ''
    if (isMark) parts.push(character)
  }
  if (current !== '') parts.push(current)
  return parts
}

/** The longest piece that fits, again and again; a part that cannot be cut wholly is unknown. */
function greedy(part: string, vocabulary: Vocabulary, unknown: number): number[] {
  const characters = [...part]
  if (characters.length > LONGEST_PART) return [unknown]
  const found: number[] = []
  let start = 0
  while (start < characters.length) {
    let end = characters.length
    let id: number | undefined
    for (; end > start; end -= 1) {
      id = vocabulary.get((start > 0 ? '##' : '') + characters.slice(start, end).join(''))
      if (id !== undefined) break
    }
    if (id === undefined) return [unknown]
    found.push(id)
    start = end
  }
  return found
}
