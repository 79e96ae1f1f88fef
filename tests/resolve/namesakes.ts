import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ArticleRecord, Profile } from '../../src/model/record.js'
import { type ProfileSketch, record } from './build.js'

/** A group of the namesakes file: its articles, and whose each judged profile is (profile id → label). */
export interface NamesakeGroup {
  readonly title: string
  readonly records: readonly ArticleRecord[]
  readonly owners: ReadonlyMap<string, string>
}

const KINDS: Readonly<Record<string, Profile['kind']>> = { a: 'agency', o: 'organization', p: 'place' }
const PROFILE = /^(?:(?<label>\w+|\?)\s*:\s+)?(?<names>[^(<]+?)\s*(?:\((?<roles>[^)]*)\))?\s*(?:<(?<kind>[aop])>)?$/

/** Reads namesakes.txt; the file says how it is written. */
export function namesakeGroups(): NamesakeGroup[] {
  const file = readFileSync(join(import.meta.dirname, 'namesakes.txt'), 'utf8')
  let articles = 0
  return file
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.trim().split('\n')
      const owners = new Map<string, string>()
      const records = lines.map((line) => {
        articles += 1
        const [date = '-', rest = ''] = line.split(' | ')
        const read = rest.split(';').map(sketchOf)
        const made = record(
          articles,
          read.map(({ sketch }, at) => ({ ...sketch, start: at * 100 })),
          { published: date === '-' ? null : date },
        )
        for (const [at, { label }] of read.entries()) {
          const profile = [made.people, made.agencies, made.organizations, made.places]
            .flat()
            .find(({ mentions }) => mentions[0]?.start === at * 100)
          if (label !== null && profile) owners.set(profile.id, label)
        }
        return made
      })
      return { title, records, owners }
    })
}

function sketchOf(written: string): { label: string | null; sketch: ProfileSketch } {
  const groups = PROFILE.exec(written.trim())?.groups
  if (!groups) throw new Error(`Expected a profile, got "${written}".`)
  const [name = '', ...aliases] = (groups.names ?? '').split(' ~ ').map((form) => form.trim())
  const kind = KINDS[groups.kind ?? ''] ?? 'person'
  const acronym = aliases.find((alias) => kind !== 'person' && /^\p{Lu}{2,6}$/u.test(alias)) ?? null
  const titles = (groups.roles ?? '').split(', ').filter((title) => title !== '')
  const label = groups.label === undefined || groups.label === '?' ? null : groups.label
  return { label, sketch: { name, aliases, kind, acronym, titles } }
}
