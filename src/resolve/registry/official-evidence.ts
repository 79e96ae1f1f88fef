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
  readonly isBare: boolean
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
  perhapsInOffice: 0.5,
  notYet: -6,
  longGone: -1,
  topic: 0.9,
  topicMost: 2.6,
  noTopic: -2.5,
  chamber: 1,
  stateNamed: 1,
  onlySurname: 3,
  gaps: -3,
  chief: 1.5,
} as const
/** People speak of a candidate before the term begins. */
const BEFORE_YEARS = 2
const AFTER_YEARS = 12
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
    ...(context.isBare ? bareReasons(entry, held, day, context) : []),
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

/** A family name alone is safe where the registry knows everybody who may be meant. */
function bareReasons(
  { offices }: RegistryEntry,
  held: Office | null,
  day: string,
  { claims, roll, hasNamesake }: OfficialContext,
): (Reason | null)[] {
  const isChief = offices.some(({ office }) => office === 'president')
  const isComplete = roll.isComplete('senate', day) && roll.isComplete('house', day)
  return [
    hasNamesake ? null : { name: 'only-surname', score: held !== null || isChief ? WEIGHTS.onlySurname : 0 },
    isChief ? { name: 'chief', score: WEIGHTS.chief } : null,
    isComplete || isChief || claims.state !== null ? null : { name: 'gaps', score: WEIGHTS.gaps },
  ]
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}
