import { roleByForm } from '../../lexicons/roles.js'
import type { Document, Token } from '../../model/document.js'
import { isFunctionWord } from './agency-phrases.js'
import type { AgencyScan } from './agency-scan.js'
import type { RunWord } from './spun-match.js'
import { baseForm, isLink, readingsOf } from './spun-table.js'

const NAME_TAGS: ReadonlySet<string> = new Set([
  'FirstName',
  'MaleName',
  'FemaleName',
  'City',
  'Country',
  'Region',
  'Place',
  'Demonym',
])
const MOST_CONTENT_WORDS = 10
/** After the country's name a name begins anew: "Border Safety and U.S. Citizenship …". */
const COUNTRY: ReadonlySet<string> = new Set(['u.s.', 'us', 'states'])
const INNER_LINKS: ReadonlySet<string> = new Set(['of', 'and', '&', 'the', 'for', 'on'])

/**
 * The capitalised runs that may be a changed name: at least two words that registry names have or that stand for such,
 * outside the names already found. A word in lower case between two with capitals belongs to its run ("Price range
 * Committee"), and then also at the end of another.
 */
export function runsOf({ tokens }: Document, { names, others }: AgencyScan): RunWord[][] {
  const covered = new Uint8Array(tokens.length)
  for (const { first, last, owners } of names) if (owners.length > 0 && last - first > 1) covered.fill(1, first, last)
  for (const { first, last } of others) covered.fill(1, first, last)
  const runs: RunWord[][] = []
  const units = new Set<string>()
  for (let at = 0; at < tokens.length; ) {
    const end = isStart(tokens[at]) && covered[at] === 0 ? runEnd(tokens, at, covered) : at
    if (end <= at + 1) {
      at += 1
      continue
    }
    const parts = partsOf(wordsOf(tokens, at, end)).filter(isPromising)
    if (parts.length > 0) {
      runs.push(...parts)
      for (let index = at; index + 1 < end; index += 1)
        if (tokens[index + 1]?.casing === 'lower' && !isLink(tokens[index + 1]?.normal ?? ''))
          units.add(`${tokens[index]?.normal} ${tokens[index + 1]?.normal}`)
    }
    at = end
  }
  return units.size === 0 ? runs : runs.map((run) => withUnit(tokens, run, units))
}

function isStart(token: Token | undefined): boolean {
  return isCapital(token) && token !== undefined && !isFunctionWord(token.normal)
}

function isCapital(token: Token | undefined): boolean {
  return token !== undefined && (token.casing === 'title' || token.casing === 'upper' || token.casing === 'mixed')
}

function runEnd(tokens: readonly Token[], start: number, covered: Uint8Array): number {
  let end = start + 1
  for (let content = 1; content < MOST_CONTENT_WORDS; content += 1) {
    const next = nextWord(tokens, end, covered)
    if (next === -1) break
    end = next + 1
  }
  return end
}

/** The next capitalised word of the run from `at` on, over links or one word in lower case; -1 where the run ends. */
function nextWord(tokens: readonly Token[], at: number, covered: Uint8Array): number {
  for (let step = at; step < at + 3; step += 1) {
    const [before, token] = [tokens[step - 1], tokens[step]]
    if (before === undefined || token === undefined || token.start - before.end > 1 || covered[step] === 1) return -1
    if (isCapital(token)) return step
    const isBridge =
      INNER_LINKS.has(token.normal) ||
      (step === at &&
        token.casing === 'lower' &&
        !token.normal.startsWith("'") &&
        !isFunctionWord(token.normal) &&
        isCapital(tokens[at + 1]))
    if (!isBridge) return -1
  }
  return -1
}

function wordsOf(tokens: readonly Token[], start: number, end: number): RunWord[] {
  const words: RunWord[] = []
  for (let at = start; at < end; at += 1) {
    const token = tokens[at]
    if (token !== undefined && !isLink(token.normal)) words.push(wordOf(tokens, at, start))
  }
  return words
}

function wordOf(tokens: readonly Token[], at: number, start: number): RunWord {
  const [token, before] = [tokens[at], tokens[at - 1]]
  const base = baseForm(token?.normal ?? '')
  // A name begins anew after its country, and after "and the".
  const isNew = at - 1 >= start && (COUNTRY.has(before?.normal ?? '') || isAndThe(tokens, at))
  return {
    token: at,
    lastToken: at,
    base,
    isKnown: (token?.tags.length ?? 0) > 0 || readingsOf(base).length > 0,
    isCapital: isCapital(token),
    isName: token?.tags.some((tag) => NAME_TAGS.has(tag)) ?? false,
    isTitle: roleByForm.has(token?.normal ?? ''),
    link: at === start || isNew ? 'none' : isLink(before?.normal ?? '') ? 'linked' : 'beside',
  }
}

/** The run cut where a name begins anew, so that the words of two names are not taken for one's. */
function partsOf(words: readonly RunWord[]): RunWord[][] {
  const parts: RunWord[][] = []
  for (const word of words) {
    const part = parts.at(-1)
    if (part === undefined || word.link === 'none') parts.push([word])
    else part.push(word)
  }
  return parts
}

function isAndThe(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.normal === 'the' && (tokens[at - 2]?.normal === 'and' || tokens[at - 2]?.normal === '&')
}

function isPromising(words: readonly RunWord[]): boolean {
  let read = 0
  let same = 0
  for (const { base } of words) {
    const readings = readingsOf(base)
    if (readings.length > 0) read += 1
    if (readings[0]?.how === 'same') same += 1
  }
  return read >= 2 || (same >= 1 && words.length >= 2)
}

function withUnit(tokens: readonly Token[], run: RunWord[], units: ReadonlySet<string>): RunWord[] {
  const last = run.at(-1)
  const token = last && tokens[last.token]
  const next = last && tokens[last.token + 1]
  if (!last || !token || !next || !units.has(`${token.normal} ${next.normal}`)) return run
  return [...run, wordOf(tokens, last.token + 1, run[0]?.token ?? 0)]
}
