import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ProfileInContext } from '../../src/pipeline/stage.js'
import { judgePairs } from '../../src/resolve/judge.js'
import { profilesInContext } from '../../src/run/collect.js'
import { namesakeGroups } from '../../tests/resolve/namesakes.js'
import { readMarkedRun } from './gold-pairs.js'

/** A pair of profiles as it was judged, and whether the two are one. */
export interface JudgedPair {
  readonly from: 'texts' | 'name pairs' | 'namesakes'
  readonly kind: 'people' | 'bare names' | 'bodies'
  readonly score: number
  readonly isOne: boolean
  readonly names: string
}

function kindOf(left: ProfileInContext, right: ProfileInContext): JudgedPair['kind'] | null {
  if (left.profile.kind === 'place' || right.profile.kind === 'place') return null
  if (left.profile.kind !== 'person' || right.profile.kind !== 'person') return 'bodies'
  return [left, right].every(({ profile }) => profile.name.includes(' ')) ? 'people' : 'bare names'
}

function judged(from: JudgedPair['from'], left: ProfileInContext, right: ProfileInContext, isOne: boolean): JudgedPair[] {
  const kind = kindOf(left, right)
  if (kind === null) return []
  const { score } = judgePairs().judge(left, right)
  return [{ from, kind, score, isOne, names: `${left.profile.name} | ${right.profile.name}` }]
}

/** Pairs of the marked texts that a run judges. Places are left out: their chains are one text's in ECB+. */
export function pairsOfTexts(run: string, set: string, ids: string): JudgedPair[] {
  const { records, chains } = readMarkedRun(run, set, ids)
  return [...(judgePairs().candidates?.(profilesInContext(records)) ?? [])].flatMap(([left, right]) => {
    const [one, other] = [chains.get(left.profile.id), chains.get(right.profile.id)]
    return one === undefined || other === undefined ? [] : judged('texts', left, right, one === other)
  })
}

/** Every pair of the made-up namesakes that a run judges. */
export function pairsOfNamesakes(): JudgedPair[] {
  return namesakeGroups().flatMap(({ records, owners }) =>
    [...(judgePairs().candidates?.(profilesInContext(records)) ?? [])].flatMap(([left, right]) => {
      const [one, other] = [owners.get(left.profile.id), owners.get(right.profile.id)]
      return one === undefined || other === undefined ? [] : judged('namesakes', left, right, one === other)
    }),
  )
}

/** The judged name pairs, each name alone in an article. */
export function pairsOfNames(): JudgedPair[] {
  const file = resolve(import.meta.dirname, '../../../shared/data/names-matching/name-pairs.csv')
  const [, ...rows] = readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map(cellsOf)
  return rows.flatMap(([, schema, left = '', right = '', isMatch]) => {
    const kind = schema === 'Person' ? 'person' : 'organization'
    return judged('name pairs', alone('0'.repeat(12), kind, left), alone('1'.repeat(12), kind, right), isMatch === 'true')
  })
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
}

function alone(article: string, kind: 'person' | 'organization', name: string): ProfileInContext {
  const profile = {
    id: `${article}:${kind}:0-${name.length}`,
    kind,
    name,
    aliases: [],
    acronym: null,
    registryId: null,
    sameAs: [],
    roles: [],
    parent: null,
    mentions: [],
    score: 1,
  }
  return { profile, article, published: null, neighbours: [] }
}

