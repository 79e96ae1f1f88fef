import { type Agency, agencies } from '../../lexicons/agencies.js'
import { ambiguousByForm } from '../../lexicons/ambiguous.js'
import { type OrganizationEntry, organizations } from '../../lexicons/organizations.js'
import { places } from '../../lexicons/places.js'
import type { Token } from '../../model/document.js'
import { isKnownEverywhere, isSharedName } from './agency-countries.js'
import { addPhrase, matchPhrase, type PhraseNode, phraseTable } from './agency-phrases.js'

/** Tokens `[first, last)` that may name one of `owners`. */
export interface AgencyHit {
  readonly first: number
  readonly last: number
  readonly rule: 'agency/registry' | 'agency/acronym' | 'agency/weak' | 'agency/shape' | 'agency/spun'
  readonly score: number
  readonly form: 'name' | 'acronym'
  readonly owners: readonly Agency[]
}

/** A word with none but these tags is no common word: "Nato" is one, "Dare" is not. */
const ACRONYM_TAGS: ReadonlySet<string> = new Set(['Organization', 'Acronym', 'Noun', 'ProperNoun', 'Singular'])

const LEADING_COUNTRY = /^(?:the )?(?:U\.S\.|US|United States) (?=\p{Lu}\S* \p{L}|\p{Lu}\S*$)/u

const MOST_COUNTRY_WORDS = 3
const COUNTRY_FORMS = new Set(
  places
    .filter(({ type }) => type === 'country')
    .flatMap(({ name, aliases, demonyms }) => [name, ...aliases, ...demonyms]),
)

/** "Supreme court": a name without its country has capitals. */
const CAPITAL_LAST = /(?:^| )\p{Lu}[^ ]*$/u
const FOREIGN: ReadonlySet<string> = new Set(
  places.filter(({ country }) => country !== 'GB').flatMap(({ name, aliases, weak }) => [name, ...aliases, ...weak]),
)

const NAMES: PhraseNode<Agency> = phraseTable()
const OTHERS: PhraseNode<OrganizationEntry> = phraseTable()
const WEAK: PhraseNode<Agency> = phraseTable()
/** Acronyms by their lower-case form, as `Token.normal` has them; each value says how it must be written. */
const ACRONYMS = new Map<string, { written: string; isSpoken: boolean; owners: Agency[] }[]>()

for (const agency of agencies) {
  for (const form of [agency.name, ...agency.aliases, ...agency.former.map(({ name }) => name)]) addForms(agency, form)
  for (const form of agency.weak) addPhrase(WEAK, form.replace(/^the /, ''), agency)
  for (const acronym of [...agency.acronyms, ...agency.former.flatMap(({ acronyms }) => acronyms)])
    addAcronym(agency, acronym)
}

for (const other of organizations)
  for (const form of [other.name, ...other.aliases]) if (form.includes(' ')) addPhrase(OTHERS, form, other)

/** A name as it is and without "U.S.", and with and without the comma before a last "and". */
function addForms(agency: Agency, form: string): void {
  const plain = form.replace(/^the /i, '')
  const bare = plain.replace(LEADING_COUNTRY, '')
  const forms = new Set([plain, ...(bare.includes(' ') ? [bare] : [])])
  const shared = isSharedName(agency) ? withoutCountry(plain) : plain
  if (shared.includes(' ') && CAPITAL_LAST.test(shared)) forms.add(shared)
  // British papers write "Hertfordshire police" of the force; "Cleveland police" is Ohio's as well.
  const [, county] = agency.country === 'GB' ? (/^(.+) Police$/.exec(plain) ?? []) : []
  if (county !== undefined && !FOREIGN.has(county)) forms.add(`${county} police`)
  for (const each of forms) {
    addPhrase(NAMES, each, agency)
    if (each.includes(', and ')) addPhrase(NAMES, each.replace(', and ', ' and '), agency)
    else if (/, .* and /.test(each)) addPhrase(NAMES, each.replace(/ and (?!.* and )/, ', and '), agency)
  }
}

/** "Supreme Court" for "UK Supreme Court" and "Supreme Court of India": which country's it is, the article must say. */
function withoutCountry(name: string): string {
  const words = name.split(' ')
  for (let count = 1; count < words.length && count <= MOST_COUNTRY_WORDS; count += 1) {
    if (COUNTRY_FORMS.has(words.slice(0, count).join(' '))) return words.slice(count).join(' ')
    const isAfterOf = words[words.length - count - 1] === 'of' || words.slice(-count - 2, -count).join(' ') === 'of the'
    const link = words[words.length - count - 1] === 'of' ? 1 : 2
    if (isAfterOf && COUNTRY_FORMS.has(words.slice(-count).join(' '))) return words.slice(0, -count - link).join(' ')
  }
  return name
}

