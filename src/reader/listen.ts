import { isPersonal, pronounByForm } from '../lexicons/pronouns.js'
import { Document, type Heard, type HeardSpan, type Token } from '../model/document.js'
import type { Stage } from '../pipeline/stage.js'
import { bestLabels, type LabelledRun, labelledRuns } from './decode.js'
import { CASINGS, formsOf } from './forms.js'
import type { ReaderRows, ReaderSession } from './session.js'
import { packWindows, type ReaderToken } from './windows.js'
import { piecesOf } from './wordpiece.js'

/** The heads of the model, side by side in each row of its scores. */
const ROW = 18
const NAMES = { from: 0, labels: 9 }
const CUES = { from: 9, labels: 3 }
const SOURCES = { from: 12, labels: 3 }
const CONTENTS = { from: 15, labels: 3 }
/** What links pronouns to names, side by side in each row of links: a query, a key, and last a number for nobody. */
const LINK = 48
const LINKS_ROW = 2 * LINK + 1
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
  const { scores, links } = await rowsOf(document, session)
  const runs = ({ from, labels }: { from: number; labels: number }): LabelledRun[] =>
    labelledRuns(bestLabels(scores, ROW, from, labels), scores, ROW, from, labels)
  const spans = (head: { from: number; labels: number }): HeardSpan[] => runs(head).map((run) => spanOf(document, run))
  return {
    names: runs(NAMES).map((run) => ({ ...spanOf(document, run), kind: NAME_KINDS[run.kind] ?? 'other' })),
    cues: spans(CUES),
    sources: spans(SOURCES),
    contents: spans(CONTENTS),
    ...(links === null ? { queries: [], keys: [] } : vectorsOf(document, links)),
  }
}

/** The vectors of pronouns, and of every word that is written as names are. */
function vectorsOf({ tokens }: Document, links: Float32Array): Pick<Heard, 'queries' | 'keys'> {
  const queries: Heard['queries'] = []
  const keys: Heard['keys'] = []
  tokens.forEach((token, index) => {
    const row = index * LINKS_ROW
    const hundredths = (from: number, to: number): number[] =>
      Array.from(links.subarray(row + from, row + to), (value) => Math.round(100 * value))
    if (isPersonalForm(token)) {
      const [nobody = 0] = hundredths(2 * LINK, LINKS_ROW)
      queries.push({ token: index, vector: hundredths(0, LINK), nobody })
    } else if (token.casing !== 'lower' && token.casing !== 'none' && token.casing !== 'digit')
      keys.push({ token: index, vector: hundredths(LINK, 2 * LINK) })
  })
  return { queries, keys }
}

/** "he", and "he's", which is one token. */
function isPersonalForm({ normal }: Token): boolean {
  const short = normal.indexOf("'")
  const pronoun = pronounByForm.get(short > 0 ? normal.slice(0, short) : normal)
  return pronoun !== undefined && isPersonal(pronoun)
}

/** One row for each token: that of its first piece. Labels are chosen over the whole article at once. */
async function rowsOf(document: Document, session: ReaderSession): Promise<ReaderRows> {
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
  let links: Float32Array | null = null
  for (const window of packWindows(tokens, document.sentences, session.special)) {
    const rows = await session.run(window)
    if (rows.links !== null) links ??= new Float32Array(tokens.length * LINKS_ROW)
    window.tokens.forEach((token, index) => {
      const first = window.first[index] ?? 0
      scores.set(rows.scores.subarray(first * ROW, (first + 1) * ROW), token * ROW)
      const link = rows.links?.subarray(first * LINKS_ROW, (first + 1) * LINKS_ROW)
      if (link !== undefined) links?.set(link, token * LINKS_ROW)
    })
  }
  return { scores, links }
}

function spanOf(document: Document, { first, last, score }: LabelledRun): HeardSpan {
  return { start: document.tokens[first]?.start ?? 0, end: document.tokens[last - 1]?.end ?? 0, score }
}
