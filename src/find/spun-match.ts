import {
  baseForm,
  formAt,
  formsWith,
  misspellingsOf,
  type Reading,
  type RegistryForm,
  readingsOf,
  registryFrequency,
} from './spun-table.js'

/** A content word of a capitalised run: its token and what it can stand for. */
export interface RunWord {
  readonly token: number
  readonly base: string
  /** Whether some list knows the word, so that it is not misspelt. */
  readonly isKnown: boolean
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
}

/** Exchanges that other names of the article have shown, `written` → registry word. */
export type Learned = ReadonlyMap<string, string>

const LEARNED = 0.95
const UNKNOWN = 0.2
const LEAST_LIKENESS = 0.4
const CANDIDATES = 12

/** The matches of a run with registry forms, the best of each body, best first. */
export function matchRun(run: readonly RunWord[], learned: Learned): SpunMatch[] {
  const readings = readRun(run, learned)
  const support = new Map<number, number>()
  for (const list of readings) {
    const best = new Map<number, number>()
    for (const { word, likeness } of list)
      for (const index of formsWith(word)) {
        const form = formAt(index)
        const weight = (form?.weights[form.words.indexOf(word)] ?? 0) * likeness
        if (weight > (best.get(index) ?? 0)) best.set(index, weight)
      }
    for (const [index, weight] of best) support.set(index, (support.get(index) ?? 0) + weight)
  }
  const ranked = [...support]
    .map(([index, weight]) => ({ index, share: weight / (formAt(index)?.total ?? Number.POSITIVE_INFINITY) }))
    .filter(({ share }) => share >= LEAST_LIKENESS - UNKNOWN / 2)
    .sort((a, b) => b.share - a.share || a.index - b.index)
    .slice(0, CANDIDATES)
  const best = new Map<string, SpunMatch>()
  for (const { index } of ranked) {
    const form = formAt(index)
    const match = form === undefined ? null : align(run, readings, form)
    if (match === null || match.likeness < LEAST_LIKENESS) continue
    const other = best.get(match.form.agency.id)
    if (other === undefined || match.likeness > other.likeness) best.set(match.form.agency.id, match)
  }
  return [...best.values()].sort((a, b) => b.likeness - a.likeness || (a.form.agency.id < b.form.agency.id ? -1 : 1))
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
        if (word !== reading.word) return
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

function scoreOf(
  run: readonly RunWord[],
  form: RegistryForm,
  byForm: ReadonlyMap<number, { from: number; reading: Reading }>,
): SpunMatch | null {
  const missing = form.words.map((_, to) => to).filter((to) => !byForm.has(to))
  if (byForm.size === 0 || missing.length > 1) return null
  const places = [...byForm.values()].map(({ from }) => from)
  let [low, high] = [Math.min(...places), Math.max(...places)]
  const exchanges: Exchange[] = []
  let sum = 0
  for (const [to, { from, reading }] of byForm) {
    sum += (form.weights[to] ?? 0) * reading.likeness
    exchanges.push({ word: reading.word, written: run[from]?.base ?? '', how: reading.how })
  }
  const inside = new Set(places)
  const [gap] = missing
  if (gap !== undefined) {
    if (gap === form.words.length - 1) high += 1
    else if (gap === 0) low -= 1
    const spare: number[] = []
    for (let at = low; at <= high; at += 1) if (!inside.has(at)) spare.push(at)
    const [first] = spare
    if (first === undefined || spare.length > 2 || (spare.length === 2 && spare[1] !== first + 1)) return null
    if (low < 0 || high >= run.length) return null
    const written = spare.map((at) => run[at]?.base ?? '').join(' ')
    exchanges.push({ word: form.words[gap] ?? '', written, how: 'unknown' })
    sum += (form.weights[gap] ?? 0) * UNKNOWN
  } else if (high - low + 1 > byForm.size) return null
  const order = [...byForm].sort(([a], [b]) => a - b).map(([, { from }]) => from)
  const isInOrder = order.every((from, at) => at === 0 || from > (order[at - 1] ?? 0))
  const isSame = exchanges.every(({ how }) => how === 'same')
  const [start, end] = [run[low], run[high]]
  if (start === undefined || end === undefined) return null
  return {
    first: start.token,
    last: end.token + 1,
    form,
    likeness: (sum / form.total) * (isInOrder || isSame ? 1 : 0.85),
    exchanges,
    strange: exchanges.filter(({ how, written }) => how !== 'same' && registryFrequency(baseForm(written)) <= 1).length,
    isInOrder,
  }
}
