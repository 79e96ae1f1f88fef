import { loadTable } from './load-table.js'

/**
 * What a word says of a number beside it. No figure: `label` before it ("Chapter 247"), `street` after it, `one-noun` and
 * `one-before` round a "one" that counts nothing ("one day", "this one"), `hyphen-word` after "one-", "two-" ("two-way"),
 * `phrase` a saying or name ("9/11"). A share and not an ordinal: `share-before`, `share-after` ("by a third", "half of"),
 * not after `half-before` ("the first half"). `metre-after`: "100m" before it is a length. `vote` near a "52-48".
 * `per-noun` after "a" is a rate ("$3 a share"). `particle` stands right before its number ("up 3%"). `determiner` is
 * passed over after "of". `scaled-part` may follow "and a third". Whom it is about: `behind` joins an entity to the figure
 * before it, after `compared` it is another's, `affects` is done to its object; `subordinator` and `clause` begin a clause,
 * `relative` one about the name before it, `aside` what stands between commas, `anaphor` takes up
 * a person who says it, `anaphor-body` a body. `participle` may stand before
 * the noun that is counted. `aircraft` after a number is its model. `race` and `ratio`
 * say what "3:43" and "3:1" are; `code` after a number cites a law ("18 U.S.C.").
 * `span-before` before "a week" makes it a span of time, `span-no-end` after it does not; `half-span`
 * after "half" is one ("half hour"). `inch-after` after a mark of inches (10" screen).
 * `not-per` after "a week" makes it no rate.
 */
export type FigureWordKind =
  | 'label'
  | 'street'
  | 'one-noun'
  | 'one-before'
  | 'hyphen-word'
  | 'phrase'
  | 'share-before'
  | 'share-after'
  | 'half-before'
  | 'metre-after'
  | 'vote'
  | 'per-noun'
  | 'particle'
  | 'determiner'
  | 'scaled-part'
  | 'behind'
  | 'compared'
  | 'affects'
  | 'relative'
  | 'subordinator'
  | 'clause'
  | 'aside'
  | 'aircraft'
  | 'race'
  | 'ratio'
  | 'code'
  | 'span-before'
  | 'half-span'
  | 'inch-after'
  | 'not-per'
  | 'span-no-end'
  | 'anaphor'
  | 'participle'
  | 'anaphor-body'

/** Every such word: kind → forms, lower case. */
export const figureWords: ReadonlyMap<string, ReadonlySet<string>> = wordTable()

function wordTable(): ReadonlyMap<string, ReadonlySet<string>> {
  const table = new Map<string, Set<string>>()
  const lines = loadTable('figure-words', '["form", "kind"]', ([form, kind]) =>
    typeof form === 'string' && typeof kind === 'string' ? ([form, kind] as const) : null,
  )
  for (const [form, kind] of lines) table.set(kind, (table.get(kind) ?? new Set()).add(form))
  return table
}

/** Whether `form` (lower case) is a word of this kind. */
export function isFigureWord(kind: FigureWordKind, form: string): boolean {
  return figureWords.get(kind)?.has(form) === true
}
