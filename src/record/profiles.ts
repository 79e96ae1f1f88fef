import { agencyById } from '../lexicons/agencies.js'
import { organizationById } from '../lexicons/organizations.js'
import { placeById } from '../lexicons/places.js'
import type { Article } from '../model/article.js'
import type { Document } from '../model/document.js'
import { type EntityMention, isEntityMention } from '../model/mention.js'
import type { Profile, ProfileMention, ProfileRole } from '../model/record.js'
import { spanOf } from '../model/span.js'
import { chainsOf } from './chains.js'
import { aliasesOf, bestName, isNaming } from './profile-names.js'
import { nameAt } from './registry-name.js'

export interface Profiles {
  /** Sorted by their first mention. */
  readonly profiles: readonly Profile[]
  /** Mention id → profile id, for every mention that belongs to one. */
  readonly profileOf: ReadonlyMap<string, string>
}

/**
 * Mentions of one article grouped into profiles: what refers to one thing is one profile. A chain in which nothing
 * names anybody (a pronoun whose antecedent is gone) is left out.
 */
export function profilesFrom(document: Document): Profiles {
  const chains = chainsOf(document.mentions.filter(isEntityMention), document.article.text).filter((chain) =>
    chain.some(isNaming),
  )
  const profileOf = new Map<string, string>()
  for (const chain of chains) {
    const first = chain[0]
    if (first === undefined) continue
    for (const mention of chain) profileOf.set(mention.id, first.id)
  }
  const profiles = chains.map((chain) => profileFrom(document.article, chain, profileOf))
  return { profiles, profileOf }
}

function profileFrom(
  { text, meta }: Pick<Article, 'text' | 'meta'>,
  chain: readonly EntityMention[],
  profileOf: ReadonlyMap<string, string>,
): Profile {
  const named = chain.filter(isNaming)
  const [first] = chain
  const registryId = named.map(registryIdOf).find((id) => id !== null) ?? null
  const entry = registryId === null ? undefined : agencyById.get(registryId)
  const forms = named.map((mention) => mention.text)
  const listed = entry === undefined ? undefined : nameAt(entry, forms, meta.published)
  const name = listed?.name ?? bestName(named)
  const written = named.find((mention) => mention.form === 'acronym')?.text
  return {
    id: first?.id ?? '',
    kind: named[0]?.kind ?? 'person',
    name,
    aliases: aliasesOf(named, name),
    acronym: listed?.acronym ?? written ?? null,
    registryId,
    sameAs: [...((entry ?? listedBy(registryId))?.sameAs ?? [])],
    roles: rolesOf(text, chain, profileOf),
    parent: entry?.parent ?? null,
    mentions: chain.map(profileMention),
    score: rounded(Math.max(...named.map((mention) => mention.score))),
  }
}

/** The place or organization of the word lists that has this id. */
function listedBy(id: string | null): { readonly sameAs: readonly string[] } | undefined {
  return id === null ? undefined : (placeById.get(id) ?? organizationById.get(id))
}

function registryIdOf(mention: EntityMention): string | null {
  return mention.kind === 'person' ? null : mention.registryId
}

function profileMention({ start, end, text, form, rule, score }: EntityMention): ProfileMention {
  return { start, end, text, form, rule, score: rounded(score) }
}

/** The roles that the article gives a person, in text order, each title once. */
function rolesOf(text: string, chain: readonly EntityMention[], profileOf: ReadonlyMap<string, string>): ProfileRole[] {
  const roles = new Map<string, ProfileRole>()
  for (const mention of chain) {
    if (mention.kind !== 'person') continue
    for (const { start, end, title, organization } of mention.roles) {
      const key = title.toLowerCase()
      if (roles.has(key)) continue
      const profile = organization === null ? null : (profileOf.get(organization) ?? null)
      roles.set(key, { ...spanOf(text, start, end), title, organization: profile })
    }
  }
  return [...roles.values()]
}

/** Scores are printed with two decimals: a processor's last bit must not change a record. */
export function rounded(score: number): number {
  return Math.round(score * 100) / 100
}
