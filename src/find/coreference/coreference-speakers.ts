import { reportingVerbByForm } from '../../lexicons/reporting-verbs.js'
import { type Document, sentenceAt } from '../../model/document.js'
import { firstNot } from '../../model/span.js'
import { Word } from '../quotes/quote-words.js'
import type { Clauses } from './coreference-clauses.js'
import type { Named, Referent } from './coreference-referents.js'

/** How many characters from a quotation the name of its speaker may begin. */
const FARTHEST = { before: 120, after: 40 }
/** No more names than this are looked at: those inside a long quotation come between. */
const MOST = 60

/** Who is named beside a quotation, in its sentence, as its speaker: “…,” said Ruth Keller; Keller said, “…”. `named` in text order. */
export function speakerBeside(
  { quotations, tokens, sentences, article }: Document,
  { bits }: Clauses,
  named: readonly Named[],
  index: number,
): Referent | null {
  const quotation = quotations[index]
  if (quotation === undefined) return null
  const [from, to] = [sentenceAt(sentences, quotation.start), sentenceAt(sentences, quotation.end - 1)]
  // “Why?” Keller asked: the segmenter ends a sentence at such a mark.
  const next = /[?!]/.test(article.text.charAt(quotation.inner.end - 1)) ? to + 1 : to
  let speaker: Referent | null = null
  const near = firstNot(named, ({ mention }) => mention.start < quotation.start - FARTHEST.before)
  for (const { sighting, referent, mention } of named.slice(near, near + MOST)) {
    const { start } = mention
    if (start > quotation.end + FARTHEST.after) break
    if (sighting.sentence < from || sighting.sentence > next) continue
    if (start >= quotation.start && (start < quotation.end || speaker !== null)) continue
    const isInverted = start >= quotation.end && sighting.role === 'inverted'
    const beside = isInverted ? sighting.first - 1 : sighting.last
    if (referent.kind === 'person' && (bits[beside] ?? 0) & Word.report && isOfOne(tokens[beside]?.normal ?? ''))
      speaker = referent
  }
  return speaker
}

/** Whether a verb of reporting can be one person's: "says", "said", but not "campaign". */
export function isOfOne(word: string): boolean {
  const verb = reportingVerbByForm.get(word)
  return verb === undefined || verb.lemma !== word
}
