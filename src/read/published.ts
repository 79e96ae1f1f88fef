const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = '((?:19|20)\\d{2})'

/** "2025-01-31", with or without a time and a zone. */
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s?(Z|UTC|[+-]\d{2}:?\d{2})?)?(?!\d)/
const COMPACT = /^((?:19|20)\d{2})[/.]?(\d{2})[/.]?(\d{2})$/
const MONTH_FIRST = new RegExp(`\\b${MONTH} ${DAY},? ${YEAR}\\b`, 'i')
const DAY_FIRST = new RegExp(`\\b${DAY}(?: of)?[ -]${MONTH},?[ -]${YEAR}\\b`, 'i')
/** "31/01/2025": only where one of the two cannot be a month. */
const SLASHES = /^(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d{2})\b/

/**
 * An ISO 8601 date or date-time from what a file says of its date; `null` where it is no date or can be read two ways.
 * @example isoDate('Fri, 31 January 2025') // '2025-01-31'
 */
export function isoDate(text: string): string | null {
  const line = text.trim()
  const iso = ISO.exec(line)
  if (iso !== null) return dateTime(iso)
  const compact = COMPACT.exec(line)
  if (compact !== null) return date(compact[1], Number(compact[2]), Number(compact[3]))
  const monthFirst = MONTH_FIRST.exec(line)
  if (monthFirst !== null) return date(monthFirst[3], monthOf(monthFirst[1]), Number(monthFirst[2]))
  const dayFirst = DAY_FIRST.exec(line)
  if (dayFirst !== null) return date(dayFirst[3], monthOf(dayFirst[2]), Number(dayFirst[1]))
  const slashes = SLASHES.exec(line)
  return slashes === null ? null : fromSlashes(Number(slashes[1]), Number(slashes[2]), slashes[3])
}

function dateTime(iso: RegExpExecArray): string | null {
  const day = date(iso[1], Number(iso[2]), Number(iso[3]))
  if (day === null || iso[4] === undefined) return day
  const time = iso[4].length === 5 ? `${iso[4]}:00` : iso[4]
  const zone = iso[5] ?? ''
  return `${day}T${time}${zone === 'UTC' ? 'Z' : zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`
}

function fromSlashes(first: number, second: number, year: string | undefined): string | null {
  if (first > 12) return date(year, second, first)
  return second > 12 || first === second ? date(year, first, second) : null
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf(name?.slice(0, 3).toLowerCase() ?? '') + 1
}

function date(year: string | undefined, month: number, day: number): string | null {
  if (year === undefined || month < 1 || month > 12 || day < 1 || day > 31) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
