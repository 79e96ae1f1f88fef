import { type Document, sentenceAt } from '../../model/document.js'
import type { Role } from '../../model/mention.js'
import type { ReadName } from './person-name.js'

/** So often does a surname stand alone before a full name only where another person is known by it. */
const OFTEN = 3
/** The most tokens between the two names in "Dray and his wife, Anna Dray" and "Dray’s wife, the painter Anna Dray". */
const MOST_BETWEEN = 5
const HEADLINES: ReadonlySet<string> = new Set(['title', 'heading', 'caption'])

/** A person's name, its gender, and the roles that the text gives it there. */
interface Bearer {
  readonly name: ReadName
  readonly roles: readonly Role[]
  readonly sentence: number
  readonly isHeadline: boolean
}

/**
 * The full names, of those in `first` (each person's first full name), whose surname alone means somebody else: the
 * article says "Dray" again and again, or "President Dray", before it comes to speak of "Anna Dray".
 */
export function notBySurname(
  document: Document,
  names: readonly ReadName[],
  roles: readonly (readonly Role[])[],
  first: readonly number[],
): ReadonlySet<number> {
  const bearers = bySurname(document, names, roles)
  const others = new Set<number>()
  for (const index of first) {
    const full = names[index]
    // "S. Hill" in a table comes after "Hill".
    if (full === undefined || full.given === 0 || full.words[0]?.length === 1) continue
    const alone = bearers.get(full.words.at(-1) ?? '') ?? []
    const sentence = sentenceAt(document.sentences, document.tokens[full.first]?.start ?? 0)
    const isOther =
      isBeforeOften(document, alone, { name: full, roles: roles[index] ?? [], sentence, isHeadline: false }) ||
      isSecondOfPair(document, names, index) ||
      isKinOfNamesake(document, names, index)
    if (isOther) others.add(index)
  }
  return others
}

/** The surnames that stand alone, in text order. */
function bySurname(
  document: Document,
  names: readonly ReadName[],
  roles: readonly (readonly Role[])[],
): Map<string, Bearer[]> {
  const bearers = new Map<string, Bearer[]>()
  names.forEach((name, index) => {
    const [word] = name.words
    if (word === undefined || name.words.length > 1) return
    const sentence = sentenceAt(document.sentences, document.tokens[name.first]?.start ?? 0)
    const bearer = { name, roles: roles[index] ?? [], sentence, isHeadline: isHeadline(document, sentence) }
    const known = bearers.get(word)
    if (known === undefined) bearers.set(word, [bearer])
    else known.push(bearer)
  })
  return bearers
}

/** A title, a caption, or the text's first line where no full stop ends it. */
function isHeadline({ article, sentences }: Document, sentence: number): boolean {
  const index = sentences[sentence]?.block ?? 0
  const block = article.blocks[index]
  if (block === undefined) return false
  return HEADLINES.has(block.kind) || (index === 0 && !/[.”"]$/.test(article.text.slice(block.start, block.end)))
}

/** A headline has the surname first whoever it is: only the running text tells. */
function isBeforeOften(document: Document, alone: readonly Bearer[], full: Bearer): boolean {
  const last = alone.findLast(({ name }) => name.first < full.name.first)
  if (last?.sentence === full.sentence && isJoined(document, last.name, full.name)) return true
  const before = alone.filter((bearer) => !bearer.isHeadline && bearer.name.first < full.name.first)
  const clashes = alone.filter(({ name }) => isOtherGender(name, full.name))
  if (before.length >= OFTEN || clashes.length >= OFTEN) return true
  if (before.some((bearer) => clashes.includes(bearer))) return true
  const titled = before.some((bearer) => bearer.roles.some(({ start }) => isBefore(document, start, bearer.name)))
  return titled && before.length > 1 && alone.length > OFTEN && !sharesRole(before, full)
}

/** By a courtesy title: the given name that a surname is too ("Mia") says nothing. */
function isOtherGender(a: ReadName, b: ReadName): boolean {
  return a.name.honorific !== null && a.gender !== null && b.gender !== null && a.gender !== b.gender
}

function isBefore(document: Document, start: number, name: ReadName): boolean {
  return start < (document.tokens[name.first]?.start ?? 0)
}

function sharesRole(before: readonly Bearer[], full: Bearer): boolean {
  const titles = new Set(full.roles.map(({ title }) => title.toLowerCase()))
  return before.some(({ roles }) => roles.some(({ title }) => titles.has(title.toLowerCase())))
}

/** "Dray and his wife, Anna Dray", "Dray’s wife Anna Dray". */
function isJoined({ tokens }: Document, alone: ReadName, full: ReadName): boolean {
  const link = tokens[alone.last]?.normal
  return (link === 'and' || link === "'s") && full.first - alone.last <= MOST_BETWEEN + 1
}

/** "Paul and Anna Dray": the surname is both of theirs, and which of them it means alone is not said. */
function isSecondOfPair({ tokens }: Document, names: readonly ReadName[], index: number): boolean {
  const [before, full] = [names[index - 1], names[index]]
  if (before === undefined || full === undefined || before.words.length > 1) return false
  const isPair = tokens[before.last]?.normal === 'and' && before.last + 1 === full.first
  return isPair && before.name.family === null && before.words[0] !== full.words.at(-1)
}

const OWNERS: ReadonlySet<string> = new Set(['his', 'her', "'s"])
/** A brother or a nephew may well be the one who is spoken of next. */
const KIN: ReadonlySet<string> = new Set(['wife', 'husband'])

/** "Former President Bill Dray … for his wife Anna Dray": the surname alone goes on meaning the one who came first. */
function isKinOfNamesake({ tokens }: Document, names: readonly ReadName[], index: number): boolean {
  const full = names[index]
  if (full === undefined) return false
  const kin = tokens[full.first - 1]?.normal === ',' ? full.first - 2 : full.first - 1
  if (!KIN.has(tokens[kin]?.normal ?? '') || !OWNERS.has(tokens[kin - 1]?.normal ?? '')) return false
  return names.some((name, at) => at < index && name.words.length > 1 && name.words.at(-1) === full.words.at(-1))
}
