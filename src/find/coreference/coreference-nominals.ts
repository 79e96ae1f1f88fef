import { agencyById } from '../../lexicons/agencies.js'
import { type NominalHead, nominalHeadByForm } from '../../lexicons/nominal-heads.js'
import { organizationById } from '../../lexicons/organizations.js'
import { reportingVerbByForm } from '../../lexicons/reporting-verbs.js'
import { officeByShared, type Role, roleByForm } from '../../lexicons/roles.js'
import type { Document, Token } from '../../model/document.js'
import type { Span } from '../../model/span.js'
import { isOutsiders, isWrittenTo } from './coreference-outsiders.js'
import { endsPhrase, isNameLike, pastTown, phraseOf } from './coreference-phrases.js'
import { isPolice } from './coreference-police.js'
import { type Antecedent, countryByForm, LESSER, placeWord, type Referent } from './coreference-referents.js'

const LONGEST_HEAD = 3
const LONGEST_NOMINAL = 4
/** The most words of a name that are repeated in small letters. */
const LONGEST_TAIL = 4
const FARTHEST_BODY = 3
/** Bodies that "the company" or "the group" rarely means. */
const NAMED_ONLY: ReadonlySet<string> = new Set(['media', 'party', 'team', 'league', 'university'])

interface Nominal {
  readonly span: Span
  readonly form: 'nominal'
  readonly rule: string
  readonly score: number
  readonly referent: Referent
}

/** The noun phrase that "the" at `at` begins, with whom it means: "the agency", "the senator"; null where that is not clear. */
export function nominalAt(
  document: Document,
  at: number,
  referents: () => readonly Referent[],
  sentence: number,
): Nominal | null {
  const { tokens } = document
  const start = tokens[at]?.start
  const known = tailAt(tokens, at, referents)
  if (known !== null) return known
  const names: string[] = []
  // "the Munich-based carmaker"
  const isBased = tokens[at + 2]?.normal === '-' && tokens[at + 3]?.normal === 'based'
  const from = isBased ? at + 4 : pastTown(tokens, at)
  for (let first = from; first < from + LONGEST_NOMINAL - 1; first += 1) {
    if (start === undefined || tokens[first]?.casing === 'none') return null
    for (let size = LONGEST_HEAD; size > 0; size -= 1) {
      const words = phraseOf(tokens, first, size)
      const head = nominalHeadByForm.get(words)
      const role = roleByForm.get(words) ?? officeByShared.get(words.toUpperCase())
      if (isBased ? head?.company !== true : head === undefined && role === undefined) continue
      // In "the Bloc leader" a name narrows the noun.
      const isCapital = tokens[first + size - 1]?.casing !== 'lower'
      if (isCapital && roleByForm.has(tokens[first + size]?.normal ?? '')) break
      if (!endsPhrase(tokens, first + size)) return null
      // "the MLA for Rocky View": which of them, the seat says.
      const isSeat =
        role?.public === true && tokens[first + size]?.normal === 'for' && isNameLike(tokens[first + size + 1])
      if (isSeat && head === undefined) return null
      const end = tokens[first + size - 1]?.end ?? start
      const known = referents().filter((one) => !isWrittenTo(document, one, sentence))
      const able = names.length > 0 ? known.filter((one) => !tellsOf(tokens, one, at, sentence)) : known
      // "The Senate" is a name, "the Bank" one of whose name it is part.
      const phrase = isCapital
        ? { role: isOffice(role, tokens[first]) ? role : undefined, words, names }
        : { role, head, words, names }
      const isOwn = isCapital && names.length === 0 && head?.kinds.includes('place') === false
      const named = isOwn ? ownNamed(words, able, sentence) : null
      const choice = chooseNominal(phrase, able, sentence) ?? named
      const isOpen = choice === null || isOutsiders(document, choice.referent, known)
      return isOpen ? null : { span: { start, end }, form: 'nominal', rule: 'coreference/nominal', ...choice }
    }
    const modifier = tokens[first]
    if (isNameLike(modifier)) names.push(placeWord(modifier.normal))
    else if (!isModifier(modifier)) return null
  }
  return null
}

/** "the housing corporation", "the health authority": small letters for the end of the only name that ends so. */
function tailAt(tokens: readonly Token[], at: number, referents: () => readonly Referent[]): Nominal | null {
  let last = at + 1
  while (last - at <= LONGEST_TAIL && tokens[last]?.casing === 'lower') last += 1
  for (; last - at > 2; last -= 1) {
    const tail = ` ${phraseOf(tokens, at + 1, last - at - 1)}`
    if (!nominalHeadByForm.has(tokens[last - 1]?.normal ?? '') || !endsPhrase(tokens, last)) continue
    const [only, other] = referents().filter(({ kind, latest }) => {
      return kind !== 'person' && latest.kind !== 'person' && fullName(latest).endsWith(tail)
    })
    if (only === undefined || other !== undefined) continue
    const span = { start: tokens[at]?.start ?? 0, end: tokens[last - 1]?.end ?? 0 }
    return { span, form: 'nominal', rule: 'coreference/nominal', referent: only, score: 0.9 }
  }
  return null
}

