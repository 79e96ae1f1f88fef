import { reportingNounByForm } from '../../lexicons/reporting-nouns.js'
import { type ReportingPhrase, reportingPhrases } from '../../lexicons/reporting-phrases.js'
import { bitsAt, endOf, type Frame, isBreak, isQuotation, startOf, wordAt } from './quote-frame.js'
import { clauseStart, type Part, type Proposal } from './quote-proposals.js'
import { type Source, sourceBefore } from './quote-source.js'
import { phraseEnd, sourceAfter } from './quote-source-after.js'
import { Word } from './quote-words.js'

/** A phrase by its words; "…" stands for the source inside it. */
interface PhraseWords {
  readonly entry: ReportingPhrase
  readonly before: readonly string[]
  readonly inner: readonly string[]
}

const PHRASES: ReadonlyMap<string, readonly PhraseWords[]> = phraseTable()

function phraseTable(): ReadonlyMap<string, readonly PhraseWords[]> {
  const table = new Map<string, PhraseWords[]>()
  for (const entry of reportingPhrases) {
    if (entry.source === 'none') continue
    const [before = '', inner = ''] = entry.form.toLowerCase().split('…')
    const words = { entry, before: wordsOf(before), inner: wordsOf(inner) }
    const first = words.before[0] ?? ''
    table.set(first, [...(table.get(first) ?? []), words])
  }
  // The longest first: "is of the opinion that" before "is".
  for (const found of table.values())
    found.sort((a, b) => b.before.length + b.inner.length - a.before.length - a.inner.length)
  return table
}

function wordsOf(form: string): string[] {
  return form.split(' ').filter((word) => word !== '')
}

/** Every quote that a phrase or a noun of a frame can make: "according to X", "as X put it", "X's claim that". */
export function phraseProposals(frame: Frame): Proposal[] {
  const proposals: Proposal[] = []
  for (let at = 0; at < frame.items.length; at += 1) {
    const proposal = phraseAt(frame, at) ?? dashProposal(frame, at) ?? nounProposal(frame, at)
    if (proposal !== null) proposals.push(proposal)
  }
  return proposals
}

/** What the longest phrase that fits at `at` makes. */
function phraseAt(frame: Frame, at: number): Proposal | null {
  for (const phrase of PHRASES.get(wordAt(frame, at)) ?? []) {
    if (!matches(frame, at, phrase.before)) continue
    const proposal = phraseProposal(frame, at, phrase)
    if (proposal !== null) return proposal
  }
  return null
}

function matches(frame: Frame, at: number, words: readonly string[]): boolean {
  return words.every((word, offset) => wordAt(frame, at + offset) === word)
}

function phraseProposal(frame: Frame, at: number, phrase: PhraseWords): Proposal | null {
  const end = at + phrase.before.length
  if (phrase.entry.source === 'after') return afterPhrase(frame, at, end, phrase.entry)
  if (phrase.entry.source === 'before') return beforePhrase(frame, at, end, phrase.entry)
  return aroundSource(frame, at, end, phrase)
}

/** "According to X, …" and "…, according to X". */
function afterPhrase(frame: Frame, at: number, end: number, entry: ReportingPhrase): Proposal | null {
  const source = sourceAfter(frame, end)
  if (source === null) return null
  const parts = partsAround(frame, at, source.end)
  return parts.length === 0 ? null : make(frame, entry, [at, end], source, parts, 'quote/according-to')
}

/** What stands before and after an attribution in brackets of commas. */
function partsAround(frame: Frame, at: number, end: number): Part[] {
  let last = at - 1
  if (last >= 0 && bitsAt(frame, last) & Word.comma) last -= 1
  const parts: Part[] = []
  if (last >= 0) parts.push([clauseStart(frame, last), last + 1])
  if (bitsAt(frame, end) & Word.comma && (parts.length === 0 || bitsAt(frame, at - 1) & Word.comma)) {
    const close = contentStop(frame, end + 1)
    if (close > end + 1) parts.push([end + 1, close])
  }
  return parts
}

function contentStop(frame: Frame, from: number): number {
  let end = from
  while (end < frame.items.length && !(bitsAt(frame, end) & (Word.stop | Word.semicolon))) end += 1
  return end
}

