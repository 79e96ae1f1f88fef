import type { NumberRead, TokenText } from './numbers.js'

/**
 * A number in digits: thousands by comma ("20,800", "1,00,000"), by point where there are two ("1.250.000"), by narrow
 * or "000" space ("10 000"), or none.
 */
const WHOLE =
  /\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)|\d{1,3}(?:\.\d{3})+(?=,\d{1,2}(?!\d))|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)|\d{1,3}(?: \d{3})+ \d{3}(?!\d)|\d{1,3} 000(?!\d)|\d+/y
/** A power of ten: "1.3e6", "6.23x10^-4", "1.3 × 10⁶". */
const POWER = /[eE]([+-]?\d{1,3})(?![\w.])| ?[x×*] ?10\^?([-−–+⁻]?(?:\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))(?!\w)/y
const DECIMALS = /\.\d+|,\d{1,2}(?!\d|,\d)/y
/** Letters before the digits of one token: "RM79", "USD10m". */
const PREFIX = /[A-Za-z]{1,4}(?=\d)/y
const SIGNS = '-−–'

/** Scales that are glued to digits and can be nothing else. */
const GLUED_SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    bn: 1e9,
    mn: 1e6,
    mln: 1e6,
    mil: 1e6,
    mio: 1e6,
    tn: 1e12,
    trn: 1e12,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
  }),
)

/**
 * Reads the number whose digits begin in the token `at`, without scale words after it. `null` for a clock time, a
 * version ("2.0.1") or letters with digits that are no amount. "20.8K" leaves "K" in `rest`: what it is, the unit decides.
 */
export function readDigits({ text, tokens, limit }: TokenText, at: number): NumberRead | null {
  const token = tokens[at]
  if (token === undefined) return null
  const prefix = matchAt(PREFIX, text, token.start)
  const start = token.start + prefix.length
  const whole = matchAt(WHOLE, text, start)
  if (whole === '') return null
  let end = start + whole.length
  const decimals = /[.,]\d/.test(text.slice(end, end + 2)) ? matchAt(DECIMALS, text, end) : ''
  end += decimals.length
  const power = powerAt(text, end)
  if (power !== null) end = power.end
  if (/[.:,]/.test(text.charAt(end)) && /\d/.test(text.charAt(end + 1))) return null
  let value = Number(whole.replace(/\D/g, '') + decimals.replace(',', '.'))
  if (power !== null) value *= 10 ** power.exponent
  let last = at + 1
  // "10 000" and "USD1,700" run over tokens.
  while (last < limit && (tokens[last]?.start ?? Number.POSITIVE_INFINITY) < end) last += 1
  const ending = tokens[last - 1]?.end ?? end
  let rest = text.slice(end, ending)
  let scaled = false
  const scale = GLUED_SCALES.get(rest.toLowerCase())
  if (scale !== undefined) {
    value *= scale
    end = ending
    rest = ''
    scaled = true
  }
  const lead = prefix === '' ? leadOf({ text, tokens, limit }, at, whole, decimals) : { start, value: null, first: at }
  return {
    value: lead.value === null ? round(value) : lead.value * (power === null ? 1 : 10 ** power.exponent),
    first: lead.first,
    last,
    start: lead.start,
    end,
    form: 'digits',
    scaled,
    rest,
    prefix,
    hasMark: decimals !== '' || whole.length > whole.replace(/\D/g, '').length,
  }
}

/** The power of ten at `offset`, or `null`. */
function powerAt(text: string, offset: number): { exponent: number; end: number } | null {
  if (!/[eEx×* ]/.test(text.charAt(offset))) return null
  POWER.lastIndex = offset
  const match = POWER.exec(text)
  if (match === null) return null
  const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'
  const written = (match[1] ?? match[2] ?? '').replace(/[−–⁻]/, '-')
  const exponent = Number([...written].map((sign) => (raised.includes(sign) ? raised.indexOf(sign) : sign)).join(''))
  return Number.isInteger(exponent) && Math.abs(exponent) < 300 ? { exponent, end: offset + match[0].length } : null
}

/** What stands before the digits and belongs to them: a minus sign, or the point of ".500". */
function leadOf(
  { text, tokens }: TokenText,
  at: number,
  whole: string,
  decimals: string,
): { start: number; value: number | null; first: number } {
  const token = tokens[at]
  const before = tokens[at - 1]
  const plain = { start: token?.start ?? 0, value: null, first: at }
  if (token === undefined || before === undefined || before.end !== token.start || before.end - before.start !== 1)
    return plain
  const mark = text.charAt(before.start)
  const isFree = before.start === 0 || /[\s([,]/.test(text.charAt(before.start - 1))
  if (!isFree) return plain
  if (mark === '.' && decimals === '' && /^\d+$/.test(whole))
    return { start: before.start, value: Number(`0.${whole}`), first: at - 1 }
  if (SIGNS.includes(mark))
    return { start: before.start, value: -Number(whole.replace(/\D/g, '') + decimals.replace(',', '.')), first: at - 1 }
  return plain
}

/** What `pattern` (sticky) matches at `offset`, or "". */
function matchAt(pattern: RegExp, text: string, offset: number): string {
  pattern.lastIndex = offset
  return pattern.exec(text)?.[0] ?? ''
}

/** Takes away what multiplying decimals adds: 1.38 million is 1380000, not 1379999.9999999998. */
export function round(value: number): number {
  return Number(value.toPrecision(15))
}
