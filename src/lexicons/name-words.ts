import { loadTable } from './load-table.js'

const KINDS = ['joint', 'numbered', 'site', 'storm', 'event', 'sport', 'thing', 'award'] as const

/**
 * What a word does in a name, or says of the names near it: `joint` may stand between two capitalised words of one name
 * ("of", "&"); `numbered` may have a number after it that belongs to the name ("Chapter 247"); `site` ends the name of a
 * place ("Boulevard"); `storm` begins one that sounds like a person; `event` ends the name of a law, a war, a prize;
 * `sport` tells an article about sport, in which towns are teams; `thing`, an acronym, is no body's ("DVD", "GDP");
 * `award` is a prize that has a name of its own ("Oscar", "Golden Globe").
 */
export type NameWordKind = (typeof KINDS)[number]

/** The words in and near names, by form (lower case). */
export const nameWords: ReadonlyMap<string, NameWordKind> = new Map(
  loadTable('name-words', '["word", kind]', ([form, named]) => {
    const kind = KINDS.find((known) => known === named)
    return typeof form === 'string' && kind !== undefined ? ([form, kind] as const) : null
  }),
)
