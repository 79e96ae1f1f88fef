import { isAgency, isMedium, isPerson, isRole, splitLabel } from './credit.js'

const NAME_GAP = /\s*(?:\n|,|;|&|\||\/|\band\b|•|\s[-–—]\s)\s*/
const LONGEST_NAME = 60
/** An address, a handle, a date or a time, a degree ("MD", "PhD"). */
const NOT_A_NAME = /^https?:|[@\d]|^(?:[A-Z]{2,3}|Ph\.?D\.?|M\.D\.)$/
/** "Lee, Ann", as libraries write it. */
const INVERTED = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{Ll}.'’-]*(?: (?:\p{Lu}\.|de|van|von))?)$/u

/**
 * The names of a byline that stands as a line of its own ("By Ann Lee and Bob Ray, staff writers"); `null` when the
 * line is none ("By Friday, the river had risen").
 */
export function bylineOf(line: string): string[] | null {
  if (line.length > 120 || /[.!?]$/.test(line.replace(/\b(?:Jr|Sr)\.$/, ''))) return null
  const label = splitLabel(line, 'read/byline')
  if (label === null) return null
  const pieces = piecesOf(label.rest)
  const isKnown = (piece: string): boolean =>
    isPerson(titleCase(piece)) || isHouse(piece) || isRole(piece) || isMedium(piece) || isPersonWithRole(piece)
  const first = pieces[0] ?? ''
  const isStart = isPerson(titleCase(first)) || isHouse(first) || isPersonWithRole(first)
  return isStart && pieces.every(isKnown) ? namesIn(label.rest) : null
}

/**
 * The names in what a file gives as its author: without "By", roles and the name of the paper; the paper's name
 * where there is no other.
 * @example namesIn('By Ann Lee and Bob Ray, Associated Press') // ['Ann Lee', 'Bob Ray']
 */
export function namesIn(byline: string): string[] {
  const line = byline
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
  const bare = (splitLabel(line, 'read/byline')?.rest ?? line).replace(INVERTED, '$2 $1')
  const isName = (piece: string): boolean => piece.length <= LONGEST_NAME && !NOT_A_NAME.test(piece)
  const pieces = piecesOf(bare).filter(isName)
  const people = pieces.filter(
    (piece) =>
      isPersonWithRole(piece) || (!isHouse(piece) && !isRole(piece) && !(isMedium(piece) && pieces.length > 1)),
  )
  const names = (people.length > 0 ? people : pieces.slice(0, 1)).map((piece) => titleCase(withoutRole(piece)))
  return [...new Set(names)]
}

function piecesOf(text: string): string[] {
  return text
    .split(NAME_GAP)
    .map((piece) => piece.replace(/^[\s–—-]+|[\s–—:-]+$/g, ''))
    .map((piece) => withoutDate(piece))
    .filter((piece) => piece !== '')
}

/** "Ann Lee22 Dec 2016", as pages run the two together. */
function withoutDate(piece: string): string {
  const name = piece.replace(/\s?\d.*$/, '')
  return name !== piece && isPerson(name) ? name : piece
}

/** "Associated Press", "Reuters Staff". */
function isHouse(piece: string): boolean {
  return isAgency(piece) || isAgency(piece.replace(/^[Tt]he /, '').replace(/ [Ss]taff$/, ''))
}

/** "Ann Lee BBC News", "Ann Lee Staff Writer": the name is the first two words. */
function isPersonWithRole(piece: string): boolean {
  const words = piece.split(' ')
  const rest = words.slice(2).join(' ')
  return rest !== '' && isPerson(titleCase(words.slice(0, 2).join(' '))) && (isHouse(rest) || isRole(rest))
}

function withoutRole(piece: string): string {
  return isPersonWithRole(piece) ? piece.split(' ').slice(0, 2).join(' ') : piece
}

/** "ANN O'LEE" → "Ann O'Lee"; other casing stays. */
function titleCase(name: string): string {
  if (name !== name.toUpperCase() || !name.includes(' ') || isHouse(name)) return name
  return name.replace(/\p{Lu}+/gu, (word) => word.slice(0, 1) + word.slice(1).toLowerCase())
}
