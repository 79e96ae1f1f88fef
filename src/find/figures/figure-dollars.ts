import { currencies } from '../../lexicons/currencies.js'
import { placeById } from '../../lexicons/places.js'
import type { Document } from '../../model/document.js'

/** Currencies that their own country writes as "$", by country. */
const BY_COUNTRY: ReadonlyMap<string, string> = new Map(
  currencies.flatMap(({ code, dollarOf }) => (dollarOf === null ? [] : [[dollarOf, code] as const])),
)
/** "All figures in Canadian dollars": the article says it. */
const STATED =
  /\b(?:figures|amounts|prices|sums)(?: are| is)?(?: given| quoted)? in ([a-z]+(?: [a-z]+)?) (?:dollars|currency|funds)\b/i
/** A United States dollar that is called one, so that the bare "$" beside it is another. */
const CALLED_US = /\bUS ?\$|\$US\b|U\.S\.\$|\bUSD\b|\bU\.?S\.? dollars?\b/
/** A dollar that is called another's, so that the bare one beside it is not. */
const CALLED_OTHER = /(?:\b(?:A|AU|C|CA|CDN|NZ|S|SG|HK|NT)\$|\$(?:A|C|NZ|HK)\b)\s?\d/

/**
 * Which dollar a bare "$" is in this article (ISO 4217): what the article says ("all figures in Canadian dollars"); the
 * dollar of the paper's country by its address (".com.au"); or, where US dollars are called so, that of the country that
 * the article speaks of most. USD where nothing says otherwise: a dateline alone does not ("SYDNEY (AP)").
 */
export function dollarIn({ article, mentions }: Document): string {
  const { text, meta } = article
  const stated = STATED.exec(text)?.[1]?.toLowerCase()
  const named = stated === undefined ? undefined : currencies.find(({ words }) => words.includes(`${stated} dollars`))
  if (named !== undefined) return named.code
  if (CALLED_OTHER.test(text)) return 'USD'
  const host = /^https?:\/\/([^/:]+)/.exec(meta.url ?? '')?.[1] ?? ''
  const country = /\.([a-z]{2})$/.exec(host)?.[1]?.toUpperCase()
  const local = country === undefined ? undefined : BY_COUNTRY.get(country)
  if (local !== undefined) return local
  if (!CALLED_US.test(text)) return 'USD'
  const counts = new Map<string, number>()
  for (const mention of mentions) {
    const place =
      mention.kind === 'place' && mention.registryId !== null ? placeById.get(mention.registryId) : undefined
    const code = place?.country == null ? undefined : BY_COUNTRY.get(place.country)
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  return first !== undefined && first[1] > (second?.[1] ?? 0) ? first[0] : 'USD'
}
