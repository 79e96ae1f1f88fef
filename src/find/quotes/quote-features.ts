import { cueWeight } from '../../lexicons/cue-weights.js'
import { bitsAt, type Frame, isQuotation, quotationAt, quotationIndex, wordAt } from './quote-frame.js'
import type { Part, Proposal } from './quote-proposals.js'
import type { Source } from './quote-source.js'
import { Word } from './quote-words.js'

/** What a proposal is weighed by: names of features that hold. */
export function featuresOf(proposal: Proposal): string[] {
  const { cue, frame, rule, opening, source, parts } = proposal
  const lemma = cue === null ? (proposal.phrase ?? rule) : cue.entry.lemma
  const form = cue === null ? 'none' : cue.form
  const subject = sourceKind(proposal, source)
  const first = parts[0]
  const firstWord = first === undefined ? '' : wordAt(frame, first[0])
  const held = hasQuotation(proposal) ? 'quoted' : 'plain'
  const features = [
    `rule ${rule}`,
    `lemma ${lemma}`,
    `form ${form}`,
    `opening ${opening}`,
    `subject ${subject}`,
    `held ${held}`,
    `rule ${rule} ${form}`,
    `rule ${rule} ${opening} ${held}`,
    `lemma ${lemma} ${opening}`,
    `lemma ${lemma} ${form}`,
    `lemma ${lemma} ${rule}`,
    `opening ${opening} ${form}`,
    `opening ${opening} ${subject}`,
    `subject ${subject} ${form}`,
    `first ${firstWord}`,
    `size ${sizeOf(proposal)} ${opening}`,
  ]
  if (opening === 'preposition' || opening === 'to' || opening === 'question')
    features.push(`lemma ${lemma} first ${firstWord}`)
  if (first !== undefined) features.push(...contentFeatures(frame, first, opening))
  if (source !== null && (subject === 'noun' || subject === 'plural' || subject === 'document' || subject === 'role'))
    features.push(`head ${wordAt(frame, source.headEnd - 1)}`)
  if (frame.document.article.blocks[frame.block]?.kind === 'title') features.push('title', `title ${rule}`)
  const quotation = quotationShape(proposal)
  if (quotation !== '')
    features.push(`quotation ${quotation}`, `quotation ${quotation} ${rule}`, `quotation ${quotation} ${form}`)
  if (cue !== null) {
    const { strength, act } = cue.entry
    features.push(
      `strength ${strength} ${opening}`,
      `strength ${strength} ${form}`,
      `act ${act} ${opening} ${strength}`,
    )
  }
  if (cue?.isNegated) features.push('negated', `negated ${form}`)
  if (cue !== null) {
    const before = wordAt(frame, cue.start - 1)
    if (bitsAt(frame, cue.start - 1) & (Word.coordinator | Word.subordinator | Word.preposition))
      features.push(`before ${before}`)
    if (cue.start < cue.verb) features.push(`group ${wordAt(frame, cue.start)}`, `group ${wordAt(frame, cue.verb - 1)}`)
    features.push(`next ${wordAt(frame, cue.end)}`)
  }
  if (proposal.isShared) features.push('shared', `shared ${form}`)
  if (source !== null) {
    const lead = wordAt(frame, source.start - 1)
    features.push(
      source.start === 0 ? 'lead start' : `lead ${isQuotation(frame, source.start - 1) ? 'quotation' : lead}`,
    )
    features.push(`length ${Math.min(6, source.headEnd - source.headStart)}`)
  }
  if (proposal.addressee !== null) features.push('addressee')
  return features
}

/** What the words that may be said look like: their first word, whether they speak of what will or should be. */
function contentFeatures(frame: Frame, [start, end]: Part, opening: string): string[] {
  const features: string[] = []
  const bits = bitsAt(frame, start)
  const kind =
    bits & Word.subject
      ? 'pronoun'
      : bits & Word.determiner
        ? 'determiner'
        : bits & Word.name
          ? 'name'
          : bits & Word.possessive
            ? 'possessive'
            : 'other'
  features.push(`opens ${kind} ${opening}`)
  for (let at = start; at < end && at < start + 14; at += 1) {
    if (!(bitsAt(frame, at) & Word.modal)) continue
    features.push(`modal ${opening}`, `modal ${wordAt(frame, at)}`)
    break
  }
  const after = wordAt(frame, end)
  features.push(end >= frame.items.length ? 'ends' : `after ${after}`)
  return features
}

function sourceKind({ frame }: Proposal, source: Source | null): string {
  if (source === null) return 'none'
  if (source.isRelative) return 'relative'
  const last = source.headEnd - 1
  const bits = bitsAt(frame, source.headStart)
  const head = bitsAt(frame, last)
  if (bits & (Word.subject | Word.object) && source.headEnd - source.headStart === 1) return wordAt(frame, last)
  if (head & Word.role) return 'role'
  if (head & Word.name) return 'name'
  if (head & Word.occasion) return 'document'
  if (bits & Word.name) return 'name-first'
  return wordAt(frame, last).endsWith('s') ? 'plural' : 'noun'
}

/** How the quotation that a proposal is made of looks: like a sentence or like a word or two. */
function quotationShape({ frame, parts }: Proposal): string {
  const first = parts[0]
  if (first === undefined || !isQuotation(frame, first[0])) return ''
  const { inner } = quotationAt(frame.document, quotationIndex(frame, first[0]))
  const text = frame.document.article.text
  const length = inner.end - inner.start
  const size = length < 25 ? 'short' : length < 60 ? 'middle' : 'long'
  const opens = /[\p{Lu}[]/u.test(text.charAt(inner.start)) ? 'capital' : 'small'
  const end = text.charAt(inner.end - 1)
  const whole = first[1] - first[0] === 1 ? 'whole' : 'part'
  return `${size} ${opens} ${'.,?!…—'.includes(end) ? 'closed' : 'open'} ${whole}`
}

function hasQuotation({ frame, parts }: Proposal): boolean {
  return parts.some(([start, end]) => {
    for (let at = start; at < end; at += 1) if (isQuotation(frame, at)) return true
    return false
  })
}

function sizeOf({ parts }: Proposal): number {
  const size = parts.reduce((sum, [start, end]) => sum + end - start, 0)
  return size < 3 ? size : size < 6 ? 3 : size < 12 ? 4 : 5
}

/** How likely a proposal is a quote with the right source, 0 to 1: a logistic sum over its features. */
export function probabilityOf(features: readonly string[]): number {
  let sum = cueWeight('bias')
  for (const feature of features) sum += cueWeight(feature)
  return 1 / (1 + Math.exp(-sum))
}
