import { givenNameByForm } from '../../lexicons/given-names.js'
import type { Office, RegistryEntry } from '../../model/registry.js'
import { wordsOf } from '../normal.js'
import type { ArticleTopic } from './article-topic.js'
import type { Claims } from './office-claims.js'
import { type OfficialRoll, officeOn } from './official-roll.js'
import type { Reason } from './scored.js'

/** What an official is weighed by besides the name. */
export interface OfficialContext {
  readonly claims: Claims
  readonly topic: ArticleTopic
  readonly roll: OfficialRoll
  /** Day of the article, `null` where unknown. */
  readonly published: string | null
  /** The family name, where the article has no more of the name. */
  readonly bare: string | null
  /** How many entries have the family name. */
  readonly namesakes: number
  /** Whether others with the same family name hold an office of the registry on that day. */
  readonly hasNamesake: boolean
}

/** Log odds, set by hand on polnear.train and NewsWCL50: what each comparison is worth. */
const WEIGHTS = {
  role: 3,
  roleNotThen: 1,
  otherRole: -4,
  elsewhere: -6,
  noOffice: -2,
  state: 3.5,
  otherState: -8,
  party: 1,
  otherParty: -4,
  leadership: 2.5,
  inOffice: 1,
  perhapsInOffice: 0.7,
  notYet: -6,
  longGone: -1,
  beyondMemory: -3,
  topic: 0.9,
  topicMost: 2.6,
  noTopic: -2.5,
  chamber: 1.2,
  stateNamed: 1,
  onlySurname: 3,
  gaps: -3,
  undated: -1.5,
  chief: 1.5,
  chiefInFull: 2,
  pastChief: -4,
  givenName: -1.5,
  common: -0.4,
} as const
/** People speak of a candidate before the term begins. */
const BEFORE_YEARS = 2
const AFTER_YEARS = 12
/** A vice president of so long ago is hardly ever meant; a president may be. */
const MEMORY_YEARS = 60
/** So often must a chamber be spoken of that the article is about it. */
const CHAMBER_TIMES = 2

/** The reasons for and against an entry with offices being the person of a profile. */
export function officialReasons(entry: RegistryEntry, context: OfficialContext): (Reason | null)[] {
  const day = context.published ?? context.roll.latest
  const held = officeOn(entry, day)
  return [
    ...roleReasons(entry, held, context),
    ...dayReasons(entry, held, day, context),
    ...topicReasons(entry, held, context),
    ...(context.bare === null ? fullReasons(entry, context) : bareReasons(entry, held, day, context)),
  ]
}

function roleReasons(entry: RegistryEntry, held: Office | null, { claims }: OfficialContext): (Reason | null)[] {
  const offices = new Set(entry.offices.map(({ office }) => office))
  const reasons: (Reason | null)[] = []
  const claimed = [...claims.offices]
  if (claims.isElsewhere) reasons.push({ name: 'title-elsewhere', score: WEIGHTS.elsewhere })
  else if (claimed.some((office) => office === held?.office || (claims.isPast && offices.has(office))))
    reasons.push({ name: 'title', score: WEIGHTS.role })
  else if (claimed.some((office) => offices.has(office))) reasons.push({ name: 'title', score: WEIGHTS.roleNotThen })
  else if (claimed.length > 0) reasons.push({ name: 'other-title', score: WEIGHTS.otherRole })
  else if (claims.isOther) reasons.push({ name: 'other-title', score: WEIGHTS.noOffice })
  if (claims.titles.some((title) => entry.context.some((role) => isOneTitle(role, title))))
    reasons.push({ name: 'leadership', score: WEIGHTS.leadership })
  if (claims.state !== null) {
    const isState = entry.offices.some(({ state }) => state === claims.state)
    reasons.push({ name: 'state', score: isState ? WEIGHTS.state : WEIGHTS.otherState })
  }
  if (claims.party !== null) {
    const isParty = entry.offices.some(({ party }) => party?.startsWith(claims.party ?? '-'))
    reasons.push({ name: 'party', score: isParty ? WEIGHTS.party : WEIGHTS.otherParty })
  }
  return reasons
}

/** "House speaker" and "Speaker of the House" are one; "Senate majority leader" is not "majority leader". */
function isOneTitle(role: string, title: string): boolean {
  const [one, other] = [role, title].map((words) => new Set(wordsOf(words).filter((word) => !SMALL.has(word))))
  return (
    one !== undefined && other !== undefined && one.size === other.size && [...one].every((word) => other.has(word))
  )
}

const SMALL: ReadonlySet<string> = new Set(['of', 'the'])

