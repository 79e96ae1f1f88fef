import { furniture } from '../lexicons/furniture.js'

const CONNECTORS = valuesOf('connector')
const MEDIA = valuesOf('medium')
const ROLES = valuesOf('role')
const AGENCIES = new Map(
  furniture.filter((entry) => entry.form === 'agency').map((entry) => [entry.value, entry.alone === true]),
)
const LABELS = furniture
  .filter((entry) => entry.form === 'label')
  .sort((a, b) => b.value.length - a.value.length || (a.value < b.value ? -1 : 1))

/** What parts the pieces of a credit line: "Jane Doe/AFP via Getty Images", "Jane Doe | The Herald". */
const PIECES = /\s?[/|]\s?|\s[-–—•]\s|\s(?:via|through|by way of)\s|[()[\]©]+/u
const CAPITALISED = /^[\p{Lu}\p{N}][\p{L}\p{N}.'’&-]*$/u
const PHOTO_WORDS = /\s(?:file )?(?:photo(?:graph)?s?|images?|pictures?|handout|pool|file|archive)$/i

function valuesOf(form: 'connector' | 'medium' | 'role'): ReadonlySet<string> {
  return new Set(furniture.filter((entry) => entry.form === form).map((entry) => entry.value))
}

/**
 * The words after a label of this rule ("Photo by Jane Doe" → "Jane Doe"); `null` when the line has none.
 * A label that ends in a preposition may do without a colon.
 */
export function splitLabel(line: string, rule: string): { label: string; rest: string } | null {
  const bare = line.startsWith('(') && line.endsWith(')') ? line.slice(1, -1) : line
  const lower = bare.toLowerCase()
  for (const entry of LABELS) {
    if (entry.rule !== rule || !lower.startsWith(entry.value)) continue
    const after = bare.slice(entry.value.length)
    const isOpen = rule === 'read/published' || rule === 'read/updated' || /(?:by|of|courtesy)$/.test(entry.value)
    const gap = (isOpen ? /^(?:\s?[:|,–—-]\s?|\s)/ : /^(?:\s?[:|]\s?|,\s)/).exec(after)
    const rest = gap === null ? '' : after.slice(gap[0].length).trim()
    if (rest !== '') return { label: entry.value, rest }
  }
  return null
}

/** Whether the words are names and what joins them ("Jane Doe and Ann Lee in Oslo; Editing by Bob Ray"). */
export function isNameList(text: string): boolean {
  const words = wordsOf(text)
  return words.some((word) => CAPITALISED.test(word)) && isTerse(words)
}

function wordsOf(text: string): string[] {
  return text.split(/[\s/|,;:()]+/).filter((word) => word !== '')
}

/** Names, small words and roles, and nothing else: "Photo: The mayor speaks." is a caption, not a credit. */
function isTerse(words: readonly string[]): boolean {
  return words.length <= 24 && words.every((word) => isNameWord(word.replace(/\.$/, '')) || isNameWord(word))
}

function isNameWord(word: string): boolean {
  return CAPITALISED.test(word) || CONNECTORS.has(word.toLowerCase()) || ROLES.has(word) || word.startsWith('@')
}

/**
 * Whether the whole line says whose photo it is: "Charly Triballeau/AFP via Getty Images", "Photo: Jane Doe",
 * "(Reuters) file photo", "Getty Images". Names a paper or agency as a piece of its own, or has a label.
 */
export function isCreditLine(line: string): boolean {
  if (line.length > 120) return false
  const labelled = splitLabel(line, 'read/credit')
  if (labelled !== null && isNameList(labelled.rest) && !/[.!?]$/.test(labelled.rest)) return true
  const pieces = line
    .split(PIECES)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  if (pieces.length === 0 || pieces.length > 6) return false
  if (pieces.length === 1) return isAloneAgency(line) || isPersonAndAgency(line)
  if (!pieces.every((piece) => isTerse(wordsOf(piece)) && piece.split(/\s/).length <= 6)) return false
  const others = pieces.slice(1)
  return pieces.some(isAgency) || (line.includes('/') && isPerson(pieces[0] ?? '') && others.some(isMedium))
}

/** Whether the words are the name of an agency or paper known to give photos and copy. */
export function isAgency(piece: string): boolean {
  const name = piece.replace(/^(?:for|and)\s/, '').replace(/\.$/, '')
  return AGENCIES.has(name) || AGENCIES.has(name.replace(PHOTO_WORDS, ''))
}

/** Whether the last word is one that papers and stations have in their names. */
export function isMedium(piece: string): boolean {
  const words = piece.split(' ')
  return words.length >= 2 && MEDIA.has(words.at(-1) ?? '')
}

function isAloneAgency(line: string): boolean {
  const name = line.replace(/^[([©\s]+|[)\]\s.]+$/g, '')
  return AGENCIES.get(name) === true || AGENCIES.get(name.replace(PHOTO_WORDS, '')) === true
}

/** "Jane Doe, AP", "Jane Doe for NPR". */
function isPersonAndAgency(line: string): boolean {
  const parts = line.split(/,\s|\sfor\s/)
  return parts.length === 2 && isPerson(parts[0] ?? '') && isAgency(parts[1] ?? '')
}

/** Two to four capitalised words. */
export function isPerson(piece: string): boolean {
  const words = piece.split(/\s+/)
  if (words.length < 2 || words.length > 4 || /^(?:The|Our|A|An|This) /.test(piece)) return false
  const names = words.filter((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word))
  const particles = words.filter((word) => /^(?:de|van|von|der|den|la|le|el|al|bin|da|dos|du|di|y)$/.test(word))
  return names.length >= 2 && names.length + particles.length === words.length && /^\p{Lu}/u.test(words[0] ?? '')
}

/** Whether the words say what somebody is at a paper ("staff writer", "Senior Political Reporter"). */
export function isRole(piece: string): boolean {
  const words = piece.split(/[\s-]+/)
  return words.some((word) => ROLES.has(word)) && words.every((word) => isNameWord(word) || ROLES.has(word))
}
