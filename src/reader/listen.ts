import { Document, type Heard, type HeardSpan } from '../model/document.js'
import type { Stage } from '../pipeline/stage.js'
import { bestLabels, type LabelledRun, labelledRuns } from './decode.js'
import { CASINGS, formsOf } from './forms.js'
import type { ReaderSession } from './session.js'
import { packWindows, type ReaderToken } from './windows.js'
import { piecesOf } from './wordpiece.js'

/** The heads of the model, side by side in each row of its scores. */
const ROW = 18
const NAMES = { from: 0, labels: 9 }
const CUES = { from: 9, labels: 3 }
const SOURCES = { from: 12, labels: 3 }
const CONTENTS = { from: 15, labels: 3 }
const NAME_KINDS = ['person', 'organization', 'place', 'other'] as const

/**
 * Document → Document with what the learned reader heard. The session is loaded at the first article.
 * @throws what `session` throws, where the native library or the model cannot be loaded
 */
export function listenWith(session: () => Promise<ReaderSession>): Stage<Document, Document> {
  return {
    name: 'listen',
    output: Document,
    run: async (document) =>
      document.tokens.length === 0 ? document : { ...document, heard: await hear(document, await session()) },
  }
}

async function hear(document: Document, session: ReaderSession): Promise<Heard> {
  const scores = await scoresOf(document, session)
  const runs = ({ from, labels }: { from: number; labels: number }): LabelledRun[] =>
    labelledRuns(bestLabels(scores, ROW, from, labels), scores, ROW, from, labels)
  const spans = (head: { from: number; labels: number }): HeardSpan[] => runs(head).map((run) => spanOf(document, run))
  return {
    names: runs(NAMES).map((run) => ({ ...spanOf(document, run), kind: NAME_KINDS[run.kind] ?? 'other' })),
    cues: spans(CUES),
    sources: spans(SOURCES),
    contents: spans(CONTENTS),
  }
}

/** One row of scores for each token: those of its first piece. Labels are chosen over the whole article at once. */
async function scoresOf(document: Document, session: ReaderSession): Promise<Float32Array> {
  const forms = formsOf(document)
  const known = new Map<string, number[]>()
  const tokens: ReaderToken[] = document.tokens.map((token, index) => {
    const form = forms[index] ?? ''
    let pieces = known.get(form)
    if (pieces === undefined) {
      pieces = piecesOf(form, session.vocabulary, session.special.unknown)
      known.set(form, pieces)
    }
    return { pieces, casing: CASINGS.indexOf(token.casing) }
  })
  const scores = new Float32Array(tokens.length * ROW)
  for (const window of packWindows(tokens, document.sentences, session.special)) {
    const rows = await session.run(window)
    window.tokens.forEach((token, index) => {
      const row = (window.first[index] ?? 0) * ROW
      scores.set(rows.subarray(row, row + ROW), token * ROW)
    })
  }
  return scores
}

function spanOf(document: Document, { first, last, score }: LabelledRun): HeardSpan {
  return { start: document.tokens[first]?.start ?? 0, end: document.tokens[last - 1]?.end ?? 0, score }
}
