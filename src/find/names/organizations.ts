import { type Agency, agencyById } from '../../lexicons/agencies.js'
import { ambiguousByForm } from '../../lexicons/ambiguous.js'
import { organizationHeadByForm } from '../../lexicons/organization-heads.js'
import type { Document } from '../../model/document.js'
import { type Mention, mentionId, type OrganizationMention } from '../../model/mention.js'
import { type CountryVotes, countCountries, MANY_VOTES } from '../agencies/agency-countries.js'
import { isAcronym } from './acronym-shape.js'
import { hasClass, type NameContext } from './name-context.js'
import { organizationTable, placeTable } from './name-lexicon.js'
import type { NameSpan } from './name-spans.js'
import { acronymsOf, bareName, isPaperForm, shortFormsOf } from './organization-forms.js'
import { wordsAt } from './person-name.js'

/** Organizations with their canonical name and id, and what a short form or an acronym stands for. */
export function organizationMentions(
  document: Document,
  context: NameContext,
  names: readonly NameSpan[],
): OrganizationMention[] {
  const votes = lazyVotes(document, names)
  const mentions = names.flatMap((name) => mentionOf(document, context, name, votes))
  const firstWith = new Map<string, string>()
  const byForm = longerByForm(mentions, storyStart(document))
  return mentions.map((mention) => {
    const key = mention.registryId ?? mention.text.toLowerCase()
    const same = firstWith.get(key)
    if (same === undefined) firstWith.set(key, mention.id)
    const longer = byForm.get(mention.text.toLowerCase())
    const isShort = longer !== undefined && longer.id !== mention.id && longer.text.length > mention.text.length
    if (!isShort) return { ...mention, refersTo: same ?? null }
    const form = acronymsOf(longer.text).includes(mention.text) ? 'acronym' : mention.form
    // "The Times" in an article about The New York Times is that one, whoever else is called so.
    const isShared = form === 'acronym' || isPaperForm(mention.text) || isFormOf(mention.text, longer.registryId)
    // "Sony" is not Sony Pictures Entertainment, but "Fiat" the Fiat Group.
    const isListed = mention.registryId !== null && mention.registryId !== longer.registryId
    if (isListed && !isShared && bareName(longer.text) !== bareName(mention.text))
      return { ...mention, refersTo: same ?? null }
    return {
      ...mention,
      form,
      refersTo: longer.id,
      registryId: isShared ? longer.registryId : (mention.registryId ?? longer.registryId),
      canonical: (isShared ? null : mention.canonical) ?? longer.canonical ?? longer.text,
      rule: form === 'acronym' ? 'organization/acronym' : 'organization/short-name',
    }
  })
}

/** "AAP" is the American Academy of Pediatrics where that is named, whoever else has the acronym. */
function isFormOf(text: string, id: string | null): boolean {
  return id !== null && organizationTable.withForm(text).some(({ entry }) => entry.id === id)
}