/** "Deutsche Bank said the Russian oil giant": whoever speaks of it is somebody else. */
function tellsOf(tokens: readonly Token[], { kind, sightings }: Referent, at: number, sentence: number): boolean {
  const last = sightings.at(-1)
  if (kind === 'person' || last === undefined || last.sentence !== sentence || last.role !== 'subject') return false
  for (let between = last.last; between < at; between += 1)
    if (reportingVerbByForm.has(tokens[between]?.normal ?? '')) return true
  return false
}

/** "the former senator", "the federal agency". */
function isModifier(token: Token | undefined): boolean {
  return token !== undefined && token.casing === 'lower' && token.tags.includes('Adjective')
}

interface Phrase {
  readonly role: Role | undefined
  readonly head?: NominalHead | undefined
  readonly words: string
  /** The names before the noun, lower-cased, places for their demonyms. */
  readonly names: readonly string[]
}

function chooseNominal(
  { role, head, words, names }: Phrase,
  referents: readonly Referent[],
  sentence: number,
): { referent: Referent; score: number } | null {
  const isOne =
    role !== undefined && (words === role.singular.toLowerCase() || role.shared.includes(words.toUpperCase()))
  const person = isOne
    ? personFor(
        role,
        words,
        referents.filter(({ titles }) => names.every((name) => titles.has(name))),
      )
    : null
  if (person !== null || head === undefined || words !== head.lemma) return person
  return names.length > 0
    ? bodyOf(names.join(' '), head, referents, sentence)
    : bodyFor(head, words, referents, sentence)
}

/** "The German airline": the nearest company that is not known to be of another country. */
function bodyOf(
  place: string,
  head: NominalHead,
  referents: readonly Referent[],
  sentence: number,
): { referent: Referent; score: number } | null {
  const country = countryByForm.get(place)
  if (country === undefined || !head.company) return null
  const able = referents.filter(
    (referent) =>
      referent.kind === 'organization' && sentence - lastSentence(referent) <= FARTHEST_BODY && canBe(referent, head),
  )
  const own = country === null ? null : nearest(able.filter((referent) => countryOf(referent) === country))
  const meant = own ?? nearest(able.filter((referent) => country === null || countryOf(referent) === null))
  if (meant === null || (!meant.isOnly && meant.referent.sightings.at(-1)?.role !== 'subject')) return null
  return { referent: meant.referent, score: meant.isOnly ? 0.8 : 0.65 }
}

function countryOf({ latest }: Referent): string | null {
  if (latest.kind === 'person' || latest.registryId === null) return null
  const { registryId } = latest
  return organizationById.get(registryId)?.country ?? agencyById.get(registryId)?.country ?? null
}

/** The person with that role who was spoken of last; two of them in the same breath are not told apart. */
function personFor(
  role: Role,
  words: string,
  referents: readonly Referent[],
): { referent: Referent; score: number } | null {
  const able = referents
    .filter((one) => one.kind === 'person' && hasRole(one, words) && fits(role, one.gender))
    .sort((a, b) => lastToken(b) - lastToken(a))
  const [first, other] = able
  if (first === undefined) return null
  if (other !== undefined && lastSentence(other) === lastSentence(first)) return null
  return { referent: first, score: other === undefined ? 0.9 : 0.7 }
}

/** "The Turkish leader" is its president as well, "the deputy chief" the deputy fire chief. */
function hasRole({ roles, titles }: Referent, words: string): boolean {
  if (roles.has(words) || (words === 'leader' && LEADERS.some((one) => roles.has(one)))) return true
  const [first = '', last] = words.split(' ')
  return last !== undefined && LESSER.has(first) && titles.has(first) && titles.has(last)
}

const LEADERS = ['president', 'prime minister', 'premier', 'chancellor', 'chairman', 'dictator']

/** Whether the gender of a noun lets it mean somebody. */
export function fits(role: Role, gender: Referent['gender']): boolean {
  return role.gender === null || gender === null || role.gender === gender
}

