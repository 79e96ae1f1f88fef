import { roleByForm } from '../lexicons/roles.js'
import type { Comparison } from '../model/entity.js'
import type { Features } from './features.js'
import type { Pair } from './pair.js'
import { areOfTwoPlaces, isLocal, type Title } from './titles.js'

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
export function role(pair: Pair): Comparison | null {
  const { left, right } = pair
  if (left.titles.length === 0 || right.titles.length === 0 || officeOfTwoPlaces(pair) !== null) return null
  const rightWords = new Set(right.titles.flatMap(tellingWords))
  const shared = [...new Set(left.titles.flatMap(tellingWords))].filter((word) => rightWords.has(word))
  if (shared.length > 0) {
    const detail = `both ${shared.join(' ').replaceAll('place:', '')}`
    return { name: 'role', score: Math.min(1, 0.3 + 0.35 * shared.length), detail }
  }
  const isOneWorld = isPublic(left.titles) === isPublic(right.titles)
  return { name: 'role', score: isOneWorld ? -0.3 : -1, detail: `${listed(left.titles)} and ${listed(right.titles)}` }
}

/** The same office of two places: mayors of two towns, or police chiefs of one name in articles with nothing in common. */
export function officeOfTwoPlaces({ left, right }: Pair): Comparison | null {
  let found: Comparison | null = null
  for (const one of left.titles) {
    for (const other of right.titles) {
      if (one.territorial === null || one.territorial !== other.territorial) continue
      const detail = `${listed([one])} and ${listed([other])}`
      if (areOfTwoPlaces(one, other)) {
        found ??= { name: 'office', score: isLocal(one) ? -1 : -0.5, detail: `${detail}: two places` }
        continue
      }
      // "U.S. President" and "President" are one whatever else an article calls him.
      const isOpen = one.of.length === 0 || other.of.length === 0
      if (!isOpen || !isLocal(one) || countRound(left) < 2 || countRound(right) < 2) return null
      if (sharedNames(left, right).length > 0) return null
      found = { name: 'office', score: -0.6, detail: `${detail}: every town has one, and no name stands round both` }
    }
  }
  return found
}

function tellingWords({ office, of }: Title): readonly string[] {
  return [...office, ...of].filter((word) => word.length > 3)
}

function listed(titles: readonly Title[]): string {
  return titles.map(({ office, of }) => `"${[...of, ...office].join(' ').replaceAll('place:', '')}"`).join(', ')
}

/** Whether one of the roles is an office of the state: a senator may become a secretary, a goalkeeper hardly. */
function isPublic(titles: readonly Title[]): boolean {
  return titles.some(({ office }) => office.some((word) => roleByForm.get(word)?.public === true))
}

/** Names that stand round both: full names count, single words little. None in common is a little against. */
export function sharedNeighbours({ left, right }: Pair): Comparison | null {
  if (Math.min(countRound(left), countRound(right)) < 2) return null
  const shared = sharedNames(left, right)
  if (shared.length === 0) return { name: 'neighbours', score: -0.3, detail: 'no name round both' }
  const weight = shared.reduce((sum, name) => sum + (left.neighbours.get(name) ?? 0), 0)
  return { name: 'neighbours', score: Math.min(1, weight / 2), detail: `round both: ${shared.slice(0, 5).join(', ')}` }
}

/** How many names stand round a profile. */
function countRound({ neighbours, own }: Features): number {
  return neighbours.size - own.filter((name) => neighbours.has(name)).length
}

/** The names that stand in both articles, but for those of the two. */
function sharedNames(left: Features, right: Features): string[] {
  const [fewer, more] = left.neighbours.size <= right.neighbours.size ? [left, right] : [right, left]
  const shared: string[] = []
  for (const name of fewer.neighbours.keys())
    if (more.neighbours.has(name) && !left.own.includes(name) && !right.own.includes(name)) shared.push(name)
  return shared
}

/** How far apart in time the two articles are. */
export function datesApart({ left, right }: Pair): Comparison | null {
  if (left.day === null || right.day === null) return null
  const days = Math.abs(left.day - right.day)
  const score = days <= 3 ? 1 : days <= 30 ? 0.5 : days <= 365 ? 0 : -0.5
  return score === 0 ? null : { name: 'dates', score, detail: `${days} days apart` }
}
