import { legalForms } from '../../lexicons/legal-forms.js'
import { organizationHeadByForm } from '../../lexicons/organization-heads.js'

const LEGAL = new Set(legalForms.flatMap(({ forms }) => forms.map((form) => form.toLowerCase().replace(/\.$/, ''))))
const SMALL = /^(?:of|and|for|the|in|on|at|to|de|la|&)$/i

const PAPERS: ReadonlySet<string> = new Set(
  'Chronicle Gazette Globe Herald Journal Mail Observer Post Star Telegraph Times Tribune'.split(' '),
)

/** Whether a form is what many papers are called: "The Times". */
export function isPaperForm(form: string): boolean {
  return form.startsWith('The ') && PAPERS.has(form.slice(4))
}

/**
 * What news calls an organization after its full name: without its legal form ("Ford Motor"), and by its first word
 * where what follows is a head or a legal form ("Ford"); a paper by its last word ("The Times").
 * @example shortFormsOf('Ford Motor Co.') // ['Ford Motor', 'Ford']
 */
export function shortFormsOf(name: string): string[] {
  const words = name.split(/\s+/)
  let end = words.length
  while (end > 1 && isLegal(words[end - 1])) end -= 1
  const forms = end < words.length ? [words.slice(0, end).join(' ').replace(/,$/, '')] : []
  const first = words[0]
  const isTail = end < words.length || (end > 1 && organizationHeadByForm.has(words[end - 1] ?? ''))
  const isTelling = first !== undefined && first.length > 2 && !SMALL.test(first) && !organizationHeadByForm.has(first)
  if (isTail && isTelling && end > 1) {
    if (end > 2) forms.push(words.slice(0, end - 1).join(' '))
    forms.push(first)
  }
  const paper = words[end - 1]
  if (end > 2 && paper !== undefined && PAPERS.has(paper)) forms.push(`The ${paper}`)
  return forms
}

/**
 * A name without its legal form and what else a company adds to its own.
 * @example bareName('Ford Motor Co.') // 'Ford Motor'
 */
export function bareName(name: string): string {
  const words = name.split(/\s+/)
  while (words.length > 1 && (isLegal(words.at(-1)) || OWN_GROUP.test(words.at(-1) ?? ''))) words.pop()
  return words.join(' ').replace(/,$/, '')
}

const OWN_GROUP = /^(?:Group|Holdings?|International)$/

function isLegal(word: string | undefined): boolean {
  return word !== undefined && LEGAL.has(word.toLowerCase().replace(/[.,]$/, ''))
}

/**
 * The acronyms that an organization's name can have: the capitals of its words, with and without the small ones.
 * @example acronymsOf('American Civil Liberties Union') // ['ACLU']
 */
export function acronymsOf(name: string): string[] {
  const words = name.split(/[\s-]+/).filter((word) => word !== '')
  const large = words.filter((word) => !SMALL.test(word) && /^\p{Lu}/u.test(word))
  if (large.length < 2) return []
  const letters = (list: readonly string[]): string => list.map((word) => word.charAt(0).toUpperCase()).join('')
  const full = letters(words.filter((word) => word !== '&'))
  const short = letters(large)
  const bare = letters(large.filter((word) => !isLegal(word)))
  return [...new Set([short, full, bare])].filter((acronym) => acronym.length > 1)
}
