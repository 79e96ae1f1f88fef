import { agencyById } from '../../lexicons/agencies.js'
import { officeWordsOf } from '../../lexicons/office-words.js'
import { organizationById } from '../../lexicons/organizations.js'
import { places } from '../../lexicons/places.js'
import type { ArticleRecord, Profile, ProfileRole } from '../../model/record.js'
import type { Office } from '../../model/registry.js'

/** What an article says of the office that somebody holds or held. */
export interface Claims {
  readonly offices: ReadonlySet<Office['office']>
  /** Postal abbreviation of "R-S.C." */
  readonly state: string | null
  /** First letter of the party in "R-S.C." */
  readonly party: string | null
  /** "former", "then": the office need not be held on the article's day. */
  readonly isPast: boolean
  /** A title of another place or body: "state Sen.", "French President", "company president". */
  readonly isElsewhere: boolean
  /** A title that has nothing to do with such an office: "coach". */
  readonly isOther: boolean
  /** All titles in lower case. */
  readonly titles: readonly string[]
}

const TITLES = officeWordsOf('title')
const TOPICS = officeWordsOf('topic')
const FITS = officeWordsOf('fits')
const ELSEWHERE = officeWordsOf('elsewhere')
const PAST = /^(?:former|then|ex|late|onetime)\b/i
/** After a name: ", R-S.C.," and "(D-N.Y.)". */
const AFTER_NAME = /^,?\s*\(?(?<party>[RDI])-(?<state>\p{Lu}[\p{L}.]*(?: (?:\p{Lu}[\p{L}.]*))?)(?=[,);\s]|$)/u
const STATE_BEFORE = /\bstate\s+$/i

/** Postal abbreviation by every way to write a state ("S.C.", "South Carolina", "SC"). */
const stateByForm: ReadonlyMap<string, string> = new Map(
  places
    .filter(({ id }) => id.startsWith('state-us-'))
    .flatMap(({ id, name, weak }) => [name, ...weak].map((form) => [form.replaceAll(' ', ''), postalOf(id)] as const)),
)

/** "SC" of "state-us-sc"; `null` for what is no state of the United States. */
export function postalOfPlace(registryId: string | null): string | null {
  return registryId?.startsWith('state-us-') ? postalOf(registryId) : null
}

function postalOf(id: string): string {
  return id.slice('state-us-'.length).toUpperCase()
}

const BEFORE_STATE = /^, (?<state>\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)?)/u

/** "Baldwin, Miss.": a name before a state is a town's. */
export function isBeforeState(text: string, end: number): boolean {
  const state = BEFORE_STATE.exec(text.slice(end, end + 24))?.groups?.state?.replaceAll(' ', '')
  return state !== undefined && (stateByForm.has(state) || stateByForm.has(state.replace(/\.$/, '')))
}

/** Words that say that somebody or something is another country's ("French", "Mexico"). */
const foreignWords: ReadonlySet<string> = new Set(
  places
    .filter(({ type, country }) => type === 'country' && country !== 'US')
    .flatMap(({ name, demonyms }) => [name, ...demonyms].map((form) => form.toLowerCase())),
)

/** Reads the titles of a person's profile. */
export function claimsOf(profile: Profile, record: ArticleRecord): Claims {
  const { text } = record.article
  const offices = new Set<Office['office']>()
  const titles: string[] = []
  let stated: { party: string; state: string } | null = null
  let [isPast, isElsewhere, others] = [false, false, 0]
  for (const role of profile.roles) {
    const title = role.title.toLowerCase()
    titles.push(title)
    if (PAST.test(title)) isPast = true
    const found = officeIn(title)
    if (found !== null) offices.add(found)
    if (found === null) others += fits(title) ? 0 : 1
    else if (isOfAnother(role, record) || STATE_BEFORE.test(text.slice(Math.max(0, role.start - 8), role.start)))
      isElsewhere = true
  }
  for (const mention of profile.mentions) {
    if (stated !== null || mention.form !== 'name') continue
    const after = AFTER_NAME.exec(text.slice(mention.end, mention.end + 24))
    if (after?.groups) stated = partyState(after.groups)
  }
  return {
    offices,
    state: stated?.state ?? null,
    party: stated?.party ?? null,
    isPast,
    isElsewhere,
    isOther: others > 0 && offices.size === 0 && stated === null,
    titles,
  }
}

function partyState({
  party = '',
  state = '',
}: Readonly<Record<string, string>>): { party: string; state: string } | null {
  const plain = state.replaceAll(' ', '')
  const postal = stateByForm.get(plain) ?? stateByForm.get(`${plain}.`) ?? stateByForm.get(plain.replace(/\.$/, ''))
  return postal === undefined ? null : { party: party.toUpperCase(), state: postal }
}

/** The office that a title names: the longest run of its words that is one. */
function officeIn(title: string): Office['office'] | null {
  for (const run of runsOf(title)) {
    const office = TITLES.get(run)
    if (office === 'senate' || office === 'house' || office === 'president' || office === 'vice-president')
      return office
  }
  return null
}

function fits(title: string): boolean {
  return runsOf(title).some((run) => FITS.has(run) || TOPICS.has(run) || TITLES.has(run))
}

/** A title of another country, of a state's chamber, or of a body that is none of the federal government's. */
function isOfAnother({ title, organization }: ProfileRole, record: ArticleRecord): boolean {
  const words = title.toLowerCase().split(/[^\p{L}.]+/u)
  if (words.some((word) => ELSEWHERE.has(word) || foreignWords.has(word))) return true
  if (organization === null) return false
  const body = [...record.agencies, ...record.organizations, ...record.places].find(({ id }) => id === organization)
  if (body?.kind === 'organization') return organizationById.get(body.registryId ?? '')?.kind !== 'party'
  const agency = body?.registryId ? agencyById.get(body.registryId) : undefined
  return agency !== undefined && agency.country !== 'US'
}

/** The runs of a text's words, up to four, the longest first. */
function runsOf(text: string): string[] {
  const words = text.split(/\s+/)
  const runs: string[] = []
  for (let length = Math.min(4, words.length); length > 0; length -= 1)
    for (let at = 0; at + length <= words.length; at += 1) runs.push(words.slice(at, at + length).join(' '))
  return runs
}
