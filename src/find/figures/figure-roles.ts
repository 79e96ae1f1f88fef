import type { ChangeRole, FigureMention } from '../../model/mention.js'
import { isChangeWord } from './figure-qualifiers.js'

/** "to", "from", "by" right before a figure, with a word that qualifies it. */
const LEAD = /(?:^|\s)(to|from|by)(?: (?:about|around|nearly|almost|some|just|only|an?|the))?\s$/
/** Between what something is and what it was: "2.9 million doses, down from 5 million". */
const WAS = /^[^.;:]{0,30}[, ](?:up|down|compared with|compared to|from) (?:from )?$/
/** How many characters before the first figure a verb of change may stand. */
const LEAD_IN = 60
/** Figures of one change stand this near, and in one clause. */
const NEAR = /^[^;:“”"]{0,45}$/

/**
 * Says of the figures of one sentence which part of a change each tells: "rose 5% (by) to 1,200 (to) from 1,140 (from)",
 * "2.9 million (to), down from 5 million (from)". A change that is told by one figure alone gets none.
 */
export function withRoles(text: string, figures: readonly FigureMention[]): readonly FigureMention[] {
  if (figures.length < 2) return figures
  const roles = new Map<FigureMention, ChangeRole>()
  for (let first = 0; first < figures.length; ) {
    let last = first + 1
    while (last < figures.length && isNear(text, figures[last - 1], figures[last])) last += 1
    for (const [figure, role] of rolesIn(text, figures.slice(first, last))) roles.set(figure, role)
    first = last
  }
  if (roles.size === 0) return figures
  return figures.map((figure) => {
    const role = roles.get(figure)
    return role === undefined ? figure : { ...figure, role }
  })
}

function isNear(text: string, left: FigureMention | undefined, right: FigureMention | undefined): boolean {
  return left !== undefined && right !== undefined && NEAR.test(text.slice(left.end, right.start))
}

function rolesIn(text: string, group: readonly FigureMention[]): Map<FigureMention, ChangeRole> {
  const roles = new Map<FigureMention, ChangeRole>()
  const start = group[0]?.start ?? 0
  const before =
    text
      .slice(Math.max(0, start - LEAD_IN), start)
      .toLowerCase()
      .match(/[a-z]+/g) ?? []
  const isMoving = group.some(({ change }) => change !== null) || before.some(isChangeWord)
  group.forEach((figure, index) => {
    // A range ("from 240 to 273") is what it was and is in one.
    if (figure.high !== null) return
    const lead = LEAD.exec(text.slice(Math.max(0, figure.start - 16), figure.start))?.[1]
    const earlier = group[index - 1]
    if (lead === 'from') {
      roles.set(figure, 'from')
      const isWas = earlier !== undefined && WAS.test(text.slice(earlier.end, figure.start))
      if (isWas && earlier.change === null && !roles.has(earlier) && earlier.unit === figure.unit)
        roles.set(earlier, 'to')
    } else if (lead === 'to' && (figure.change !== null || (earlier !== undefined && isMoving))) roles.set(figure, 'to')
    else if (figure.change !== null) roles.set(figure, 'by')
  })
  const isTold = [...roles.values()].some((role) => role !== 'by')
  const isChange = isMoving || [...roles.values()].includes('to')
  return roles.size > 1 && isTold && isChange ? roles : new Map()
}
