import type { Document } from '../../model/document.js'
import type { Draft } from './quote-drafts.js'
import { bitsAt, type Frame, isQuotation, quotationAt, quotationIndex } from './quote-frame.js'
import { leadInOf } from './quote-lead-in.js'
import { Word } from './quote-words.js'

/** Scores of what has no cue of its own: share that was right on PolNeAR's training articles. */
const SCORES = { join: 0.95, back: 0.9, later: 0.8, nextParagraph: 0.8 }

/** Where a quotation stands: its block, and whether its frame holds nothing else. */
interface Place {
  readonly index: number
  readonly block: number
  readonly isAlone: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
  /** The frame before the quotation's block, where it can lead in. */
  readonly lead: Frame | undefined
}

/**
 * Gives quotations that have no cue of their own to the speaker who goes on: across the attribution (“A,” she said.
 * “B.”), from paragraph to paragraph, and further down in the paragraph. Returns the drafts, longer ones in their place.
 */
export function carryOver(document: Document, frames: readonly Frame[], drafts: readonly Draft[]): Draft[] {
  const open = [...drafts]
  const owner = new Map<number, number>()
  drafts.forEach((draft, at) => {
    if (draft.type === 'direct') for (const index of draft.quotations) owner.set(index, at)
  })
  const places = placesOf(frames)
  places.forEach((place, at) => {
    if (owner.has(place.index)) return
    const quotation = quotationAt(document, place.index)
    const before = places[at - 1]
    const after = places[at + 1]
    const continued = quotation.continues === null ? undefined : owner.get(quotation.continues)
    const ownerBefore = before === undefined ? undefined : owner.get(before.index)
    if (continued !== undefined) joinTo(continued, place)
    else if (!place.isAlone) return
    else if (place.isFirst && addLedIn(place)) return
    else if (ownerBefore !== undefined && before?.block === place.block) joinTo(ownerBefore, place)
    else if (
      after !== undefined &&
      after.block === place.block &&
      isAdjacent(document, place, after) &&
      owner.has(after.index)
    )
      joinTo(owner.get(after.index) ?? -1, place)
    else if (ownerBefore !== undefined && before?.block === place.block - 1 && before.isLast && place.isFirst)
      addCarried(ownerBefore, place)
  })
  return open

  function joinTo(at: number, place: Place): void {
    const draft = open[at]
    const { start, end } = quotationAt(document, place.index)
    if (draft === undefined) return
    const content = [...draft.content, { start, end }].sort((a, b) => a.start - b.start)
    open[at] = { ...draft, content, quotations: [...draft.quotations, place.index] }
    owner.set(place.index, at)
  }

  function addLedIn(place: Place): boolean {
    const lead = leadInOf(place.lead)
    if (lead === null) return false
    owner.set(place.index, open.length)
    const { start, end } = quotationAt(document, place.index)
    const parts = { content: [{ start, end }], quotations: [place.index], block: place.block }
    open.push({
      ...lead,
      ...parts,
      rule: 'quote/lead-in',
      type: 'direct',
      act: 'speech',
      addressee: null,
      hasThat: false,
      inside: null,
    })
    return true
  }

  function addCarried(at: number, place: Place): void {
    const draft = open[at]
    const { start, end } = quotationAt(document, place.index)
    if (draft === undefined) return
    owner.set(place.index, open.length)
    open.push({
      ...draft,
      rule: 'quote/carry-over',
      content: [{ start, end }],
      quotations: [place.index],
      block: place.block,
      cue: null,
      score: draft.score * SCORES.nextParagraph,
    })
  }
}

function isAdjacent(document: Document, place: Place, next: Place): boolean {
  return quotationAt(document, next.index).start - quotationAt(document, place.index).end <= 2
}

function placesOf(frames: readonly Frame[]): Place[] {
  const places: Place[] = []
  let block = -1
  frames.forEach((frame, at) => {
    if (frame.within !== null) return
    const isAlone = frame.items.every((_, item) => isQuotation(frame, item) || (bitsAt(frame, item) & Word.stop) !== 0)
    const lead = frames[at - 1]?.block === frame.block - 1 ? frames[at - 1] : undefined
    const endsBlock = frames[at + 1]?.block !== frame.block
    frame.items.forEach((_, item) => {
      if (!isQuotation(frame, item)) return
      const isFirst = item === 0 && frame.block !== block
      places.push({ index: quotationIndex(frame, item), block: frame.block, isAlone, isFirst, isLast: endsBlock, lead })
    })
    block = frame.block
  })
  return places
}
