import { distance } from 'fastest-levenshtein'
import { genericWordByForm } from '../lexicons/generic-words.js'
import { legalForms } from '../lexicons/legal-forms.js'
import { nameMarks } from '../lexicons/name-marks.js'
import { numberWordByForm } from '../lexicons/number-words.js'
import { joinedWordsOf } from './normal.js'

/**
 * The name of an agency or organisation in plain words. `words` are all but a leading "the" and words that say nothing;
 * `core` is without the legal form too; `significant` are the words of the core that are not generic (all of the core
 * where every word is). `initials` are the first letters of the core with at least three words.
 */
export interface BodyName {
  readonly normal: string
  readonly words: readonly string[]
  readonly core: readonly string[]
  readonly significant: readonly string[]
  readonly legalForm: string | null
  readonly legalFamily: string | null
  readonly initials: string | null
  /** Its own first letters where they stand after it, lower case. */
  readonly ownAcronym: string | null
}

interface KnownForm {
  readonly words: readonly string[]
  readonly id: string
  readonly family: string
}

/** Legal forms by their first and by their last word, the longest first. */
const formsByLast = new Map<string, KnownForm[]>()
const formsByFirst = new Map<string, KnownForm[]>()
for (const entry of [...legalForms, ...nameMarks]) {
  for (const form of entry.forms) {
    const words = joinedWordsOf(form)
    const known: KnownForm = { words, id: entry.id, family: entry.family }
    index(formsByLast, words.at(-1), known)
    index(formsByFirst, words[0], known)
  }
}

function index(forms: Map<string, KnownForm[]>, key: string | undefined, known: KnownForm): void {
  if (key === undefined) return
  const list = forms.get(key) ?? []
  list.push(known)
  list.sort((a, b) => b.words.length - a.words.length)
  forms.set(key, list)
}

/** Weight of a word of a body's name: 0 says nothing, 0.3 says what sort it is, 1 is a name. */
export function weightOf(word: string): number {
  const generic = genericWordByForm.get(word)
  if (generic === undefined) return 1
  return generic.weight === 0 ? 0 : 0.3
}

/** Whether papers leave the word of a body's name away: "Motor" in "Ford Motor". */
export function isLeftAway(word: string): boolean {
  const weight = genericWordByForm.get(word)?.weight
  return weight === 2 || weight === 0
}

/** British spellings of words that many bodies' names hold, by the American one. */
const AMERICAN: Readonly<Record<string, string>> = {
  centre: 'center',
  defence: 'defense',
  harbour: 'harbor',
  labour: 'labor',
  programme: 'program',
  theatre: 'theater',
}

function american(word: string): string {
  return AMERICAN[word] ?? (word.length > 7 ? word.replace(/isation(s?)$/, 'ization$1') : word)
}

/** Numbers in digits: "Third Infantry Division", "3rd Infantry Division", "Brigade Forty-Four". */
function withDigits(words: readonly string[]): readonly string[] {
  const read: string[] = []
  let ten = 0
  for (const word of words) {
    const number = numberWordByForm.get(word)
    const ordinal = /^(\d+)(?:st|nd|rd|th)$/.exec(word)?.[1]
    const isNumber = number?.kind === 'unit' || number?.kind === 'ten' || number?.kind === 'part'
    const value = isNumber ? number.value : /^\d$/.test(word) && ten > 0 ? Number(word) : null
    if (value === null || value >= 100) read.push(ordinal ?? word)
    else if (ten > 0 && value < 10) read[read.length - 1] = String(ten + value)
    else read.push(String(value))
    ten = number?.kind === 'ten' ? number.value : 0
  }
  return read
}

/** Takes the name of an agency or organisation apart. */
export function readBodyName(written: string): BodyName {
  const all = withDigits(joinedWordsOf(written).map(american))
  const words = all[0] === 'the' && all.length > 1 ? all.slice(1) : all
  const { rest, forms } = withoutLegalForm(words)
  const core = rest.filter((word) => weightOf(word) > 0)
  const ownAcronym = acronymIn(core)
  const kept = core.length > 0 ? core.filter((word) => word !== ownAcronym) : words
  const significant = kept.filter((word) => weightOf(word) === 1)
  const first = forms[0]
  return {
    normal: words.join(' '),
    words: words.filter((word) => weightOf(word) > 0),
    core: kept,
    significant: significant.length > 0 ? significant : kept,
    legalForm: first?.id ?? null,
    legalFamily: first?.family ?? null,
    initials: kept.length >= 3 ? kept.map((word) => word.charAt(0)).join('') : null,
    ownAcronym,
  }
}

/** The last word where it is the first letters of those before it: "European Aeronautic Defence and Space Company EADS". */
function acronymIn(words: readonly string[]): string | null {
  const last = words.at(-1) ?? ''
  const initials = words.slice(0, -1).map((word) => word.charAt(0))
  return last.length >= 3 && words.length > last.length && initials.join('').startsWith(last) ? last : null
}

/** Takes legal forms off the end ("Siemens AG") and off the front ("OOO Vektor"), never the whole name. */
function withoutLegalForm(words: readonly string[]): { rest: readonly string[]; forms: readonly KnownForm[] } {
  const forms: KnownForm[] = []
  let rest = words
  for (let found: KnownForm | undefined; ; ) {
    found = formsEnding(rest.at(-1) ?? '').find((form) => endsWith(rest, form.words))
    if (found) rest = rest.slice(0, rest.length - found.words.length)
    else {
      found = (formsByFirst.get(rest[0] ?? '') ?? []).find((form) => form.words.length > 0 && startsWith(rest, form))
      if (!found) return { rest, forms }
      rest = rest.slice(found.words.length)
    }
    forms.push(found)
  }
}

const LONG_FORM_LETTERS = 12
const longForms = [...formsByLast].filter(([word]) => word.length >= LONG_FORM_LETTERS)

/** The legal forms that a word ends, a long one misspelt too: "Aktiengeselschaft". */
function formsEnding(word: string): readonly KnownForm[] {
  const known = formsByLast.get(word)
  if (known !== undefined) return known
  if (word.length < LONG_FORM_LETTERS) return []
  return longForms
    .filter(([form]) => distance(form, word) <= 2)
    .flatMap(([, forms]) => forms.filter((form) => form.words.length === 1).map((form) => ({ ...form, words: [word] })))
}

function endsWith(words: readonly string[], ending: readonly string[]): boolean {
  const offset = words.length - ending.length
  return offset > 0 && ending.every((word, at) => words[offset + at] === word)
}

/** "Company" or "Limited" at the front is a name's own word, a form of several letters like "OOO" is not. */
function startsWith(words: readonly string[], form: KnownForm): boolean {
  if (form.family === 'company' || form.family === 'corporation' || words.length <= form.words.length) return false
  return form.words.every((word, at) => words[at] === word)
}
