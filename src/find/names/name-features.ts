import type { Token } from '../../model/document.js'
import type { NameContext, WordFacts } from './name-context.js'
import { isNameWord, type Zone } from './name-zones.js'

/**
 * The evidence about one token of a zone, as short strings that the scorer has weights for. A letter says what kind of
 * evidence, a number how far off: `w0=ford`, `c-1=R` (the word before is a role).
 */
export function featuresOf(context: NameContext, zone: Zone, at: number): string[] {
  const features: string[] = []
  const { tokens, facts } = context
  const word = wordAt(tokens, at)
  const before = wordAt(tokens, at - 1)
  const after = wordAt(tokens, at + 1)
  const shape = shapeAt(tokens, at, zone)
  features.push(
    'bias',
    `w0=${word}`,
    `w-1=${before}`,
    `w+1=${after}`,
    `w-2=${wordAt(tokens, at - 2)}`,
    `w+2=${wordAt(tokens, at + 2)}`,
    `b-=${before} ${word}`,
    `b+=${word} ${after}`,
    `s0=${shape}`,
    `s=${shapeAt(tokens, at - 1, zone)}${shape}${shapeAt(tokens, at + 1, zone)}`,
  )
  if (word.length > 3) features.push(`x3=${word.slice(-3)}`, `p3=${word.slice(0, 3)}`)
  if (word.length > 4) features.push(`x4=${word.slice(-4)}`)
  if (word.length > 2) features.push(`x2=${word.slice(-2)}`)
  addClasses(features, 'c0', facts[at])
  addClasses(features, 'c-1', facts[at - 1])
  addClasses(features, 'c+1', facts[at + 1])
  addClasses(features, 'c-2', facts[at - 2])
  addClasses(features, 'c+2', facts[at + 2])
  features.push(`cc=${first(facts[at - 1])}|${first(facts[at])}|${first(facts[at + 1])}`)
  addListed(features, context, at)
  addRun(features, context, zone, at, shape)
  addArticle(features, facts[at])
  return features
}

/** Numbers stand for each other. */
function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at]
  if (token === undefined) return ''
  if (token.casing !== 'digit') return token.normal
  return /^\d+$/.test(token.normal) ? '0'.repeat(Math.min(token.normal.length, 5)) : token.normal.replace(/\d+/g, '0')
}

const SHAPES = { lower: 'a', title: 'A', upper: 'U', initial: 'I', mixed: 'M', digit: '0', none: '.' } as const

function shapeAt(tokens: readonly Token[], at: number, zone: Zone): string {
  const token = tokens[at]
  if (token === undefined) return '^'
  const shape = token.casing === 'upper' && token.normal.includes('.') ? 'D' : SHAPES[token.casing]
  if (zone.lettering === 'capitals') return shape === 'U' ? 'C' : shape
  if (zone.lettering === 'titled') return shape === 'A' ? 'T' : shape
  return shape
}

function first(facts: WordFacts | undefined): string {
  return facts?.classes[0] ?? ''
}

function addClasses(features: string[], at: string, facts: WordFacts | undefined): void {
  if (facts === undefined) return
  if (facts.classes.length === 0) features.push(`${at}=`)
  for (const name of facts.classes) features.push(`${at}=${name}`)
}

function addListed(features: string[], context: NameContext, at: number): void {
  for (const name of context.listed.get(at) ?? [])
    features.push(
      `l0=${name}`,
      `l0=${name}|${first(context.facts[at])}`,
      `l0=${name}|${context.isSport ? 'sport' : 'other'}`,
    )
  for (const name of context.listed.get(at - 1) ?? []) features.push(`l-1=${name}`)
  for (const name of context.listed.get(at + 1) ?? []) features.push(`l+1=${name}`)
}

/** The run is the stretch of capitalised words round the token; what stands round it tells as much as what is in it. */
function addRun(features: string[], context: NameContext, zone: Zone, at: number, shape: string): void {
  const { tokens, facts } = context
  let start = at
  while (start > zone.first && isRunWord(tokens, start - 1)) start -= 1
  let end = at + 1
  while (end < zone.last && isRunWord(tokens, end)) end += 1
  const index = Math.min(at - start, 3)
  const length = Math.min(end - start, 5)
  const position = `${index}/${length}`
  const outer = wordAt(tokens, start - 1)
  const next = wordAt(tokens, end)
  features.push(
    `r=${position}`,
    `rs=${position}${shape}`,
    `rb=${outer}`,
    `ra=${next}`,
    `rba=${outer} ${next}`,
    `rl=${wordAt(tokens, end - 1)}`,
    `rf=${wordAt(tokens, start)}`,
    `rc=${position}${first(facts[start])}|${first(facts[end - 1])}`,
    `rbl=${outer}|${length}`,
    `ral=${next}|${length}`,
  )
  for (const name of facts[start - 1]?.classes ?? ['']) features.push(`rbc=${name}`, `rbc=${name}|${position}`)
  for (const name of facts[end]?.classes ?? ['']) features.push(`rac=${name}`, `rac=${name}|${position}`)
  for (const name of facts[end - 1]?.classes ?? ['']) features.push(`rlc=${name}`, `rlc=${name}|${position}`)
  for (const name of facts[start]?.classes ?? ['']) features.push(`rfc=${name}|${position}`)
}

function isRunWord(tokens: readonly Token[], at: number): boolean {
  if (isNameWord(tokens, at)) return true
  const token = tokens[at]
  if (token === undefined) return false
  return (token.normal === '-' || token.normal === '&') && isNameWord(tokens, at + 1) && isNameWord(tokens, at - 1)
}

function addArticle(features: string[], facts: WordFacts | undefined): void {
  if (facts === undefined) return
  features.push(facts.lower === 0 ? 'lower=0' : facts.lower > facts.capital ? 'lower=more' : 'lower=some')
  features.push(`cap=${Math.min(facts.capital, 3)}`)
  for (let bit = 1; bit <= facts.beside; bit <<= 1) if ((facts.beside & bit) !== 0) features.push(`d=${bit}`)
}
