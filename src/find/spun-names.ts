import { type Agency, agencyById } from '../lexicons/agencies.js'
import type { Document } from '../model/document.js'
import type { AgencyHit } from './agency-registry.js'
import { type AgencyScan, isHeadline } from './agency-scan.js'
import { type Learned, matchRun, type RunWord, type SpunMatch } from './spun-match.js'
import { runsOf } from './spun-runs.js'

/** Added to a match's likeness for what the article says besides. */
const SUPPORT = { acronymBeside: 0.35, acronym: 0.25, named: 0.12, kin: 0.1, strange: 0.05, others: 0.12 } as const
const MOST_OTHERS = 3
const LEAST_SUPPORTED = 0.95
const LEAST_LIKENESS = 0.4
const LEAST_LEAD = 0.06
const PROMISING = 0.75
const ROUNDS = 3

/** A run's best match, with how far the best match of another body is behind. */
interface Candidate {
  readonly match: SpunMatch
  readonly lead: number
}

/** What the article names beside its changed names. */
interface Evidence {
  readonly named: ReadonlySet<string>
  /** Ids of the bodies whose acronym stands in the article, by the token of each. */
  readonly acronyms: ReadonlyMap<number, readonly Agency[]>
  readonly byAcronym: ReadonlySet<string>
}

/**
 * Names of registry bodies whose words were swapped for synonyms ("Inner Income Service"), put in another order, or
 * misspelt. A match alone proves little, since real names are alike ("National Security Service"): it counts with the
 * body's acronym, parent or full name in the article, and with other names that a rewriter has changed there.
 */
export function findSpunNames(document: Document, scan: AgencyScan): AgencyHit[] {
  const runs = runsOf(document, scan.names).filter((run) => !isHeadline(document, run[0]?.token ?? 0))
  if (runs.length === 0) return []
  const evidence = evidenceOf(scan)
  const learned = new Map<string, string>()
  let spun: ReadonlySet<string> = new Set()
  let accepted: readonly Candidate[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const candidates = candidatesOf(runs, learned)
    if (round === 0) spun = promisingOf(candidates)
    const next = candidates.filter((candidate) => supportedLikeness(candidate, evidence, spun) >= LEAST_SUPPORTED)
    spun = new Set(next.map(({ match }) => match.form.agency.id))
    const isSettled = next.length === accepted.length
    accepted = next
    if (isSettled) break
    learn(learned, accepted)
  }
  return accepted.map((candidate) => hitOf(candidate, supportedLikeness(candidate, evidence, spun)))
}

function candidatesOf(runs: readonly RunWord[][], learned: Learned): Candidate[] {
  return runs.flatMap((run) => {
    const [match, second] = matchRun(run, learned)
    if (match === undefined || match.likeness < LEAST_LIKENESS) return []
    const lead = match.likeness - (second?.likeness ?? 0)
    return lead < LEAST_LEAD ? [] : [{ match, lead }]
  })
}

/** Bodies whose changed names are likely enough to speak for each other. */
function promisingOf(candidates: readonly Candidate[]): ReadonlySet<string> {
  const promising = candidates.filter(({ match }) => match.likeness >= PROMISING && match.strange > 0)
  return new Set(promising.map(({ match }) => match.form.agency.id))
}

function evidenceOf({ names, acronyms }: AgencyScan): Evidence {
  return {
    named: new Set(names.flatMap(({ owners }) => owners.map(({ id }) => id))),
    acronyms: new Map(acronyms.map(({ at, owners }) => [at, owners])),
    byAcronym: new Set(acronyms.flatMap(({ owners }) => owners.map(({ id }) => id))),
  }
}

function supportedLikeness({ match }: Candidate, evidence: Evidence, spun: ReadonlySet<string>): number {
  const { agency } = match.form
  const isSame = match.exchanges.every(({ how }) => how === 'same')
  if (isSame) return match.form.words.length >= 3 && !match.isInOrder ? match.likeness : 0
  const beside = evidence.acronyms.get(match.last + 1) ?? []
  const others = Math.min(MOST_OTHERS, [...spun].filter((id) => id !== agency.id).length)
  let likeness = match.likeness + Math.min(2, match.strange) * SUPPORT.strange + others * SUPPORT.others
  if (beside.some(({ id }) => id === agency.id)) likeness += SUPPORT.acronymBeside
  else if (evidence.byAcronym.has(agency.id)) likeness += SUPPORT.acronym
  if (evidence.named.has(agency.id)) likeness += SUPPORT.named
  if (isKin(agency, evidence)) likeness += SUPPORT.kin
  return likeness
}

function isKin({ parent }: Agency, { named, byAcronym }: Evidence): boolean {
  if (parent === null) return false
  const grandparent = agencyById.get(parent)?.parent
  return named.has(parent) || byAcronym.has(parent) || (grandparent != null && byAcronym.has(grandparent))
}

/** What one name shows of the rewriter's exchanges holds for the article's other names. */
function learn(learned: Map<string, string>, accepted: readonly Candidate[]): void {
  for (const { match } of accepted)
    for (const { how, word, written } of match.exchanges)
      if (how === 'synonym' || how === 'unknown') learned.set(written, word)
}

function hitOf({ match }: Candidate, likeness: number): AgencyHit {
  const isOrdered = match.exchanges.every(({ how }) => how === 'same')
  return {
    first: match.first,
    last: match.last,
    rule: 'agency/spun',
    score: Math.round(Math.min(0.8, Math.max(0.5, isOrdered ? 0.8 : likeness - 0.4)) * 100) / 100,
    form: 'name',
    owners: [match.form.agency],
  }
}
