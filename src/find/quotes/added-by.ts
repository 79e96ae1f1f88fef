import { nominalHeadByForm } from '../../lexicons/nominal-heads.js'
import { reportingNounByForm } from '../../lexicons/reporting-nouns.js'
import { roleByForm } from '../../lexicons/roles.js'
import { tokenAt } from '../../model/document.js'
import type { QuoteMention, Speaker } from '../../model/mention.js'
import { placeWord } from '../coreference/coreference-referents.js'
import { ANYBODY } from '../coreference/coreference-topics.js'
import type { SpeakerContext } from './speakers.js'

/** Verbs of going on: whoever adds something has just spoken. */
const ADDS: ReadonlySet<string> = new Set(['added', 'adding', 'adds', 'concluded', 'continued'])
/** "winner", "guitarist", "nominee": what nouns for people end in. */
const PERSONAL = /(?:[^aeiou]er|or|ist|ian|ant|ee|man|woman|international)$/
/** What a noun phrase for somebody ends at. */
const AFTER_NOUN = /,| (?:of|for|at|from|in|with|who) /

/**
 * “…,” added the British producer: by whatever is said of them, the one who spoke right `before`, where that has a name.
 * Returns the quote's own speaker where that is not clear. 12 of 12 such readings in 3,065 articles were right.
 */
export function addedBy(
  { document: { article, tokens } }: SpeakerContext,
  { source, cue, speaker }: QuoteMention,
  before: Speaker | null,
): Speaker | null {
  if (source === null || cue === null || speaker?.kind !== 'unnamed' || before?.kind !== 'person') return speaker
  if (before.mention === null || !ADDS.has(tokens[tokenAt(tokens, cue.end - 1)]?.normal ?? '')) return speaker
  const [phrase = ''] = article.text.slice(source.start, source.end).toLowerCase().split(AFTER_NOUN)
  const noun = phrase.split(/\s+/).at(-1) ?? ''
  if (!/^the\s/.test(phrase) || !isSomeone(noun)) return speaker
  // "A care worker said so. Lee came. The worker added …"
  const isBroughtIn = new RegExp(`\\b(?:an?|another|one) (?:\\S+ ){0,3}${noun}\\b`, 'i')
  return isBroughtIn.test(article.text.slice(0, source.start)) ? speaker : before
}

/** Whether a noun says what one person is, and not that they speak for others. */
function isSomeone(noun: string): boolean {
  if (!/^[a-z-]+$/.test(noun) || ANYBODY.has(noun) || nominalHeadByForm.has(noun) || reportingNounByForm.has(noun))
    return false
  const role = roleByForm.get(noun)
  if (role !== undefined) return role.singular === noun && !role.speaks
  return PERSONAL.test(noun) || placeWord(noun) !== noun
}
