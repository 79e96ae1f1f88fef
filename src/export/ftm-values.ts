import { createHash } from 'node:crypto'

/** Characters that followthemoney takes out of every text: controls, halves of characters, marks without width. */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u061c\u2060-\u2064\u00ad\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const SPACES = /[\s\u0a00]+/g
const QUOTED = /^["'](.*)["']$/

/** Longest values of the types name, address, string and text, in code units: followthemoney's are in code points. */
const LONGEST = { name: 384, address: 250, string: 1024, text: 65_000 } as const

/** Languages by ISO 639-1 code that followthemoney knows by ISO 639-3. */
const LANGUAGES: ReadonlyMap<string, string> = new Map(
  (
    'ar:ara bg:bul cs:ces da:dan de:deu el:ell en:eng es:spa et:est fa:fas fi:fin fr:fra he:heb hi:hin hr:hrv hu:hun ' +
    'id:ind it:ita ja:jpn ko:kor lt:lit lv:lav nl:nld no:nor pl:pol pt:por ro:ron ru:rus sk:slk sl:slv sq:sqi sr:srp ' +
    'sv:swe th:tha tr:tur uk:ukr ur:urd vi:vie zh:zho'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 2), pair.slice(3)]),
)

/** The two-letter codes of ISO 3166-1 that followthemoney knows, and "eu", "un", "xk". */
const COUNTRIES: ReadonlySet<string> = new Set(
  (
    'ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw by bz ca cc ' +
    'cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh er es et eu fi fj fk fm fo fr ga gb ' +
    'gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg ' +
    'kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv ' +
    'mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb ' +
    'sc sd se sg sh si sj sk sl sm sn so sr ss st sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug um un ' +
    'us uy uz va vc ve vg vi vn vu wf ws xk ye yt za zm zw'
  ).split(' '),
)

/**
 * An id as followthemoney allows it: letters, digits, full stops and hyphens, at most 200. `:` becomes `.`; an id with
 * anything else, or too long, ends in a digest so that no two become one.
 */
export function ftmId(id: string): string {
  const dotted = id.replaceAll(':', '.')
  if (dotted.length <= 160 && /^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/.test(dotted)) return dotted
  return `${dotted.replace(/[^0-9a-zA-Z.-]+/g, '-').slice(0, 140)}-${digest(id)}`.replace(/^[^0-9a-zA-Z]+/, '')
}

/** Sixteen hex digits that stand for a text. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** A name as followthemoney leaves it: one line, no quotation marks around it. */
export function ftmName(name: string): string {
  let line = oneLine(name, LONGEST.name)
  while (QUOTED.test(line)) line = line.replace(QUOTED, '$1').trim()
  return line
}

/** A text on one line, at most as long as a string may be. */
export function ftmString(text: string): string {
  return oneLine(text, LONGEST.string)
}

/** The full words of a place: one line, no line breaks and no doubled commas. */
export function ftmAddress(text: string): string {
  return oneLine(text, LONGEST.address).replace(/\s*,(?:\s*,)*\s*/g, ', ')
}

/** A text with its paragraphs. */
export function ftmText(text: string): string {
  return cut(plain(text), LONGEST.text).trim()
}

/** The day of an ISO 8601 date or time, or the year or month where it says no more; `null` where there is no such day. */
export function ftmDate(value: string | null): string | null {
  const [date, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?=$|T|\s)/.exec(value ?? '') ?? []
  if (date === undefined) return null
  const at = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)))
  return Number(year) >= 1000 && at.toISOString().startsWith(date.trim()) ? date : null
}

/** An address of the web as followthemoney leaves it; `null` where it is none. */
export function ftmUrl(value: string | null): string | null {
  if (value === null || !/^https?:\/\//i.test(value) || !URL.canParse(value)) return null
  const { href, hostname } = new URL(value)
  return /^[\w-]+(\.[\w-]+)*\.[a-z][\w-]+$/i.test(hostname) && href.length <= 4096 ? href : null
}

/** A language as ISO 639-3; `null` where followthemoney does not know it. */
export function ftmLanguage(code: string | null): string | null {
  return LANGUAGES.get(code?.slice(0, 2).toLowerCase() ?? '') ?? null
}

/** The country that a registry id of a public body or a place says: `us-ice`, `city-de-bonn`, `country-fr`; else `null`. */
export function countryOf(kind: string, registryId: string | null): string | null {
  const pattern = kind === 'place' ? /^(?:country|state|region|city|district)-([a-z]{2})(?:-|$)/ : /^([a-z]{2})-/
  const code = pattern.exec(registryId ?? '')?.[1]
  return (kind === 'place' || kind === 'agency') && code !== undefined && COUNTRIES.has(code) ? code : null
}

function oneLine(text: string, longest: number): string {
  return cut(plain(text).replace(SPACES, ' ').trim(), longest).trim()
}

/** Cut with "…", never inside a character. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text
  return `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

function plain(text: string): string {
  return text.replace(UNSAFE, '').normalize('NFC')
}
