import { familyNameByForm } from '../../lexicons/family-names.js'
import { givenNameByForm } from '../../lexicons/given-names.js'
import { honorificByForm } from '../../lexicons/honorifics.js'
import { legalForms } from '../../lexicons/legal-forms.js'
import { nameParticleForms } from '../../lexicons/name-particles.js'
import { nameWords } from '../../lexicons/name-words.js'
import { organizationHeadByForm } from '../../lexicons/organization-heads.js'
import { organizations } from '../../lexicons/organizations.js'
import { places } from '../../lexicons/places.js'
import { reportingVerbByForm } from '../../lexicons/reporting-verbs.js'
import { roleByForm } from '../../lexicons/roles.js'
import { stopWordKinds } from '../../lexicons/stop-words.js'
import { NameTable } from './name-table.js'

/** What a single word (lower case) can be in or beside a name: `G3` a sure given name, `R` a role, `D` a demonym … */
export type WordClass = string

/** Well-known places by all their forms; a form's type is the value. */
export const placeTable = new NameTable(
  places.flatMap((place) => [
    ...[place.name, ...place.aliases].map((form) => ({ form, entry: place, isWeak: false })),
    ...place.weak.map((form) => ({ form, entry: place, isWeak: true })),
  ]),
)

/** Well-known organisations by all their forms and acronyms. */
export const organizationTable = new NameTable(
  organizations.flatMap((organization) => [
    ...[organization.name, ...organization.aliases, ...organization.acronyms]
      .filter((form) => !organization.weak.includes(form))
      .map((form) => ({ form, entry: organization, isWeak: false })),
    ...organization.weak.map((form) => ({ form, entry: organization, isWeak: true })),
  ]),
)

/** What says nothing of the words beside it. */
const NO_CLASS: ReadonlySet<string> = new Set(['joint', 'sport', 'thing', 'award'])

const CLASSES: ReadonlyMap<string, readonly WordClass[]> = classTable()
const NONE: readonly WordClass[] = []

/** compromise's tags that say something about a word beside a name, and the class that each becomes. */
const TAG_CLASSES: ReadonlyMap<string, WordClass> = new Map([
  ['PastTense', 'cV'],
  ['PresentTense', 'cV'],
  ['Infinitive', 'cV'],
  ['Gerund', 'cG'],
  ['Copula', 'cB'],
  ['Modal', 'cB'],
  ['Preposition', 'cP'],
  ['Adjective', 'cA'],
  ['Adverb', 'cR'],
  ['Singular', 'cN'],
  ['Uncountable', 'cN'],
  ['Plural', 'cM'],
  ['Actor', 'cX'],
  ['Unit', 'cU'],
  ['Value', 'cK'],
  ['Cardinal', 'cK'],
  ['Demonym', 'D'],
  ['SportsTeam', 'T'],
  ['WeekDay', 'cW'],
  ['Month', 'cW'],
  ['Currency', 'cC'],
])

const GIVEN: readonly (readonly WordClass[])[] = [NONE, ['G1'], ['G2'], ['G3']]
const FAMILY: readonly (readonly WordClass[])[] = [NONE, ['F1'], ['F2'], ['F3']]

/**
 * The classes of a word (lower case, its full stop gone) by the word lists, then by compromise's tags. Names of people
 * are asked for in their own lists: copying 45,000 of them would cost 50 ms at every start.
 */
export function wordClasses(normal: string, tags: readonly string[]): readonly WordClass[] {
  const given = GIVEN[givenNameByForm.get(normal)?.weight ?? 0] ?? NONE
  const family = FAMILY[familyNameByForm.get(normal)?.weight ?? 0] ?? NONE
  const known = CLASSES.get(normal) ?? NONE
  if (tags.length === 0 && given === NONE && family === NONE) return known
  const classes = [...given, ...family, ...known]
  for (const tag of tags) {
    const name = TAG_CLASSES.get(tag)
    if (name !== undefined && !classes.includes(name)) classes.push(name)
  }
  return classes
}

/** Words of one token only; forms of several tokens are found by the two tables above. */
function classTable(): ReadonlyMap<string, readonly WordClass[]> {
  const table = new Map<string, WordClass[]>()
  const add = (form: string, name: WordClass): void => {
    const classes = table.get(form)
    if (classes === undefined) table.set(form, [name])
    else if (!classes.includes(name)) classes.push(name)
  }
  // A word with full stops inside keeps its last one: "m.d.".
  for (const [form, honorific] of honorificByForm)
    add(
      /\..*\.$/.test(form) ? form.toLowerCase() : form.toLowerCase().replace(/\.$/, ''),
      honorific.position === 'before' ? `H-${honorific.kind}` : 'HA',
    )
  for (const [form, role] of roleByForm) add(form, role.collective ? 'RC' : form === role.plural ? 'RP' : 'R')
  for (const [form, head] of organizationHeadByForm)
    add(
      form.toLowerCase(),
      `${head.kind === 'agency' ? 'A' : 'O'}${head.position === 'first' ? 'f' : 'l'}${head.strength}`,
    )
  for (const { forms } of legalForms) for (const form of forms) add(form.toLowerCase().replace(/\.$/, ''), 'L')
  for (const form of nameParticleForms) add(form, 'PT')
  for (const [form, kind] of nameWords) if (!NO_CLASS.has(kind)) add(form, `W-${kind}`)
  for (const place of places) for (const form of place.demonyms) add(form.toLowerCase(), 'D')
  for (const [form, verb] of reportingVerbByForm) add(form, `V${verb.strength}`)
  for (const [form, kind] of stopWordKinds) add(form, `S-${kind}`)
  return table
}
