import type { Span } from '../../src/model/span.js'
import { type Marked } from './corpus.js'
import { chainOf } from './examples.js'

/** B³ and MUC over the marked mentions that a found one fits, within each text, on one line. */
export function chainScores(texts: readonly Marked[], chainsIn: (text: Marked) => readonly (readonly Span[])[]): string {
  const gold = new Map<string, string>()
  const found = new Map<string, string>()
  for (const text of texts) {
    const mentions = chainsIn(text).flatMap((chain, index) => chain.map((span) => ({ span, chain: `${text.id} ${index}` })))
    for (const marked of text.spans) {
      const chain = chainOf(marked)
      const off = (span: Span): number => Math.abs(span.start - marked.start) + Math.abs(span.end - marked.end)
      const inside = mentions.filter(({ span }) => (span.start <= marked.start && marked.end <= span.end) || (marked.start <= span.start && span.end <= marked.end))
      const best = inside.sort((a, b) => off(a.span) - off(b.span))[0]
      if (best === undefined || chain === undefined) continue
      gold.set(`${text.id} ${marked.start} ${marked.end}`, `${text.id} ${chain}`)
      found.set(`${text.id} ${marked.start} ${marked.end}`, best.chain)
    }
  }
  const line = (name: string, precision: number, recall: number): string =>
    `${name} P ${(100 * precision).toFixed(1)} R ${(100 * recall).toFixed(1)} F1 ${((200 * precision * recall) / (precision + recall)).toFixed(1)}`
  return `${gold.size} mentions; ${line('B³', cubed(found, gold), cubed(gold, found))}; ${line('MUC', links(found, gold), links(gold, found))}`
}

/** The mean share of each mention's cluster in `a` that is in its cluster in `b` too. */
function cubed(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): number {
  const shares = [...a.keys()].map((key) => {
    const together = [...a.keys()].filter((other) => a.get(other) === a.get(key))
    return together.filter((other) => b.get(other) === b.get(key)).length / together.length
  })
  return shares.reduce((sum, share) => sum + share, 0) / shares.length
}

/** The share of the links of `a` that `b` has. */
function links(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): number {
  const groups = groupsOf(a)
  let [top, bottom] = [0, 0]
  for (const group of groups.values()) {
    top += group.length - new Set(group.map((key) => b.get(key))).size
    bottom += group.length - 1
  }
  return top / bottom
}

function groupsOf(clusters: ReadonlyMap<string, string>): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const [key, cluster] of clusters) groups.set(cluster, [...(groups.get(cluster) ?? []), key])
  return groups
}