/** The nearest body that such a noun can mean; its name may hold the noun itself ("the union"). */
function bodyFor(
  head: NominalHead,
  words: string,
  referents: readonly Referent[],
  sentence: number,
): { referent: Referent; score: number } | null {
  const bodies = referents.filter(
    (referent) => referent.kind !== 'person' && sentence - lastSentence(referent) <= FARTHEST_BODY,
  )
  const isNamed = words === 'force' ? isPolice : (referent: Referent): boolean => namesItself(referent, words)
  const named = nearest(bodies.filter(isNamed))
  const able = nearest(bodies.filter((referent) => isOfKind(referent, head) && canBe(referent, head)))
  if (
    named !== null &&
    (able === null || able.referent === named.referent || sentence - lastSentence(able.referent) > 0)
  )
    return { referent: named.referent, score: named.isOnly ? 0.9 : 0.75 }
  if (able === null) return head.company || words === 'party' ? null : onlyNamed(words, referents)
  if (!able.isOnly && able.referent.sightings.at(-1)?.role !== 'subject') return null
  return { referent: able.referent, score: able.isOnly ? 0.8 : 0.65 }
}

/**
 * "The council", far from the only body of the story that is called one: other bodies than companies have the noun in their
 * names, but "the party" may be the Liberal Democrats. Read on the BBC and PolNeAR's training articles: 18 of 19 right.
 */
function onlyNamed(words: string, referents: readonly Referent[]): { referent: Referent; score: number } | null {
  const [only, other] = referents.filter((referent) => referent.kind !== 'person' && namesItself(referent, words))
  return only === undefined || other !== undefined ? null : { referent: only, score: 0.75 }
}

/** What is written with a capital without being a name: "the Prime Minister", "the TD"; "The Mother" is a film. */
function isOffice(role: Role | undefined, token: Token | undefined): boolean {
  return role?.public === true || token?.casing === 'upper'
}

/** "The Bank" after "the Bank of England": the only body near by whose name has the noun. */
function ownNamed(
  words: string,
  referents: readonly Referent[],
  sentence: number,
): { referent: Referent; score: number } | null {
  const near = referents.filter(
    (one) =>
      sentence - lastSentence(one) <= FARTHEST_BODY &&
      namesItself(one, words) &&
      (one.latest.kind === 'person' || fullName(one.latest) !== words),
  )
  const [only, other] = near
  return only === undefined || other !== undefined ? null : { referent: only, score: 0.8 }
}

function isOfKind({ kind }: Referent, head: NominalHead): boolean {
  return kind !== 'person' && head.kinds.includes(kind)
}

function nearest(referents: readonly Referent[]): { referent: Referent; isOnly: boolean } | null {
  const sorted = [...referents].sort((a, b) => lastToken(b) - lastToken(a))
  const first = sorted[0]
  return first === undefined ? null : { referent: first, isOnly: sorted.length === 1 }
}

function namesItself({ latest, kind }: Referent, words: string): boolean {
  const name = kind === 'person' || latest.kind === 'person' ? '' : fullName(latest)
  return name.endsWith(words) || (name.startsWith(words) && /^ (?:of|on|for) /.test(name.slice(words.length)))
}

/** "Commission on Presidential Debates" is no union: a name that says it is a kind of public body is meant by that noun alone. */
function isNamedOtherwise(latest: Antecedent, head: NominalHead): boolean {
  if (latest.kind === 'person') return false
  const first = /^[\p{L}-]+/u.exec(fullName(latest))?.[0] ?? ''
  const own = nominalHeadByForm.get(first)
  return own !== undefined && !own.kinds.includes('organization') && own.lemma !== head.lemma
}

function fullName(mention: { text: string; canonical: string | null; registryId: string | null }): string {
  const entry = mention.registryId === null ? undefined : agencyById.get(mention.registryId)
  return (entry?.name ?? mention.canonical ?? mention.text).toLowerCase()
}

/** Whether what kind of body it is lets the noun mean it; an agency of unknown kind only by its name. */
function canBe({ latest }: Pick<Referent, 'latest'>, head: NominalHead): boolean {
  if (latest.kind === 'organization') {
    if (isNamedOtherwise(latest, head)) return false
    const entry = latest.registryId === null ? undefined : organizationById.get(latest.registryId)
    return head.agencyKinds.length === 0 && (entry === undefined || !NAMED_ONLY.has(entry.kind))
  }
  if (latest.kind !== 'agency' || latest.registryId === null) return false
  const entry = agencyById.get(latest.registryId)
  return entry !== undefined && head.agencyKinds.includes(entry.kind)
}

function lastToken({ sightings }: Referent): number {
  return sightings.at(-1)?.first ?? -1
}

function lastSentence({ sightings }: Referent): number {
  return sightings.at(-1)?.sentence ?? -1
}
