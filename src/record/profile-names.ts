import { dignities, honorificByForm } from '../lexicons/honorifics.js'
import type { EntityMention } from '../model/mention.js'

/** Whether a mention names somebody or something, or is how the registry describes it, rather than pointing back at it. */
export function isNaming(mention: EntityMention): boolean {
  if (mention.form !== 'nominal') return mention.form !== 'pronoun'
  return mention.kind === 'agency' && mention.registryId !== null && mention.refersTo === null
}

/**
 * The name that says most: what a finder knows as canonical, else the fullest written form (most words, then longest,
 * then most frequent, then first).
 */
export function bestName(named: readonly EntityMention[]): string {
  for (const mention of named) if (mention.kind !== 'person' && mention.canonical !== null) return mention.canonical
  const counts = new Map<string, number>()
  for (const mention of named) counts.set(nameText(mention), (counts.get(nameText(mention)) ?? 0) + 1)
  const isAcronym = new Set(named.filter((mention) => mention.form === 'acronym').map(nameText))
  const forms = [...counts.keys()]
  const shouted = new Set(forms.filter((form) => isShouted(form, forms)))
  forms.sort(
    (a, b) =>
      Number(isAcronym.has(a)) - Number(isAcronym.has(b)) ||
      Number(shouted.has(a)) - Number(shouted.has(b)) ||
      wordCount(b) - wordCount(a) ||
      b.length - a.length ||
      (counts.get(b) ?? 0) - (counts.get(a) ?? 0),
  )
  return withDignity(forms[0] ?? '', named)
}

/** "King Charles", "Pope Leo": who is never called by more than one word is named with the title. */
function withDignity(name: string, named: readonly EntityMention[]): string {
  if (name.includes(' ')) return name
  for (const mention of named) {
    const title = mention.kind === 'person' ? (mention.name?.honorific ?? null) : null
    if (title !== null && dignities.has(title) && nameText(mention) === name) return `${title} ${name}`
  }
  return name
}

/** Every other form in which the article names it, sorted. */
export function aliasesOf(named: readonly EntityMention[], name: string): string[] {
  const forms = new Set(named.map(nameText))
  forms.delete(name)
  return [...forms].sort()
}

/** The words of a mention on one line, without a possessive, a person's without "MBE" or "PhD". */
function nameText(mention: EntityMention): string {
  const text = mention.text.replace(/\s+/g, ' ').replace(/[’']s?$/, '')
  if (mention.kind !== 'person') return text
  const [, name, last = ''] = /^(.+ .+?),? (\S+)$/.exec(text) ?? []
  return name !== undefined && !GENERATIONS.test(last) && honorificByForm.get(last)?.position === 'after' ? name : text
}

/** What tells a father from a son, unlike an honour or a degree. */
const GENERATIONS = /^(?:[JS]r\.?|[IV]+)$/

function wordCount(form: string): number {
  return form.split(' ').length
}

/** "ANN LEE" in a headline is no better a name than "Ann Lee". */
function isShouted(form: string, forms: readonly string[]): boolean {
  if (form !== form.toUpperCase()) return false
  return form.length > 5 || forms.some((other) => other !== form && other.toUpperCase() === form)
}
