import { z } from 'zod'
import { loadLexicon } from './load.js'

/** Small words of English that the languages beside it do not have: about one word in four of English news. */
export const englishSmallWords: ReadonlySet<string> = new Set(loadLexicon('english-small-words', z.string()))
