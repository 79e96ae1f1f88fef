import type { FigureMention } from '../../model/mention.js'

/** Between a number and the number it is part of: "6 of 8 games", "280 million of the 1.5 billion", "40 of Ireland's 300 pubs". */
const PART_OF = /^ of (?:(?:the |its |his |her |their |our |some |about )?|[\p{L}. ]{2,40}(?:['’]s|s['’]) )$/u

/**
 * Gives the figures of one sentence the units that their words leave out: "7- or 8-inch", "6 of 8 games", "killed nine
 * people and injured 45". A unit that is taken over has rule `figure/elided` and a lower score.
 */
export function withElided(text: string, figures: readonly FigureMention[]): readonly FigureMention[] {
  if (figures.length < 2 || !figures.some(isBare)) return figures
  const given: FigureMention[] = []
  figures.forEach((figure, index) => {
    const from = isBare(figure)
      ? (unitAhead(text, figures, index) ?? unitOfChange(text, figure, given.at(-1)) ?? unitBehind(given))
      : null
    given.push(
      from === null
        ? figure
        : { ...figure, unit: from.unit, dimension: from.dimension, of: from.of, rule: 'figure/elided', score: 0.65 },
    )
  })
  return given
}

/** Between a number and the next that may be meant. */
const OR = /^ or (?:even |perhaps |probably |possibly |maybe )?$/
/** Between an index and by how much it moved. */
const MOVED = /^,? (?:up|down) (?:by )?$/
/** Between what something was and what it is: "from 21 mpg combined to 23". */
const CAME_TO = /^(?: [\w.]+){0,3} to (?:about |some |just )?$/

/** The unit of what it changed from. */
function unitOfChange(text: string, figure: FigureMention, from: FigureMention | undefined): FigureMention | null {
  if (from === undefined || from.dimension === 'count' || from.dimension === 'ratio' || from.dimension === 'percent')
    return null
  const isFrom = /\bfrom (?:about |some |just )?$/.test(text.slice(Math.max(0, from.start - 12), from.start))
  return isFrom && CAME_TO.test(text.slice(from.end, figure.start)) ? { ...from, of: null } : null
}

function isBare({ unit, dimension, text }: FigureMention): boolean {
  // "500 people to chase billions owed to the state"
  return unit === 'none' && dimension === 'count' && !/(?:llions|thousands)$/.test(text)
}

/** The unit of a later figure: of the next where this one is part of it, of the next with one where this one's hyphen hangs. */
function unitAhead(text: string, figures: readonly FigureMention[], index: number): FigureMention | null {
  const figure = figures[index]
  const next = figures[index + 1]
  if (figure === undefined || next === undefined) return null
  if (PART_OF.test(text.slice(figure.end, next.start))) return isBare(next) ? null : next
  // "five or probably six sides"
  if (OR.test(text.slice(figure.end, next.start))) return isBare(next) ? null : next
  // "at 16,369.03, up 58.06 points"
  if (MOVED.test(text.slice(figure.end, next.start)) && next.unit === 'point') return next
  if (!/^[-–‑](?:,| and | or | to )/.test(text.slice(figure.end, figure.end + 6))) return null
  return figures.slice(index + 1).find((later) => !isBare(later)) ?? null
}

/** What was counted before in the sentence. */
function unitBehind(given: readonly FigureMention[]): FigureMention | null {
  return given.findLast((figure) => figure.dimension === 'count' && figure.unit !== 'none') ?? null
}
