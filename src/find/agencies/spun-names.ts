import { type Agency, agencyById } from '../../lexicons/agencies.js'
import type { Document, Token } from '../../model/document.js'
import type { AgencyHit } from './agency-registry.js'
import { type AgencyScan, isHeadline } from './agency-scan.js'
import { matchRun, type SpunMatch } from './spun-match.js'
import { runsOf } from './spun-runs.js'

/** Added to a match's likeness for what the article says besides. */
const SUPPORT = {
  acronymBeside: 0.35,
  acronym: 0.25,
  named: 0.12,
  kin: 0.1,
  strange: 0.05,
  others: 0.12,
  foreign: -0.15,
} as const
const MOST_OTHERS = 3
const LEAST_SUPPORTED = 0.95
/** Without what other changed names add. */
const LEAST_LOCAL = 0.7
const LEAST_LEAD = 0.06
const PROMISING = 0.75
const SURE_ALONE = 0.85
const ROUNDS = 3

/** A match and its likeness with what the article has for it. */
interface Candidate {
  readonly match: SpunMatch
  readonly support: number
}

/** What the article names beside its changed names. */
interface Evidence {
  readonly named: ReadonlySet<string>
  /** Ids of the bodies whose acronym stands in the article, by the token of each. */
  readonly acronyms: ReadonlyMap<number, readonly Agency[]>
  readonly byAcronym: ReadonlySet<string>
  /** Of the bodies that can only be one country's. */
  readonly countries: ReadonlySet<string>
}

/**
 * Names of registry bodies whose words were swapped for synonyms ("Inner Income Service"), put in another order, or
 * misspelt. A match alone proves little, since real names are alike ("National Security Service"): it counts with the
 * body's acronym, parent or full name in the article, and with other names that a rewriter has changed there.
 */
export function findSpunNames(document: Document, scan: AgencyScan): AgencyHit[] {
  const runs = runsOf(document, scan).filter((run) => !isHeadline(document, run[0]?.token ?? 0))
  if (runs.length === 0) return []
  const evidence = evidenceOf(scan)
  const learned = new Map<string, string>()
  let spun: ReadonlySet<string> = new Set()
  let accepted: readonly Candidate[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const matches = runs.map((run) => matchRun(run, learned))
    if (round === 0) spun = promisingOf(matches)
    const weigh = (match: SpunMatch): number => supportedLikeness(match, evidence, spun)
    // What was accepted stays: its own exchanges, once learned, would help its rivals too.
    const more = matches
      .flatMap((each) => leadingOf(each, weigh))
      .filter(
        ({ match, support }) =>
          support >= LEAST_LOCAL &&
          support + othersSupport(match, spun) >= LEAST_SUPPORTED &&
          !accepted.some((other) => overlaps(other.match, match)),
      )
    if (more.length === 0) break
    accepted = [...accepted, ...more]
    spun = new Set(accepted.map(({ match }) => match.form.agency.id))
    learn(learned, accepted)
  }
  return accepted
    .filter((candidate) => isBelieved(candidate, accepted, evidence))
    .map((candidate) => hitOf(document.tokens, candidate))
}

/** A rewriter changes many names: one alone is believed only with its acronym, or where no synonym is in play. */
function isBelieved({ match }: Candidate, accepted: readonly Candidate[], evidence: Evidence): boolean {
  const { agency, words } = match.form
  if (match.exchanges.every(({ how }) => how === 'same' || how === 'misspelt')) return true
  const spun = accepted.filter((other) => other.match.form.agency.id !== agency.id && isSpun(other.match))
  const others = new Set(spun.map((other) => other.match.form.agency.id)).size
  const hasAcronym = evidence.byAcronym.has(agency.id)
  if (match.same === 0) return words.length > 2 && others >= 2
  if (words.length === 2) return (hasAcronym && match.likeness >= SURE_ALONE) || others >= 2
  return others > 0 || (match.likeness >= SURE_ALONE && hasAcronym)
}

function isSpun({ exchanges }: SpunMatch): boolean {
  return exchanges.some(({ how }) => how === 'synonym' || how === 'unknown')
}

/** The best matches of a run that do not overlap, if they lead clearly before what overlaps them. */
function leadingOf(matches: readonly SpunMatch[], weigh: (match: SpunMatch) => number): Candidate[] {
  const ranked = matches.map((match) => ({ match, support: weigh(match) })).sort((a, b) => b.support - a.support)
  const chosen: Candidate[] = []
  const seen: Candidate[] = []
  for (const candidate of ranked) {
    const isFree = !seen.some((other) => overlaps(other.match, candidate.match))
    seen.push(candidate)
    if (!isFree) continue
    const second = ranked.find((other) => other !== candidate && overlaps(other.match, candidate.match))
    if (candidate.support - (second?.support ?? 0) >= LEAST_LEAD) chosen.push(candidate)
  }
  return chosen
}

