import { LegalForm } from './legal-forms.js'
import { loadLexicon } from './load.js'

/** What stands in names as a legal form does in companies': "FC" in clubs', "HMS" in ships'. Sorted by id. */
export const nameMarks: readonly LegalForm[] = loadLexicon('name-marks', LegalForm)
