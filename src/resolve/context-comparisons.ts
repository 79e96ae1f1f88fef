import { roleByForm } from '../lexicons/roles.js'
import type { Comparison } from '../model/entity.js'
import type { Pair } from './pair.js'

/** The id in a registry: the surest word for or against. */
export function registryId({ left, right }: Pair): Comparison | null {
  if (left.registryId === null || right.registryId === null) return null
  return left.registryId === right.registryId
    ? { name: 'registry-id', score: 1, detail: `both ${left.registryId}` }
    : { name: 'registry-id', score: -1, detail: `${left.registryId} and ${right.registryId}` }
}

/** Ids of the same scheme elsewhere ("wikidata:Q11220"): one in common, or two of one scheme. */
export function sameAs({ left, right }: Pair): Comparison | null {
  const shared = left.sameAs.find((id) => right.sameAs.includes(id))
  if (shared !== undefined) return { name: 'same-as', score: 1, detail: `both ${shared}` }
  const schemes = new Set(right.sameAs.map(schemeOf))
  const other = left.sameAs.find((id) => schemes.has(schemeOf(id)))
  return other === undefined
    ? null
    : { name: 'same-as', score: -1, detail: `${left.sameAs.join(', ')} and ${right.sameAs.join(', ')}` }
}

function schemeOf(id: string): string {
  return id.slice(0, id.indexOf(':') + 1)
}

/** One article calls two things two things: only its own registry id or the very same name says otherwise. */
export function sameArticle({ left, right }: Pair): Comparison | null {
  if (left.article !== right.article) return null
  const isOne = left.registryId !== null && left.registryId === right.registryId
  const isNamedAlike =
    left.normal === right.normal && left.profileKind === right.profileKind && left.normal.includes(' ')
  if (isOne || isNamedAlike) return null
  return { name: 'same-article', score: -1, detail: 'one article tells them apart' }
}

/** What they are called by office or job: words in common, or two jobs that one person does not have. */
export function role({ left, right }: Pair): Comparison | null {
  if (left.roles.length === 0 || right.roles.length === 0) return null
  const rightWords = new Set(right.roles.flat().filter((word) => word.length > 3))
  const shared = [...new Set(left.roles.flat())].filter((word) => rightWords.has(word))
  if (shared.length > 0) {
    const detail = `both ${shared.join(' ')}`
    return { name: 'role', score: Math.min(1, 0.3 + 0.35 * shared.length), detail }
  }
  const detail = `${titles(left.roles)} and ${titles(right.roles)}`
  const isOneWorld = isPublic(left.roles) === isPublic(right.roles)
  return { name: 'role', score: isOneWorld ? -0.3 : -1, detail }
}

function titles(roles: readonly (readonly string[])[]): string {
  return roles.map((words) => `"${words.join(' ')}"`).join(', ')
}

/** Whether one of the roles is an office of the state: a senator may become a secretary, a goalkeeper hardly. */
function isPublic(roles: readonly (readonly string[])[]): boolean {
  return roles.some((words) => words.some((word) => roleByForm.get(word)?.public === true))
}

/** Names that stand round both: full names count, single words little. None in common is a little against. */
export function sharedNeighbours({ left, right }: Pair): Comparison | null {
  const [fewer, more] = left.neighbours.size <= right.neighbours.size ? [left, right] : [right, left]
  if (fewer.neighbours.size < 2) return null
  const shared: string[] = []
  let weight = 0
  for (const [name, worth] of fewer.neighbours) {
    if (!more.neighbours.has(name)) continue
    shared.push(name)
    weight += worth
  }
  if (shared.length === 0) return { name: 'neighbours', score: -0.3, detail: 'no name round both' }
  const named = shared.slice(0, 5).join(', ')
  return { name: 'neighbours', score: Math.min(1, weight / 2), detail: `round both: ${named}` }
}

/** How far apart in time the two articles are. */
export function datesApart({ left, right }: Pair): Comparison | null {
  if (left.day === null || right.day === null) return null
  const days = Math.abs(left.day - right.day)
  const score = days <= 3 ? 1 : days <= 30 ? 0.5 : days <= 365 ? 0 : -0.5
  return score === 0 ? null : { name: 'dates', score, detail: `${days} days apart` }
}
