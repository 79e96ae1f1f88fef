import { isMap, isSeq, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import type { Office, RegistryEntry } from '../../model/registry.js'
import { entryWith, type Parsed } from './line.js'

const Term = z.looseObject({
  type: z.enum(['sen', 'rep', 'prez', 'viceprez']),
  start: z.string(),
  end: z.string(),
  state: z.string().optional(),
  party: z.string().optional(),
})
/** @see https://github.com/unitedstates/congress-legislators, legislators-*.yaml and executive.yaml */
const Legislator = z.looseObject({
  id: z.looseObject({
    bioguide: z.string().optional(),
    govtrack: z.number().optional(),
    wikidata: z.string().optional(),
    wikipedia: z.string().optional(),
  }),
  name: z.looseObject({
    first: z.string(),
    last: z.string(),
    middle: z.string().optional(),
    suffix: z.string().optional(),
    nickname: z.string().optional(),
    official_full: z.string().optional(),
  }),
  bio: z.looseObject({ gender: z.string().optional() }).optional(),
  terms: z.array(Term).min(1),
  leadership_roles: z.array(z.looseObject({ title: z.string() })).optional(),
})
/** committees-current.yaml, committees-historical.yaml */
const Committee = z.looseObject({
  type: z.string(),
  name: z.string(),
  thomas_id: z.string(),
  subcommittees: z.array(z.looseObject({ name: z.string(), thomas_id: z.string() })).optional(),
})

const OFFICES = { sen: 'senate', rep: 'house', prez: 'president', viceprez: 'vice-president' } as const

/** What a file of congress-legislators gave: each of its items with the line where it begins, and faults of its YAML. */
export interface LegislatorsFile {
  readonly items: readonly { readonly line: number; readonly parsed: readonly Parsed[] }[]
  readonly faults: readonly { readonly line: number; readonly fault: string }[]
}

/** Reads people in office or committees of congress-legislators, YAML or JSON. */
export function readLegislators(text: string): LegislatorsFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const faults = document.errors.map((error) => ({
    line: error.linePos?.[0].line ?? 1,
    fault: `expected YAML, got: ${error.message.split('\n', 1)[0]?.replace(/ at line.*/, '')}`,
  }))
  if (faults.length > 0) return { items: [], faults }
  const { contents } = document
  if (!isSeq(contents)) {
    const fault = 'expected a list of people in office or of committees (unitedstates/congress-legislators), got none'
    return { items: [], faults: [{ line: 1, fault }] }
  }
  const items = contents.items.map((item) => {
    const line = isMap(item) ? lines.linePos(item.range?.[0] ?? 0).line : 1
    const value: unknown = isMap(item) ? item.toJS(document) : null
    return { line, parsed: entriesOf(value) }
  })
  return { items, faults: [] }
}

function entriesOf(value: unknown): Parsed[] {
  const person = Legislator.safeParse(value)
  if (person.success) return [personOf(person.data)]
  const committee = Committee.safeParse(value)
  if (committee.success) return committeesOf(committee.data)
  const isPerson = typeof value === 'object' && value !== null && 'terms' in value
  const issue = (isPerson ? person.error : committee.error).issues[0]
  const where = issue === undefined ? '' : `: ${issue.path.join('.')}: ${issue.message}`
  return [
    {
      fault: `expected a person with id, name and terms, or a committee with type, name and thomas_id, got none${where}`,
    },
  ]
}

function personOf({ id, name, bio, terms, leadership_roles = [] }: z.infer<typeof Legislator>): Parsed {
  const wikidata = id.wikidata === undefined ? [] : [`wikidata:${id.wikidata}`]
  const own = id.bioguide === undefined ? (wikidata[0] ?? `govtrack:${id.govtrack ?? ''}`) : `bioguide:${id.bioguide}`
  if (own === 'govtrack:')
    return { fault: `expected a bioguide, wikidata or govtrack id of ${name.first} ${name.last}, got none` }
  const suffix = name.suffix === undefined ? '' : ` ${name.suffix}`
  const given = [name.first, ...(name.nickname === undefined ? [] : [name.nickname])]
  const known = id.wikipedia?.replace(/\s*\(.*\)$/, '')
  const plain = `${name.nickname ?? name.first} ${name.last}`
  const forms = [
    plain,
    ...(name.official_full === undefined ? [] : [name.official_full]),
    ...given.flatMap((first) => [`${first} ${name.last}${suffix}`, middleForm(first, name.middle, name.last, suffix)]),
  ]
  const gender = bio?.gender
  return {
    entry: entryWith({
      id: own,
      kind: 'person',
      name: known ?? name.official_full ?? plain,
      forms,
      sameAs: wikidata,
      country: 'US',
      gender: gender === 'F' ? 'female' : gender === 'M' ? 'male' : null,
      context: leadership_roles.map((role) => role.title.toLowerCase()),
      offices: terms.map(officeOf),
    }),
  }
}

function middleForm(first: string, middle: string | undefined, last: string, suffix: string): string {
  return `${first}${middle === undefined ? '' : ` ${middle}`} ${last}${suffix}`
}

function officeOf({ type, state, party, start, end }: z.infer<typeof Term>): Office {
  return { office: OFFICES[type], state: state ?? null, party: party ?? null, start, end }
}

/** A committee and its subcommittees: `thomas:SSJU` and `thomas:SSJU01`. */
function committeesOf({ name, thomas_id, subcommittees = [] }: z.infer<typeof Committee>): Parsed[] {
  const agency = (id: string, called: string, forms: readonly string[]): Parsed => {
    const entry: RegistryEntry = entryWith({ id, kind: 'agency', name: called, forms: [...forms], country: 'US' })
    return { entry }
  }
  const whole = agency(`thomas:${thomas_id}`, name, turned(name))
  const parts = subcommittees.map((part) => {
    const called = part.name.startsWith('Subcommittee') ? part.name : `Subcommittee on ${part.name}`
    return agency(`thomas:${thomas_id}${part.thomas_id}`, `${name}, ${called}`, [])
  })
  return [whole, ...parts]
}

/** "Senate Committee on the Judiciary" as news has it: "Senate Judiciary Committee". */
function turned(name: string): string[] {
  const parts = /^(House|Senate|Joint)(?: (Select|Special|Permanent Select))? Committee on (?:the )?(.+)$/.exec(name)
  if (parts === null) return []
  const [, chamber = '', , subject = ''] = parts
  return [`${chamber} ${subject} Committee`]
}
