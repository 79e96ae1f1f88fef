import { agencyById } from '../../lexicons/agencies.js'
import { type Document, sentenceAt } from '../../model/document.js'
import type { Span } from '../../model/span.js'
import { Word } from '../quotes/quote-words.js'
import { type Clauses, roleOf } from './coreference-clauses.js'
import { endsPhrase, isNameLike } from './coreference-phrases.js'
import type { Referent } from './coreference-referents.js'

/** How papers call a police force in small letters. */
const POLICE: ReadonlySet<string> = new Set(['police', 'gardai', 'gardaí'])
/** "riot police", "state police" are others. */
const NARROWS: ReadonlySet<string> = new Set(['Adjective', 'Singular', 'Demonym'])

/** Which force is meant where, and how sure that is. */
interface Meant {
  readonly span: Span
  readonly referent: Referent
  readonly score: number
}

/** Whether "police" and its like stand at a token. */
export function isPoliceWord(word: string): boolean {
  return POLICE.has(word)
}

/** Whether a body is a police force, by the registry or by its name. */
export function isPolice({ kind, latest }: Referent): boolean {
  if (kind !== 'agency' || latest.kind !== 'agency') return false
  const entry = latest.registryId === null ? undefined : agencyById.get(latest.registryId)
  // Interpol is none.
  if (entry !== undefined) return entry.kind === 'police' && entry.country !== 'INT'
  return /\b(?:police|constabulary|garda)\b/i.test(latest.canonical ?? latest.text)
}

/**
 * "Calgary police" is the Calgary Police Service that the article names before or after, "police" the only force that it
 * names; null where they are others, or several.
 */
export function policeAt(
  document: Document,
  clauses: Clauses,
  at: number,
  referents: readonly Referent[],
): Meant | null {
  const { tokens } = document
  const token = tokens[at]
  const before = tokens[at - 1]
  const isLast =
    token !== undefined && (document.sentences[sentenceAt(document.sentences, token.start)]?.lastToken ?? 0) === at + 1
  if (token === undefined || !(isLast || endsPhrase(tokens, at + 1))) return null
  const forces = referents.filter(isPolice)
  if (forces.length === 0) return null
  let first = at
  while (token.casing === 'lower' && isNameLike(tokens[first - 1])) first -= 1
  const place = first < at ? tokens[first] : undefined
  const able = place === undefined ? forces : forces.filter((force) => isOf(force, place.normal))
  const [referent, other] = able
  if (referent === undefined || other !== undefined) return null
  if (place !== undefined) return { span: { start: place.start, end: token.end }, referent, score: 0.9 }
  // "the police have a duty": all of them, anywhere.
  if (before?.normal === 'the') return null
  if (before?.casing !== 'none' && before?.tags.some((tag) => NARROWS.has(tag))) return null
  // "Fire was set on purpose: police"
  const isTail = isLast && before?.normal === ':'
  return isTail || acts(document, clauses, at)
    ? { span: { start: token.start, end: token.end }, referent, score: 0.75 }
    : null
}

/** Whether the police at `at` do something or say it: "Police say" looks like no verb of its. */
function acts(document: Document, clauses: Clauses, at: number): boolean {
  const role = roleOf(document, clauses, at, at + 1)
  return role === 'subject' || role === 'inverted' || ((clauses.bits[at + 1] ?? 0) & Word.report) !== 0
}

/** "The force", however far from the name of the only one. */
export function forceAt({ tokens }: Document, at: number, referents: readonly Referent[]): Meant | null {
  const [start, noun] = [tokens[at]?.start, tokens[at + 1]]
  if (start === undefined || noun?.normal !== 'force' || !endsPhrase(tokens, at + 2)) return null
  const [referent, other] = referents.filter(isPolice)
  if (referent === undefined || other !== undefined) return null
  return { span: { start, end: noun.end }, referent, score: 0.75 }
}

function isOf({ latest }: Referent, place: string): boolean {
  return latest.kind === 'agency' && (latest.canonical ?? latest.text).toLowerCase().split(/\s+/).includes(place)
}