/** "FBI"; "F.B.I."; and "Nato" for an acronym that is spoken as a word and is none. */
function addAcronym(agency: Agency, acronym: string): void {
  const forms = [acronym]
  if (/^[A-Z]{2,5}$/.test(acronym)) forms.push(`${[...acronym].join('.')}.`)
  if (/^[A-Z]{4,7}$/.test(acronym) && /[AEIOU]/.test(acronym) && !ambiguousByForm.has(acronym))
    forms.push(acronym.charAt(0) + acronym.slice(1).toLowerCase())
  for (const written of forms) {
    const entries = ACRONYMS.get(written.toLowerCase()) ?? []
    ACRONYMS.set(written.toLowerCase(), entries)
    const entry = entries.find((other) => other.written === written)
    if (entry === undefined)
      entries.push({ written, isSpoken: /[a-z]/.test(written) && written !== acronym, owners: [agency] })
    else if (!entry.owners.includes(agency)) entry.owners.push(agency)
  }
}

/** The longest registry name or alias that begins with the token `first`, or after "U.S." there. */
export function registryNameAt(tokens: readonly Token[], first: number): AgencyHit | null {
  const match = matchPhrase(NAMES, tokens, first)
  const start = countryEnd(tokens, first)
  const after = start === first ? null : matchPhrase(NAMES, tokens, start)
  const owners = after?.values.filter(({ country }) => country === 'US') ?? []
  if (after !== null && owners.length > 0 && after.last > (match?.last ?? 0)) return nameHit(first, after.last, owners)
  if (match === null || isCutShort(tokens, first, match)) return null
  return nameHit(first, match.last, match.values)
}

/** "National Council of Churches": no country's council, though "National Council" alone is Austria's or Switzerland's. */
function isCutShort(
  tokens: readonly Token[],
  first: number,
  { last, values }: { readonly last: number; readonly values: readonly Agency[] },
): boolean {
  const next = tokens[last + 1]
  if (!/^(?:of|for)$/.test(tokens[last]?.normal ?? '') || next === undefined || next.casing === 'lower') return false
  if (values.some(isKnownEverywhere) || next.casing === 'none') return false
  const words = tokens
    .slice(first, last)
    .map(({ normal }) => normal)
    .join(' ')
  return !values.some(({ name, aliases }) => [name, ...aliases].some((form) => form.toLowerCase() === words))
}

function nameHit(first: number, last: number, owners: readonly Agency[]): AgencyHit {
  return { first, last, rule: 'agency/registry', score: last - first > 1 ? 0.97 : 0.9, form: 'name', owners }
}

/** Where "U.S." or "United States" at `first` ends, if a word stands right after it; `first` if they are not there. */
function countryEnd(tokens: readonly Token[], first: number): number {
  const token = tokens[first]
  const isShort = token?.normal === 'u.s.' || (token?.normal === 'us' && token.casing === 'upper')
  const isLong = token?.normal === 'united' && tokens[first + 1]?.normal === 'states'
  const end = isShort ? first + 1 : isLong ? first + 2 : first
  const [before, next] = [tokens[end - 1], tokens[end]]
  const isBeside = before !== undefined && next !== undefined && next.start - before.end === 1
  return end > first && isBeside && next.casing !== 'lower' ? end : first
}

/** A bare word or words that mean an agency only with support ("Treasury"). */
export function weakNameAt(tokens: readonly Token[], first: number): AgencyHit | null {
  const match = matchPhrase(WEAK, tokens, first)
  return match === null
    ? null
    : { first, last: match.last, rule: 'agency/weak', score: 0.6, form: 'name', owners: match.values }
}

/** The owners of the acronym that the token is, written as the registry writes it. */
export function acronymOwners(text: string, token: Token): readonly Agency[] {
  const entries = ACRONYMS.get(token.normal)
  if (entries === undefined || token.casing === 'lower') return []
  const whole = text.slice(token.start, token.end)
  // "SEC." at the end of a sentence, though "sec." is an abbreviation.
  const written = whole.indexOf('.') === whole.length - 1 ? whole.slice(0, -1) : whole
  const entry = entries.find((each) => each.written === written)
  if (entry === undefined || (entry.isSpoken && token.tags.some((tag) => !ACRONYM_TAGS.has(tag)))) return []
  return entry.owners
}

/** Where a known name of another organisation that begins with the token `first` ends; `first` if none does. */
export function otherNameEnd(tokens: readonly Token[], first: number): number {
  return matchPhrase(OTHERS, tokens, first)?.last ?? first
}
