import { describe, expect, it } from 'vitest'
import { type ArticleRecord, profilesOf } from '../../src/model/record.js'
import { resolveEntities } from '../../src/resolve/entities.js'
import { judgePairs } from '../../src/resolve/judge.js'
import { type NamesakeGroup, namesakeGroups } from './namesakes.js'

/** The entity of every profile, where the records are a whole run. */
function entityOf(records: readonly ArticleRecord[]): ReadonlyMap<string, string> {
  const stage = judgePairs()
  const items = records.flatMap((one) => {
    const names = profilesOf(one).map(({ name }) => name)
    return profilesOf(one).map((profile) => ({
      profile,
      article: one.article.id,
      published: one.article.published,
      neighbours: names.filter((name) => name !== profile.name).sort(),
    }))
  })
  const judgements = [...(stage.candidates?.(items) ?? [])].map(([left, right]) => stage.judge(left, right))
  const { entities } = resolveEntities.run({ records, judgements })
  return new Map(entities.flatMap(({ id, profiles }) => profiles.map((profile) => [profile, id] as const)))
}

interface Outcome {
  readonly apart: number
  readonly merged: readonly string[]
  readonly together: number
  readonly missed: readonly string[]
}

/** Two labels of a group count once, however many profiles they have; two profiles of one label once each pair. */
function outcomeOf(groups: readonly NamesakeGroup[], entities: ReadonlyMap<string, string>): Outcome {
  const merged: string[] = []
  const missed: string[] = []
  let [apart, together] = [0, 0]
  for (const { title, owners } of groups) {
    const labels = [...new Set(owners.values())].map((label) => ({
      label,
      found: [...owners].filter(([, owner]) => owner === label).map(([profile]) => entities.get(profile) ?? profile),
    }))
    for (const [at, { label, found }] of labels.entries()) {
      for (const other of labels.slice(0, at)) {
        apart += 1
        if (found.some((id) => other.found.includes(id))) merged.push(`${title}: ${other.label} and ${label}`)
      }
      for (const [place, id] of found.entries()) {
        together += place
        const parted = found.slice(0, place).filter((before) => before !== id)
        missed.push(...parted.map(() => `${title}: ${label}`))
      }
    }
  }
  return { apart, merged, together, missed }
}

describe('namesakes', () => {
  const groups = namesakeGroups()

  it('are two hundred, and as many pairs that are one', () => {
    const { apart, together } = outcomeOf(groups, new Map())
    expect(apart).toBeGreaterThanOrEqual(200)
    expect(together).toBeGreaterThanOrEqual(apart)
  })

  it.each([
    ['each group a run of its own', (all: readonly NamesakeGroup[]) => all.map((group) => group.records)],
    ['all in one run', (all: readonly NamesakeGroup[]) => [all.flatMap((group) => group.records)]],
  ])('stay apart, and people and bodies come together: %s', (_, runsOf) => {
    const entities = new Map(runsOf(groups).flatMap((records) => [...entityOf(records)]))
    const { apart, merged, together, missed } = outcomeOf(groups, entities)
    expect(merged.length / apart, merged.join('\n')).toBeLessThanOrEqual(0.02)
    expect(missed.length / together, missed.join('\n')).toBeLessThanOrEqual(0.05)
  })
})