/** "X is convinced that …", "X made it clear that …". */
function beforePhrase(frame: Frame, at: number, end: number, entry: ReportingPhrase): Proposal | null {
  const source = sourceBefore(frame, at, 0)
  const close = contentStop(frame, end)
  if (source === null || close === end) return null
  return make(frame, entry, [at, end], source, [[end, close]], 'quote/phrase')
}

/** "As X put it, …" and "in what X called …". */
function aroundSource(frame: Frame, at: number, end: number, { entry, inner }: PhraseWords): Proposal | null {
  const sourceEnd = phraseEnd(frame, end)
  if (sourceEnd === end || !matches(frame, sourceEnd, inner)) return null
  const cueEnd = sourceEnd + inner.length
  const source = { start: end, end: sourceEnd, headStart: end, headEnd: sourceEnd, isRelative: false }
  if (wordAt(frame, at) === 'as') {
    const parts = partsAround(frame, at, cueEnd)
    return parts.length === 0 ? null : make(frame, entry, [sourceEnd, cueEnd], source, parts, 'quote/phrase')
  }
  const close = isQuotation(frame, cueEnd) ? cueEnd + 1 : phraseEnd(frame, cueEnd)
  return close === cueEnd ? null : make(frame, entry, [sourceEnd, cueEnd], source, [[cueEnd, close]], 'quote/phrase')
}

/** “…” — Ann Lee */
function dashProposal(frame: Frame, at: number): Proposal | null {
  if (!(bitsAt(frame, at) & Word.dash) || !isQuotation(frame, at - 1)) return null
  const source = sourceAfter(frame, at + 1)
  if (source === null || !(bitsAt(frame, at + 1) & Word.name)) return null
  const isEnd =
    source.end >= frame.items.length || bitsAt(frame, source.end) & Word.stop || isQuotation(frame, source.end)
  if (!isEnd || (at > 1 && !isQuotation(frame, at - 2))) return null
  const entry: ReportingPhrase = { form: '—', source: 'after', act: 'speech', strength: 3, spun: false }
  return make(frame, entry, [at, at + 1], source, [[at - 1, at]], 'quote/dash')
}

/** "Trump's claim that …", "the suggestion by Lee that …". */
function nounProposal(frame: Frame, at: number): Proposal | null {
  if (wordAt(frame, at + 1) !== 'that' && wordAt(frame, at + 1) !== 'to') return null
  const noun = reportingNounByForm.get(wordAt(frame, at))
  if (noun === undefined || !noun.cue) return null
  const before = bitsAt(frame, at - 1)
  if (isBreak(frame, at - 1) || before & (Word.modal | Word.subject)) return null
  const close = contentStop(frame, at + 2)
  if (close === at + 2) return null
  const owner = ownerOf(frame, at)
  const entry: ReportingPhrase = { form: noun.lemma, source: 'before', act: noun.act, strength: 1, spun: false }
  return make(frame, entry, [at, at + 1], owner, [[at + 2, close]], 'quote/noun')
}

/** Whose claim it is: the phrase before "’s", or "his". */
function ownerOf(frame: Frame, at: number): Source | null {
  for (let left = at - 1; left >= 0 && at - left < 4; left -= 1) {
    if (wordAt(frame, left) === "'s") return sourceBefore(frame, left, 0)
    if (bitsAt(frame, left) & Word.possessive)
      return { start: left, end: left + 1, headStart: left, headEnd: left + 1, isRelative: false }
    if (!(bitsAt(frame, left) & Word.adjective)) return null
  }
  return null
}

function make(
  frame: Frame,
  entry: ReportingPhrase,
  cue: Part,
  source: Source | null,
  parts: readonly Part[],
  rule: string,
): Proposal {
  return {
    rule,
    frame,
    cue: null,
    // A spun phrase is weighed as the phrase that it was.
    phrase: entry.spun && entry.source === 'after' ? 'according to' : entry.form,
    cueSpan: rule === 'quote/dash' ? null : { start: startOf(frame, cue[0]), end: endOf(frame, cue[1] - 1) },
    source,
    parts,
    opening: parts.some(([start]) => isQuotation(frame, start)) ? 'quotation' : 'clause',
    addressee: null,
    act: entry.act,
    isShared: false,
  }
}
