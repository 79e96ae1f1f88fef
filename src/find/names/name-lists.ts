import type { NameContext } from './name-context.js'
import { organizationTable } from './name-lexicon.js'
import type { NameSpan } from './name-spans.js'

/**
 * "Paramount, Universal and Warner Brothers": the end of a list of organizations that was taken for one, as two. What
 * the word lists have with its "and" ("Procter and Gamble") stays one. `names` are sorted and stay so.
 */
export function withListsSplit(context: NameContext, names: readonly NameSpan[]): readonly NameSpan[] {
  return names.flatMap((name, index) => {
    const before = names[index - 1]
    const isInList = before?.kind === 'organization' && before.last === name.first - 1
    if (name.kind !== 'organization' || !isInList || context.tokens[before.last]?.normal !== ',') return [name]
    const joint = jointOf(context, name)
    if (joint === null) return [name]
    return [
      { ...name, last: joint },
      { ...name, first: joint + 1 },
    ]
  })
}

/**
 * The "and" in a name at the end of a list; null where there is none, where the name is listed with it, where the list
 * goes on behind it, where an "of" before it may hold both ("Alliance of Liberals and Democrats"), and between two
 * single words ("Arts and Sciences").
 */
function jointOf({ tokens }: NameContext, { first, last }: NameSpan): number | null {
  if (last - first < 4) return null
  if (organizationTable.at(tokens, first, last)?.last === last || tokens[last]?.normal === ',') return null
  for (let at = first + 1; at < last - 1; at += 1) {
    const word = tokens[at]?.normal
    if (word === 'and') return at
    if (word === 'of' || word === 'for') return null
  }
  return null
}