function mentionOf(
  document: Document,
  context: NameContext,
  name: NameSpan,
  votes: () => CountryVotes,
): OrganizationMention[] {
  const start = document.tokens[name.first]?.start
  const end = document.tokens[name.last - 1]?.end
  if (start === undefined || end === undefined) return []
  const text = document.article.text.slice(start, end)
  const known = likeliest(text, votes)
  // "Conservatives" of no party
  if (known === null && name.rule === 'organization/listed') return []
  const mention: OrganizationMention = {
    kind: 'organization',
    id: mentionId(document.article.id, 'organization', { start, end }),
    start,
    end,
    text,
    rule: ruleOf(context, name, known !== null && !known.isWeak),
    score: name.score,
    form: isAcronym(text, known) ? 'acronym' : 'name',
    refersTo: null,
    registryId: known?.entry.id ?? null,
    // "Moody's" keeps its ending, which a name that is not listed would lose.
    canonical: known === null || (known.entry.name === text && !/[’']s?$/.test(text)) ? null : known.entry.name,
  }
  return [mention]
}

type ListedForm = ReturnType<typeof organizationTable.withForm>[number]

/**
 * The entry of a form; of several that have it, the one of the country that the article speaks of most ("ABC" in Sydney),
 * else the one that the list of ambiguous forms puts first.
 */
function likeliest(text: string, votes: () => CountryVotes): ListedForm | null {
  const forms = organizationTable.withForm(text)
  if (forms.some(isOfCountry)) return partyOf(forms.filter(isOfCountry), votes())
  const local = forms.length > 1 ? localOf(forms, votes()) : null
  if (local !== null) return local
  const owner = forms.length > 1 ? ambiguousByForm.get(text)?.owners.find((id) => isFormOf(text, id)) : undefined
  return forms.find(({ entry }) => entry.id === owner) ?? forms[0] ?? null
}

/** The one of the country that the article speaks of most; null where it speaks of none, or of two as much. */
function localOf(forms: readonly ListedForm[], votes: CountryVotes): ListedForm | null {
  const [first, second] = [...forms].sort((a, b) => votesFor(b, votes) - votesFor(a, votes))
  if (first === undefined || votesFor(first, votes) === 0) return null
  return second !== undefined && votesFor(second, votes) === votesFor(first, votes) ? null : first
}

function votesFor({ entry }: ListedForm, votes: CountryVotes): number {
  return votes.get(entry.country ?? '') ?? 0
}

function isOfCountry({ entry }: ListedForm): boolean {
  return entry.kind === 'party' && entry.country !== null
}

/** "The Conservatives", "Labour": the party of the country that the article speaks of most; null where it speaks of none. */
function partyOf(forms: readonly ListedForm[], votes: CountryVotes): ListedForm | null {
  const [best] = [...forms].sort((a, b) => votesFor(b, votes) - votesFor(a, votes))
  if (best === undefined || votesFor(best, votes) > 0) return best ?? null
  const isElsewhere = Math.max(0, ...votes.values()) >= MANY_VOTES
  return forms.length > 1 || isElsewhere ? null : best
}

/** The countries that places, demonyms, public bodies and parties of the article speak of, counted when first asked. */
function lazyVotes(document: Document, names: readonly NameSpan[]): () => CountryVotes {
  let votes: CountryVotes | null = null
  return () => {
    votes ??= countAll(document, names)
    return votes
  }
}

function countAll(document: Document, names: readonly NameSpan[]): CountryVotes {
  const { tokens, mentions } = document
  const votes = new Map(countCountries(tokens, [...new Set(mentions.flatMap(agencyOf))]))
  const homes = names.flatMap(({ first, last }) => homeOf(wordsAt(document, first, last) ?? ''))
  for (const country of new Set(homes)) votes.set(country, (votes.get(country) ?? 0) + 1)
  return votes
}

/** "Lib Dems" are British; "the Tories" are so in two countries. */
function homeOf(text: string): string[] {
  const [only, other] = organizationTable.withForm(text)
  const isOne = only !== undefined && other === undefined && isOfCountry(only)
  return isOne && only.entry.country !== null ? [only.entry.country] : []
}

function agencyOf(mention: Mention): Agency[] {
  const agency = mention.kind === 'agency' ? agencyById.get(mention.registryId ?? '') : undefined
  return agency === undefined ? [] : [agency]
}

function ruleOf(context: NameContext, { first, last, rule }: NameSpan, isKnown: boolean): string {
  if (rule !== 'organization/learned' && rule !== 'organization/heard') return rule
  if (isKnown) return 'organization/listed'
  if (hasClass(context, last - 1, 'L')) return 'organization/legal-form'
  const hasHead = hasClass(context, last - 1, 'Ol') || hasClass(context, first, 'Of')
  return hasHead && last - first > 1 ? 'organization/head' : rule
}

/**
 * The forms that stand for a longer name of the article, lower case → the first such name; none that two names share.
 * The first words of a name ("Cascade" of "Cascade Outfitters") stand for it where the story names it so first, and the
 * lists know nothing else by them.
 */
function longerByForm(mentions: readonly OrganizationMention[], from: number): Map<string, OrganizationMention> {
  const owners = new Map<string, OrganizationMention | null>()
  const beginners = new Map<string, OrganizationMention | null>()
  const seen = new Set<string>()
  for (const mention of mentions) {
    if (seen.has(mention.text)) continue
    seen.add(mention.text)
    for (const form of [...shortFormsOf(mention.text), ...acronymsOf(mention.text)]) claim(owners, form, mention)
    for (const form of beginningsOf(mention.text)) claim(beginners, form, mention)
  }
  const longer = new Map<string, OrganizationMention>()
  const firstTold = new Map<string, number>()
  for (const { text, start } of mentions) {
    const key = text.toLowerCase()
    if (start >= from && !firstTold.has(key)) firstTold.set(key, start)
  }
  for (const [form, owner] of beginners) {
    const [short, first] = [firstTold.get(form), firstTold.get(owner?.text.toLowerCase() ?? '')]
    if (owner !== null && first !== undefined && short !== undefined && first < short) longer.set(form, owner)
  }
  for (const [form, owner] of owners) {
    if (owner === null) longer.delete(form)
    else longer.set(form, owner)
  }
  return longer
}

/** Of two names that begin alike ("Kestrel Energy", "Kestrel Energy Corp.") the longer one has the form; else neither. */
function claim(owners: Map<string, OrganizationMention | null>, form: string, mention: OrganizationMention): void {
  const key = form.toLowerCase()
  const other = owners.get(key)
  if (other === undefined) owners.set(key, mention)
  else if (other !== null && mention.text.startsWith(other.text)) owners.set(key, mention)
  else if (other === null || !other.text.startsWith(mention.text)) owners.set(key, null)
}

/** Where the story begins, behind its title. */
function storyStart({ article }: Document): number {
  return article.blocks.find(({ kind }) => kind !== 'title')?.start ?? 0
}

function beginningsOf(name: string): string[] {
  const words = name.split(/\s+/)
  const found: string[] = []
  for (let size = 1; size < words.length; size += 1) {
    const form = words.slice(0, size).join(' ')
    const isTelling = form.length > 3 && /^\p{Lu}/u.test(words[size] ?? '') && /^\p{Lu}/u.test(form)
    const isElse = organizationHeadByForm.has(words[size - 1] ?? '') || placeTable.withForm(form).length > 0
    if (isTelling && !isElse && organizationTable.withForm(form).length === 0) found.push(form)
  }
  return found
}
