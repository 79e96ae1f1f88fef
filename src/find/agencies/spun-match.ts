import {
  formAt,
  formsWith,
  isHead,
  isOtherHead,
  misspellingsOf,
  type Reading,
  type RegistryForm,
  readingsOf,
  registryFrequency,
} from './spun-table.js'

/** A content word of a capitalised run: its token and what it can stand for. */
export interface RunWord {
  readonly token: number
  readonly lastToken: number
  readonly base: string
  /** Whether some list knows the word, so that it is not misspelt. */
  readonly isKnown: boolean
  /** Whether it has a capital; without one it can only be the second of two words that stand for one. */
  readonly isCapital: boolean
  /** A title ("Director"): no part of the name, and the name may stop before it. */
  readonly isTitle: boolean
  /** A person's given name or a place, which stands for no word. */
  readonly isName: boolean
  /** How it hangs on the word before it in the run. */
  readonly link: 'none' | 'beside' | 'linked'
}

/** One registry word and the words of the run that stand for it. */
export interface Exchange {
  readonly word: string
  readonly written: string
  readonly how: 'same' | 'synonym' | 'misspelt' | 'unknown'
}

/** How a part of a run answers to a registry form; tokens `[first, last)`. `likeness` 0 to 1. */
export interface SpunMatch {
  readonly first: number
  readonly last: number
  readonly form: RegistryForm
  readonly likeness: number
  readonly exchanges: readonly Exchange[]
  /** Words that no registry name has: a rewriter's. */
  readonly strange: number
  readonly isInOrder: boolean
  /** How many words are the same. */
  readonly same: number
}

/** Exchanges that other names of the article have shown, `written` → registry word. */
export type Learned = ReadonlyMap<string, string>

const LEARNED = 0.95
const UNKNOWN = 0.2
/** Two words for one, the second in lower case, are a rewriter's. */
const UNKNOWN_PAIR = 0.45
/** Bonus for as many connectors as the form has, and what each one more or less takes. */
const SAME_LINKS = 0.16
const OTHER_LINKS = 0.05
const OTHER_OPENING = 0.1
const OUT_OF_ORDER = 0.85
/** For each capitalised word of the run that hangs on the match and is not in it. */
const LEFT_OUT = { beside: 0.15, linked: 0.1 } as const
const LEAST_LIKENESS = 0.4
/** A word that more forms have, as "department", finds none alone. */
const RARE_FORMS = 60
const COMMON_FORMS = 80

/** The matches of a run with registry forms, the best of each body, best first. */
export function matchRun(words: readonly RunWord[], learned: Learned): SpunMatch[] {
  const run = joinPairs(words, learned)
  const readings = readRun(run, learned)
  const best = new Map<string, SpunMatch>()
  for (const form of candidatesOf(readings)) {
    const match = align(run, readings, form)
    if (match === null || match.likeness < LEAST_LIKENESS) continue
    const other = best.get(form.agency.id)
    if (other === undefined || match.likeness > other.likeness) best.set(form.agency.id, match)
  }
  return [...best.values()].sort((a, b) => b.likeness - a.likeness || (a.form.agency.id < b.form.agency.id ? -1 : 1))
}

/** Two words that together stand for one are one: "price range". */
function joinPairs(words: readonly RunWord[], learned: Learned): RunWord[] {
  const joined: RunWord[] = []
  for (const word of words) {
    const before = joined.at(-1)
    const base = `${before?.base} ${word.base}`
    if (before === undefined || word.link !== 'beside' || !(learned.has(base) || readingsOf(base).length > 0))
      joined.push(word)
    else joined[joined.length - 1] = { ...before, base, lastToken: word.lastToken }
  }
  return joined
}

