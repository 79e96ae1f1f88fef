import type { Judgement } from '../model/entity.js'
import type { ProfileInContext } from '../pipeline/stage.js'

/**
 * People's judgements with profile ids in place of registry ids: in a resolver file of nomenklatura an entity goes by its
 * own id, which is a profile of it or its registry id (with `.` for `:`). For that stands the first profile that has it.
 */
export function onProfiles(people: readonly Judgement[], items: Iterable<ProfileInContext>): Judgement[] {
  if (people.length === 0) return []
  const first = new Map<string, string>()
  for (const { profile } of items) {
    if (profile.registryId === null) continue
    for (const id of [profile.registryId, profile.registryId.replaceAll(':', '.')]) {
      const known = first.get(id)
      if (known === undefined || profile.id < known) first.set(id, profile.id)
    }
  }
  return people.map((judgement) => {
    const [left, right] = [first.get(judgement.left) ?? judgement.left, first.get(judgement.right) ?? judgement.right]
    return left < right ? { ...judgement, left, right } : { ...judgement, left: right, right: left }
  })
}
