import type { ArticleRecord, Profile } from '../../model/record.js'
import type { RegistryEntry } from '../../model/registry.js'
import { areNicknames, type PersonName, readPersonName } from '../person-names.js'
import type { ArticleTopic } from './article-topic.js'
import { listedReasons } from './listed-evidence.js'
import { askingPersonKeys } from './name-keys.js'
import { type Claims, claimsOf, isBeforeState } from './office-claims.js'
import { officialReasons } from './official-evidence.js'
import { type OfficialRoll, officeOn } from './official-roll.js'
import type { Registry } from './registry.js'
import { type Reason, type Scored, scored } from './scored.js'

/** What the people of one article are looked up with. */
export interface PersonContext {
  readonly registry: Registry
  readonly roll: OfficialRoll
  readonly record: ArticleRecord
  readonly topic: () => ArticleTopic
}

/** Log odds of names: of officials, of others; a bare name says little of who is meant. */
const WEIGHTS = {
  official: 0.5,
  listed: -1,
  ownList: 0.8,
  bareOfficial: -3.5,
  bareListed: -6,
  mononym: -3,
  initial: -2.5,
  nickname: -0.3,
  officialNickname: -2,
  middle: 0.7,
  relative: -2.5,
  gender: -4,
  bareShare: 2,
} as const
/** An entry has its family name to itself where all others together are spoken of so much less. */
const MOST_OF_SHARE = 0.9

/** The entries that a person's profile may be, each with its reasons. */
export function personCandidates(profile: Profile, context: PersonContext): Scored[] {
  const { registry } = context
  const names = [profile.name, ...profile.aliases].map(readPersonName).filter((name) => name.words.length > 0)
  const main = names.reduce<PersonName | null>(
    (best, name) => (best === null || name.words.length > best.words.length ? name : best),
    null,
  )
  if (main === null) return []
  const suffix = names.find((name) => name.suffix !== null)?.suffix ?? null
  const gender = names.find((name) => name.gender !== null)?.gender ?? null
  const numbers = new Set(askingPersonKeys(main.words).flatMap((key) => [...registry.find(key).numbers]))
  if (numbers.size === 0 || (main.isBare && isTown(profile, context.record))) return []
  const claims = claimsOf(profile, context.record)
  return [...numbers].flatMap((number) => {
    const entry = registry.entry(number)
    if (entry.kind !== 'person') return []
    const name = nameReason(main, suffix, entry)
    if (name === null) return []
    const against = gender !== null && entry.gender !== null && gender !== entry.gender
    const reasons = [name, against ? { name: 'gender', score: WEIGHTS.gender } : null]
    return [scored(entry, [...reasons, ...contextReasons(main, entry, { ...context, claims, profile })])]
  })
}

function isTown({ mentions }: Profile, { article }: ArticleRecord): boolean {
  return mentions.some(({ form, end }) => form === 'name' && isBeforeState(article.text, end))
}

/** How well a name fits an entry; `null` where it cannot be the entry's. */
function nameReason({ words }: PersonName, suffix: string | null, entry: RegistryEntry): Reason | null {
  const forms = formsOf(entry)
  const suffixes = forms.flatMap((form) => form.suffix ?? [])
  if (suffix !== null && !suffixes.includes(suffix)) return null
  const isOfficial = entry.offices.length > 0
  const [first, ...rest] = words
  const last = rest.at(-1)
  if (first === undefined) return null
  if (last === undefined) {
    if (forms.some((form) => form.words.length === 1 && form.words[0] === first))
      return { name: 'mononym', score: WEIGHTS.mononym }
    const isFamily = forms.some((form) => form.words.length > 1 && form.family === first)
    return isFamily ? { name: 'surname', score: isOfficial ? WEIGHTS.bareOfficial : WEIGHTS.bareListed } : null
  }
  const fitting = forms.filter((form) => form.words.length > 1 && form.family === last && isGiven(first, form.words[0]))
  if (fitting.length === 0) return null
  const middles = forms.flatMap((form) => form.words.slice(1, -1).slice(0, 1))
  const own = rest.slice(0, -1)[0]
  const isMiddle = own !== undefined && middles.some((middle) => middle.charAt(0) === own.charAt(0))
  if (own !== undefined && middles.length > 0 && !isMiddle) return null
  // "Alejandro García Padilla" is not "Alex Padilla": a word more and a given name that is another form of his.
  const isExact = fitting.some((form) => form.words[0] === first)
  const listed = entry.prior === null ? WEIGHTS.ownList : WEIGHTS.listed
  const base = isOfficial ? WEIGHTS.official : listed
  // A registry of office holders has the nicknames that they go by.
  const nickname = isOfficial ? WEIGHTS.officialNickname : WEIGHTS.nickname
  if (!isExact && own !== undefined && own.length > 1 && !isMiddle) return null
  const given = first.length === 1 ? WEIGHTS.initial : isExact ? 0 : nickname
  return { name: 'name', score: base + given + (isMiddle ? WEIGHTS.middle : 0) }
}

/** Entries live as long as the registry keeps them; their names are read once. */
const formsByEntry = new WeakMap<RegistryEntry, readonly PersonName[]>()

function formsOf(entry: RegistryEntry): readonly PersonName[] {
  const known = formsByEntry.get(entry)
  if (known !== undefined) return known
  const forms = [entry.name, ...entry.forms].map(readPersonName)
  formsByEntry.set(entry, forms)
  return forms
}

function isGiven(left: string, right: string | undefined): boolean {
  if (right === undefined) return false
  return left === right || areNicknames(left, right)
}

function contextReasons(
  main: PersonName,
  entry: RegistryEntry,
  context: PersonContext & { readonly claims: Claims; readonly profile: Profile },
): (Reason | null)[] {
  const { record, roll, registry, claims, profile } = context
  const topic = context.topic()
  const relative = main.isBare && claims.offices.size === 0 && hasRelative(main, profile, record)
  const bare = relative ? { name: 'relative', score: WEIGHTS.relative } : null
  if (entry.offices.length === 0) {
    const share = main.isBare ? shareReason(main, entry, registry) : null
    return [bare, share, ...listedReasons(entry, { topic, titles: claims.titles })]
  }
  const published = record.article.published?.slice(0, 10) ?? null
  const day = published ?? roll.latest
  const { numbers, total: namesakes } = registry.find(`f${main.family ?? ''}`)
  const others = main.isBare ? numbers.map((number) => registry.entry(number)) : []
  const hasNamesake = others.some((other) => other.id !== entry.id && officeOn(other, day) !== null)
  return [
    bare,
    ...officialReasons(entry, {
      claims,
      topic,
      roll,
      published,
      bare: main.isBare ? main.family : null,
      namesakes,
      hasNamesake,
    }),
  ]
}

/** Somebody else of the article who has the same family name: the bare name may be theirs. */
function hasRelative(main: PersonName, profile: Profile, record: ArticleRecord): boolean {
  return record.people.some((other) => other.id !== profile.id && readPersonName(other.name).family === main.family)
}

/** Who has nearly all that is written about a family name is meant by it ("Merkel"). */
function shareReason(main: PersonName, entry: RegistryEntry, registry: Registry): Reason | null {
  const { numbers } = registry.find(`f${main.words[0]}`)
  const all = numbers.reduce((sum, number) => sum + registry.prior(number), 0)
  if (entry.prior === null || all === 0 || entry.prior / all < MOST_OF_SHARE) return null
  return { name: 'most-known', score: WEIGHTS.bareShare }
}