/** The forms that enough of the run's words may stand for: found by their rare words, weighed by all. */
function candidatesOf(readings: readonly (readonly Reading[])[]): RegistryForm[] {
  const likeness = new Map<string, number>()
  const forms = new Set<number>()
  for (const list of readings)
    for (const reading of list) {
      if (reading.likeness > (likeness.get(reading.word) ?? 0)) likeness.set(reading.word, reading.likeness)
      const holders = formsWith(reading.word)
      if (holders.length <= RARE_FORMS) for (const index of holders) forms.add(index)
    }
  const candidates: RegistryForm[] = []
  for (const index of forms) {
    const form = formAt(index)
    if (form !== undefined && isNear(form, likeness)) candidates.push(form)
  }
  return candidates
}

function isNear({ words, weights, total }: RegistryForm, likeness: ReadonlyMap<string, number>): boolean {
  let sum = 0
  let missing = 0
  for (let at = 0; at < words.length; at += 1) {
    const best = likeness.get(words[at] ?? '')
    if (best === undefined) missing += 1
    else sum += (weights[at] ?? 0) * best
  }
  return words.length - missing >= leastMatched(words.length) && sum >= total * (LEAST_LIKENESS - UNKNOWN / 2)
}

/** All words of a name of two, all but one of a longer one. */
function leastMatched(words: number): number {
  return words < 3 ? words : words - 1
}

/** What each word can stand for; misspellings only beside a word of the registry. */
function readRun(run: readonly RunWord[], learned: Learned): (readonly Reading[])[] {
  const plain = run.map(({ base }) => {
    const known = learned.get(base)
    const readings = readingsOf(base)
    return known === undefined ? readings : [{ word: known, likeness: LEARNED, how: 'synonym' as const }, ...readings]
  })
  const hasSame = plain.some((list) => list.some(({ how }) => how === 'same'))
  return plain.map((list, at) => {
    const word = run[at]
    return list.length > 0 || !hasSame || !word || word.isKnown ? list : misspellingsOf(word.base)
  })
}

function align(
  run: readonly RunWord[],
  readings: readonly (readonly Reading[])[],
  form: RegistryForm,
): SpunMatch | null {
  const pairs: { from: number; to: number; reading: Reading; gain: number }[] = []
  readings.forEach((list, from) => {
    for (const reading of list)
      form.words.forEach((word, to) => {
        if (word !== reading.word || (reading.how === 'synonym' && !canStandFor(run[from], word))) return
        const weight = form.weights[to] ?? 0
        // Of equals, the one that stands where the word stands in the form.
        pairs.push({ from, to, reading, gain: weight * reading.likeness - Math.abs(from - to) * 0.01 })
      })
  })
  pairs.sort((a, b) => b.gain - a.gain || a.from - b.from)
  const byForm = new Map<number, { from: number; reading: Reading }>()
  const used = new Set<number>()
  for (const { from, to, reading } of pairs) {
    if (used.has(from) || byForm.has(to)) continue
    used.add(from)
    byForm.set(to, { from, reading })
  }
  return scoreOf(run, form, byForm)
}

/**
 * Whether a synonym may change the word's part in the name: "Party" is the head of another kind of organisation, so it
 * stands for no "Division"; and "Committee", which half the registry has, stands for nothing but another head.
 */
function canStandFor(written: RunWord | undefined, word: string): boolean {
  if (written === undefined) return false
  if (isHead(word)) return !isOtherHead(written.base)
  return formsWith(written.base).length <= COMMON_FORMS
}

type Alignment = ReadonlyMap<number, { from: number; reading: Reading }>

