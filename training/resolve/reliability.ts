/**
 * How far the score of a judgement is a probability: `npx tsx training/resolve/reliability.ts [RUN SET IDS]…`
 * (RUN over the texts of SET, which `spans.py articles` wrote with the map IDS). Prints for each kind, by score, how many
 * pairs are one; the expected calibration error; and the slope and shift of the log odds that would fit best.
 */
import { type JudgedPair, pairsOfNamesakes, pairsOfNames, pairsOfTexts } from './judged-pairs.js'

const EDGES = [0, 0.1, 0.3, 0.5, 0.7, 0.85, 0.95, 0.98, 1.001]

function main(paths: readonly string[]): void {
  const pairs = [...pairsOfNames(), ...pairsOfNamesakes()]
  for (let at = 0; at + 2 < paths.length; at += 3)
    pairs.push(...pairsOfTexts(paths[at] ?? '', paths[at + 1] ?? '', paths[at + 2] ?? ''))
  for (const kind of ['people', 'bare names', 'bodies'] as const) {
    const ofKind = pairs.filter((pair) => pair.kind === kind)
    console.log(`${kind}: ${ofKind.length} pairs, calibration error ${errorOf(ofKind).toFixed(3)}, fit ${fitOf(ofKind)}`)
    for (const [at, low] of EDGES.slice(0, -1).entries()) printBin(ofKind, low, EDGES[at + 1] ?? 1)
  }
}

function binOf(pairs: readonly JudgedPair[], low: number, high: number): readonly JudgedPair[] {
  return pairs.filter(({ score }) => score >= low && score < high)
}

function share(pairs: readonly JudgedPair[]): number {
  return pairs.filter(({ isOne }) => isOne).length / Math.max(1, pairs.length)
}

function meanScore(pairs: readonly JudgedPair[]): number {
  return pairs.reduce((sum, { score }) => sum + score, 0) / Math.max(1, pairs.length)
}

function printBin(pairs: readonly JudgedPair[], low: number, high: number): void {
  const bin = binOf(pairs, low, high)
  const parts = (['texts', 'name pairs', 'namesakes'] as const).map((from) => {
    const own = bin.filter((pair) => pair.from === from)
    return `${from} ${own.filter(({ isOne }) => isOne).length}/${own.length}`
  })
  const range = `${low.toFixed(2)}-${Math.min(1, high).toFixed(2)}`
  console.log(`  ${range}  mean score ${meanScore(bin).toFixed(2)}  one ${share(bin).toFixed(2)}  (${parts.join(', ')})`)
}

/** Mean distance between score and share that is one, over the bins, weighed by their pairs. */
function errorOf(pairs: readonly JudgedPair[]): number {
  return EDGES.slice(0, -1).reduce((sum, low, at) => {
    const bin = binOf(pairs, low, EDGES[at + 1] ?? 1)
    return sum + (bin.length / Math.max(1, pairs.length)) * Math.abs(meanScore(bin) - share(bin))
  }, 0)
}

/** Platt's scaling: slope and shift of the log odds by gradient steps, a prior of ten pairs on slope one and shift nought. */
function fitOf(pairs: readonly JudgedPair[]): string {
  let [slope, shift] = [1, 0]
  for (let round = 0; round < 3000; round += 1) {
    let [bySlope, byShift] = [10 * (1 - slope), -10 * shift]
    for (const { score, isOne } of pairs) {
      const odds = Math.log(Math.max(0.001, Math.min(0.999, score)) / (1 - Math.max(0.001, Math.min(0.999, score))))
      const wrong = Number(isOne) - 1 / (1 + Math.exp(-(slope * odds + shift)))
      bySlope += wrong * odds
      byShift += wrong
    }
    slope += (0.1 * bySlope) / (pairs.length * 10)
    shift += (0.1 * byShift) / pairs.length
  }
  return `slope ${slope.toFixed(2)}, shift ${shift.toFixed(2)}`
}

main(process.argv.slice(2))
