import type { EntityMention } from '../model/mention.js'
import { isNaming } from './profile-names.js'

/**
 * Chains of mentions that are one thing: joined by `refersTo`, by registry id, or by the same name in the same kind.
 * Mentions in a chain are in text order; chains are in the order of their first mention.
 */
export function chainsOf(mentions: readonly EntityMention[]): EntityMention[][] {
  const sets = new DisjointSets(mentions.length)
  const indexOf = new Map(mentions.map((mention, index) => [mention.id, index]))
  const firstWith = new Map<string, number>()
  mentions.forEach((mention, index) => {
    const target = mention.refersTo === null ? undefined : indexOf.get(mention.refersTo)
    if (target !== undefined) sets.join(index, target)
    if (!isNaming(mention)) return
    for (const key of identityKeys(mention)) {
      const other = firstWith.get(key)
      if (other === undefined) firstWith.set(key, index)
      else sets.join(index, other)
    }
  })
  const chains = new Map<number, EntityMention[]>()
  mentions.forEach((mention, index) => {
    const root = sets.root(index)
    const chain = chains.get(root)
    if (chain === undefined) chains.set(root, [mention])
    else chain.push(mention)
  })
  return [...chains.values()]
}

/** What makes two naming mentions of an article one thing. A name that points elsewhere goes by that alone. */
function identityKeys(mention: EntityMention): string[] {
  if (mention.kind === 'person') return mention.refersTo === null ? [`person ${plain(mention.text)}`] : []
  if (mention.registryId !== null) return [`id ${mention.registryId}`]
  return mention.refersTo === null ? [`${mention.kind} ${plain(mention.canonical ?? mention.text)}`] : []
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s?$/, '')
    .replace(/^the /, '')
    .replace(/[\s.,’'-]+/g, ' ')
    .trim()
}

/** Union-find; the smaller index is the root, so that the order of joins does not matter. */
class DisjointSets {
  private readonly parents: number[]

  constructor(size: number) {
    this.parents = Array.from({ length: size }, (_, index) => index)
  }

  root(index: number): number {
    let at = index
    for (let parent = this.parents[at]; parent !== undefined && parent !== at; parent = this.parents[at]) at = parent
    return at
  }

  join(a: number, b: number): void {
    const [low, high] = [this.root(a), this.root(b)].sort((left, right) => left - right)
    if (low !== undefined && high !== undefined) this.parents[high] = low
  }
}
