import { reportingNounByForm } from '../../lexicons/reporting-nouns.js'
import { reportingVerbByForm } from '../../lexicons/reporting-verbs.js'
import { type Document, tokenAt } from '../../model/document.js'
import type { Span } from '../../model/span.js'
import type { Draft } from './quote-drafts.js'
import { Word } from './quote-words.js'

/**
 * How sure a draft has to be. Attributions as the reader learned them are also what people want, plan and decide: the
 * looser the words that report and what they report, the surer it has to be. Chosen on PolNeAR's development articles
 * and on other news, where less of that counts as speech: there half of what is left out was nobody's words.
 */
const LEAST = { direct: 0.4, attributed: 0.64, loose: 0.8, unsaid: 0.9, alone: 0.46 }
/** A verb that is stronger than this reports wherever it stands. */
const WEAK = 1

/** Inside a quotation only another quotation counts, as nobody reports there but the speaker. */
export function isSure(document: Document, bits: Int32Array, draft: Draft): boolean {
  const { score, type, source, inside } = draft
  if (inside !== null && type !== 'direct') return false
  if (source === null) return score >= LEAST.alone && !(type === 'indirect' && isInTitle(document, draft))
  return score >= leastOf(document, bits, draft)
}

/** Whether a draft that is not sure enough to be printed still tells who speaks, for the "he" that comes after. */
export function isFaint({ score, source, inside }: Draft): boolean {
  return inside === null && source !== null && score >= LEAST.attributed
}

function leastOf(document: Document, bits: Int32Array, draft: Draft): number {
  if (draft.type === 'direct') return LEAST.direct
  if (draft.type === 'mixed') return LEAST.attributed
  const { cue } = draft
  if (cue === null || isUnsaid(document, bits, cue)) return LEAST.unsaid
  return saysSurely(document, cue) || isClause(document, bits, draft) ? LEAST.attributed : LEAST.loose
}

/** A headline in plain words is the paper's. */
function isInTitle({ article }: Document, { block }: Draft): boolean {
  const kind = article.blocks[block]?.kind
  return kind === 'title' || kind === 'heading'
}

/** "would not say" and "does not deny" are said. */
const FUTURE: ReadonlySet<string> = new Set(['can', 'could', 'may', 'might', 'must', 'shall', 'should', 'will'])

/** "is expected", "will decide", "to argue": said of somebody, or yet to be said. */
function isUnsaid({ tokens }: Document, bits: Int32Array, cue: Span): boolean {
  const first = tokenAt(tokens, cue.start)
  if (tokens[first]?.normal === 'to') return true
  let isPassive = false
  for (let at = first; (tokens[at]?.start ?? cue.end) < cue.end; at += 1) {
    const bit = bits[at] ?? 0
    if (FUTURE.has(tokens[at]?.normal ?? '')) return true
    if (bit & Word.be) isPassive = true
    else if (isPassive && reportingVerbByForm.has(tokens[at]?.normal ?? '')) return !(bit & Word.gerund)
  }
  return false
}

/** "Lee was told that": to whom it is said. */
export function isToldTo({ tokens }: Document, bits: Int32Array, cue: Span): boolean {
  let isPassive = false
  for (let at = tokenAt(tokens, cue.start); (tokens[at]?.start ?? cue.end) < cue.end; at += 1) {
    if ((bits[at] ?? 0) & Word.be) isPassive = true
    else if (isPassive && HEARD_BY.has(tokens[at]?.normal ?? '')) return true
  }
  return false
}

const HEARD_BY: ReadonlySet<string> = new Set(['advised', 'asked', 'assured', 'informed', 'reminded', 'told', 'warned'])

/** Whether a verb or noun of saying is among the words of a cue, one that seldom means anything else. */
export function saysSurely({ tokens }: Document, cue: Span): boolean {
  for (let at = tokenAt(tokens, cue.start); (tokens[at]?.start ?? cue.end) < cue.end; at += 1) {
    const form = tokens[at]?.normal ?? ''
    const verb = reportingVerbByForm.get(form)
    if (verb?.act === 'speech' && verb.strength > WEAK) return true
    if (form === 'according' || reportingNounByForm.get(form)?.act === 'speech') return true
  }
  return false
}

/** "that the plan failed", "it had failed"; not "the plan", "to fail", "whether it failed". */
function isClause({ tokens }: Document, bits: Int32Array, { content, hasThat }: Draft): boolean {
  const [part] = content
  if (hasThat || part === undefined) return hasThat
  const first = tokenAt(tokens, part.start)
  const opening = bits[first] ?? 0
  if (tokens[first]?.normal === 'to' || opening & (Word.gerund | Word.subordinator | Word.relative)) return false
  for (let at = first; (tokens[at]?.start ?? part.end) < part.end; at += 1)
    if ((bits[at] ?? 0) & (Word.be | Word.have | Word.modal | Word.past)) return true
  return false
}
