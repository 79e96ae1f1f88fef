import type { FigureMention } from '../../model/mention.js'

/** Between a number and the number it is part of: "6 of 8 games", "280 million of the 1.5 billion shekels". */
const PART_OF = /^ of (?:the |its |his |her |their |our |some |about )?$/

/**
 * Gives the figures of one sentence the units that their words leave out: "7- or 8-inch", "6 of 8 games", "killed nine
 * people and injured 45". A unit that is taken over has rule `figure/elided` and a lower score.
 */
export function withElided(text: string, figures: readonly FigureMention[]): readonly FigureMention[] {
  if (figures.length < 2 || !figures.some(isBare)) return figures
  const given: FigureMention[] = []
  figures.forEach((figure, index) => {
    const from = isBare(figure) ? (unitAhead(text, figures, index) ?? unitBehind(given)) : null
    given.push(
      from === null
        ? figure
        : { ...figure, unit: from.unit, dimension: from.dimension, of: from.of, rule: 'figure/elided', score: 0.65 },
    )
  })
  return given
}

function isBare({ unit, dimension }: FigureMention): boolean {
  return unit === 'none' && dimension === 'count'
}

/** The unit of a later figure: of the next where this one is part of it, of the next with one where this one's hyphen hangs. */
function unitAhead(text: string, figures: readonly FigureMention[], index: number): FigureMention | null {
  const figure = figures[index]
  const next = figures[index + 1]
  if (figure === undefined || next === undefined) return null
  if (PART_OF.test(text.slice(figure.end, next.start))) return isBare(next) ? null : next
  if (!/^[-–‑](?:,| and | or | to )/.test(text.slice(figure.end, figure.end + 6))) return null
  return figures.slice(index + 1).find((later) => !isBare(later)) ?? null
}

/** What was counted before in the sentence. */
function unitBehind(given: readonly FigureMention[]): FigureMention | null {
  return given.findLast((figure) => figure.dimension === 'count' && figure.unit !== 'none') ?? null
}