function overlaps(a: SpunMatch, b: SpunMatch): boolean {
  return a.first < b.last && b.first < a.last
}

/** Bodies whose changed names are likely enough to speak for each other. */
function promisingOf(matches: readonly (readonly SpunMatch[])[]): ReadonlySet<string> {
  const best = matches.flatMap(([match]) => (match === undefined ? [] : [match]))
  const promising = best.filter(({ likeness, strange }) => likeness >= PROMISING && strange > 0)
  return new Set(promising.map(({ form }) => form.agency.id))
}

function evidenceOf({ names, acronyms }: AgencyScan): Evidence {
  return {
    named: new Set(names.flatMap(({ owners }) => owners.map(({ id }) => id))),
    acronyms: new Map(acronyms.map(({ at, owners }) => [at, owners])),
    countries: new Set(
      [...names, ...acronyms].flatMap(({ owners }) =>
        owners.length === 1 ? owners.map(({ country }) => country) : [],
      ),
    ),
    byAcronym: new Set(acronyms.flatMap(({ owners }) => owners.map(({ id }) => id))),
  }
}

function supportedLikeness(match: SpunMatch, evidence: Evidence, spun: ReadonlySet<string>): number {
  const { agency } = match.form
  const isSame = match.exchanges.every(({ how }) => how === 'same')
  if (isSame && match.form.words.length < 3) return 0
  const beside = evidence.acronyms.get(match.last + 1) ?? []
  let likeness = match.likeness + Math.min(2, match.strange) * SUPPORT.strange
  if (beside.some(({ id }) => id === agency.id)) likeness += SUPPORT.acronymBeside
  else if (evidence.byAcronym.has(agency.id)) likeness += SUPPORT.acronym
  if (evidence.named.has(agency.id)) likeness += SUPPORT.named
  if (isKin(agency, evidence, spun)) likeness += SUPPORT.kin
  if (evidence.countries.size > 0 && !evidence.countries.has(agency.country)) likeness += SUPPORT.foreign
  return likeness
}

/** What the article's other changed names add; a rival of one of them would gain from it, so it does not rank. */
function othersSupport({ form }: SpunMatch, spun: ReadonlySet<string>): number {
  return SUPPORT.others * Math.min(MOST_OTHERS, [...spun].filter((id) => id !== form.agency.id).length)
}

/** Whether the article names the body's parent, or a body whose parent it is. */
function isKin(agency: Agency, { named, byAcronym }: Evidence, spun: ReadonlySet<string>): boolean {
  const grandparent = agency.parent === null ? undefined : agencyById.get(agency.parent)?.parent
  for (const id of [agency.parent, grandparent])
    if (id != null && (named.has(id) || byAcronym.has(id) || spun.has(id))) return true
  for (const id of spun) if (agencyById.get(id)?.parent === agency.id) return true
  return false
}

/** What one name shows of the rewriter's exchanges holds for the article's other names. */
function learn(learned: Map<string, string>, accepted: readonly Candidate[]): void {
  for (const { match } of accepted)
    for (const { how, word, written } of match.exchanges)
      if (how === 'synonym' || how === 'unknown') learned.set(written, word)
}

function hitOf(tokens: readonly Token[], { match, support }: Candidate): AgencyHit {
  const isOrdered = match.exchanges.every(({ how }) => how === 'same')
  return {
    first: startOf(tokens, match),
    last: match.last,
    rule: isOrdered && match.isInOrder ? 'agency/registry' : 'agency/spun',
    score: Math.round(Math.min(0.8, Math.max(0.5, isOrdered ? 0.8 : support - 0.4)) * 100) / 100,
    form: 'name',
    owners: [match.form.agency],
  }
}

/** "U.S." before the name of a body of the United States belongs to it. */
function startOf(tokens: readonly Token[], { first, form }: SpunMatch): number {
  const before = tokens[first - 1]
  const isCountry = before?.normal === 'u.s.' || (before?.normal === 'us' && before.casing === 'upper')
  return form.agency.country === 'US' && isCountry && (tokens[first]?.start ?? 0) - (before?.end ?? 0) === 1
    ? first - 1
    : first
}