function scoreOf(run: readonly RunWord[], form: RegistryForm, byForm: Alignment): SpunMatch | null {
  const missing = form.words.map((_, to) => to).filter((to) => !byForm.has(to))
  if (byForm.size === 0 || missing.length > 1) return null
  const places = [...byForm.values()].map(({ from }) => from)
  const exchanges: Exchange[] = []
  let sum = 0
  for (const [to, { from, reading }] of byForm) {
    sum += (form.weights[to] ?? 0) * reading.likeness
    exchanges.push({ word: reading.word, written: run[from]?.base ?? '', how: reading.how })
  }
  let [low, high] = [Math.min(...places), Math.max(...places)]
  const [gap] = missing
  if (gap !== undefined) {
    const spare = spareWords(run, form, gap, places)
    if (spare === null || !hasRareWord(exchanges)) return null
    low = Math.min(low, spare[0] ?? low)
    high = Math.max(high, spare.at(-1) ?? high)
    exchanges.push({
      word: form.words[gap] ?? '',
      written: spare.map((at) => run[at]?.base ?? '').join(' '),
      how: 'unknown',
    })
    sum += (form.weights[gap] ?? 0) * (spare.length === 2 ? UNKNOWN_PAIR : UNKNOWN)
  } else if (high - low + 1 > byForm.size) return null
  const [start, end] = [run[low], run[high]]
  if (start === undefined || end === undefined || !start.isCapital) return null
  const order = [...byForm].sort(([a], [b]) => a - b).map(([, { from }]) => from)
  const isInOrder = order.every((from, at) => at === 0 || from > (order[at - 1] ?? 0))
  const isSame = exchanges.every(({ how }) => how === 'same')
  const links = run.slice(low + 1, high + 1).filter(({ link }) => link === 'linked').length
  const opensWithLink = run[low + 1]?.link === 'linked'
  const base = (sum / form.total) * (isInOrder || isSame ? 1 : OUT_OF_ORDER) - leftOut(run, low, high)
  return {
    first: start.token,
    last: end.lastToken + 1,
    form,
    likeness: isSame
      ? base
      : linked(base, links, form.links) - (opensWithLink === form.opensWithLink ? 0 : OTHER_OPENING),
    exchanges,
    strange: exchanges.filter(({ how, written }) => how !== 'same' && registryFrequency(written) <= 1).length,
    isInOrder,
    same: exchanges.filter(({ how }) => how === 'same').length,
  }
}

/** Whether a word that tells bodies apart is there: "Senate … Committee" fits any of them. */
function hasRareWord(exchanges: readonly Exchange[]): boolean {
  return exchanges.some(({ word }) => formsWith(word).length <= RARE_FORMS)
}

function linked(likeness: number, links: number, asked: number): number {
  if (links !== asked) return likeness - OTHER_LINKS * Math.min(2, Math.abs(links - asked))
  return links === 0 ? likeness : likeness + SAME_LINKS * Math.max(0, 1 - likeness)
}

/** The one or two words, side by side, that stand where the form's missing word should; null if there are none. */
function spareWords(
  run: readonly RunWord[],
  form: RegistryForm,
  gap: number,
  places: readonly number[],
): number[] | null {
  // A head that is replaced by no synonym makes another thing of it: "Civil Rights Act" is no division.
  if (form.words.length < 3 || isHead(form.words[gap] ?? '')) return null
  let [low, high] = [Math.min(...places), Math.max(...places)]
  if (gap === form.words.length - 1) high += run[high + 2]?.isCapital === false ? 2 : 1
  else if (gap === 0) low -= 1
  const spare: number[] = []
  for (let at = low; at <= high; at += 1) if (!places.includes(at)) spare.push(at)
  const [first, second] = spare
  if (first === undefined || spare.length > 2 || (second !== undefined && second !== first + 1)) return null
  if (
    low < 0 ||
    high >= run.length ||
    run[first]?.isCapital !== true ||
    spare.some((at) => run[at]?.isTitle || (run[at]?.isName && spare.length === 1))
  )
    return null
  return second !== undefined && run[second]?.isCapital !== false ? null : spare
}

/** What the words of the run that hang on the match but are not in it take from its likeness. */
function leftOut(run: readonly RunWord[], low: number, high: number): number {
  let sum = 0
  const cost = (word: RunWord | undefined, link: RunWord['link'] | undefined): boolean => {
    if (word === undefined || link === undefined || link === 'none' || word.isTitle) return false
    sum += LEFT_OUT[link]
    return true
  }
  for (let at = low - 1; at >= 0 && cost(run[at], run[at + 1]?.link); at -= 1);
  for (let at = high + 1; at < run.length && cost(run[at], run[at]?.link); at += 1);
  return Math.min(0.35, sum)
}
