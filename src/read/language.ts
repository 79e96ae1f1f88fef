import { englishSmallWords } from '../lexicons/english-small-words.js'

/** How much of a text is looked at: enough for eld to be sure, little enough to cost nothing. */
const SAMPLE_LENGTH = 1_500
/** A text with fewer words is too short for letters to tell its language. */
const FEW_WORDS = 25

/**
 * The language of a text as an ISO 639-1 code; `null` when it has no words. A text is English when one word in five is
 * a small word of English; else eld decides by its letters; where eld is unsure or the text is short, it is English if
 * one word in twelve is a small word of English or nothing speaks for another language.
 */
export function languageOf(text: string): string | null | Promise<string | null> {
  const sample = text.slice(0, SAMPLE_LENGTH)
  const words = sample.toLowerCase().match(/\p{L}+/gu)
  if (words === null) return null
  const share = words.reduce((count, word) => count + (englishSmallWords.has(word) ? 1 : 0), 0) / words.length
  return share >= 0.2 ? 'en' : detected(sample, words.length, share)
}

/** eld is loaded only for a text that its small words do not settle: its tables take some 80 MB a thread. */
async function detected(sample: string, words: number, share: number): Promise<string> {
  const { default: eld } = await import('eld/extrasmall')
  const result = eld.detect(sample)
  if (result.language === 'en' || result.language === '') return 'en'
  const isUnsure = words < FEW_WORDS || !result.isReliable()
  if (share >= 1 / 12 || (isUnsure && share > 0) || (words < 8 && /^[\p{ASCII}\s’“”–—]*$/u.test(sample))) return 'en'
  return result.language
}
