import type { Pronoun } from '../../lexicons/pronouns.js'
import { roleByForm } from '../../lexicons/roles.js'
import type { Document, Token } from '../../model/document.js'

/** What a clause of its own begins with. */
const CLAUSE: ReadonlySet<string> = new Set(['after', 'because', 'before', 'when', 'while'])
const NEW: ReadonlySet<string> = new Set(['a', 'an', 'another', 'one'])
/** Whom a noun of the one gender cannot mean. */
export const OTHER_GENDER: ReadonlyMap<Pronoun['gender'], Pronoun['gender']> = new Map([
  ['female', 'male'],
  ['male', 'female'],
])
/** How many words may stand between the article and the noun: "one retired prison officer". */
const MOST_BETWEEN = 3
const VERB_TAGS: ReadonlySet<string> = new Set(['PastTense', 'PresentTense', 'Copula', 'Auxiliary'])

/**
 * "One pensioner had another answer. She …", "They left when a clerk came out. “…,” he told them", "Lee's neighbour has
 * left. “…,” he says": whether the sentence before, in the same paragraph, or a clause of it has somebody for its subject
 * who has no name and is new in the story, and whom a pronoun of that gender in `sentence` may mean.
 */
export function hasNewSubject(
  { article, sentences, tokens }: Document,
  sentence: number,
  gender: Pronoun['gender'],
): boolean {
  const [from, to] = [sentences[sentence - 1]?.firstToken, sentences[sentence]?.firstToken]
  if (from === undefined || to === undefined) return false
  if (article.text.slice(tokens[to - 1]?.end, tokens[to]?.start).includes('\n')) return false
  const owned = afterOwner(tokens, from, to)
  if (owned !== null && isSubject(tokens, owned, to, gender)) return true
  for (let at = from; at < to; at += 1) {
    const isOpening = at === from || CLAUSE.has(tokens[at - 1]?.normal ?? '')
    if (isOpening && NEW.has(tokens[at]?.normal ?? '') && isSubject(tokens, at + 1, to, gender)) return true
  }
  return false
}

/** No name of an owner is longer: "Ghulam Hassan Wagay's". */
const LONGEST_OWNER = 3

/** The token behind the name and its ending that a sentence begins with, or null. */
function afterOwner(tokens: readonly Token[], first: number, last: number): number | null {
  for (let at = first; at < Math.min(last, first + LONGEST_OWNER); at += 1) {
    if (tokens[at]?.casing !== 'title') return null
    if (tokens[at + 1]?.normal === "'s") return at + 2
  }
  return null
}

/** Whether the words from `first` on, up to a verb, are one person's: "pensioner had", "assistant commissioner assured". */
function isSubject(tokens: readonly Token[], first: number, last: number, gender: Pronoun['gender']): boolean {
  for (let at = first; at < Math.min(last, first + MOST_BETWEEN + 1); at += 1) {
    const word = tokens[at]
    if (word?.casing !== 'lower') return false
    const role = roleByForm.get(word.normal)
    const isOne = role?.singular === word.normal
    if (!isOne || role.gender === OTHER_GENDER.get(gender)) continue
    if (isVerb(tokens[at + 1]) || (tokens[at + 1]?.normal === ',' && tokens[at + 2]?.normal === 'who')) return true
  }
  return false
}

function isVerb(token: Token | undefined): boolean {
  if (token?.casing !== 'lower') return false
  return token.normal.endsWith('ed') || token.tags.some((tag) => VERB_TAGS.has(tag))
}
