const LETTER = 1
const DIGIT = 2
const SPACE = 4

/** One byte for each UTF-16 unit: what kind of character it is. Made once, since every unit of every article is asked. */
const CLASSES = classes()

function classes(): Uint8Array {
  const table = new Uint8Array(0x10000)
  // Letters and marks by Unicode property; surrogate halves count as neither.
  const letter = /[\p{L}\p{M}]/u
  const digit = /\p{Nd}/u
  for (let unit = 0; unit < 0x10000; unit += 1) {
    if (unit >= 0xd800 && unit <= 0xdfff) continue
    const character = String.fromCharCode(unit)
    if (letter.test(character)) table[unit] = LETTER
    else if (digit.test(character)) table[unit] = DIGIT
  }
  for (const unit of [9, 10, 11, 12, 13, 32, 0xa0, 0x2002, 0x2003, 0x2007, 0x2009, 0x200a, 0x202f, 0x3000])
    table[unit] = SPACE
  return table
}

/** Whether the unit at `at` is a letter (or a mark on one). False outside the text. */
export function isLetter(text: string, at: number): boolean {
  return CLASSES[text.charCodeAt(at)] === LETTER
}

/** Whether the unit at `at` is a decimal digit. False outside the text. */
export function isDigit(text: string, at: number): boolean {
  return CLASSES[text.charCodeAt(at)] === DIGIT
}

/** Whether the unit at `at` is white space. False outside the text. */
export function isSpace(text: string, at: number): boolean {
  return CLASSES[text.charCodeAt(at)] === SPACE
}

/** Whether the unit at `at` is a letter or a digit. False outside the text. */
export function isLetterOrDigit(text: string, at: number): boolean {
  const kind = CLASSES[text.charCodeAt(at)]
  return kind === LETTER || kind === DIGIT
}

/** Whether the unit at `at` is a capital letter: it has a lower case of its own. */
export function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit < 128) return unit >= 65 && unit <= 90
  if (CLASSES[unit] !== LETTER) return false
  const character = text.charAt(at)
  return character !== character.toLowerCase()
}
