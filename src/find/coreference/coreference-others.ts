import { roleByForm } from '../../lexicons/roles.js'
import type { Document } from '../../model/document.js'
import type { Span } from '../../model/span.js'
import { hasNewSubject, OTHER_GENDER } from '../quotes/new-subjects.js'
import type { Asked } from './coreference-features.js'
import type { Referent, Sighting } from './coreference-referents.js'

/** What stands before a noun for somebody who was not spoken of. */
const ANOTHER: ReadonlySet<string> = new Set(['a', 'my', 'our'])
/** What begins a sentence about one of many. */
const ONE: ReadonlySet<string> = new Set(['another', 'one'])
/** How many tokens before a name a noun in apposition to it may begin. */
const APPOSED = 3

/** Whether somebody without a name, new in the story, was spoken of since the referent, whom the pronoun may mean. */
export function isSomebodyElseNearer(asked: Asked, referent: Referent): boolean {
  const { document, pronoun, at } = asked
  if (isNounNearer(asked, referent)) return true
  const isNamed = referent.sightings.some(({ sentence, form, last }) => {
    return sentence === at.sentence - 1 && form === 'name' && document.tokens[last]?.normal !== "'s"
  })
  return !isNamed && hasNewSubject(document, at.sentence, pronoun.gender)
}

/**
 * "My daughter … her phone": somebody else, new, who may be meant, before the sentence has come to the referent. "His
 * daughter" is no such: in GAP the referent is right there as often as elsewhere.
 */
function isNounNearer({ document, pronoun, at }: Asked, { sightings }: Referent): boolean {
  const { tokens, sentences } = document
  const own = sightings.find(({ sentence, form }) => sentence === at.sentence && form === 'name')
  // "Her nephew, Tom Kessler": the noun is his.
  const here = own === undefined ? at.first : own.first - APPOSED
  for (let token = sentences[at.sentence]?.firstToken ?? here; token < here; token += 1) {
    const word = tokens[token]
    if (word?.casing !== 'lower') continue
    const [determiner, role] = [tokens[token - 1]?.normal ?? '', roleByForm.get(word.normal)]
    if (ANOTHER.has(determiner) && role?.gender === pronoun.gender && !isSpoken(document, word, at)) return true
    // "One worker, who asked not to be named because he …"
    const isOneOfMany = ONE.has(determiner) && token - 1 === sentences[at.sentence]?.firstToken
    if (isOneOfMany && role !== undefined && role.gender !== OTHER_GENDER.get(pronoun.gender)) return true
  }
  return false
}

/** “My mum is afraid,” she said: of whom somebody speaks is not who says it. */
function isSpoken({ quotations }: Document, { start, end }: Span, { quotation }: Sighting): boolean {
  return quotation === -1 && quotations.some((one) => one.start <= start && one.end >= end)
}