function dayReasons(
  { offices }: RegistryEntry,
  held: Office | null,
  day: string,
  { published }: OfficialContext,
): (Reason | null)[] {
  if (held !== null)
    return [{ name: 'in-office', score: published === null ? WEIGHTS.perhapsInOffice : WEIGHTS.inOffice }]
  const isPresident = offices.some(({ office }) => office === 'president')
  if (!isPresident && offices.every(({ end }) => yearOf(end) + MEMORY_YEARS < yearOf(day)))
    return [{ name: 'beyond-memory', score: WEIGHTS.beyondMemory }]
  if (published === null) return []
  if (offices.every(({ start }) => yearOf(start) - BEFORE_YEARS > yearOf(day)))
    return [{ name: 'not-yet', score: WEIGHTS.notYet }]
  if (offices.every(({ end }) => yearOf(end) + AFTER_YEARS < yearOf(day)))
    return [{ name: 'long-gone', score: WEIGHTS.longGone }]
  return []
}

function topicReasons({ offices }: RegistryEntry, held: Office | null, { topic }: OfficialContext): (Reason | null)[] {
  const own = (held ?? offices.at(-1))?.office
  const isChief = own === 'president' || own === 'vice-president'
  const chamber = own === undefined || isChief ? 0 : (topic.offices.get(own) ?? 0)
  const times = [...topic.offices].reduce(
    (sum, [office, count]) => sum + (office === 'president' && !isChief ? 0.5 : 1) * count,
    0,
  )
  const named = offices.some(({ state }) => state !== null && topic.states.has(state))
  return [
    {
      name: 'topic',
      score: times === 0 ? WEIGHTS.noTopic : Math.min(WEIGHTS.topicMost, WEIGHTS.topic * Math.log(1 + times)),
    },
    chamber >= CHAMBER_TIMES ? { name: 'chamber', score: WEIGHTS.chamber } : null,
    named ? { name: 'state-named', score: WEIGHTS.stateNamed } : null,
  ]
}

/** A full name: of presidents few others have it, of members of Congress the more, the more common the family name is. */
function fullReasons({ offices }: RegistryEntry, { claims, namesakes }: OfficialContext): (Reason | null)[] {
  if (offices.some(({ office }) => office === 'president')) return [{ name: 'chief', score: WEIGHTS.chiefInFull }]
  const isTold = claims.offices.size > 0 || claims.state !== null
  return isTold ? [] : [{ name: 'common-surname', score: WEIGHTS.common * Math.log(Math.max(1, namesakes)) }]
}

/** A family name alone is safe where the registry knows everybody who may be meant. */
function bareReasons(
  entry: RegistryEntry,
  held: Office | null,
  day: string,
  { claims, roll, topic, hasNamesake, bare, published }: OfficialContext,
): (Reason | null)[] {
  const chiefs = entry.offices.filter(({ office }) => office === 'president' || office === 'vice-president')
  const isTold = claims.offices.size > 0 || claims.state !== null
  const isComplete = roll.isComplete('senate', day) && roll.isComplete('house', day)
  // A hundred surnames, and a story about them: safe without a day too.
  const isSenateStory = held?.office === 'senate' && (topic.offices.get('senate') ?? 0) >= CHAMBER_TIMES
  const isPastChief = chiefs.length > 0 && !isAtWork(chiefs, day) && !isTold
  return [
    hasNamesake || (held === null && chiefs.length === 0) ? null : { name: 'only-surname', score: WEIGHTS.onlySurname },
    chiefs.length > 0 ? { name: 'chief', score: WEIGHTS.chief } : null,
    // "Clinton" long after 2001 is somebody else of that name.
    isPastChief ? { name: 'past-chief', score: WEIGHTS.pastChief } : null,
    isComplete || chiefs.length > 0 || claims.state !== null ? null : { name: 'gaps', score: WEIGHTS.gaps },
    published !== null || chiefs.length > 0 || isTold || isSenateStory
      ? null
      : { name: 'undated', score: WEIGHTS.undated },
    !isTold && givenNameByForm.get(bare ?? '')?.weight === SURELY_GIVEN
      ? { name: 'given-name', score: WEIGHTS.givenName }
      : null,
  ]
}

/** Weight of a word that is hardly ever anything but a given name. */
const SURELY_GIVEN = 3

/** From two years before the first term to the end of the last one. */
function isAtWork(chiefs: readonly Office[], day: string): boolean {
  const first = chiefs[0]
  const last = chiefs.at(-1)
  if (first === undefined || last === undefined) return false
  return yearOf(first.start) - BEFORE_YEARS <= yearOf(day) && day <= last.end
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}
