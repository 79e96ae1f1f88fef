import { createRequire } from 'node:module'
import { z } from 'zod'

/** compromise's middle build has the same word list as the whole of it, in one file: it loads in half the time. */
const nlp: typeof import('compromise/two').default = createRequire(import.meta.url)('compromise/two')

/**
 * compromise's word list after its own expansion (plurals, conjugations), as a table. Measured: a look-up costs nothing
 * beside its tagger, which reads 26,000 words in a CPU second alone, half of what a whole run may spend.
 */
const TAGS: ReadonlyMap<string, readonly string[]> = tagTable()

const NONE: readonly string[] = Object.freeze([])

function tagTable(): ReadonlyMap<string, readonly string[]> {
  const model = z.object({ one: z.object({ lexicon: z.record(z.string(), z.unknown()) }) }).parse(nlp.model())
  const table = new Map<string, readonly string[]>()
  const kept = new Map<string, readonly string[]>()
  for (const [word, tags] of Object.entries(model.one.lexicon)) {
    const names = (Array.isArray(tags) ? tags : [tags]).filter((tag): tag is string => typeof tag === 'string')
    if (names.length === 0) continue
    const key = names.join(' ')
    const frozen = kept.get(key) ?? Object.freeze(names)
    kept.set(key, frozen)
    table.set(word, frozen)
  }
  return table
}

/** What compromise says a word (lower case) can be; empty where it does not know the word. */
export function wordTags(normal: string): readonly string[] {
  return TAGS.get(normal) ?? NONE
}
