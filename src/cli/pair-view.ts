import type { Judgement } from '../model/entity.js'
import type { Profile } from '../model/record.js'
import type { ProfileWithText } from '../run/finished-run.js'

/** Marks a name: in bold on a terminal, in brackets everywhere. */
export type Mark = (name: string) => string

/** Two profiles as a person judges them: who, where, in which words, and what the rules found for (+) and against (-). */
export function describePair(judgement: Judgement, profiles: ReadonlyMap<string, ProfileWithText>, mark: Mark): string {
  const reasons = judgement.comparisons.map(({ name, score, detail }) => `  ${signed(score)}  ${name}: ${detail}\n`)
  const sides = [judgement.left, judgement.right].map((id) => side(id, profiles.get(id), mark))
  return `score ${judgement.score.toFixed(2)}\n${sides.join('')}${reasons.join('')}`
}

function signed(score: number): string {
  return `${score < 0 ? '-' : '+'}${Math.abs(score).toFixed(2)}`
}

function side(id: string, found: ProfileWithText | undefined, mark: Mark): string {
  if (found === undefined) return `  ${id} (its record is gone)\n`
  const { profile, text, title, path, published } = found
  const roles = profile.roles.length > 0 ? ` (${profile.roles.map((role) => role.title).join('; ')})` : ''
  const where = [profile.kind, title ?? path, published].filter((part) => part !== null)
  const lines = contexts(profile, text, mark).map((context) => `    ${context}\n`)
  return `  ${mark(profile.name)}${roles} · ${where.join(' · ')}\n${lines.join('')}`
}

const CONTEXTS = 2
const CONTEXT_UNITS = 120

/** The first mentions by name, each with the words around it, on one line; a sentence that was shown is not shown again. */
function contexts(profile: Profile, text: string, mark: Mark): string[] {
  const shown: string[] = []
  let last = Number.NEGATIVE_INFINITY
  for (const { form, start, end } of profile.mentions) {
    if (shown.length === CONTEXTS) break
    if ((form !== 'name' && form !== 'acronym') || start < last + CONTEXT_UNITS) continue
    last = end
    shown.push(`${before(text, start)}${mark(`[${text.slice(start, end)}]`)}${after(text, end)}`)
  }
  return shown
}

/** The words before, from the start of the line on; cut at a space. */
function before(text: string, end: number): string {
  const start = text.lastIndexOf('\n', end - 1) + 1
  if (end - start <= CONTEXT_UNITS) return text.slice(start, end)
  return text.slice(end - CONTEXT_UNITS, end).replace(/^\S*\s?/, '…')
}

/** The words after, up to the end of the line; cut at a space. */
function after(text: string, start: number): string {
  const line = text.slice(start, start + CONTEXT_UNITS * 2).split('\n', 1)[0] ?? ''
  return line.length <= CONTEXT_UNITS ? line : line.slice(0, CONTEXT_UNITS).replace(/\s?\S*$/, '…')
}
